using NewsApi.Language.Reading;

namespace NewsApi.Language.Tests.Reading;

public sealed class PageReaderTests
{
    [Fact]
    public void Read_Lines_AreNumberedAndTrimmed()
    {
        var page = PageReader.Read("  Cầu mới \r\n\r\n\tĐường mới");

        page.Lines.Select(line => (line.Number, line.Text, line.IsBlank))
            .ShouldBe([(1, "Cầu mới", false), (2, "", true), (3, "Đường mới", false)]);
    }

    [Theory]
    [InlineData("\u200B")]
    [InlineData("\uFEFF \u00AD")]
    [InlineData("\u00A0\u0001")]
    public void Read_MarksThatCannotBeSeen_AreBlank(string line) =>
        PageReader.Read(line).Lines.ShouldHaveSingleItem().IsBlank.ShouldBeTrue();

    [Fact]
    public void Read_DecomposedText_IsNfcWithPlacesInTheOriginal()
    {
        const string Original = "\nCa\u0302\u0300u mới";
        var page = PageReader.Read(Original);
        var line = page.Lines[1];

        line.Text.ShouldBe("Cầu mới");
        page.ToOriginal(line.Content).Slice(Original).ShouldBe("Ca\u0302\u0300u mới");
    }

    [Fact]
    public void Read_EmptyText_HasNoLine() => PageReader.Read("").Lines.ShouldBeEmpty();
}
