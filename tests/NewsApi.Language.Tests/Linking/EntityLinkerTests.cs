using NewsApi.Language.Documents;
using NewsApi.Language.Linking;

namespace NewsApi.Language.Tests.Linking;

public sealed class EntityLinkerTests
{
    static readonly EntityLinker Linker = EntityLinker.Load();

    [Fact]
    public void Choose_NobodyKnown_IsNew() =>
        Linker
            .Choose(Person("Lường Văn Khéo"), [])
            .ShouldSatisfyAllConditions(
                choice => choice.CandidateId.ShouldBeNull(),
                choice => choice.Score.ShouldBe(0),
                choice => choice.Signs.ShouldBe([LinkSign.NoCandidate])
            );

    [Theory]
    [InlineData("Lường Văn Khéo")]
    [InlineData("LƯỜNG VĂN KHÉO")]
    public void Choose_TheSameName_IsOne(string name) => IdFor(Person(name), Known("a", Person("Lường Văn Khéo"))).ShouldBe("a");

    [Fact]
    public void Choose_TheOtherPlaceOfTheTone_IsOne() => IdFor(Person("Tạ Hoà Bình"), Known("a", Person("Tạ Hòa Bình"))).ShouldBe("a");

    [Fact]
    public void Choose_OtherMarks_AreAnotherName() => IdFor(Person("Lê Văn Toan"), Known("a", Person("Lê Văn Toán"))).ShouldBeNull();

    [Fact]
    public void Choose_AnotherType_IsNoCandidate() =>
        IdFor(new EntityProfile(EntityType.Location, "Hồng Hà", [], [], [], null), Known("a", Organization("Hồng Hà"))).ShouldBeNull();

    [Theory]
    [InlineData("bác sĩ", "Bệnh viện Đa khoa Sông Lam", "tiền đạo", "Câu lạc bộ Bóng đá Sông Lam")]
    [InlineData("Bộ trưởng Bộ Nội vụ", "Bộ Nội vụ", "ca sĩ", null)]
    [InlineData("Chủ tịch Hội đồng quản trị", "Công ty Cổ phần Tre Xanh", "hiệu trưởng", "Trường THPT Đông Sơn")]
    public void Choose_PositionsInDifferentFields_AreTwoPersons(string position, string? body, string other, string? otherBody) =>
        IdFor(Person("Nguyễn Văn Hải", position, body), Known("a", Person("Nguyễn Văn Hải", other, otherBody))).ShouldBeNull();

    [Theory]
    [InlineData("Thứ trưởng", "Bộ Nội vụ", "Bí thư Tỉnh ủy", "Tỉnh ủy Lai Châu")]
    [InlineData("Bộ trưởng", "Bộ Nội vụ", "Phó Thủ tướng", "Chính phủ")]
    public void Choose_OneFieldAndAnotherPost_IsOnePerson(string position, string? body, string other, string? otherBody) =>
        IdFor(Person("Nguyễn Văn Hải", position, body), Known("a", Person("Nguyễn Văn Hải", other, otherBody))).ShouldBe("a");

    [Fact]
    public void Choose_LocalPostsAtDifferentPlaces_AreTwoPersons() =>
        IdFor(
                Person("Nguyễn Văn Hải", "Chủ tịch UBND xã Đông Tiến", "UBND xã Đông Tiến"),
                Known("a", Person("Nguyễn Văn Hải", "Bí thư Đảng ủy xã Tây Phong", "Đảng ủy xã Tây Phong"))
            )
            .ShouldBeNull();

    [Fact]
    public void Choose_AmongTwoOfOneName_TakesTheOneWithTheBody()
    {
        var doctor = Known("a", Person("Nguyễn Văn Hải", "bác sĩ", "Bệnh viện Sông Lam"), articles: 90);
        var mayor = Known("b", Person("Nguyễn Văn Hải", "Chủ tịch UBND thành phố Sông Lam", "UBND thành phố Sông Lam"));
        IdFor(Person("Nguyễn Văn Hải", "Chủ tịch", "UBND thành phố Sông Lam"), doctor, mayor).ShouldBe("b");
        IdFor(Person("Nguyễn Văn Hải", "bác sĩ", null), mayor, doctor).ShouldBe("a");
    }

    [Fact]
    public void Choose_NothingTellsTwoApart_TakesTheOneInMoreArticles() =>
        IdFor(Person("Nguyễn Văn Hải"), Known("a", Person("Nguyễn Văn Hải"), 2), Known("b", Person("Nguyễn Văn Hải"), 7)).ShouldBe("b");

    [Fact]
    public void Choose_OneSyllable_NeedsMoreThanTheName()
    {
        IdFor(Person("Khéo"), Known("a", Person("Khéo"))).ShouldBeNull();
        IdFor(Person("Khéo", "trưởng bản", "bản Nậm Cắn"), Known("a", Person("Khéo", "trưởng bản", "bản Nậm Cắn"))).ShouldBe("a");
    }

    [Fact]
    public void Choose_AnAlias_IsEnoughForABody() =>
        IdFor(Organization("NHNN"), Known("a", Organization("Ngân hàng Nhà nước Việt Nam") with { Aliases = ["NHNN"] })).ShouldBe("a");

    [Fact]
    public void Choose_CodesDecide()
    {
        var georgia = new EntityProfile(EntityType.Location, "Georgia", [], [], [], "GE");
        IdFor(georgia, Known("a", georgia)).ShouldBe("a");
        IdFor(georgia, Known("a", georgia with { IsoCode = "US-GA" })).ShouldBeNull();
    }

    [Fact]
    public void Choose_TellsWhy()
    {
        var choice = Linker.Choose(
            Person("Nguyễn Văn Hải", "bác sĩ", "Bệnh viện Sông Lam"),
            [Known("a", Person("Nguyễn Văn Hải", "bác sĩ", "Bệnh viện Sông Lam"))]
        );
        choice.Signs.ShouldBe([LinkSign.SameName, LinkSign.SameOrganization, LinkSign.SamePosition, LinkSign.SameField]);
        choice.Score.ShouldBe(1);
    }

    static string? IdFor(EntityProfile entity, params EntityCandidate[] candidates) => Linker.Choose(entity, candidates).CandidateId;

    static EntityProfile Person(string name, string? position = null, string? body = null) =>
        new(EntityType.Person, name, [], position is null ? [] : [position], body is null ? [] : [body], null);

    static EntityProfile Organization(string name) => new(EntityType.Organization, name, [], [], [], null);

    static EntityCandidate Known(string id, EntityProfile profile, int articles = 1) => new(id, profile, articles);
}
