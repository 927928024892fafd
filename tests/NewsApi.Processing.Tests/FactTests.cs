using System.Text;
using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Processing.Tests;

public sealed class FactTests(ProcessingFixture service) : IClassFixture<ProcessingFixture>
{
    const string Said = "đường làng sẽ dài thêm 80 mét";

    static readonly string Article = Pages.Article.Replace(
        "Sen nói.",
        $"Sen nói.\n\nChủ tịch UBND xã Tân Hoà Trần Văn Lộc cho biết {Said}.",
        StringComparison.Ordinal
    );

    [Theory]
    [InlineData]
    [InlineData(Feature.Mentions, Feature.Explanations)]
    public async Task Analyze_WithoutFacts_BringsNone(params Feature[] features) =>
        (await AnalyzeAsync(Article, features)).Facts.ShouldBeEmpty();

    [Fact]
    public async Task Analyze_Facts_BringsMentionsToo()
    {
        var document = await AnalyzeAsync(Article, Feature.Facts);
        document.Facts.ShouldNotBeEmpty();
        document.Facts.Clear();
        document.ShouldBe(await AnalyzeAsync(Article, Feature.Mentions));
    }

    [Fact]
    public async Task Analyze_Facts_TellsWhoSaidWhat()
    {
        var facts = (await AnalyzeAsync(Article, Feature.Facts)).Facts;
        var statement = facts.Where(fact => fact.Type == FactType.Statement && Value(fact, "content") == Said).ShouldHaveSingleItem();
        Value(statement, "speaker").ShouldBe("Trần Văn Lộc");
        Value(statement, "verb").ShouldBe("cho biết");
        statement.Extractor.ShouldBe("statement");
        facts.ShouldContain(fact => fact.Type == FactType.PositionHeld && Value(fact, "person") == "Trần Văn Lộc");
    }

    [Theory]
    [InlineData(NormalizationForm.FormC, "\n")]
    [InlineData(NormalizationForm.FormD, "\r\n")]
    public async Task Analyze_Facts_EverySpanSlicesTheTextAsSent(NormalizationForm form, string lineEnd)
    {
        var text = Article.Normalize(form).ReplaceLineEndings(lineEnd);
        var document = await AnalyzeAsync(text, Feature.Facts);
        document.Facts.ShouldNotBeEmpty();
        foreach (var fact in document.Facts)
        {
            fact.Type.ShouldNotBe(FactType.Unspecified);
            fact.Modality.ShouldNotBe(Modality.Unspecified);
            fact.Evidence.ShouldNotBeEmpty();
            fact.Confidence.ShouldBeInRange(0, 1);
            foreach (var evidence in fact.Evidence)
            {
                var line = document.Lines[evidence.Line - 1].Span;
                IsWithin(evidence.Sentence, line).ShouldBeTrue();
                IsWithin(evidence.Span, evidence.Sentence).ShouldBeTrue();
            }

            foreach (var argument in fact.Arguments.Where(argument => argument.Span is not null))
            {
                IsWithin(argument.Span, document.Lines[argument.Line - 1].Span).ShouldBeTrue();
                argument.Span.End.ShouldBeGreaterThan(argument.Span.Start);
            }
        }

        var content = document
            .Facts.Single(fact => fact.Type == FactType.Statement && Value(fact, "content") == Said)
            .Arguments.Single(argument => argument.Name == "content");
        text[content.Span.Start..content.Span.End].Normalize().ShouldBe(Said);
    }

    [Fact]
    public async Task DescribePipeline_NamesEveryTypeOfFacts()
    {
        var described = await service.Client.DescribePipelineAsync(new DescribePipelineRequest());
        described.FactTypes.Count.ShouldBe(Enum.GetValues<FactType>().Length - 1);
        described.FactTypes.ShouldContain("diplomatic_relation");
    }

    static bool IsWithin(TextSpan inner, TextSpan outer) => inner.Start >= outer.Start && inner.End <= outer.End && inner.Start < inner.End;

    static string? Value(Fact fact, string name) => fact.Arguments.FirstOrDefault(argument => argument.Name == name)?.Value;

    async Task<Document> AnalyzeAsync(string text, params Feature[] features) =>
        (await service.Client.AnalyzeAsync(new AnalyzeRequest { Text = text, Features = { features } })).Document;
}
