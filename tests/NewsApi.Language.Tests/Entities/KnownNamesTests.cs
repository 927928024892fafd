using NewsApi.Language.Entities;

namespace NewsApi.Language.Tests.Entities;

public sealed class KnownNamesTests
{
    static readonly KnownNames Known = KnownNames.Load();

    [Theory]
    [InlineData("Việt Nam", "VN")]
    [InlineData("Mỹ", "US")]
    [InlineData("Hoa Kỳ", "US")]
    [InlineData("HOA KỲ", "US")]
    [InlineData("Lào", "LA")]
    [InlineData("Đài Loan", "TW")]
    [InlineData("Hà Nội", "VN-HN")]
    [InlineData("TP.HCM", "VN-SG")]
    [InlineData("TP. HCM", "VN-SG")]
    [InlineData("Thành phố Hồ Chí Minh", "VN-SG")]
    [InlineData("Huế", "VN-26")]
    [InlineData("Thừa Thiên Huế", "VN-26")]
    [InlineData("Đắk Lắk", "VN-33")]
    public void CodeOf_CountryOrProvince_IsItsIsoCode(string place, string expected) => Known.CodeOf(place).ShouldBe(expected);

    [Theory]
    [InlineData("Bến Sậy")]
    [InlineData("")]
    [InlineData("An Xuyên")]
    [InlineData("châu Á")]
    public void CodeOf_PlaceWithoutACode_IsNull(string place) => Known.CodeOf(place).ShouldBeNull();

    [Theory]
    [InlineData("UAE", true)]
    [InlineData("Mỹ", false)]
    [InlineData("Việt Nam", false)]
    [InlineData("XYZQ", false)]
    [InlineData("", false)]
    public void FullNameOfPlace_Abbreviation_IsTheCountry(string name, bool isKnown) =>
        (Known.FullNameOfPlace(name) is { Length: > 3 }).ShouldBe(isKnown);

    [Theory]
    [InlineData("nguyễn", true)]
    [InlineData("trần", true)]
    [InlineData("ghe", false)]
    public void IsSurname_Syllable_IsToldFolded(string syllable, bool expected) => Known.IsSurname(syllable).ShouldBe(expected);

    [Theory]
    [InlineData("quốc hội", true)]
    [InlineData("hội ghe bến sậy", false)]
    public void IsBody_FoldedName_IsTold(string name, bool expected) => Known.IsBody(name).ShouldBe(expected);
}
