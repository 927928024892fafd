using NewsApi.Language.Entities;

namespace NewsApi.Language.Tests.Entities;

public sealed class NameResolverTests
{
    static readonly KnownNames Known = KnownNames.Load();

    static string[] Names(params string[] lines)
    {
        var text = MarkedText.Read(lines);
        new NameResolver(Known).Resolve(text.Lines, text.Names, CancellationToken.None);
        return [.. text.Names.Select(name => name.Name)];
    }

    [Theory]
    [InlineData("Sậy")]
    [InlineData("Văn Sậy")]
    [InlineData("Nguyễn Văn Sậy")]
    public void Resolve_ShortPerson_HasTheFullNameBefore(string shorter) =>
        Names("Ông [Nguyễn Văn Sậy|per] đến.", $"Ông [{shorter}|per] nói.").ShouldBe(["Nguyễn Văn Sậy", "Nguyễn Văn Sậy"]);

    [Fact]
    public void Resolve_ShortPersonOfAHeadline_HasTheFullNameBehind() =>
        Names("Ông [Sậy|per] nhận giải", "Nông dân [Nguyễn Văn Sậy|per] nhận giải.").ShouldBe(["Nguyễn Văn Sậy", "Nguyễn Văn Sậy"]);

    [Fact]
    public void Resolve_TwoPersonsOfOneShortName_HasTheLastBefore() =>
        Names("[Nguyễn Văn Sậy|per] hát.", "[Trần Thị Sậy|per] múa.", "Bà [Sậy|per] cười.")
            .ShouldBe(["Nguyễn Văn Sậy", "Trần Thị Sậy", "Trần Thị Sậy"]);

    [Fact]
    public void Resolve_MiddleAndLastSyllable_LeadToTheFullNameOverTwoSteps() =>
        Names("Bà [Thúy Sậy|per] cười.", "Bà [Nguyễn Thúy Sậy|per] hát.", "Bà [Sậy|per] về.")
            .ShouldBe(["Nguyễn Thúy Sậy", "Nguyễn Thúy Sậy", "Nguyễn Thúy Sậy"]);

    [Theory]
    [InlineData("Nguyễn Văn")]
    [InlineData("Văn")]
    [InlineData("Sật")]
    public void Resolve_WhatIsNoShortFormOfAVietnamese_KeepsItsText(string other) =>
        Names("[Nguyễn Văn Sậy|per] đến.", $"[{other}|per] nói.")[1].ShouldBe(other);

    [Theory]
    [InlineData("Dwright")]
    [InlineData("Olma")]
    [InlineData("Olma Dwright")]
    public void Resolve_ForeignPerson_IsCalledByAnyPart(string shorter) =>
        Names("Bà [Olma Dwright|per] đến.", $"Bà [{shorter}|per] nói.")[1].ShouldBe("Olma Dwright");

    [Fact]
    public void Resolve_NameWithANoBreakBlank_IsTheSameName() =>
        Names("Ông [Nguyễn Văn\u00A0Sậy|per] đến.", "Ông [Sậy|per] nói.").ShouldBe(["Nguyễn Văn Sậy", "Nguyễn Văn Sậy"]);

    [Theory]
    [InlineData("[Liên đoàn Ghe Bến Sậy|org] ([LĐGBS|org]) họp.", 1)]
    [InlineData("[LĐGBS|org] ([Liên đoàn Ghe Bến Sậy|org]) họp.", 0)]
    public void Resolve_AbbreviationInBrackets_HasTheLongName(string line, int at)
    {
        var names = Names(line, "Theo [LĐGBS|org], ghe đã đủ.");

        names[at].ShouldBe("Liên đoàn Ghe Bến Sậy");
        names[2].ShouldBe("Liên đoàn Ghe Bến Sậy");
    }

    [Fact]
    public void Resolve_AbbreviationBeforeItIsExplained_HasTheLongName() =>
        Names("[LĐGBS|org] đổi tên", "[Liên đoàn Ghe Bến Sậy|org] ([LĐGBS|org]) đổi tên.")[0].ShouldBe("Liên đoàn Ghe Bến Sậy");

    [Theory]
    [InlineData("[Liên đoàn Ghe Bến Sậy|org], [LĐGBS|org] họp.")]
    [InlineData("[Liên đoàn Ghe Bến Sậy|org] (gọi tắt [LĐGBS|org] họp.")]
    [InlineData("[Lê Văn Sậy|per] ([LĐGBS|org]) họp.")]
    public void Resolve_AbbreviationNotExplained_KeepsItsText(string line) => Names(line)[1].ShouldBe("LĐGBS");

    [Fact]
    public void Resolve_PersonInCapitals_IsWrittenAsElsewhere() =>
        Names("GẶP [NGUYỄN VĂN SẬY|per]", "Ông [Nguyễn Văn Sậy|per] kể.")[0].ShouldBe("Nguyễn Văn Sậy");

    [Theory]
    [InlineData("GẶP [NGUYỄN VĂN SẬY|per]", "Nguyễn Văn Sậy")]
    [InlineData("VỀ [BẾN SẬY|loc]", "Bến Sậy")]
    [InlineData("VỀ [Y TÝ|loc]", "Y Tý")]
    [InlineData("GẶP [LĐGBS|org]", "LĐGBS")]
    public void Resolve_NameInCapitalsOnly_HasOneForEachSyllable(string line, string expected) => Names(line)[0].ShouldBe(expected);

    [Fact]
    public void Resolve_BodyInCapitals_IsWrittenAsElsewhere() =>
        Names("[HỘI GHE BẾN SẬY|org] RA MẮT", "[Hội Ghe Bến Sậy|org] ra mắt.")[0].ShouldBe("Hội Ghe Bến Sậy");

    [Fact]
    public void Resolve_BodyWithoutItsPlace_HasTheNameBefore() =>
        Names("[Trạm Cứu hộ Bến Sậy|org] mở cửa.", "[Trạm Cứu hộ|org] có ba ghe.")[1].ShouldBe("Trạm Cứu hộ Bến Sậy");

    [Fact]
    public void Resolve_BodyThatIsWholeAlone_IsNotShortForItsOffice() =>
        Names("[Văn phòng Quốc hội|org] báo tin.", "[Quốc hội|org] họp.")[1].ShouldBe("Quốc hội");

    [Fact]
    public void Resolve_NoNames_DoesNothing() => Names("Không có ai.").ShouldBeEmpty();
}
