using NewsApi.Language.Documents;
using NewsApi.Language.Zoning.Metadata;

namespace NewsApi.Language.Tests.Zoning.Metadata;

/// <summary>A time line is missing: what do the words of the article tell?</summary>
public sealed class PublishedInferenceTests
{
    static readonly MetadataReader Reader = MetadataReader.Load();

    [Theory]
    [InlineData("Giá cà phê hôm nay 13/3/2024: vượt mốc cũ", "2024-03-13")]
    [InlineData("Giá vàng hôm nay, ngày 5-11-2019 giảm nhẹ", "2019-11-05")]
    [InlineData("Hà Nội, ngày 28/11/2012 - Tổng công ty công bố kết quả.", "2012-11-28")]
    [InlineData("TP. Hồ Chí Minh, 3/7/2020 – Hội chợ khai mạc.", "2020-07-03")]
    [InlineData("Trong hai ngày 24 và 25/3/2015, Đảng bộ xã tiến hành đại hội, nhiệm kỳ 2015 - 2020.", "2015")]
    [InlineData("Bước sang năm 2011, bến phà sẽ chạy thêm chuyến đêm.", "2011")]
    [InlineData("Năm 2017, sẽ mở thêm hai lớp học nghề đan lát.", "2017")]
    [InlineData("Con đê được đắp năm 2007 vẫn còn vững.", null)]
    [InlineData("Ông giữ chức trong nhiệm kỳ 2021-2023.", null)]
    [InlineData("Ngày 2/9/1945, tại Quảng trường Ba Đình, bản Tuyên ngôn được đọc.", null)]
    [InlineData("Ngày 31/2/2019, xe dừng ở km 12.", null)]
    [InlineData("Ngày 6-7, đoàn làm việc với xã.", null)]
    public void Read_WithoutTimeLine_TellsWhatTheTextTells(string paragraph, string? expected) =>
        Reader
            .Read(ZonedPages.Of((LineRole.Title, "Một tựa bài không có ngày"), (LineRole.Paragraph, paragraph)))
            .PublishedInferred.ShouldBe(expected);

    [Fact]
    public void Read_LaterYearInTheText_TellsNothing() =>
        Reader
            .Read(
                ZonedPages.Of(
                    (LineRole.Paragraph, "Ngày 3/2/2009, cây cầu khởi công."),
                    (LineRole.Paragraph, "Đến tháng 6 năm 2016 cầu vẫn chưa xong.")
                )
            )
            .PublishedInferred.ShouldBeNull();

    [Fact]
    public void Read_WithTimeLine_InfersNothing() =>
        Reader
            .Read(ZonedPages.Of((LineRole.Published, "08:30 12/05/2024"), (LineRole.Paragraph, "Bước sang năm 2024, xã sẽ làm đường.")))
            .PublishedInferred.ShouldBeNull();
}
