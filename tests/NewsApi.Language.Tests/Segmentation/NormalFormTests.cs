using NewsApi.Language.Documents;
using NewsApi.Language.Segmentation;
using NewsApi.Text;

namespace NewsApi.Language.Tests.Segmentation;

public sealed class NormalFormTests
{
    [Theory]
    [InlineData("Hoà bình", "hòa bình")]
    [InlineData("thuỷ", "thủy")]
    [InlineData("KHOẺ", "khỏe")]
    [InlineData("Uỷ\u00A0ban", "ủy ban")]
    [InlineData("hòa \u2003 bình", "hòa bình")]
    [InlineData("Thuở", "thuở")]
    [InlineData("Quý", "quý")]
    [InlineData("QUỶ", "quỷ")]
    [InlineData("Già", "già")]
    [InlineData("toàn", "toàn")]
    [InlineData("hoà-bình", "hòa-bình")]
    // Letters that are no Vietnamese syllable keep their marks where they are.
    [InlineData("Eloà", "eloà")]
    [InlineData("zoè", "zoè")]
    public void Of_Words_AreInSmallLettersWithOneTonePlacement(string word, string expected) => ShouldBe(word, TokenKind.Word, expected);

    [Theory]
    [InlineData("Hà Nội", "Hà Nội")]
    [InlineData("HÀ NỘI", "Hà Nội")]
    [InlineData("AN GIANG", "An Giang")]
    [InlineData("ĐẮK LẮK", "Đắk Lắk")]
    [InlineData("HOÀ", "Hòa")]
    [InlineData("Hoà Lộc", "Hòa Lộc")]
    [InlineData("ỦY BAN", "Ủy Ban")]
    [InlineData("UỶ BAN", "Ủy Ban")]
    [InlineData("Uỷ ban", "Ủy ban")]
    [InlineData("NGUYỄN VĂN A", "Nguyễn Văn A")]
    [InlineData("HÀ\u00A0NỘI FC", "Hà Nội FC")]
    // What may be an abbreviation stays one.
    [InlineData("TP.HCM", "TP.HCM")]
    [InlineData("HĐND", "HĐND")]
    [InlineData("UBND HÀ NỘI", "UBND Hà Nội")]
    [InlineData("NATO", "NATO")]
    [InlineData("AI", "AI")]
    [InlineData("McDonald", "McDonald")]
    [InlineData("DONALD TRUMP", "DONALD TRUMP")]
    public void Of_Names_KeepTheCapitalsOfNames(string word, string expected) => ShouldBe(word, TokenKind.Name, expected);

    [Theory]
    [InlineData("https://A.vn/Hoà", TokenKind.Symbol)]
    [InlineData("…", TokenKind.Punctuation)]
    [InlineData("1.234,5", TokenKind.Number)]
    [InlineData("\uD800", TokenKind.Word)]
    [InlineData("😀", TokenKind.Symbol)]
    public void Of_MarksSymbolsAndNumbers_AreThemselves(string word, TokenKind kind) => ShouldBe(word, kind, word);

    [Theory]
    [InlineData("Hoà Bình", TokenKind.Name)]
    [InlineData("Uỷ\u00A0ban NHÂN DÂN", TokenKind.Word)]
    [InlineData("UBND TỈNH AN GIANG", TokenKind.Name)]
    public void Of_ANormalForm_IsNull(string word, TokenKind kind)
    {
        var normal = NormalForm.Of(word, Folding.Fold(word), kind).ShouldNotBeNull();
        NormalForm.Of(normal, Folding.Fold(normal), kind).ShouldBeNull();
    }

    [Fact]
    public void Analyze_ADecomposedPage_GivesTheNormalFormWhereTheSliceDiffers()
    {
        var text = "Trường làng mong được hoà bình\n\nMọi người ở đây mong muốn được sống yên vui, ông Lê An nói.".Normalize(
            System.Text.NormalizationForm.FormD
        );
        var tokens = LanguagePipeline
            .Load()
            .Analyze(text, AnalysisFeatures.Tokens)
            .Sentences.SelectMany(sentence => sentence.Tokens)
            .ToList();
        tokens.ShouldNotBeEmpty();
        tokens.ShouldAllBe(token => token.Normal == null || token.Normal != token.Span.Slice(text));
        tokens.ShouldAllBe(token => (token.Normal ?? token.Span.Slice(text)).IsNormalized(System.Text.NormalizationForm.FormC));
        tokens.Select(token => token.Normal ?? token.Span.Slice(text)).ShouldContain("hòa bình");
    }

    // Null is the token's own text.
    static void ShouldBe(string word, TokenKind kind, string expected) =>
        NormalForm.Of(word, Folding.Fold(word), kind).ShouldBe(expected == word ? null : expected);
}
