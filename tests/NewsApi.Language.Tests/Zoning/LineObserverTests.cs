using NewsApi.Language.Zoning;

namespace NewsApi.Language.Tests.Zoning;

public sealed class LineObserverTests
{
    [Theory]
    [InlineData("Tin liên quan", LineShape.RelatedHeading)]
    [InlineData("Chú thích ảnh", LineShape.CaptionMarker)]
    [InlineData("13:16 | 14/12/2021 GMT+7", LineShape.DateOnly)]
    [InlineData("14:00 | 07/02/2026 Làng nghề, nghệ nhân", LineShape.DateWithRest)]
    [InlineData("TTXVN", LineShape.Source)]
    [InlineData("Trang chủ > Chính trị > Xã hội", LineShape.Category)]
    [InlineData("Các đại biểu tại hội nghị. Ảnh: Phương Hoa/TTXVN", LineShape.Credit)]
    [InlineData("Tuấn Anh - Nguyên Bảo (thực hiện)", LineShape.Byline)]
    [InlineData("Cầu treo Bến Sậy thông xe sau hai năm chờ đợi", LineShape.ShortOpen)]
    [InlineData("Cầu treo đã thông xe sau hai năm chờ đợi.", LineShape.ShortStop)]
    [InlineData("cau treo ben say thong xe", LineShape.Slug)]
    public void Observe_Line_HasTheShapeThatTellsMost(string line, LineShape shape) => ZonedPages.Facts(line).Shape.ShouldBe(shape);

    [Theory]
    [InlineData("Cầu đã thông xe.", LineEnd.Stop)]
    [InlineData("Hội nghị kết thúc chiều nay./.", LineEnd.Stop)]
    [InlineData("Cầu (dài 40 m.)", LineEnd.Stop)]
    [InlineData("Anh im lặng...", LineEnd.Ellipsis)]
    [InlineData("Anh im lặng…", LineEnd.Ellipsis)]
    [InlineData("Ai xây cầu?", LineEnd.Question)]
    [InlineData("Đẹp quá!", LineEnd.Exclamation)]
    [InlineData("Ông nói:", LineEnd.Colon)]
    [InlineData("Ông nói;", LineEnd.Comma)]
    [InlineData("Bài hát “Quê hương”", LineEnd.Quote)]
    [InlineData("Ông nói: “Lâu rồi.”", LineEnd.QuoteAfterStop)]
    [InlineData("Nguyễn Hà (Huế)", LineEnd.Bracket)]
    [InlineData("Cầu mới", LineEnd.Letter)]
    [InlineData("Năm 2024", LineEnd.Digit)]
    [InlineData("Tăng 25%", LineEnd.Other)]
    public void Observe_LastMark_IsTheEnd(string line, LineEnd end) => ZonedPages.Facts(line).End.ShouldBe(end);

    [Theory]
    [InlineData("“Lâu rồi”", LineStart.Quote)]
    [InlineData("(Ảnh minh họa)", LineStart.Bracket)]
    [InlineData("#baoso3", LineStart.Tag)]
    [InlineData("• Cầu mới", LineStart.Bullet)]
    [InlineData(">> Cầu mới", LineStart.Bullet)]
    [InlineData("Đường mới", LineStart.Upper)]
    [InlineData("đường mới", LineStart.Lower)]
    [InlineData("5 cây cầu", LineStart.Digit)]
    [InlineData("…", LineStart.Other)]
    public void Observe_FirstMark_IsTheStart(string line, LineStart start) => ZonedPages.Facts(line).Start.ShouldBe(start);

    [Theory]
    [InlineData("Trường làng mở thư viện Trường làng mở thư viện", 23)]
    [InlineData("Trường làng mở thư viện  Trường làng mở thư viện", 23)]
    [InlineData("Trường làng mở thư viện Trường làng mở thư viên", 0)]
    [InlineData("Bò ơi Bò ơi", 0)]
    public void Observe_OneTextTwice_HasTheLengthOfOne(string line, int length) => ZonedPages.Facts(line).DoubledLength.ShouldBe(length);

    [Theory]
    [InlineData("Sáng 14/12, tại Hà Nội, hội nghị khai mạc.", true)]
    [InlineData("Ngày 5/3, mưa lớn ở miền Trung.", true)]
    [InlineData("Sáng nay trời mưa.", false)]
    public void Observe_DayAtTheStart_IsHowNewsBegin(string line, bool opens) => ZonedPages.Facts(line).OpensWithDay.ShouldBe(opens);

    [Theory]
    [InlineData("Trưởng phòng Thủy lợi Hoàng Văn Quế: Ba xã nên cùng làm một chương trình.", true)]
    [InlineData("TS. Hoàng Văn Quế, Trưởng phòng Thủy lợi: Ba xã nên cùng làm một chương trình.", true)]
    [InlineData("Phó Chủ tịch huyện, Trưởng ban Thủy lợi Hoàng Văn Quế: Ba xã nên cùng làm một chương trình.", true)]
    [InlineData("Sau buổi họp, cả xã có mặt. Ông Hoàng Văn Quế, Trưởng phòng: Ba xã nên cùng làm một chương trình.", false)]
    [InlineData("Ông Lê An: Tôi đã chờ cây cầu này suốt hai mươi năm qua.", false)]
    [InlineData("Giá vàng hôm nay: Vàng miếng tăng mạnh, vàng nhẫn đi ngang.", false)]
    public void Observe_PositionAndNameBeforeAColon_IsABoxedStatement(string line, bool has) =>
        ZonedPages.Facts(line).HasNamedSpeaker.ShouldBe(has);

    [Theory]
    [InlineData("(TTXVN) - Sáng 14/12, hội nghị khai mạc tại Hà Nội.", true)]
    [InlineData("TTO - Sáng 14/12, hội nghị khai mạc tại Hà Nội.", true)]
    [InlineData("Hà Nội - thành phố vì hòa bình", false)]
    public void Observe_OutletBeforeADash_IsADateline(string line, bool has) => ZonedPages.Facts(line).HasOutletDateline.ShouldBe(has);

    [Theory]
    [InlineData("Hotline: 024 3825 1234", true)]
    [InlineData("Email: toasoan@bao.vn", true)]
    [InlineData("© 2024 Báo Mới", true)]
    [InlineData("Năm 2024 có 12 cơn bão", false)]
    public void Observe_AddressesAndNumbersToCall_AreSeen(string line, bool has) => ZonedPages.Facts(line).HasAddress.ShouldBe(has);

    [Fact]
    public void Observe_Shares_AreInPercent()
    {
        var facts = ZonedPages.Facts("Ủy ban Nhân dân xã 12");

        (facts.Syllables, facts.CapitalShare, facts.DigitShare).ShouldBe((6, 33, 9));
    }

    [Fact]
    public void Observe_Key_IsFoldedWithSingleBlanks() => ZonedPages.Facts("UỶ  BAN\u00A0Hoà  Bình").Key.ShouldBe("ủy ban hòa bình");
}
