using Google.Protobuf;
using Grpc.Core;
using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Processing.Tests;

public sealed class AnalyzeTests(ProcessingFixture service) : IClassFixture<ProcessingFixture>
{
    [Fact]
    public async Task Analyze_AnArticle_IsReadWithSpansOfTheTextAsSent()
    {
        var document = (await AnalyzeAsync(Pages.Article)).Document;
        document.Kind.ShouldBe(PageKind.Article, document.KindReason);
        document.Language.ShouldBe("vi");
        document.Metadata.Title.Text.ShouldBe(Pages.Title);
        document.Metadata.Published.ShouldBe("2025-03-12T08:30:00+07:00");
        Slice(Pages.Article, document.Metadata.Title.Span).ShouldBe(Pages.Title);
        document.Lines.Select(line => Slice(Pages.Article, line.Span)).ShouldBe(Pages.Article.Split('\n'));
        document.Lines.Select(line => line.Number).ShouldBe(Enumerable.Range(1, document.Lines.Count));
        document.Lines.ShouldAllBe(line => line.Role != LineRole.Unspecified && line.Score >= 0 && line.Score <= 1);
    }

    [Fact]
    public async Task Analyze_WithoutFeatures_BringsLinesAndMetadataAlone()
    {
        var document = (await AnalyzeAsync(Pages.Article)).Document;
        document.Lines.ShouldNotBeEmpty();
        document.Sentences.ShouldBeEmpty();
        document.Explanations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Analyze_Sentences_BringsNoTokens()
    {
        var document = (await AnalyzeAsync(Pages.Article, Feature.Sentences)).Document;
        document.Sentences.ShouldContain(sentence => Slice(Pages.Article, sentence.Span).StartsWith("Cây cầu được xây dựng"));
        document.Sentences.ShouldAllBe(sentence => sentence.Tokens.Count == 0);
        document.Explanations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Analyze_Tokens_BringsSentencesWithThem()
    {
        var document = (await AnalyzeAsync(Pages.Article, Feature.Tokens)).Document;
        document.Sentences.ShouldNotBeEmpty();
        document.Sentences.ShouldAllBe(sentence => sentence.Tokens.Count > 0);
        document
            .Sentences.SelectMany(sentence => sentence.Tokens)
            .ShouldContain(token => token.Kind == TokenKind.Number && Slice(Pages.Article, token.Span) == "80");
    }

    [Fact]
    public async Task Analyze_Tokens_HaveTheirNormalFormWhereItIsNotTheText()
    {
        var document = (await AnalyzeAsync(Pages.Article, Feature.Tokens)).Document;
        var tokens = document.Sentences.SelectMany(sentence => sentence.Tokens).ToList();
        tokens.ShouldAllBe(token => token.Normal != Slice(Pages.Article, token.Span));
        tokens.ShouldContain(token => token.Kind == TokenKind.Name && token.Normal.EndsWith("Hòa", StringComparison.Ordinal));
        tokens.ShouldContain(token => token.Kind == TokenKind.Word && token.Normal == "");
    }

    [Fact]
    public async Task Analyze_Explanations_BringsTheRunnerUpOfLines()
    {
        var document = (await AnalyzeAsync(Pages.Article, Feature.Explanations)).Document;
        document.Sentences.ShouldBeEmpty();
        document.Explanations.ShouldNotBeEmpty();
        document.Explanations.ShouldAllBe(explanation => explanation.Role == document.Lines[explanation.Line - 1].Role);
        document.Explanations.ShouldAllBe(explanation => explanation.RunnerUp != explanation.Role);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Analyze_Mentions_SliceTheTextAsSent(string lineEnd)
    {
        var page = Pages.Article.Normalize(System.Text.NormalizationForm.FormD).ReplaceLineEndings(lineEnd);
        var document = (await AnalyzeAsync(page, Feature.Mentions)).Document;
        document.Sentences.ShouldBeEmpty();
        document.Mentions.ShouldAllBe(mention =>
            Slice(page, mention.Span).Normalize() == mention.Text && mention.Type != EntityType.Unspecified
        );
        document.Mentions.ShouldContain(mention => mention.Type == EntityType.Person && mention.Entity == "Trần Văn Lộc");
        document.Mentions.ShouldContain(mention => mention.Type == EntityType.Date && mention.Entity == "2025-03-12");
        document.Positions.ShouldContain(position =>
            position.Person == "Trần Văn Lộc" && Slice(page, position.Span).Normalize() == position.Text
        );
    }

    [Fact]
    public async Task Analyze_MentionsAndExplanations_ExplainEachMention()
    {
        var document = (await AnalyzeAsync(Pages.Article, Feature.Mentions, Feature.Explanations)).Document;
        document.MentionExplanations.Select(explanation => explanation.Mention).ShouldBe(Enumerable.Range(0, document.Mentions.Count));
        document.MentionExplanations.ShouldAllBe(explanation => explanation.Type == document.Mentions[explanation.Mention].Type);
        document.MentionExplanations.ShouldAllBe(explanation => explanation.RunnerUp != explanation.Type && explanation.Features.Count > 0);
        (await AnalyzeAsync(Pages.Article, Feature.Mentions)).Document.MentionExplanations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Analyze_WithoutMentions_BringsNone()
    {
        var document = (await AnalyzeAsync(Pages.Article, Feature.Tokens, Feature.Explanations)).Document;
        document.Mentions.ShouldBeEmpty();
        document.Positions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Analyze_TheSameTextTwice_GivesTheSameBytes()
    {
        Feature[] all = [Feature.Sentences, Feature.Tokens, Feature.Explanations, Feature.Mentions, Feature.Facts];
        (await AnalyzeAsync(Pages.Article, all)).ToByteString().ShouldBe((await AnalyzeAsync(Pages.Article, all)).ToByteString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n \u00A0\u2028")]
    public async Task Analyze_ATextOfNothing_IsInvalid(string text) =>
        (await RefusalAsync(text)).StatusCode.ShouldBe(StatusCode.InvalidArgument);

    [Theory]
    [InlineData((Feature)99)]
    [InlineData(Feature.Unspecified)]
    public async Task Analyze_AFeatureThatIsNotKnown_IsInvalid(Feature feature) =>
        (await RefusalAsync(Pages.Article, feature)).StatusCode.ShouldBe(StatusCode.InvalidArgument);

    [Fact]
    public async Task Analyze_ATextOverTheLimit_SaysHowMuchIsAllowed()
    {
        // "ế" has three bytes in UTF-8: the limit counts bytes, not characters.
        var fits = new string('ế', ProcessingFixture.MaxTextBytes / 3);
        (await AnalyzeAsync(fits)).Document.Lines.Count.ShouldBe(1);

        var status = (await RefusalAsync(fits + "ế")).Status;
        status.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        status.Detail.ShouldContain($"{ProcessingFixture.MaxTextBytes} are allowed");
    }

    [Fact]
    public async Task Analyze_TooManyLines_SaysHowManyAreAllowed()
    {
        var fits = string.Join('\n', Enumerable.Repeat("dòng", ProcessingFixture.MaxLines));
        (await AnalyzeAsync(fits)).Document.Lines.Count.ShouldBe(ProcessingFixture.MaxLines);

        var status = (await RefusalAsync(fits + "\ndòng")).Status;
        status.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        status.Detail.ShouldContain($"{ProcessingFixture.MaxLines} are allowed");
    }

    [Fact]
    public async Task DescribePipeline_TellsTheVersionOfTheAnswersAndTheLimits()
    {
        var description = await service.Client.DescribePipelineAsync(new DescribePipelineRequest(), ProcessingFixture.Soon());
        description.PipelineVersion.ShouldBe((await AnalyzeAsync(Pages.Article)).PipelineVersion);
        description.PipelineVersion.ShouldStartWith(description.DeclaredVersion + "+");
        description.Limits.MaxTextBytes.ShouldBe(ProcessingFixture.MaxTextBytes);
        description.Limits.MaxLines.ShouldBe(ProcessingFixture.MaxLines);
        description.Limits.MaxLinkEntities.ShouldBe(10_000);
        description.Limits.MaxLinkCandidates.ShouldBe(200);
        description.Limits.MaxConflictFacts.ShouldBe(10_000);
    }

    [Fact]
    public async Task DescribePipeline_LineRoles_AreThoseOfTheContractInItsOrder()
    {
        var description = await service.Client.DescribePipelineAsync(new DescribePipelineRequest(), ProcessingFixture.Soon());
        var contract = LineRoleDescriptor().Where(name => name != "unspecified");
        description.LineRoles.ShouldBe(contract);
        description.EntityTypes.ShouldBe(["person", "organization", "location", "event", "law", "date", "quantity"]);
        description.PageKinds.ShouldBe(["article", "listing", "error", "consent", "other"]);
        description.Languages.ShouldBe(["vi", "en", "und"]);
    }

    static IEnumerable<string> LineRoleDescriptor() =>
        DocumentReflection
            .Descriptor.EnumTypes.Single(type => type.Name == nameof(LineRole))
            .Values.Select(value => value.Name["LINE_ROLE_".Length..].ToLowerInvariant());

    async Task<AnalyzeResponse> AnalyzeAsync(string text, params Feature[] features) =>
        await service.Client.AnalyzeAsync(new AnalyzeRequest { Text = text, Features = { features } }, ProcessingFixture.Soon());

    Task<RpcException> RefusalAsync(string text, params Feature[] features) =>
        Should.ThrowAsync<RpcException>(() => AnalyzeAsync(text, features));

    static string Slice(string text, TextSpan span) => text[span.Start..span.End];

    [Fact]
    public async Task Analyze_ARefusal_TellsProgramsTheField()
    {
        var failure = await Should.ThrowAsync<RpcException>(async () =>
            await service.Client.AnalyzeAsync(new AnalyzeRequest { Text = " " }, ProcessingFixture.Soon())
        );

        var status = Google.Rpc.Status.Parser.ParseFrom(failure.Trailers.GetValueBytes("grpc-status-details-bin"));
        (status.Code, status.Message).ShouldBe(((int)failure.StatusCode, failure.Status.Detail));
        status
            .Details.ShouldHaveSingleItem()
            .Unpack<Google.Rpc.BadRequest>()
            .FieldViolations.ShouldHaveSingleItem()
            .ShouldBe(new Google.Rpc.BadRequest.Types.FieldViolation { Field = "text", Description = "empty or white space only" });
    }
}
