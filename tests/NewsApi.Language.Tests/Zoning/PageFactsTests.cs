using NewsApi.Language.Zoning;

namespace NewsApi.Language.Tests.Zoning;

public sealed class PageFactsTests
{
    const string Headline = "Khánh thành cây cầu gỗ Bến Sậy sau hai năm chờ đợi";

    const string First =
        "Sáng 12/5, ủy ban xã Bến Sậy khánh thành cây cầu gỗ dài 40 m bắc qua rạch, nối hai ấp bị chia cắt từ trận lũ năm ngoái và rút ngắn đường đến trường.";

    const string Second =
        "Cây cầu gỗ do dân hai ấp góp 3.000 ngày công dựng nên trong bốn tháng; gỗ lấy từ ngôi đình cũ, đinh và dây cáp do các chủ ghe trong xã Bến Sậy tặng lại.";

    static readonly string[] Others =
    [
        "Người giữ lửa lò rèn cuối cùng của làng Đa Sỹ",
        "Mùa cá linh về sớm trên những cánh đồng đầu nguồn",
        "Lớp học đàn miễn phí bên bờ kênh Vĩnh Tế",
        "Chợ nổi họp lại sau mùa nước kiệt",
        "Đội bóng làng chài vào chung kết giải tỉnh",
    ];

    [Fact]
    public void Of_Article_FindsCoreHeadlineAndFirstText()
    {
        var page = ZonedPages.Page(["Trang chủ > Xã hội", Headline, "13:16 | 14/12/2021", First, Second, .. Others]);

        (page.HasCore, page.CoreStart, page.CoreEnd, page.CoreLength).ShouldBe((true, 3, 4, First.Length + Second.Length));
        (page.Headline, page.FirstText).ShouldBe((1, 3));
    }

    [Fact]
    public void Of_TeaserInsideTheBody_CoreGoesOnBehindIt()
    {
        var page = ZonedPages.Page(Headline, First, Others[0], Second);

        (page.CoreStart, page.CoreEnd).ShouldBe((1, 3));
    }

    [Fact]
    public void Of_ManyTitlesBetweenTwoTexts_CoreIsTheLongerOne()
    {
        var page = ZonedPages.Page([First, .. Others, First.Replace("12/5", "13/5"), Second]);

        (page.CoreStart, page.CoreEnd).ShouldBe((6, 7));
    }

    [Fact]
    public void Of_ListingOfTitles_HasNoCore()
    {
        var page = ZonedPages.Page(Others);

        (page.HasCore, page.CoreLength, page.FirstText).ShouldBe((false, 0, -1));
    }

    [Fact]
    public void Of_BlankLines_AreCountedBeforeEachLineAndAtTheEnd()
    {
        var page = ZonedPages.Page("", "", Headline, First, " \u200B", Second, "", "");

        page.Lines.Count.ShouldBe(3);
        page.BlanksBefore.ShouldBe([2, 0, 1]);
        page.BlanksAtEnd.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TypicalBlanks_TellsWhetherParagraphsStandApart(bool apart)
    {
        string[] lines = apart ? [Headline, "", First, "", Second] : [Headline, "", First, Second, First.Replace("12/5", "13/5")];

        ZonedPages.Page(lines).TypicalBlanks.ShouldBe(apart);
    }

    [Fact]
    public void CardPartOf_PagesOwnHeadlineTwice_IsNoCardOfAnother()
    {
        var page = ZonedPages.Page(Headline, Headline, First, Second, Others[0], Others[0]);

        (page.CardPartOf(0), page.CardPartOf(1)).ShouldBe((CardPart.None, CardPart.None));
        (page.CardPartOf(4), page.CardPartOf(5)).ShouldBe((CardPart.Title, CardPart.Repeat));
    }

    [Fact]
    public void HasMessage_WordsOfAnErrorPage_AreSeen()
    {
        ZonedPages.Page("404", "Không tìm thấy trang").HasMessage.ShouldBeTrue();
        ZonedPages.Page(Headline, First).HasMessage.ShouldBeFalse();
    }

    [Fact]
    public void Of_PageWithoutText_HasNothing()
    {
        var page = ZonedPages.Page("", "  ");

        (page.Lines.Count, page.HasCore, page.Headline, page.BlanksAtEnd).ShouldBe((0, false, -1, 2));
    }
}
