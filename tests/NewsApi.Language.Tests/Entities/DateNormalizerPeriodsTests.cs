using NewsApi.Language.Entities;

namespace NewsApi.Language.Tests.Entities;

/// <summary>What is longer than a day. 2025-06-20 lies in week 25.</summary>
public sealed class DateNormalizerPeriodsTests
{
    static readonly DateAnchor Anchor = new(new DateOnly(2025, 6, 20), null);

    [Theory]
    [InlineData("tuần này", "2025-W25")]
    [InlineData("tuần trước", "2025-W24")]
    [InlineData("tuần qua", "2025-W24")]
    [InlineData("tuần sau", "2025-W26")]
    [InlineData("tuần tới", "2025-W26")]
    [InlineData("tuần 30", "2025-W30")]
    [InlineData("tuần thứ 5", "2025-W05")]
    public void Normalize_Week_IsTheIsoWeek(string text, string expected) => DateNormalizer.Normalize(text, Anchor).ShouldBe(expected);

    [Fact]
    public void Normalize_WeekAtNewYear_BelongsToTheYearOfItsThursday() =>
        DateNormalizer.Normalize("tuần này", new DateAnchor(new DateOnly(2024, 12, 31), null)).ShouldBe("2025-W01");

    [Theory]
    [InlineData("tháng 5", "2025-05")]
    [InlineData("tháng năm", "2025-05")]
    [InlineData("tháng Tư", "2025-04")]
    [InlineData("tháng mười một", "2025-11")]
    [InlineData("tháng mười hai", "2025-12")]
    [InlineData("tháng 12", "2025-12")]
    [InlineData("tháng 5/2021", "2021-05")]
    [InlineData("tháng 3-2010", "2010-03")]
    [InlineData("tháng 10.2022", "2022-10")]
    [InlineData("tháng 9 năm 1973", "1973-09")]
    [InlineData("tháng 3 năm ngoái", "2024-03")]
    [InlineData("5/2021", "2021-05")]
    [InlineData("đầu tháng 10", "2025-10")]
    [InlineData("tháng này", "2025-06")]
    [InlineData("tháng trước", "2025-05")]
    [InlineData("Tháng tới", "2025-07")]
    public void Normalize_Month_IsYearAndMonth(string text, string expected) => DateNormalizer.Normalize(text, Anchor).ShouldBe(expected);

    [Theory]
    [InlineData("tháng 3 đến tháng 5/2025", "2025-03/2025-05")]
    [InlineData("từ tháng 11/2024 đến tháng 2/2025", "2024-11/2025-02")]
    [InlineData("tháng 10 và tháng 11 năm 2023", "2023-10/2023-11")]
    [InlineData("tháng 10-11/2024", "2024-10/2024-11")]
    [InlineData("tháng 6 - 8/2025", "2025-06/2025-08")]
    [InlineData("chín tháng đầu năm", "2025-01/2025-09")]
    [InlineData("3 tháng cuối năm", "2025-10/2025-12")]
    [InlineData("8 tháng của năm nay", "2025-01/2025-08")]
    [InlineData("11 tháng", "2025-01/2025-11")]
    public void Normalize_FromMonthToMonth_IsAnInterval(string text, string expected) =>
        DateNormalizer.Normalize(text, Anchor).ShouldBe(expected);

    [Theory]
    [InlineData("6 tháng đầu năm 2024", "2024-H1")]
    [InlineData("nửa đầu năm 2022", "2022-H1")]
    [InlineData("nửa cuối năm", "2025-H2")]
    public void Normalize_HalfAYear_IsYearAndHalf(string text, string expected) =>
        DateNormalizer.Normalize(text, Anchor).ShouldBe(expected);

    [Theory]
    [InlineData("quý I", "2025-Q1")]
    [InlineData("quý II", "2025-Q2")]
    [InlineData("quý III", "2025-Q3")]
    [InlineData("quý IV năm nay", "2025-Q4")]
    [InlineData("quý III năm sau", "2026-Q3")]
    [InlineData("quý 1/2023", "2023-Q1")]
    [InlineData("Quý I/2018", "2018-Q1")]
    [InlineData("quý tư năm 2024", "2024-Q4")]
    [InlineData("quý hai", "2025-Q2")]
    [InlineData("hết quý III", "2025-Q3")]
    public void Normalize_Quarter_IsYearAndQuarter(string text, string expected) =>
        DateNormalizer.Normalize(text, Anchor).ShouldBe(expected);

    [Theory]
    [InlineData("quý III", "2024-11-24", "2024-Q3")]
    [InlineData("quý IV", "2025-01-24", "2024-Q4")]
    [InlineData("quý I", "2024-12-20", "2025-Q1")]
    [InlineData("tháng 12", "2025-01-10", "2024-12")]
    [InlineData("tháng 1", "2024-12-20", "2025-01")]
    public void Normalize_PeriodWithoutYear_IsTheNearestToThePublication(string text, string published, string expected) =>
        DateNormalizer.Normalize(text, new DateAnchor(DateOnly.ParseExact(published, "yyyy-MM-dd", null), null)).ShouldBe(expected);

    [Theory]
    [InlineData("năm 2014", "2014")]
    [InlineData("cuối năm 2013", "2013")]
    [InlineData("mùa hè năm 1972", "1972")]
    [InlineData("hè 2027", "2027")]
    [InlineData("năm nay", "2025")]
    [InlineData("năm ngoái", "2024")]
    [InlineData("năm sau", "2026")]
    [InlineData("cùng kỳ năm trước", "2024")]
    [InlineData("cùng kỳ", "2024")]
    [InlineData("cùng kỳ 2023", "2023")]
    [InlineData("đầu năm", "2025")]
    [InlineData("hết năm", "2025")]
    [InlineData("mùa khô", "2025")]
    public void Normalize_Year_IsItsNumber(string text, string expected) => DateNormalizer.Normalize(text, Anchor).ShouldBe(expected);

    [Theory]
    [InlineData("nhiệm kỳ 2021-2026", "2021/2026")]
    [InlineData("nhiệm kỳ 2020 - 2025", "2020/2025")]
    [InlineData("nhiệm kỳ 2016–2021", "2016/2021")]
    [InlineData("nhiệm kỳ 2021-26", "2021/2026")]
    [InlineData("năm học 2024-2025", "2024/2025")]
    [InlineData("giai đoạn 2011 đến 2025", "2011/2025")]
    [InlineData("từ năm 2019 đến năm 2021", "2019/2021")]
    [InlineData("những năm 1980", "1980/1989")]
    [InlineData("thập niên 90", "1990/1999")]
    [InlineData("thập kỷ 1960", "1960/1969")]
    [InlineData("thế kỷ XII", "1101/1200")]
    [InlineData("thế kỷ XIX", "1801/1900")]
    [InlineData("thế kỷ thứ 4", "0301/0400")]
    [InlineData("thế kỷ 21", "2001/2100")]
    public void Normalize_YearsTogether_AreAnInterval(string text, string expected) =>
        DateNormalizer.Normalize(text, Anchor).ShouldBe(expected);

    [Theory]
    [InlineData("thế kỷ vinh quang")]
    [InlineData("thế kỷ 0")]
    [InlineData("tháng 13")]
    [InlineData("tháng Giêng")]
    [InlineData("tháng Chạp")]
    public void Normalize_NoPeriod_StaysText(string text) => DateNormalizer.Normalize(text, Anchor).ShouldBeNull();
}
