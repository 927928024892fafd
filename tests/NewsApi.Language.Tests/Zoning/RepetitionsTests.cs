using NewsApi.Language.Zoning;

namespace NewsApi.Language.Tests.Zoning;

public sealed class RepetitionsTests
{
    const string Title = "Trường làng mở thư viện trong khoang thuyền cũ";
    const string Other = "Cầu treo Bến Sậy thông xe sau hai năm";

    [Fact]
    public void Same_TextsThatDifferInCaseTonePlacementAndEndMarks_AreOne()
    {
        var repeats = Of(
            "Hoà bình trở lại vùng biên",
            "HÒA BÌNH TRỞ LẠI VÙNG BIÊN.",
            "“Hòa bình trở lại vùng biên”",
            "Hòa bình trở lại vùng biển"
        );

        (repeats.Same(0, 1), repeats.Same(0, 2), repeats.Same(0, 3)).ShouldBe((true, true, false));
    }

    [Fact]
    public void SameAsNext_TitleTwiceInARow_IsSeenFromBoth()
    {
        var repeats = Of(Title, Title, Other);

        (repeats.SameAsNext(0), repeats.SameAsPrevious(1), repeats.SameAsNext(1), repeats.SameAsPrevious(0)).ShouldBe(
            (true, true, false, false)
        );
    }

    [Fact]
    public void SameAsNext_OneLineBetween_IsSeenAtDistanceTwo()
    {
        var repeats = Of(Title, "3 phút", Title);

        (repeats.SameAsNext(0), repeats.SameAsNext(0, 2), repeats.SameAsPrevious(2, 2)).ShouldBe((false, true, true));
    }

    [Fact]
    public void HasLater_HeadlineThatReturnsAsCaption_IsSeenFromAfar()
    {
        var repeats = Of(Title, Other, Title + ".");

        (repeats.HasLater(0), repeats.HasEarlier(2), repeats.HasLater(2), repeats.HasEarlier(1)).ShouldBe((true, true, false, false));
    }

    [Fact]
    public void HasLater_ShortLines_AreNotRepeatsThoughTheyAreTheSame()
    {
        var repeats = Of("Xem thêm", Other, "Xem thêm");

        (repeats.HasLater(0), repeats.Same(0, 2)).ShouldBe((false, true));
    }

    [Theory]
    [InlineData("Trường làng mở thư viện trong ...", true)]
    [InlineData("Trường làng mở thư viện trong…", true)]
    [InlineData("Trường làng mở cửa", false)]
    [InlineData("Trường làng", false)]
    public void IsCutOf_BeginningOfTheOtherText_IfItIsLongEnough(string cut, bool isCut)
    {
        var repeats = Of(Title, cut);

        (repeats.IsCutOf(0, 1), repeats.IsCutOf(1, 0)).ShouldBe((isCut, isCut));
    }

    static Repetitions Of(params string[] lines) => new(ZonedPages.AllFacts(lines));
}
