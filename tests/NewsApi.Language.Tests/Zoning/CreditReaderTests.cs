using NewsApi.Language.Zoning;
using NewsApi.Text;

namespace NewsApi.Language.Tests.Zoning;

public sealed class CreditReaderTests
{
    static readonly CreditReader Reader = CreditReader.Load();

    [Theory]
    [InlineData("Các đại biểu tại hội nghị. Ảnh: Phương Hoa/TTXVN", "Các đại biểu tại hội nghị.", "Phương Hoa/TTXVN")]
    [InlineData("Các đại biểu tại hội nghị. (Ảnh: TTXVN)", "Các đại biểu tại hội nghị.", "TTXVN")]
    [InlineData("Các đại biểu tại hội nghị (Ảnh: Phương Hoa/TTXVN).", "Các đại biểu tại hội nghị", "Phương Hoa/TTXVN")]
    [InlineData("Phút chia tay ở đầu bản - Ảnh: Lê Duy", "Phút chia tay ở đầu bản", "Lê Duy")]
    [InlineData("Các đại biểu tại hội nghị - Ảnh VGP", "Các đại biểu tại hội nghị", "VGP")]
    [InlineData("Các đại biểu tại hội nghị. Ảnh: VGP/Nhật Bắc", "Các đại biểu tại hội nghị.", "VGP/Nhật Bắc")]
    [InlineData("Trái Đất nhìn từ trạm vũ trụ. Nguồn: NASA", "Trái Đất nhìn từ trạm vũ trụ.", "NASA")]
    [InlineData("Rối loạn giấc ngủ khi học trực tuyến. (Ảnh minh họa: Internet)", "Rối loạn giấc ngủ khi học trực tuyến.", "Internet")]
    [InlineData("Hiện trường vụ tai nạn. Ảnh: C.T.V", "Hiện trường vụ tai nạn.", "C.T.V")]
    [InlineData("Một giường bệnh phải xếp ba cháu. Ảnh: N.P.", "Một giường bệnh phải xếp ba cháu.", "N.P.")]
    [InlineData("Một giường bệnh phải xếp ba cháu. Ảnh: TTXVN.", "Một giường bệnh phải xếp ba cháu.", "TTXVN")]
    [InlineData("Ván khắc cổ (Ảnh: T.L)", "Ván khắc cổ", "T.L")]
    [InlineData("Hai bên ký bản ghi nhớ. Ảnh: Phan Hoài - PV TTXVN tại Sofia", "Hai bên ký bản ghi nhớ.", "Phan Hoài - PV TTXVN tại Sofia")]
    [InlineData("ẢNH: LÂM VIÊN", "", "LÂM VIÊN")]
    [InlineData("Minh họa: Đỗ Cao", "", "Đỗ Cao")]
    public void Read_CaptionWithCredit_PartsThem(string line, string text, string name)
    {
        var credit = Reader.Read(line, Folding.Fold(line)).ShouldNotBeNull();

        (credit.Text.Slice(line), credit.Name.Slice(line)).ShouldBe((text, name));
    }

    [Theory]
    [InlineData("Các em nhỏ bên mô hình cầu. Ảnh minh họa", "Các em nhỏ bên mô hình cầu.")]
    [InlineData("Các em nhỏ bên mô hình cầu (Ảnh tư liệu)", "Các em nhỏ bên mô hình cầu")]
    [InlineData("Các em nhỏ bên mô hình cầu. NVCC", "Các em nhỏ bên mô hình cầu.")]
    public void Read_CreditWithoutAName_GivesTheTextBeforeIt(string line, string text)
    {
        var credit = Reader.Read(line, Folding.Fold(line)).ShouldNotBeNull();

        (credit.Text.Slice(line), credit.Name.IsEmpty).ShouldBe((text, true));
    }

    [Theory]
    [InlineData("Ảnh chụp từ trên cao cho thấy con đập đã vỡ.")]
    [InlineData("Ông Lê An cho xem bức ảnh cũ của gia đình")]
    [InlineData("Sáng 12/5, ủy ban xã Bến Sậy khánh thành cây cầu gỗ dài 40 m.")]
    [InlineData("Bộ ảnh Hà Nội xưa gây sốt")]
    [InlineData("Nguồn nước sạch về tới bản")]
    [InlineData("")]
    public void Read_LineWithoutCredit_FindsNone(string line) => Reader.Read(line, Folding.Fold(line)).ShouldBeNull();
}
