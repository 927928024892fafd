using System.Text;
using Google.Protobuf;
using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Processing.Tests;

public sealed class MentionTests(ProcessingFixture service) : IClassFixture<ProcessingFixture>
{
    const string Province = "Cà Mau";

    static readonly string Article = Pages.Article.Replace("xã Tân Hoà đưa", $"xã Tân Hoà, tỉnh {Province}, đưa", StringComparison.Ordinal);

    /// <summary>Decomposed marks and line ends of two characters: as some crawlers give a page.</summary>
    static readonly string Decomposed = Article
        .Normalize(NormalizationForm.FormD)
        .ReplaceLineEndings("\n")
        .Replace("\n", "\r\n", StringComparison.Ordinal);

    [Theory]
    [InlineData]
    [InlineData(Feature.Sentences)]
    [InlineData(Feature.Tokens, Feature.Explanations)]
    public async Task Analyze_WithoutMentions_BringsNeitherThemNorPositions(params Feature[] features)
    {
        var document = await AnalyzeAsync(Article, features);
        document.Mentions.ShouldBeEmpty();
        document.Positions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Analyze_Mentions_BringsThemAndNothingElse()
    {
        var document = await AnalyzeAsync(Article, Feature.Mentions);
        document.Sentences.ShouldBeEmpty();
        document.Explanations.ShouldBeEmpty();
        document.Mentions.Clear();
        document.Positions.Clear();
        document.ShouldBe(await AnalyzeAsync(Article));
    }

    [Fact]
    public async Task Analyze_Mentions_NamesPersonsDatesAndQuantities()
    {
        var mentions = (await AnalyzeAsync(Article, Feature.Mentions)).Mentions;
        mentions.ShouldContain(mention => mention.Type == EntityType.Person && mention.Entity == "Trần Văn Lộc");
        mentions.ShouldContain(mention => mention.Type == EntityType.Date && mention.Entity == "2025-03-12");
        mentions.ShouldContain(mention => mention.Type == EntityType.Quantity && mention.Text == "80 mét" && mention.Entity == "80 mét");
        mentions.ShouldAllBe(mention => mention.Type != EntityType.Unspecified && mention.Entity != "");
        mentions.ShouldAllBe(mention => mention.Score >= 0 && mention.Score <= 1);
    }

    [Fact]
    public async Task Analyze_Mentions_GivesProvincesTheirCodeAndNothingElseOne()
    {
        var mentions = (await AnalyzeAsync(Article, Feature.Mentions)).Mentions;
        mentions.ShouldContain(mention => mention.Text.EndsWith(Province, StringComparison.Ordinal) && mention.IsoCode == "VN-59");
        mentions.Where(mention => mention.Type != EntityType.Location).ShouldAllBe(mention => !mention.HasIsoCode);
    }

    [Fact]
    public async Task Analyze_Mentions_BringsPositionsWithWhoHoldsThem()
    {
        var positions = (await AnalyzeAsync(Article, Feature.Mentions)).Positions;
        positions.ShouldContain(position => position.Person == "Trần Văn Lộc" && position.Text.StartsWith("Chủ tịch") && !position.Bare);
    }

    [Fact]
    public async Task Analyze_Mentions_StandInContentInOrderAndDoNotOverlap()
    {
        var document = await AnalyzeAsync(Article, Feature.Mentions);
        document.Mentions.Zip(document.Mentions.Skip(1)).ShouldAllBe(pair => pair.First.Span.End <= pair.Second.Span.Start);
        document.Positions.Select(position => position.Span.Start).ShouldBeInOrder();
        LineRole[] content = [LineRole.Title, LineRole.Lead, LineRole.Heading, LineRole.Paragraph, LineRole.PullQuote, LineRole.Caption];
        document.Mentions.ShouldAllBe(mention => content.Contains(document.Lines[mention.Line - 1].Role));
    }

    [Fact]
    public async Task Analyze_MentionsOfDecomposedTextWithLineEndsOfTwo_SliceTheTextAsSent()
    {
        var document = await AnalyzeAsync(Decomposed, Feature.Mentions);
        document.Mentions.ShouldAllBe(mention => Nfc(Decomposed, mention.Span) == mention.Text && mention.Text.IsNormalized());
        document.Positions.ShouldNotBeEmpty();
        document.Positions.ShouldAllBe(position => Nfc(Decomposed, position.Span) == position.Text);
        document.Mentions.ShouldAllBe(mention => Lies(mention.Span, document.Lines[mention.Line - 1].Span));

        var composed = await AnalyzeAsync(Article, Feature.Mentions);
        document.Mentions.Select(Read).ShouldBe(composed.Mentions.Select(Read));
        document.Positions.Select(position => position.Text).ShouldBe(composed.Positions.Select(position => position.Text));

        static (int, EntityType, string, string) Read(Mention mention) => (mention.Line, mention.Type, mention.Text, mention.Entity);
    }

    [Fact]
    public async Task Analyze_MentionsTwice_GivesTheSameBytes() =>
        (await AnalyzeAsync(Decomposed, Feature.Mentions))
            .ToByteString()
            .ShouldBe((await AnalyzeAsync(Decomposed, Feature.Mentions)).ToByteString());

    static string Nfc(string text, TextSpan span) => text[span.Start..span.End].Normalize(NormalizationForm.FormC);

    static bool Lies(TextSpan inner, TextSpan outer) => inner.Start >= outer.Start && inner.End <= outer.End;

    async Task<Document> AnalyzeAsync(string text, params Feature[] features) =>
        (await service.Client.AnalyzeAsync(new AnalyzeRequest { Text = text, Features = { features } }, ProcessingFixture.Soon())).Document;
}
