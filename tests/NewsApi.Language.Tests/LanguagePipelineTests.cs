using NewsApi.Language.Documents;

namespace NewsApi.Language.Tests;

public sealed class LanguagePipelineTests
{
    const string Page = """
        Trang chủ Xã hội
        Khánh thành cây cầu gỗ Bến Sậy sau hai năm chờ đợi
        Thứ Hai, 12/05/2025 - 10:30

        Cây cầu gỗ dài 40 m nối hai ấp bị chia cắt từ trận lũ năm ngoái đã thông xe sáng 12/5, trong niềm vui của hơn 300 hộ dân hai bên rạch.

        Sáng 12/5, ủy ban xã Bến Sậy khánh thành cây cầu gỗ dài 40 m bắc qua rạch, nối hai ấp bị chia cắt từ trận lũ năm ngoái và rút ngắn đường đến trường.

        Cây cầu gỗ do dân hai ấp góp 3.000 ngày công dựng nên trong bốn tháng; gỗ lấy từ ngôi đình cũ, đinh và dây cáp do các chủ ghe trong xã Bến Sậy tặng lại.

        Nguyễn Hà (TTXVN)
        """;

    static readonly LanguagePipeline Pipeline = LanguagePipeline.Load();

    [Fact]
    public void Analyze_Article_ReadsIt()
    {
        var document = Pipeline.Analyze(Page);

        (document.Kind, document.Language).ShouldBe((PageKind.Article, "vi"));
        document.Metadata.Title?.Text.ShouldBe("Khánh thành cây cầu gỗ Bến Sậy sau hai năm chờ đợi");
        document.Metadata.Published.ShouldBe(new DateTimeOffset(2025, 5, 12, 10, 30, 0, TimeSpan.FromHours(7)));
        document.Metadata.Authors.ShouldHaveSingleItem().Text.ShouldBe("Nguyễn Hà");
        document.Metadata.Agency.ShouldBe("TTXVN");
        document.Lines.Count.ShouldBe(11);
    }

    [Theory]
    [InlineData(AnalysisFeatures.None, false, false, false)]
    [InlineData(AnalysisFeatures.Sentences, true, false, false)]
    [InlineData(AnalysisFeatures.Tokens, true, true, false)]
    [InlineData(AnalysisFeatures.Explanations, false, false, true)]
    [InlineData(AnalysisFeatures.All, true, true, true)]
    public void Analyze_Features_AreWhatIsComputedBeyondLines(AnalysisFeatures features, bool sentences, bool tokens, bool explanations)
    {
        var document = Pipeline.Analyze(Page, features);

        (
            document.Sentences.Count > 0,
            document.Sentences.Any(sentence => sentence.Tokens.Count > 0),
            document.Explanations.Count > 0
        ).ShouldBe((sentences, tokens, explanations));
    }

    [Fact]
    public void Analyze_Explanations_AccountForEachLine()
    {
        var document = Pipeline.Analyze(Page, AnalysisFeatures.Explanations);

        document
            .Explanations.Select(line => (line.Line, line.Role))
            .ShouldBe(document.Lines.Where(line => line.Role != LineRole.Blank).Select(line => (line.Number, line.Role)));
        document.Explanations.ShouldAllBe(line => line.Role != line.RunnerUp && line.Margin >= 0 && line.Features.Count > 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    public void Analyze_NoText_IsNoArticle(string text) => Pipeline.Analyze(text).Kind.ShouldBe(PageKind.Other);

    [Fact]
    public void Analyze_EnglishArticle_IsEnglish() =>
        Pipeline
            .Analyze(
                """
                Wooden bridge opens in the delta after two years

                The 40-metre bridge links two hamlets that were cut off in the flood of last year, and it is the first in the area that was built by the people.

                The people of the two hamlets worked on the bridge for four months, with wood that was taken from the old communal house and with nails given by the owners of boats.
                """
            )
            .Language.ShouldBe("en");

    [Fact]
    public void Analyze_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Should.Throw<OperationCanceledException>(() => Pipeline.Analyze(Page, AnalysisFeatures.All, source.Token));
    }

    [Fact]
    public void Version_NamesTheDeclaredOneAndAHashOfTheData() =>
        Pipeline.Version.ShouldMatch($"^{LanguagePipeline.DeclaredVersion}\\+[0-9a-f]{{12}}$");
}
