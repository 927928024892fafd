using NewsApi.Language.Zoning;
using NewsApi.Text;

namespace NewsApi.Language.Tests.Zoning;

public sealed class NameShapeTests
{
    static readonly NameShape Names = NameShape.Load();

    [Theory]
    [InlineData("Nguyễn Hoàng", "Nguyễn Hoàng")]
    [InlineData("Tuấn Anh - Nguyên Bảo (thực hiện)", "Tuấn Anh + Nguyên Bảo")]
    [InlineData("Diệp Trương (TTXVN)", "Diệp Trương")]
    [InlineData("H.V - M.T", "H.V + M.T")]
    [InlineData("NGUYỄN VĂN A", "NGUYỄN VĂN A")]
    [InlineData("Bài, ảnh: Hữu Thành", "Hữu Thành")]
    [InlineData("Hà Thụy Miên – Trịnh Khắc Duy", "Hà Thụy Miên + Trịnh Khắc Duy")]
    public void Read_LineOfNames_HoldsNothingElse(string line, string names)
    {
        var read = Names.Read(line);

        string.Join(" + ", read.Persons.Select(span => span.Slice(line))).ShouldBe(names);
        read.IsAll.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Trường làng mở thư viện trong khoang thuyền cũ")]
    [InlineData("Nguyễn Hoàng nhận giải thưởng văn học")]
    [InlineData("12/05/2023")]
    [InlineData("(TTXVN)")]
    [InlineData("")]
    public void Read_LineWithOtherWords_IsNotAllNames(string line) => Names.Read(line).IsAll.ShouldBeFalse();

    [Fact]
    public void Read_Brackets_GivesWhatIsInside()
    {
        const string Line = "Diệp Trương (TTXVN)";
        Names.Read(Line).Bracket.Slice(Line).ShouldBe("TTXVN");
    }

    [Fact]
    public void Read_LongLine_IsNoByline() => Names.Read(string.Join(", ", Enumerable.Repeat("Lê An", 30))).Persons.ShouldBeEmpty();

    [Theory]
    [InlineData("Nguyễn Hoàng", true, true)]
    [InlineData("Tuấn Anh", false, true)]
    [InlineData("Kevin Tran", false, false)]
    public void Read_FirstName_TellsWhetherItIsVietnamese(string line, bool hasSurname, bool isKnown)
    {
        var read = Names.Read(line);

        (read.HasSurname, read.IsKnown).ShouldBe((hasSurname, isKnown));
    }

    [Theory]
    [InlineData("Lê Thị Hồng Vân", true)]
    [InlineData("H.V", true)]
    [InlineData("N.T.T.", true)]
    [InlineData("Vla-đi-mia Pu-tin", true)]
    [InlineData("Lê thị Vân", false)]
    [InlineData("Lê Vân 2", false)]
    [InlineData("Một Hai Ba Bốn Năm Sáu Bảy", false)]
    [InlineData("Wolfeschlegel", false)]
    [InlineData("", false)]
    public void IsName_OneToSixCapitalisedSyllables(string text, bool isName) =>
        NameShape.IsName(text, new TextSpan(0, text.Length)).ShouldBe(isName);
}
