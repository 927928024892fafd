using NewsApi.Evaluation.Measures;
using Shouldly;

namespace NewsApi.Evaluation.Tests.Measures;

public sealed class TextNormalizerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\u00a0\u001f ", "")]
    [InlineData("  Bộ  Ngoại\n giao ", "bộ ngoại giao")]
    [InlineData("Ho\u0061\u0300 B\u0069\u0300nh", "hoà bình")]
    [InlineData("STRASSE Straße", "strasse strasse")]
    [InlineData("ΣΑΣ σας", "σασ σασ")]
    public void Normalize_AnyText_ComposesCollapsesAndFolds(string text, string normal) => TextNormalizer.Normalize(text).ShouldBe(normal);

    [Fact]
    public void Normalize_TonePlacements_StayApart() => TextNormalizer.Normalize("Hoà").ShouldNotBe(TextNormalizer.Normalize("Hòa"));

    [Theory]
    [InlineData("nghị quyết 18-nq/tw", new[] { "nghị", "quyết", "18", "nq", "tw" })]
    [InlineData("a_b, “m²” …", new[] { "a_b", "m²" })]
    [InlineData("q\u0323x", new[] { "q", "x" })]
    [InlineData(" .,", new string[0])]
    public void Tokens_NormalForm_AreRunsOfLettersNumbersAndUnderscores(string normal, string[] tokens) =>
        TextNormalizer.Tokens(normal).ShouldBe(tokens);

    [Theory]
    [InlineData("1.800 và 2,5 tỷ", new[] { "1800", "25" })]
    [InlineData("184/193", new[] { "184", "193" })]
    [InlineData(".5 5. 1.,2", new[] { "5", "5", "1", "2" })]
    [InlineData("hai", new string[0])]
    public void Digits_NormalForm_JoinsDigitsPartedByOneMark(string normal, string[] digits) =>
        TextNormalizer.Digits(normal).ShouldBe(digits);

    [Theory]
    [InlineData("", "", 1)]
    [InlineData("một", "", 0)]
    [InlineData("một hai", "hai một", 1)]
    [InlineData("một một hai", "một hai ba", 2.0 / 3)]
    public void TokenF1_TwoTexts_CountsRepetitions(string left, string right, double expected) =>
        TextNormalizer.TokenF1(TextNormalizer.CountTokens(left), TextNormalizer.CountTokens(right)).ShouldBe(expected);
}
