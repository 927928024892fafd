using NewsApi.Language.Documents;
using NewsApi.Language.Mentions;

namespace NewsApi.Language.Tests.Mentions;

public sealed class NameMemoryTests
{
    readonly NameMemory memory = new();

    [Fact]
    public void AddFeatures_NameOfAnotherLine_IsKnown()
    {
        Remember("Ông Lê Văn Sậy đến", "Lê", 3, EntityType.Person, line: 0);

        KindsOf("theo Lê Văn Sậy thì", "Lê", 3, line: 1).ShouldContain(FeatureKind.RunKnown);
    }

    [Fact]
    public void AddFeatures_NameOfThisVeryPlace_IsLeftOut()
    {
        Remember("Ông Lê Văn Sậy đến", "Lê", 3, EntityType.Person, line: 0);

        KindsOf("Ông Lê Văn Sậy đến", "Lê", 3, line: 0).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(EntityType.Person, "ông Sậy nói", "Sậy", 1, true)]
    [InlineData(EntityType.Person, "ông Văn Sậy nói", "Văn", 2, true)]
    [InlineData(EntityType.Person, "ông Lê nói", "Lê", 1, true)]
    [InlineData(EntityType.Person, "ông Văn nói", "Văn", 1, false)]
    [InlineData(EntityType.Organization, "ở Sậy có", "Sậy", 1, true)]
    [InlineData(EntityType.Organization, "ở Lê có", "Lê", 1, false)]
    public void AddFeatures_PartOfAName_IsKnownAsSuch(EntityType type, string line, string first, int length, bool expected)
    {
        Remember("gặp Lê Văn Sậy rồi", "Lê", 3, type, line: 0);

        KindsOf(line, first, length, line: 1).Contains(FeatureKind.RunKnownPart).ShouldBe(expected);
    }

    [Fact]
    public void AddFeatures_NameSeenMoreThanOnce_SaysSo()
    {
        Remember("gặp Bến Sậy", "Bến", 2, EntityType.Location, line: 0);
        var once = RowsOf("qua Bến Sậy", "Bến", 2, line: 9);
        Remember("đến Bến Sậy", "Bến", 2, EntityType.Location, line: 1);

        RowsOf("qua Bến Sậy", "Bến", 2, line: 9).ShouldNotBe(once);
    }

    [Fact]
    public void AddFeatures_SmallLetters_AreAnotherName()
    {
        Remember("gặp Bến Sậy", "Bến", 2, EntityType.Location, line: 0);

        KindsOf("qua bến sậy", "bến", 2, line: 1).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(EntityType.Date)]
    [InlineData(EntityType.Quantity)]
    public void Add_DatesAndQuantities_AreNotRemembered(EntityType type)
    {
        Remember("hẹn Bến Sậy", "Bến", 2, type, line: 0);

        KindsOf("qua Bến Sậy", "Bến", 2, line: 1).ShouldBeEmpty();
    }

    [Fact]
    public void Add_LongName_IsNotRemembered()
    {
        const string Line = "gặp Hội Ghe và Thuyền của Bà Con Bến Sậy";
        Remember(Line, "Hội", 9, EntityType.Organization, line: 0);

        KindsOf(Line, "Hội", 9, line: 1).ShouldBeEmpty();
        KindsOf(Line, "Bến", 2, line: 1).ShouldBeEmpty();
    }

    void Remember(string text, string first, int length, EntityType type, int line)
    {
        var read = TestLines.Read(text);
        memory.Add(read, line, TestLines.Find(read, first), length, type);
    }

    List<FeatureKind> KindsOf(string text, string first, int length, int line) =>
        [.. Features(text, first, length, line).Kinds.Select(kind => (FeatureKind)kind).Distinct()];

    uint[] RowsOf(string text, string first, int length, int line) => Features(text, first, length, line).Rows.ToArray();

    FeatureRows Features(string text, string first, int length, int line)
    {
        var (read, rows) = (TestLines.Read(text), new FeatureRows(keepsKinds: true));
        memory.AddFeatures(read, line, new SpanCandidate(TestLines.Find(read, first), length), rows);
        return rows;
    }
}
