using System.Globalization;
using NewsApi.Language.Documents;
using NewsApi.Language.Zoning.Metadata;

namespace NewsApi.Language.Tests.Zoning.Metadata;

public sealed class RelatedReaderTests
{
    static readonly RelatedReader Reader = RelatedReader.Load();

    [Theory]
    [InlineData("Khánh thành cột mốc đôi số 275", "Khánh thành cột mốc đôi số 275")]
    [InlineData("• Khánh thành cột mốc đôi số 275", "Khánh thành cột mốc đôi số 275")]
    [InlineData("»  Khánh thành cột mốc đôi số 275", "Khánh thành cột mốc đôi số 275")]
    [InlineData("- Khánh thành cột mốc đôi số 275", "Khánh thành cột mốc đôi số 275")]
    [InlineData("Khánh thành cột mốc đôi số 275 (17/11/2010)", "Khánh thành cột mốc đôi số 275")]
    [InlineData("Khánh thành cột mốc đôi số 275 (12.10.2011)", "Khánh thành cột mốc đôi số 275")]
    [InlineData("Khánh thành cột mốc đôi số 275 - 17/11/2010", "Khánh thành cột mốc đôi số 275")]
    [InlineData("Khánh thành cột mốc đôi số 275 - (17/11/2010)", "Khánh thành cột mốc đôi số 275")]
    [InlineData("22/07/2011 17:05 - Khánh thành cột mốc đôi số 275", "Khánh thành cột mốc đôi số 275")]
    [InlineData("07:30 Khánh thành cột mốc đôi số 275", "Khánh thành cột mốc đôi số 275")]
    [InlineData("21-08-2013Khánh thành cột mốc đôi số 275", "Khánh thành cột mốc đôi số 275")]
    [InlineData("21-08-2013 Khánh thành cột mốc đôi số 275", "Khánh thành cột mốc đôi số 275")]
    [InlineData("3. Khánh thành cột mốc đôi số 275", "Khánh thành cột mốc đôi số 275")]
    [InlineData("Đọc thêm: Khánh thành cột mốc đôi số 275", "Khánh thành cột mốc đôi số 275")]
    [InlineData(">> Xem thêm: Khánh thành cột mốc đôi số 275", "Khánh thành cột mốc đôi số 275")]
    [InlineData("Khánh thành cột mốc đôi số 275 Khánh thành cột mốc đôi số 275", "Khánh thành cột mốc đôi số 275")]
    public void Read_Item_GivesTheTitleWithoutWhatTheListDrawsAroundIt(string line, string title) =>
        Titles((LineRole.RelatedItem, line)).ShouldBe([title]);

    [Theory]
    [InlineData("5 cách giữ ấm cho người già")]
    [InlineData("01 người mất tích sau lũ quét")]
    [InlineData("Tặng hoa nhân Ngày Quốc tế Phụ nữ (8/3)")]
    [InlineData("8/3 của người thợ mỏ")]
    [InlineData("Hải Phòng: Gặp mặt kỷ niệm 93 năm Cách mạng Tháng Mười Nga")]
    [InlineData("Chùm ảnh: Những kỷ vật của Đại đội 333 lần đầu được trưng bày")]
    [InlineData("Năm mươi năm sau ngày 30/4/1975 - 30/4/2025")]
    [InlineData("Tuyển Việt Nam thắng 2-1")]
    public void Read_TitleThatLooksLikeMarks_StaysWhole(string line)
    {
        Titles((LineRole.RelatedItem, line)).ShouldBe([line]);
        Titles((LineRole.InlineRelated, line)).ShouldBe([line]);
    }

    [Fact]
    public void Read_RanksWithoutStops_AreTakenOffWhereTheListCountsOn() =>
        Titles(
                (LineRole.RelatedHeading, "Đọc nhiều"),
                (LineRole.RelatedItem, "1 Dòng sông cạn lộ xác tàu cổ"),
                (LineRole.RelatedItem, "2 Nhà khoa học nhận giải"),
                (LineRole.RelatedItem, "3Vì sao chim sẻ bỏ phố")
            )
            .ShouldBe(["Dòng sông cạn lộ xác tàu cổ", "Nhà khoa học nhận giải", "Vì sao chim sẻ bỏ phố"]);

    [Fact]
    public void Read_DaysWithoutYears_AreTakenOffWhereTheListHasThemInEachLine() =>
        Titles((LineRole.RelatedItem, "Cháy kho phế liệu (02/11)"), (LineRole.RelatedItem, "Giá vé tàu Tết tăng (01/11)"))
            .ShouldBe(["Cháy kho phế liệu", "Giá vé tàu Tết tăng"]);

    [Theory]
    [InlineData("Khánh thành cột mốc (17/11/2010)", "2010-11-17T00:00:00+07:00")]
    [InlineData("22/07/2011 17:05 - Khi nhà toán học đi chợ", "2011-07-22T17:05:00+07:00")]
    [InlineData("07:30 Gặp lại nữ trinh sát năm xưa", null)]
    [InlineData("Năm 2010 và những cột mốc", null)]
    public void Read_TimeOnTheTitlesLine_IsWhenItWasPublished(string line, string? published) =>
        Text(Reader.Read(ZonedPages.Of((LineRole.RelatedItem, line))).ShouldHaveSingleItem().Published).ShouldBe(published);

    [Fact]
    public void Read_Card_GivesTitleTimeCategoryAndSummary()
    {
        var card = Reader
            .Read(
                ZonedPages.Of(
                    (LineRole.RelatedHeading, "Cùng chuyên mục:"),
                    (LineRole.RelatedItem, "Người giữ lửa lò rèn Đa Sỹ"),
                    (LineRole.RelatedItem, "Người giữ lửa lò rèn Đa Sỹ"),
                    (LineRole.RelatedMeta, "14:00 | 07/02/2026 Làng nghề, nghệ nhân"),
                    (LineRole.RelatedSummary, "Sáu mươi năm, tiếng búa vẫn đều mỗi sớm.")
                )
            )
            .ShouldHaveSingleItem();

        (card.Title.Text, card.Title.Line, card.List, card.Inline).ShouldBe(("Người giữ lửa lò rèn Đa Sỹ", 2, "Cùng chuyên mục", false));
        card.AlsoLines.ShouldBe([3]);
        (Text(card.Published), card.Category, card.MetaLine).ShouldBe(("2026-02-07T14:00:00+07:00", "Làng nghề, nghệ nhân", 4));
        (card.Summary?.Text, card.Summary?.Line).ShouldBe(("Sáu mươi năm, tiếng búa vẫn đều mỗi sớm.", 5));
    }

    [Fact]
    public void Read_MetaWithoutTime_IsTheCategory()
    {
        var card = Reader
            .Read(ZonedPages.Of((LineRole.RelatedItem, "1. Đêm trắng ở chốt 72"), (LineRole.RelatedMeta, "Phóng sự")))
            .ShouldHaveSingleItem();

        (card.Category, card.Published).ShouldBe(("Phóng sự", null));
    }

    [Fact]
    public void Read_SecondHeading_OpensAnotherList() =>
        Reader
            .Read(
                ZonedPages.Of(
                    (LineRole.RelatedHeading, "TIN MỚI"),
                    (LineRole.RelatedItem, "Trâu bò chết rét"),
                    (LineRole.RelatedHeading, "TIN CŨ"),
                    (LineRole.RelatedItem, "Trâu bò chết rét")
                )
            )
            .Select(card => card.List)
            .ShouldBe(["TIN MỚI", "TIN CŨ"]);

    [Fact]
    public void Read_TeaserInTheBody_IsInlineWithItsSummaryAndInNoList()
    {
        var related = Reader.Read(
            ZonedPages.Of(
                (LineRole.RelatedHeading, "TIN NÓNG"),
                (LineRole.Paragraph, "Sáng 12/5, cầu mới thông xe."),
                (LineRole.InlineRelated, ">> Đọc thêm:"),
                (LineRole.InlineRelated, "Vào mùa, hồng xiêm không đủ bán"),
                (LineRole.InlineRelated, "Mỗi gốc cổ thụ cho 3 tạ trái, khách đặt trước cả tháng.")
            )
        );

        var teaser = related.ShouldHaveSingleItem();
        (teaser.Title.Text, teaser.Inline, teaser.List).ShouldBe(("Vào mùa, hồng xiêm không đủ bán", true, null));
        teaser.Summary?.Text.ShouldBe("Mỗi gốc cổ thụ cho 3 tạ trái, khách đặt trước cả tháng.");
    }

    [Fact]
    public void Read_TeasersApart_AreTwo() =>
        Titles(
            (LineRole.InlineRelated, "Vào mùa, hồng xiêm không đủ bán"),
            (LineRole.Paragraph, "Ông Lê An cho biết giá đã tăng."),
            (LineRole.InlineRelated, "Nuôi ếch trong ao lót bạt")
        )
            .Length.ShouldBe(2);

    [Fact]
    public void Read_Title_SpanSlicesThePage()
    {
        const string Line = "•  Khánh thành cột mốc (17/11/2010)";
        Reader
            .Read(ZonedPages.Of((LineRole.RelatedItem, Line)))
            .ShouldHaveSingleItem()
            .Title.Span.Slice(Line)
            .ShouldBe("Khánh thành cột mốc");
    }

    static string[] Titles(params (LineRole Role, string Text)[] lines) =>
        [.. Reader.Read(ZonedPages.Of(lines)).Select(card => card.Title.Text)];

    static string? Text(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
