using NewsApi.Language.Segmentation;

namespace NewsApi.Language.Tests.Segmentation;

public sealed class SyllableSoundsTests
{
    [Theory]
    [InlineData("trớ", "trêu")]
    [InlineData("ngẩn", "ngơ")]
    [InlineData("ồn", "ào")]
    public void Of_SyllablesThatBeginAlike_HaveTheSameOnset(string first, string second) =>
        SyllableSounds.Of(first).Onset.ShouldBe(SyllableSounds.Of(second).Onset);

    [Theory]
    [InlineData("lung", "tung")]
    [InlineData("bối", "rối")]
    [InlineData("lác", "đạc")]
    public void Of_SyllablesThatRhyme_HaveTheSameRhyme(string first, string second) =>
        SyllableSounds.Of(first).Rhyme.ShouldBe(SyllableSounds.Of(second).Rhyme);

    [Theory]
    [InlineData("mù", "mũ")]
    [InlineData("long", "lông")]
    [InlineData("da", "đa")]
    public void Of_OtherSyllables_Differ(string first, string second) => SyllableSounds.Of(first).ShouldNotBe(SyllableSounds.Of(second));

    [Fact]
    public void Of_Tones_AreNumbered() =>
        "ma mà má mả mã mạ".Split(' ').Select(syllable => (int)SyllableSounds.Of(syllable).Tone).ShouldBe([0, 1, 2, 3, 4, 5]);
}
