using NewsApi.Language.Zoning;

namespace NewsApi.Language.Tests.Zoning;

public sealed class HardWrapTests
{
    const int Width = 60;

    const string Paragraph =
        "Sáng nay bà con ba ấp ven rạch ra đồng sớm hơn mọi ngày vì nước đã rút khỏi chân ruộng, mạ non còn kịp cấy dặm trước con nước rằm tới. "
        + "Hợp tác xã chia nhau từng đoạn bờ bao để đắp, người già ở nhà nấu cơm, trẻ con được nghỉ học một buổi theo thông báo của trường.";

    static string[] Wrap(string text, int width)
    {
        var lines = new List<string>();
        while (text.Length > width)
        {
            var end = text.LastIndexOf(' ', width);
            lines.Add(text[..end]);
            text = text[(end + 1)..];
        }

        return [.. lines, text];
    }

    [Fact]
    public void Join_PageBrokenAtFixedWidth_SeesEachLineByItsParagraph()
    {
        string[] wrapped = [.. Wrap(Paragraph, Width), .. Wrap(Paragraph, Width)];

        var page = ZonedPages.Page(["Bà con ra đồng sớm", .. wrapped]);

        page.Lines[0].WrapPart.ShouldBe(WrapPart.None);
        page.Lines[1].WrapPart.ShouldBe(WrapPart.First);
        page.Lines[2].WrapPart.ShouldBe(WrapPart.Middle);
        page.Lines[^1].WrapPart.ShouldBe(WrapPart.Last);
        page.Lines.Skip(1).ShouldAllBe(line => line.IsLongStop && line.Shape == LineShape.LongStop);
        page.Lines.Skip(1).ShouldAllBe(line => line.Text.Length <= Width);
    }

    [Fact]
    public void Join_PageWithWholeParagraphs_ChangesNothing() =>
        ZonedPages.Page("Bà con ra đồng sớm", Paragraph, Paragraph, "Lê An").Lines.ShouldAllBe(line => line.WrapPart == WrapPart.None);

    [Fact]
    public void Join_RowOfShortTitles_ChangesNothing() =>
        ZonedPages
            .Page([.. Enumerable.Range(1, 20).Select(i => $"Xã thứ {i} khánh thành trạm bơm mới trước mùa mưa")])
            .Lines.ShouldAllBe(line => line.WrapPart == WrapPart.None);
}
