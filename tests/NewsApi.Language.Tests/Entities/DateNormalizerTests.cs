using NewsApi.Language.Entities;

namespace NewsApi.Language.Tests.Entities;

public sealed class DateNormalizerTests
{
    /// <summary>A Wednesday.</summary>
    static readonly DateOnly Published = new(2025, 3, 12);

    [Theory]
    [InlineData("ngày 5/3/2024", "2024-03-05")]
    [InlineData("5-3-2024", "2024-03-05")]
    [InlineData("ngày 5 tháng 3 năm 2024", "2024-03-05")]
    [InlineData("ngày 10/3", "2025-03-10")]
    [InlineData("28/12", "2024-12-28")]
    [InlineData("tháng 2/2024", "2024-02")]
    [InlineData("tháng 2", "2025-02")]
    [InlineData("năm 2019", "2019")]
    [InlineData("2019", "2019")]
    [InlineData("quý III/2024", "2024-Q3")]
    [InlineData("quý I", "2025-Q1")]
    [InlineData("nhiệm kỳ 2021-2026", "2021/2026")]
    [InlineData("giai đoạn 2021 - 2025", "2021/2025")]
    [InlineData("hôm nay", "2025-03-12")]
    [InlineData("hôm qua", "2025-03-11")]
    [InlineData("sáng nay", "2025-03-12")]
    [InlineData("tối qua", "2025-03-11")]
    [InlineData("năm ngoái", "2024")]
    [InlineData("năm nay", "2025")]
    [InlineData("tháng trước", "2025-02")]
    [InlineData("tuần trước", "2025-W10")]
    [InlineData("sáng 10/3", "2025-03-10")]
    [InlineData("19 giờ ngày 10/3", "2025-03-10T19:00")]
    [InlineData("19h30 ngày 10/3", "2025-03-10T19:30")]
    [InlineData("3 giờ chiều 10/3", "2025-03-10T15:00")]
    public void Normalize_WithADayOfPublication_FindsTheNearestDate(string text, string expected) =>
        DateNormalizer.Normalize(text, new DateAnchor(Published, null)).ShouldBe(expected);

    [Theory]
    [InlineData("ngày 10/3", "XXXX-03-10")]
    [InlineData("ngày 10/3/2025", "2025-03-10")]
    [InlineData("năm 2025", "2025")]
    public void Normalize_WithoutADayOfPublication_LeavesTheYearOpen(string text, string expected) =>
        DateNormalizer.Normalize(text, new DateAnchor(null, null)).ShouldBe(expected);

    [Theory]
    [InlineData("thời gian qua")]
    [InlineData("")]
    [InlineData("ngày 45/13")]
    public void Normalize_TextThatTellsNoDate_IsNull(string text) =>
        DateNormalizer.Normalize(text, new DateAnchor(Published, null)).ShouldBeNull();

    [Fact]
    public void Normalize_SameDay_IsTheOneNamedLast() =>
        DateNormalizer.Normalize("cùng ngày", new DateAnchor(Published, new DateOnly(2025, 2, 1))).ShouldBe("2025-02-01");
}
