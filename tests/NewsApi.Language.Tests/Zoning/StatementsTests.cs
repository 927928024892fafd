using NewsApi.Language.Zoning;

namespace NewsApi.Language.Tests.Zoning;

public sealed class StatementsTests
{
    const string Minister = "Bộ trưởng Bộ Y tế Trần Văn Lộc: Năm nay ngành cần giữ được mức tiêm chủng ở cả vùng sâu.";
    const string Chair = "Chủ tịch Hội Nông dân xã Lê Thị Hiền: Bà con chờ nước hơn chờ vốn, xin làm kênh trước.";
    const string Text = "Hội nghị kéo dài một ngày và kết thúc vào chiều tối, sau khi các bên ký biên bản ghi nhớ.";

    static bool[] Find(params string[] lines) => Statements.Find(ZonedPages.AllFacts(lines));

    [Fact]
    public void Find_DifferentSpeakersOneBehindTheOther_AreStatements() =>
        Find(Text, Minister, Chair, Text).ShouldBe([false, true, true, false]);

    [Fact]
    public void Find_SecondParagraphBetween_IsBridged() => Find(Minister, Text, Chair).ShouldBe([true, false, true]);

    [Fact]
    public void Find_SpeakersFarApart_AreNone() => Find(Minister, Text, Text, Chair).ShouldAllBe(isStatement => !isStatement);

    [Fact]
    public void Find_SpeakersWhoComeAgain_TakeTurns() =>
        Find(Minister, Chair, "Bộ trưởng Bộ Y tế Trần Văn Lộc: Kênh sẽ khởi công ngay trong quý này, tôi đã ký rồi.")
            .ShouldAllBe(isStatement => !isStatement);

    [Fact]
    public void Find_PersonsWithoutPosition_AreNone() =>
        Find("Ông Trần Văn Lộc: Năm nay chúng tôi giữ được mức cũ.", "Bà Lê Thị Hiền: Bà con chờ nước hơn chờ vốn, xin làm kênh.")
            .ShouldAllBe(isStatement => !isStatement);
}
