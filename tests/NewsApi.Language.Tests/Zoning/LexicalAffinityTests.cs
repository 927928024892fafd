using NewsApi.Language.Zoning;

namespace NewsApi.Language.Tests.Zoning;

public sealed class LexicalAffinityTests
{
    const string First =
        "Sáng 12/5, ủy ban xã Bến Sậy khánh thành cây cầu gỗ dài 40 m bắc qua rạch, nối hai ấp bị chia cắt từ trận lũ năm ngoái và rút ngắn đường đến trường.";

    const string Second =
        "Cây cầu gỗ do dân hai ấp góp 3.000 ngày công dựng nên trong bốn tháng; gỗ lấy từ ngôi đình cũ, đinh và dây cáp do các chủ ghe trong xã Bến Sậy tặng lại.";

    const string Unrelated = "Giá vàng miếng lập đỉnh mới";

    static readonly LexicalAffinity Affinity = new(
        ZonedPages.AllFacts("Khánh thành cây cầu gỗ Bến Sậy", First, Second, Unrelated, "cây cầu gỗ"),
        1,
        2
    );

    [Fact]
    public void WithCore_HeadlineOfTheText_SharesMoreThanOtherTitles()
    {
        Affinity.WithCore(0).ShouldBeGreaterThan(60);
        Affinity.WithCore(3).ShouldBe(0);
    }

    [Fact]
    public void WithCore_AllPairsInTheText_IsHundred() => Affinity.WithCore(4).ShouldBe(100);

    [Fact]
    public void WithCore_LineOfTheText_IsComparedWithTheOthersOnly() => Affinity.WithCore(1).ShouldBeInRange(1, 50);

    [Fact]
    public void Covers_ShareOfTheOthersPairs_InPercent()
    {
        Affinity.Covers(1, 4).ShouldBe(100);
        Affinity.Covers(4, 0).ShouldBe(33, "\"cây cầu\", \"cầu gỗ\" of six pairs");
        Affinity.Covers(3, 0).ShouldBe(0);
    }

    [Fact]
    public void Covers_PairsOverTheEndOfAClause_DoNotCount() =>
        new LexicalAffinity(ZonedPages.AllFacts("Trời mưa. Cầu gãy", "mưa cầu"), -1, -1).Covers(0, 1).ShouldBe(0);

    [Fact]
    public void WithCore_PageWithoutText_IsZero() =>
        new LexicalAffinity(ZonedPages.AllFacts("Khánh thành cây cầu gỗ"), -1, -1).WithCore(0).ShouldBe(0);
}
