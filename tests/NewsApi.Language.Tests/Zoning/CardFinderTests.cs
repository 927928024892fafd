using NewsApi.Language.Zoning;

namespace NewsApi.Language.Tests.Zoning;

/// <summary>Cards are found by their period alone: the titles here hold no word that sites print around an article.</summary>
public sealed class CardFinderTests
{
    const string First = "Người giữ lửa lò rèn cuối cùng của làng Đa Sỹ";
    const string Second = "Cầu treo Bến Sậy thông xe sau hai năm chờ đợi";
    const string Third = "Mùa cá linh về sớm trên những cánh đồng đầu nguồn";
    const string Fourth = "Lớp học đàn miễn phí bên bờ kênh Vĩnh Tế";
    const string Summary = "Sáu mươi năm qua, tiếng búa của ông vẫn đều đặn vang lên mỗi sớm.";
    const string Text =
        "Sáng 12/5, ủy ban xã Bến Sậy khánh thành cây cầu gỗ dài 40 m bắc qua rạch, nối hai ấp bị chia cắt từ trận lũ năm ngoái và rút ngắn đường đến trường.";

    [Fact]
    public void Find_TitlesTwiceWithSummaries_AreCards() =>
        Parts(First, First, Summary, Second, Second, Summary)
            .ShouldBe([CardPart.Title, CardPart.Repeat, CardPart.Summary, CardPart.Title, CardPart.Repeat, CardPart.Summary]);

    [Fact]
    public void Find_TitleTwiceOnItsLine_IsACard() => Parts($"{First} {First}", Summary).ShouldBe([CardPart.Title, CardPart.Summary]);

    [Fact]
    public void Find_TitleThreeTimes_IsOneCard() => Parts(First, First, First).ShouldBe([CardPart.Title, CardPart.Repeat, CardPart.Repeat]);

    [Fact]
    public void Find_TitlesEachWithATime_AreCards() =>
        Parts(First, "14:00 | 07/02/2026 Làng nghề, nghệ nhân", Second, "15:20 | 07/02/2026 Xã hội")
            .ShouldBe([CardPart.Title, CardPart.Meta, CardPart.Title, CardPart.Meta]);

    [Fact]
    public void Find_TitlesWithTimeAndSummary_AreCards() =>
        Parts(First, "14:00 | 07/02/2026", Summary, Second, "15:20 | 07/02/2026", Summary)
            .ShouldBe([CardPart.Title, CardPart.Meta, CardPart.Summary, CardPart.Title, CardPart.Meta, CardPart.Summary]);

    [Fact]
    public void Find_OneTitleWithATime_IsTheHeadOfAnArticle() =>
        Parts(First, "14:00 | 07/02/2026", Text).ShouldBe([CardPart.None, CardPart.None, CardPart.None]);

    [Fact]
    public void Find_FourTitlesInARow_AreAList() =>
        Parts(Text, First, Second, Third, Fourth)
            .ShouldBe([CardPart.None, CardPart.ListedTitle, CardPart.ListedTitle, CardPart.ListedTitle, CardPart.ListedTitle]);

    [Fact]
    public void Find_ThreeTitlesInARow_MayBeHeadingsOrCaptions() => Parts(First, Second, Third).ShouldAllBe(part => part == CardPart.None);

    [Fact]
    public void Find_RunningText_IsNoCard() =>
        Parts(Text, Text.Replace("12/5", "13/5"), Text.Replace("12/5", "14/5")).ShouldAllBe(part => part == CardPart.None);

    [Fact]
    public void GroupSize_CardsInARow_AreCounted()
    {
        var cards = Of(First, First, Summary, Second, Second, Summary, Text, Third, Third);

        Enumerable.Range(0, 9).Select(cards.GroupSize).ShouldBe([2, 2, 2, 2, 2, 2, 0, 1, 1]);
    }

    [Fact]
    public void TitleOf_AnyPart_LeadsToTheCardsTitle()
    {
        var cards = Of(First, First, Summary, Text);

        Enumerable.Range(0, 4).Select(cards.TitleOf).ShouldBe([0, 0, 0, 3]);
    }

    static CardPart[] Parts(params string[] lines)
    {
        var cards = Of(lines);
        return [.. Enumerable.Range(0, lines.Length).Select(cards.PartOf)];
    }

    static CardFinder Of(params string[] lines)
    {
        var facts = ZonedPages.AllFacts(lines);
        return new CardFinder(facts, new Repetitions(facts));
    }
}
