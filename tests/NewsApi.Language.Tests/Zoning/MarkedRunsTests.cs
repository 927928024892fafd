using NewsApi.Language.Zoning;

namespace NewsApi.Language.Tests.Zoning;

public sealed class MarkedRunsTests
{
    const string First = "Xã đảo có điện lưới sau ba năm chờ đợi";
    const string Second = "Chợ cá Gành Nhỏ dời về bến mới";
    const string Text =
        "Bà con kể lại chuyện cũ trong buổi chiều nắng nhạt, khi chuyến đò cuối cùng đã rời bến và mấy đứa trẻ còn ngồi lại trên bậc đá, chờ "
        + "người lớn gọi về ăn cơm tối.";

    static MarkedRun[] Find(params string[] lines) => MarkedRuns.Find(ZonedPages.Page(lines));

    [Fact]
    public void Find_TitlesUnderAHeadingInTheText_AreCountedForAll()
    {
        var runs = Find(Text, "Tin liên quan", First, Second, Text);

        runs.Select(run => run.Part).ShouldBe([MarkedPart.None, MarkedPart.Mark, MarkedPart.Title, MarkedPart.Title, MarkedPart.None]);
        runs[1..4].ShouldAllBe(run => run.Titles == 2 && run.IsHeading && run.IsTextBehind);
    }

    [Fact]
    public void Find_OneTitleUnderAMarker_IsNoList()
    {
        var runs = Find(Text, "Xem thêm:", First, Text);

        (runs[1].Titles, runs[1].IsMarker, runs[2].Part).ShouldBe((1, true, MarkedPart.Title));
    }

    [Fact]
    public void Find_TitleThatComesTwice_CountsOnce() => Find("Tin liên quan", First, First, Second)[0].Titles.ShouldBe(2);

    [Fact]
    public void Find_RunAtThePagesEnd_HasNoTextBehind() => Find(Text, "Tin liên quan", First, Second)[1].IsTextBehind.ShouldBeFalse();

    [Fact]
    public void Find_NextMark_BeginsAnotherRun()
    {
        var runs = Find("Tin liên quan", First, "Đọc nhiều", First, Second);

        (runs[0].Titles, runs[2].Titles, runs[2].Part).ShouldBe((1, 2, MarkedPart.Mark));
    }

    [Fact]
    public void Find_NoMark_FindsNothing() => Find(Text, First, Second, Text).ShouldAllBe(run => run.Part == MarkedPart.None);
}
