using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Tests.Lexicons;

public sealed class WordSetTests
{
    static readonly WordSet Words = new(["Hoà bình", "ủy ban nhân dân", "Huế"]);

    [Theory]
    [InlineData("hòa bình", true)]
    [InlineData("HOÀ BÌNH", true)]
    [InlineData("Uỷ ban nhân dân", true)]
    [InlineData("huế", true)]
    [InlineData("hue", false)]
    [InlineData("ủy ban", false)]
    public void Contains_Folded_WhateverCaseAndTonePlacement(string word, bool contains) =>
        Words.Contains(Folding.Fold(word)).ShouldBe(contains);

    [Fact]
    public void LongestSyllables_IsThatOfTheLongestPhrase() => Words.LongestSyllables.ShouldBe(4);
}
