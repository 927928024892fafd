using NewsApi.Language.Conflicts;
using NewsApi.Language.Documents;

namespace NewsApi.Language.Tests.Conflicts;

public sealed class ConflictFinderTests
{
    static readonly ConflictFinder Finder = ConflictFinder.Load();
    static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData("Bộ trưởng", "Bộ Thủy sản", "Bộ trưởng Thủy sản", "Bộ Thủy sản")]
    [InlineData("Bộ trưởng Bộ Thủy sản", "Bộ Thủy sản", "Bộ trưởng", "Bộ Thuỷ sản")]
    [InlineData("Chủ tịch nước", null, "Chủ tịch nước", "Việt Nam")]
    [InlineData("Giám đốc", "Sở Y tế tỉnh Phú Lâm", "giám đốc Sở Y tế", "Sở Y tế tỉnh Phú Lâm")]
    [InlineData("Trưởng khoa", "Khoa Nhi", "Trưởng Khoa Nhi", "Khoa Nhi")]
    [InlineData("Hiệu trưởng", "Trường THPT Tân Lập", "hiệu trưởng", "Trường THPT Tân Lập")]
    public void Holders_TwoInOnePostAtOneTime_AreAConflict(string position, string? body, string other, string? otherBody)
    {
        var conflict = Find(Held("a", "Lò Văn Sáu", position, body), Held("b", "Tạ Thị Bảy", other, otherBody)).ShouldHaveSingleItem();
        conflict.Kind.ShouldBe(ConflictKind.PositionHolders);
        conflict.Sides.Select(side => side.Differs.Single().Value).Order().ShouldBe(["Lò Văn Sáu", "Tạ Thị Bảy"]);
        conflict.Sides.ShouldAllBe(side => side.Rank == ConflictRank.Normal);
    }

    [Theory]
    [InlineData("Phó Chủ tịch", "Hội Nông dân")]
    [InlineData("nguyên Bộ trưởng", "Bộ Thủy sản")]
    [InlineData("Chủ tịch", null)]
    [InlineData("Trưởng phòng", "Công ty Sao Đỏ")]
    [InlineData("Trưởng khoa", "Bệnh viện Tân Lập")]
    [InlineData("đại biểu", "Quốc hội")]
    [InlineData("Ủy viên", "Bộ Chính trị")]
    public void Holders_OfAPostThatSeveralHold_AreNone(string position, string? body) =>
        Find(Held("a", "Lò Văn Sáu", position, body), Held("b", "Tạ Thị Bảy", position, body)).ShouldBeEmpty();

    [Theory]
    [InlineData("Giám đốc", "Sở Y tế", "Giám đốc", "Sở Giáo dục")]
    [InlineData("Giám đốc tài chính", "Công ty Sao Đỏ", "Giám đốc nhân sự", "Công ty Sao Đỏ")]
    [InlineData("Trưởng phòng Kế toán", "Công ty Sao Đỏ", "Trưởng phòng Kinh doanh", "Công ty Sao Đỏ")]
    [InlineData("Chủ tịch nước", null, "Chủ tịch nước Lào", "Lào")]
    public void Holders_OfTwoPosts_AreNone(string position, string? body, string other, string? otherBody) =>
        Find(Held("a", "Lò Văn Sáu", position, body), Held("b", "Tạ Thị Bảy", other, otherBody)).ShouldBeEmpty();

    [Theory]
    [InlineData(0, 10, 11, 20, 0)]
    [InlineData(0, 10, 10, 20, 1)]
    [InlineData(0, 30, 10, 12, 1)]
    [InlineData(11, 20, 0, 10, 0)]
    public void Holders_OneAfterTheOther_AreNone(int first, int last, int otherFirst, int otherLast, int count) =>
        Find(
            Held("a", "Lò Văn Sáu", "Hiệu trưởng", "Trường Tân Lập", first, last),
            Held("b", "Tạ Thị Bảy", "Hiệu trưởng", "Trường Tân Lập", otherFirst, otherLast)
        )
            .Count.ShouldBe(count);

    [Fact]
    public void Holders_AtATimeThatNobodyKnows_TakeNoSide() =>
        Find(
                Held("a", "Lò Văn Sáu", "Hiệu trưởng", "Trường Tân Lập"),
                Held("b", "Tạ Thị Bảy", "Hiệu trưởng", "Trường Tân Lập") with
                {
                    Seen = null,
                }
            )
            .ShouldBeEmpty();

    [Theory]
    [InlineData(0, 10, 10, 0)]
    [InlineData(0, 35, 10, 0)]
    [InlineData(0, 60, 10, 1)]
    [InlineData(12, 13, 10, 1)]
    public void Holders_WhoWasThereBeforeAnAppointment_MayStillBeNamedForAWhile(int first, int last, int appointed, int count) =>
        Find(
            Held("a", "Lò Văn Sáu", "Hiệu trưởng", "Trường Tân Lập", first, last),
            Held("b", "Tạ Thị Bảy", "Hiệu trưởng", "Trường Tân Lập", appointed, appointed + 50) with
            {
                Type = FactType.Appointment,
            }
        )
            .Count.ShouldBe(count);

    [Theory]
    [InlineData("Lò Văn Sáu", "Sáu")]
    [InlineData("Lò Văn Sáu", "LÒ VĂN SÁU")]
    public void Holders_WithTwoNamesOfOnePerson_AreOne(string name, string other) =>
        Find(Held("a", name, "Hiệu trưởng", "Trường Tân Lập"), Held("b", other, "Hiệu trưởng", "Trường Tân Lập")).ShouldBeEmpty();

    [Theory]
    [InlineData(Modality.Planned)]
    [InlineData(Modality.Denied)]
    [InlineData(Modality.Reported)]
    public void Holders_WhatIsNotStated_TakesNoSide(Modality modality) =>
        Find(
                Held("a", "Lò Văn Sáu", "Hiệu trưởng", "Trường Tân Lập"),
                Held("b", "Tạ Thị Bảy", "Hiệu trưởng", "Trường Tân Lập") with
                {
                    Modality = modality,
                }
            )
            .ShouldBeEmpty();

    [Theory]
    [InlineData(2, 1, ConflictRank.Preferred, ConflictRank.Normal)]
    [InlineData(3, 1, ConflictRank.Preferred, ConflictRank.Deprecated)]
    [InlineData(1, 1, ConflictRank.Normal, ConflictRank.Normal)]
    public void Sides_AreRankedByTheirArticles(int articles, int others, ConflictRank rank, ConflictRank other)
    {
        var conflict = Find(
                Held("a", "Lò Văn Sáu", "Hiệu trưởng", "Trường Tân Lập") with
                {
                    Articles = others,
                },
                Held("b", "Tạ Thị Bảy", "Hiệu trưởng", "Trường Tân Lập") with
                {
                    Articles = articles,
                }
            )
            .ShouldHaveSingleItem();
        conflict.Sides.Select(side => side.Rank).ShouldBe([rank, other]);
        if (articles != others)
        {
            conflict.Sides[0].FactIds.ShouldBe(["b"]);
        }
    }

    [Theory]
    [InlineData("Bộ trưởng", "Bộ Thủy sản", "Bộ trưởng", "Bộ Nông lâm", 1)]
    [InlineData("Tổng thống", "Samarra", "Thủ tướng", "Samarra", 1)]
    [InlineData("Chủ tịch nước", null, "Thủ tướng Chính phủ", "Chính phủ", 1)]
    [InlineData("Tổng Bí thư", null, "Chủ tịch nước", null, 0)]
    [InlineData("Giám đốc", "Công ty Sao Đỏ", "Giám đốc", "Công ty Sao Xanh", 0)]
    [InlineData("Bí thư Tỉnh ủy", "Tỉnh ủy Phú Lâm", "Chủ tịch HĐND", "HĐND tỉnh Phú Lâm", 0)]
    public void Persons_InPostsThatNobodyHoldsTogether_AreAConflict(
        string position,
        string? body,
        string other,
        string? otherBody,
        int count
    )
    {
        var found = Find(Held("a", "Lò Văn Sáu", position, body), Held("b", "Lò Văn Sáu", other, otherBody));
        found.Count.ShouldBe(count);
        found.ShouldAllBe(conflict => conflict.Kind == ConflictKind.PersonPositions && conflict.About[0].Value == "Lò Văn Sáu");
    }

    [Theory]
    [InlineData("12", "15", "2026-02", "2026-02", 1)]
    [InlineData("12", "15", "2026-02", "2026-03", 0)]
    [InlineData("6,5", "6,52", "2026-02", "2026-02", 0)]
    [InlineData("6,5", "6,62", "2026-02", "2026-02", 1)]
    [InlineData("1.200", "1200", "2026-02", "2026-02", 0)]
    [InlineData("1.200", "1,2", "2026-02", "2026-02", 1)]
    [InlineData("khoảng 12", "15", "2026-02", "2026-02", 0)]
    public void Statistics_OfOneTime_WithTwoValues_AreAConflict(string value, string other, string time, string otherTime, int count) =>
        Find(Counted("a", value, time), Counted("b", other, otherTime)).Count.ShouldBe(count);

    [Fact]
    public void Statistics_WithoutATime_AreNone() =>
        Find(
                Known("a", FactType.Statistic, ("subject", "tàu cá"), ("value", "12"), ("unit", "chiếc")),
                Known("b", FactType.Statistic, ("subject", "tàu cá"), ("value", "15"), ("unit", "chiếc"))
            )
            .ShouldBeEmpty();

    [Theory]
    [InlineData("2026-03-15", "2026-03-16", 1)]
    [InlineData("2026-03-15", "2026-03", 0)]
    [InlineData("2026-03-15", "2026-Q1", 0)]
    [InlineData("2026-03-15", "2026-03-14/2026-03-16", 0)]
    [InlineData("2026-03-15", "2026-Q2", 1)]
    [InlineData("2026-03-15", "2025-03-16", 0)]
    [InlineData("2026-03-15", "XXXX-03-16", 0)]
    public void Events_WithTwoDates_AreAConflict(string time, string other, int count) =>
        Find(Event("a", "Lễ hội Đua thuyền sông Lục", time), Event("b", "lễ hội đua thuyền sông Lục", other)).Count.ShouldBe(count);

    [Fact]
    public void Events_WithoutANameOfTheirOwn_AreNone() =>
        Find(Event("a", "hội nghị", "2026-03-15"), Event("b", "hội nghị", "2026-03-16")).ShouldBeEmpty();

    [Fact]
    public void Events_ThatWereToBeOnAnotherDay_HaveADeprecatedSide()
    {
        var conflict = Find(
                Event("a", "Lễ hội Đua thuyền sông Lục", "2026-03-15") with
                {
                    Modality = Modality.Planned,
                    Articles = 5,
                },
                Event("b", "Lễ hội Đua thuyền sông Lục", "2026-03-22")
            )
            .ShouldHaveSingleItem();
        conflict
            .Sides.Select(side => (side.Differs.Single().Value, side.Rank))
            .ShouldBe([("2026-03-15", ConflictRank.Deprecated), ("2026-03-22", ConflictRank.Normal)]);
    }

    [Fact]
    public void Find_OnlyKindsThatWereAskedFor()
    {
        KnownFact[] facts =
        [
            Held("a", "Lò Văn Sáu", "Hiệu trưởng", "Trường Tân Lập"),
            Held("b", "Tạ Thị Bảy", "Hiệu trưởng", "Trường Tân Lập"),
            Counted("c", "12", "2026-02"),
            Counted("d", "15", "2026-02"),
        ];
        Finder.Find(facts, []).Count.ShouldBe(2);
        Finder.Find(facts, [ConflictKind.StatisticValues]).ShouldHaveSingleItem().Kind.ShouldBe(ConflictKind.StatisticValues);
    }

    [Fact]
    public void Find_TheOrderOfTheFacts_ChangesNothing()
    {
        KnownFact[] facts =
        [
            Held("a", "Lò Văn Sáu", "Bộ trưởng", "Bộ Thủy sản"),
            Held("b", "Tạ Thị Bảy", "Bộ trưởng", "Bộ Thủy sản"),
            Held("c", "Lò Văn Sáu", "Bộ trưởng", "Bộ Nông lâm"),
            Held("d", "Sáu", "Bộ trưởng", "Bộ Thủy sản"),
            Counted("e", "12", "2026-02"),
            Counted("f", "15", "2026-02"),
            Counted("g", "15,5", "2026-02"),
        ];
        var expected = System.Text.Json.JsonSerializer.Serialize(Finder.Find(facts, []));
        var random = new Random(7);
        for (var i = 0; i < 20; i++)
        {
            random.Shuffle(facts);
            System.Text.Json.JsonSerializer.Serialize(Finder.Find(facts, [])).ShouldBe(expected);
        }
    }

    static IReadOnlyList<Conflict> Find(params KnownFact[] facts) => Finder.Find(facts, []);

    static KnownFact Held(string id, string person, string position, string? body, int first = 0, int last = 0)
    {
        var fact = Known(id, FactType.PositionHeld, ("person", person), ("position", position));
        return fact with
        {
            Arguments = body is null ? fact.Arguments : [.. fact.Arguments, new KnownArgument("organization", body, null)],
            Seen = (Start.AddDays(first), Start.AddDays(last)),
        };
    }

    static KnownFact Counted(string id, string value, string time) =>
        Known(id, FactType.Statistic, ("subject", "tàu cá"), ("value", value), ("unit", "chiếc"), ("time", time));

    static KnownFact Event(string id, string name, string time) => Known(id, FactType.EventHeld, ("event", name), ("time", time));

    static KnownFact Known(string id, FactType type, params (string Name, string Value)[] arguments) =>
        new(
            id,
            type,
            Modality.Stated,
            [.. arguments.Select(argument => new KnownArgument(argument.Name, argument.Value, null))],
            1,
            (Start, Start)
        );
}
