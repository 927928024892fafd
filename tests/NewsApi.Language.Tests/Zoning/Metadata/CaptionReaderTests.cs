using NewsApi.Language.Documents;
using NewsApi.Language.Zoning.Metadata;

namespace NewsApi.Language.Tests.Zoning.Metadata;

public sealed class CaptionReaderTests
{
    [Theory]
    [InlineData("Các đại biểu tại hội nghị. Ảnh: Phương Hoa/TTXVN", "Các đại biểu tại hội nghị.", "Phương Hoa/TTXVN")]
    [InlineData("Tang vật thu giữ tại sới gà. Ảnh CACC", "Tang vật thu giữ tại sới gà.", "CACC")]
    [InlineData("Chị Lành bên nồi chưng cất (NVCC)", "Chị Lành bên nồi chưng cất", "NVCC")]
    [InlineData("Cửa biển năm 1988. Ảnh tư liệu", "Cửa biển năm 1988.", "Ảnh tư liệu")]
    [InlineData("Cho bạn vay tiền có phải nộp thuế? (Ảnh minh họa)", "Cho bạn vay tiền có phải nộp thuế? (Ảnh minh họa)", null)]
    [InlineData("Ảnh minh họa", "Ảnh minh họa", null)]
    [InlineData("Làng đá Khuổi Ky", "Làng đá Khuổi Ky", null)]
    public void Read_Caption_GivesTextAndWhoIsCredited(string line, string text, string? credit) =>
        Read((LineRole.Caption, line)).ShouldBe([(text, credit)]);

    [Fact]
    public void Read_CreditOnTheNextLine_BelongsToTheCaptionBefore() =>
        Read((LineRole.Caption, "Làng đá Khuổi Ky"), (LineRole.Caption, "ẢNH: LÂM VIÊN")).ShouldBe([("Làng đá Khuổi Ky", "LÂM VIÊN")]);

    [Fact]
    public void Read_CreditAfterOtherLines_StandsAlone() =>
        Read((LineRole.Caption, "Làng đá Khuổi Ky"), (LineRole.Paragraph, "Làng có 14 nóc nhà."), (LineRole.Caption, "Ảnh: Lâm Viên"))
            .Select(caption => caption.Credit)
            .ShouldBe([null, "Lâm Viên"]);

    [Fact]
    public void Read_TwoCaptionsInARow_KeepTheirOwnCredits() =>
        Read((LineRole.Caption, "Làng đá Khuổi Ky. Ảnh: Lê An"), (LineRole.Caption, "Chống bè trên sông"))
            .ShouldBe([("Làng đá Khuổi Ky.", "Lê An"), ("Chống bè trên sông", null)]);

    static (string Text, string? Credit)[] Read(params (LineRole Role, string Text)[] lines) =>
        [.. CaptionReader.Read(ZonedPages.Of(lines)).Select(caption => (caption.Text.Text, caption.Credit?.Text))];
}
