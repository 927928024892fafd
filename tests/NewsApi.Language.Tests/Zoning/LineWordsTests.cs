using NewsApi.Language.Zoning;

namespace NewsApi.Language.Tests.Zoning;

public sealed class LineWordsTests
{
    [Fact]
    public void Add_Line_GivesNumbersBehindTheOffsetEachOnce()
    {
        var features = Of("chia sẻ bài viết bài viết", 1_000);

        features.ShouldAllBe(feature => feature >= 1_000 && feature < 1_000 + LineWords.Buckets);
        features.Distinct().Count().ShouldBe(features.Count);
    }

    [Fact]
    public void Add_LineWithoutLetterOrDigit_GivesNone() => Of("--- * ---").ShouldBeEmpty();

    [Theory]
    [InlineData("12 bình luận", "47 bình luận")]
    [InlineData("chia sẻ", "  chia,   sẻ!")]
    public void Add_SameWordsOtherNumbersAndMarks_GiveTheSame(string one, string other) => Of(one).ShouldBe(Of(other));

    [Fact]
    public void Add_LongLine_LooksAtItsEndsOnly()
    {
        var middle = string.Join(' ', Enumerable.Repeat("xã", 400));

        var features = Of($"sáng nay tại {middle} nói rõ");

        features.ShouldBe(Of($"sáng nay tại {string.Join(' ', Enumerable.Repeat("huyện", 500))} nói rõ"));
        features.Count.ShouldBe(6);
    }

    [Fact]
    public void Name_NumberOfTheLine_TellsPlaceAndWord()
    {
        var names = Of("chia sẻ").Select(feature => LineWords.Name("chia sẻ", feature)).ToArray();

        names.ShouldContain("first-word.chia");
        names.ShouldContain("firsttwo-word.chia sẻ");
        names.ShouldContain("last-word.sẻ");
        names.ShouldContain("any-word.chia");
    }

    static List<int> Of(string key, int offset = 0)
    {
        var features = new List<int>();
        LineWords.Add(features, key, offset);
        return features;
    }
}
