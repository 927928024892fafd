using NewsApi.Language.Mentions;

namespace NewsApi.Language.Tests.Mentions;

public sealed class MentionTextTests
{
    [Fact]
    public void SpanOf_AnyRun_SlicesTheLine()
    {
        var text = TestLines.Read("Sáng 12/5, ủy ban xã Bến Sậy họp.");
        var start = TestLines.Find(text, "ủy");

        text.SpanOf(start, 5).Slice(text.Text).ShouldBe("ủy ban xã Bến Sậy");
        text.SpanOf(MentionText.First, text.End - MentionText.First).Slice(text.Text).ShouldBe(text.Text);
    }

    [Fact]
    public void ClassesOf_Phrases_AreThoseOfTheWholeRun()
    {
        var text = TestLines.Read("Hôm qua ủy ban xã Bến Sậy họp.");
        var (body, place) = (TestLines.Find(text, "ủy"), TestLines.Find(text, "Bến"));

        text.ClassesOf(body, 1).ShouldBe(NameClass.None);
        text.ClassesOf(body, 2).ShouldBe(NameClass.BodyHead);
        text.ClassesOf(body, 3).ShouldBe(NameClass.BodyHead);
        text.ClassesOf(place, 2).ShouldBe(NameClass.District);
        text.ClassesOf(place, 3).ShouldBe(NameClass.None);
    }

    [Fact]
    public void Marks_LongestPhraseOfAClass_HasItsBeginInsideAndEnd()
    {
        var text = TestLines.Read("Hôm qua ủy ban xã họp.");
        var start = TestLines.Find(text, "ủy");

        text.Begins[start].ShouldBe(NameClass.BodyHead);
        text.Insides[start + 1].ShouldBe(NameClass.BodyHead);
        text.Insides[start + 2].ShouldBe(NameClass.BodyHead);
        (text.Ends[start + 1], text.Ends[start + 2]).ShouldBe((NameClass.None, NameClass.BodyHead));
    }

    [Theory]
    [InlineData("Ông ra bến sậy.", "bến", 2, false)]
    [InlineData("Ông ra Bến Sậy.", "Bến", 2, true)]
    [InlineData("Cả hội ghe họp.", "hội", 2, false)]
    [InlineData("Cả Hội ghe họp.", "Hội", 2, true)]
    [InlineData("Ông Giám Đốc họp.", "Giám", 2, true)]
    public void ClassesOf_Names_NeedTheirCapitals(string line, string first, int length, bool isFound)
    {
        var text = TestLines.Read(line);

        (text.ClassesOf(TestLines.Find(text, first), length) != NameClass.None).ShouldBe(isFound);
    }

    [Fact]
    public void Enclosed_BracketsAndQuotes_AreTold()
    {
        var text = TestLines.Read("Hội (gọi là Ghe) nói: “Đủ rồi” và nghỉ.");

        text.Enclosed[TestLines.Find(text, "Ghe")].ShouldBe((byte)1);
        text.Enclosed[TestLines.Find(text, "Đủ")].ShouldBe((byte)2);
        text.Enclosed[TestLines.Find(text, "nói")].ShouldBe((byte)0);
        text.Enclosed[TestLines.Find(text, "nghỉ")].ShouldBe((byte)0);
    }

    [Fact]
    public void IsForeign_NoVietnameseSyllable_IsOne()
    {
        var text = TestLines.Read("Ông Dwright về Bến Sậy.");

        text.IsForeign[TestLines.Find(text, "Dwright")].ShouldBeTrue();
        text.IsForeign[TestLines.Find(text, "Bến")].ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Read_Nothing_HasNoPieces(string line) => TestLines.Read(line).End.ShouldBe(MentionText.First);
}
