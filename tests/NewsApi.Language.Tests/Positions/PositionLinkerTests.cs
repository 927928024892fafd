using NewsApi.Language.Positions;
using NewsApi.Language.Tests.Entities;

namespace NewsApi.Language.Tests.Positions;

public sealed class PositionLinkerTests
{
    static readonly PositionLinker Linker = PositionLinker.Load();

    static List<FoundPosition> Link(params string[] lines)
    {
        var text = MarkedText.Read(lines);
        Linker.Link(text.Lines, text.Names, text.Positions, CancellationToken.None);
        return text.Positions;
    }

    static string?[] Persons(params string[] lines) => [.. Link(lines).Select(position => position.Person)];

    [Theory]
    [InlineData("[Chủ tịch [Hội Ghe|org]|pos] [Lê Văn Sậy|per] đến.")]
    [InlineData("[Chủ tịch [Hội Ghe|org]|pos] ông [Lê Văn Sậy|per] đến.")]
    [InlineData("[Đại sứ|pos] [Lào|loc] [Lê Văn Sậy|per] đến.")]
    [InlineData("[Chủ tịch [Hội Ghe|org]|pos]: [Lê Văn Sậy|per]")]
    public void Link_TitleBeforeAName_IsThatPersons(string line)
    {
        var position = Link(line).ShouldHaveSingleItem();

        (position.Person, position.IsBare).ShouldBe(("Lê Văn Sậy", false));
    }

    [Fact]
    public void Link_ListBeforeAName_IsAllThatPersons() =>
        Persons("[Ủy viên [Ban Ghe|org]|pos], [Bí thư [Đoàn Sậy|org]|pos] kiêm [Giám đốc [Trạm Cứu hộ|org]|pos] [Lê Văn Sậy|per] đến.")
            .ShouldBe(["Lê Văn Sậy", "Lê Văn Sậy", "Lê Văn Sậy"]);

    [Fact]
    public void Link_TwoListsInOneLine_AreEachTheirPersons() =>
        Persons(
                "Dự họp có [Ủy viên [Ban Ghe|org]|pos], [Bí thư [Đoàn Sậy|org]|pos] [Lê Văn Sậy|per]; [Giám đốc [Trạm Cứu hộ|org]|pos] [Trần Thị Lau|per]."
            )
            .ShouldBe(["Lê Văn Sậy", "Lê Văn Sậy", "Trần Thị Lau"]);

    [Theory]
    [InlineData("Ông [Lê Văn Sậy|per], [Giám đốc [Trạm Cứu hộ|org]|pos], nói.")]
    [InlineData("Ông [Lê Văn Sậy|per] – [Giám đốc [Trạm Cứu hộ|org]|pos] nói.")]
    [InlineData("Ông [Lê Văn Sậy|per] ([Giám đốc [Trạm Cứu hộ|org]|pos]) nói.")]
    [InlineData("Ông [Lê Văn Sậy|per] (sinh năm 1970), [Giám đốc [Trạm Cứu hộ|org]|pos], nói.")]
    [InlineData("Ông [Lê Văn Sậy|per] là [Giám đốc [Trạm Cứu hộ|org]|pos].")]
    [InlineData("Ông [Lê Văn Sậy|per] được bổ nhiệm giữ chức [Giám đốc [Trạm Cứu hộ|org]|pos].")]
    [InlineData("Ông [Lê Văn Sậy|per], nguyên [Giám đốc [Trạm Cứu hộ|org]|pos], nói.")]
    public void Link_TitleBehindAName_IsThatPersons(string line)
    {
        var position = Link(line).ShouldHaveSingleItem();

        (position.Person, position.Organization, position.IsBare).ShouldBe(("Lê Văn Sậy", "Trạm Cứu hộ", false));
    }

    [Fact]
    public void Link_ListBehindAName_IsAllThatPersons() =>
        Persons("Ông [Lê Văn Sậy|per], [Bí thư [Đoàn Sậy|org]|pos], [Giám đốc [Trạm Cứu hộ|org]|pos], nói.")
            .ShouldBe(["Lê Văn Sậy", "Lê Văn Sậy"]);

    [Fact]
    public void Link_SeveralNamesBehindOneTitle_HaveOnePositionEach() =>
        Persons("Các [Phó Giám đốc|pos] [Lê Văn Sậy|per], [Trần Thị Lau|per] và [Phan Bần|per] dự.")
            .ShouldBe(["Lê Văn Sậy", "Trần Thị Lau", "Phan Bần"]);

    [Fact]
    public void Link_TitleAlone_IsThePersonsWhoWasNamedWithItLast()
    {
        var positions = Link(
            "[Giám đốc [Trạm Cứu hộ|org]|pos] [Lê Văn Sậy|per] đến.",
            "[Giám đốc [Hội Ghe|org]|pos] [Trần Thị Lau|per] vắng.",
            "Chiều qua, [Giám đốc|pos] nêu rõ việc cần làm."
        );

        (positions[2].Person, positions[2].Organization, positions[2].IsBare).ShouldBe(("Trần Thị Lau", "Hội Ghe", true));
    }

    [Fact]
    public void Link_TitleAloneInAHeadline_IsThePersonsBehind()
    {
        var positions = Link("[Giám đốc [Trạm Cứu hộ|org]|pos] nhận giải", "[Giám đốc [Trạm Cứu hộ|org]|pos] [Lê Văn Sậy|per] nhận giải.");

        (positions[0].Person, positions[0].IsBare).ShouldBe(("Lê Văn Sậy", true));
    }

    [Theory]
    [InlineData("[Thư ký|pos] vắng.")]
    [InlineData("[Phó Giám đốc|pos] vắng.")]
    public void Link_OtherTitleAlone_IsNobodys(string line)
    {
        var position = Link("[Giám đốc [Trạm Cứu hộ|org]|pos] [Lê Văn Sậy|per] đến.", line)[1];

        (position.Person, position.Organization, position.IsBare).ShouldBe((null, null, false));
    }

    [Theory]
    [InlineData("[Giám đốc [Trạm Cứu hộ|org]|pos] đã gặp và hỏi thăm gia đình [Lê Văn Sậy|per].")]
    [InlineData("[Lê Văn Sậy|per] chờ rất lâu thì [Giám đốc [Trạm Cứu hộ|org]|pos] mới đến.")]
    public void Link_WordsBetweenTitleAndName_TieNothing(string line) => Persons(line).ShouldBe([null]);

    [Fact]
    public void Link_NoPositions_DoesNothing() => Link("[Lê Văn Sậy|per] đến.").ShouldBeEmpty();
}
