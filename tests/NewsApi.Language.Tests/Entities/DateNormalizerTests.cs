using NewsApi.Language.Entities;

namespace NewsApi.Language.Tests.Entities;

/// <summary>Days and times. 2025-06-20 is a Friday.</summary>
public sealed class DateNormalizerTests
{
    static readonly DateAnchor Friday = new(new DateOnly(2025, 6, 20), null);
    static readonly DateAnchor NewYear = new(new DateOnly(2025, 1, 1), null);
    static readonly DateAnchor Unknown = new(null, null);

    [Theory]
    [InlineData("12/12/2024", "2024-12-12")]
    [InlineData("ngày 2/9/1945", "1945-09-02")]
    [InlineData("ngày 5.8.2024", "2024-08-05")]
    [InlineData("16-7-2016", "2016-07-16")]
    [InlineData("ngày 5 tháng 8 năm 2024", "2024-08-05")]
    [InlineData("NGÀY 5 THÁNG 8 NĂM 2024", "2024-08-05")]
    [InlineData("ngày 5 tháng 8, năm 2024", "2024-08-05")]
    [InlineData("ngày\u00A05\u00A0tháng\u00A08\u00A0năm\u00A02024", "2024-08-05")]
    [InlineData("ngày hai tháng chín năm 1945", "1945-09-02")]
    [InlineData("12/5/24", "2024-05-12")]
    [InlineData("29/2/2024", "2024-02-29")]
    [InlineData("đêm 18/2/2026", "2026-02-18")]
    [InlineData("thứ ba ngày 6/5/2025", "2025-05-06")]
    [InlineData("2025-05-12", "2025-05-12")]
    public void Normalize_DayWithYear_NeedsNoPublication(string text, string expected) =>
        DateNormalizer.Normalize(text, Unknown).ShouldBe(expected);

    [Theory]
    [InlineData("ngày 12/12", "2025-12-12")]
    [InlineData("ngày 20/12", "2024-12-20")]
    [InlineData("ngày 18/6", "2025-06-18")]
    [InlineData("1/1", "2025-01-01")]
    [InlineData("ngày 30/11", "2025-11-30")]
    [InlineData("sáng 12-6", "2025-06-12")]
    [InlineData("Chiều 15.6", "2025-06-15")]
    [InlineData("mồng 2/9", "2025-09-02")]
    [InlineData("nửa đêm 30/1", "2025-01-30")]
    [InlineData("hôm qua (19/6)", "2025-06-19")]
    [InlineData("hôm thứ năm 19/6", "2025-06-19")]
    [InlineData("30-6 năm sau", "2026-06-30")]
    [InlineData("30/4 năm ngoái", "2024-04-30")]
    [InlineData("ngày 4 tháng tư", "2025-04-04")]
    [InlineData("ngày 21 tháng năm", "2025-05-21")]
    public void Normalize_DayWithoutYear_IsTheNearestToThePublication(string text, string expected) =>
        DateNormalizer.Normalize(text, Friday).ShouldBe(expected);

    [Theory]
    [InlineData("ngày 12/12", "XXXX-12-12")]
    [InlineData("29/2", "XXXX-02-29")]
    [InlineData("19 giờ ngày 27/10", "XXXX-10-27T19:00")]
    [InlineData("tháng 3", "XXXX-03")]
    [InlineData("quý II", "XXXX-Q2")]
    [InlineData("19 giờ", "XXXX-XX-XXT19:00")]
    [InlineData("12 đến 17/6", "XXXX-06-12/XXXX-06-17")]
    public void Normalize_NoPublication_LeavesTheYearOpen(string text, string expected) =>
        DateNormalizer.Normalize(text, Unknown).ShouldBe(expected);

    [Theory]
    [InlineData("hôm nay", "2025-06-20")]
    [InlineData("sáng nay", "2025-06-20")]
    [InlineData("rạng sáng nay", "2025-06-20")]
    [InlineData("tối nay", "2025-06-20")]
    [InlineData("chiều", "2025-06-20")]
    [InlineData("hôm qua", "2025-06-19")]
    [InlineData("Tối qua", "2025-06-19")]
    [InlineData("hôm kia", "2025-06-18")]
    [InlineData("ngày mai", "2025-06-21")]
    [InlineData("chiều mai", "2025-06-21")]
    [InlineData("ngày kia", "2025-06-22")]
    [InlineData("ngày mốt", "2025-06-22")]
    [InlineData("hôm thứ Hai", "2025-06-16")]
    [InlineData("thứ Ba", "2025-06-17")]
    [InlineData("thứ Tư", "2025-06-18")]
    [InlineData("thứ Năm", "2025-06-19")]
    [InlineData("thứ 5", "2025-06-19")]
    [InlineData("thứ Sáu", "2025-06-20")]
    [InlineData("thứ Bảy", "2025-06-14")]
    [InlineData("Trưa chủ nhật", "2025-06-15")]
    [InlineData("Chủ nhật này, tuần này", "2025-06-22")]
    [InlineData("thứ năm tuần sau", "2025-06-26")]
    [InlineData("Tối thứ Bảy tuần qua", "2025-06-14")]
    [InlineData("thứ Hai tuần trước", "2025-06-09")]
    [InlineData("chủ nhật tới", "2025-06-22")]
    [InlineData("cuối tuần", "2025-06-21/2025-06-22")]
    [InlineData("cuối tuần này", "2025-06-21/2025-06-22")]
    [InlineData("cuối tuần qua", "2025-06-14/2025-06-15")]
    public void Normalize_WordsForADay_CountFromThePublication(string text, string expected) =>
        DateNormalizer.Normalize(text, Friday).ShouldBe(expected);

    [Theory]
    [InlineData("cùng ngày", "2025-06-17")]
    [InlineData("sáng cùng ngày", "2025-06-17")]
    [InlineData("hôm đó", "2025-06-17")]
    [InlineData("22 giờ cùng ngày", "2025-06-17T22:00")]
    [InlineData("10 giờ", "2025-06-17T10:00")]
    [InlineData("2 giờ sáng", "2025-06-17T02:00")]
    [InlineData("chiều", "2025-06-17")]
    [InlineData("Sáng hôm sau", "2025-06-18")]
    [InlineData("ngày trước đó", "2025-06-16")]
    public void Normalize_SameDay_IsTheDayNamedLast(string text, string expected)
    {
        var last = new DateOnly(2025, 6, 17);

        DateNormalizer.Normalize(text, Friday with { Last = last }).ShouldBe(expected);
        DateNormalizer.Normalize(text, new DateAnchor(null, last)).ShouldBe(expected, "without a publication");
    }

    [Theory]
    [InlineData("12 đến 17/6", "2025-06-12/2025-06-17")]
    [InlineData("14 và 15/8", "2025-08-14/2025-08-15")]
    [InlineData("ngày 21, 22/6", "2025-06-21/2025-06-22")]
    [InlineData("12, 13 và 14/5", "2025-05-12/2025-05-14")]
    [InlineData("các ngày 14-16/3", "2025-03-14/2025-03-16")]
    [InlineData("13-15/3/2024", "2024-03-13/2024-03-15")]
    [InlineData("13/8 đến 16/10", "2025-08-13/2025-10-16")]
    [InlineData("Hai ngày 21 và 22-8", "2025-08-21/2025-08-22")]
    [InlineData("từ ngày 3 đến ngày 5 tháng 7 năm 2024", "2024-07-03/2024-07-05")]
    [InlineData("30/4 - 1/5", "2025-04-30/2025-05-01")]
    [InlineData("30/12/2024 đến hết ngày 2/1/2025", "2024-12-30/2025-01-02")]
    [InlineData("giai đoạn 1-8-2011 đến 31-7-2012", "2011-08-01/2012-07-31")]
    public void Normalize_FromDayToDay_IsAnInterval(string text, string expected) =>
        DateNormalizer.Normalize(text, Friday).ShouldBe(expected);

    [Fact]
    public void Normalize_IntervalOverNewYear_BeginsInTheOldYear() =>
        DateNormalizer.Normalize("31/12 - 2/1", NewYear).ShouldBe("2024-12-31/2025-01-02");

    [Theory]
    [InlineData("19 giờ ngày 27/10", "2025-10-27T19:00")]
    [InlineData("17 giờ 30 ngày 31/10", "2025-10-31T17:30")]
    [InlineData("13 giờ 2 phút ngày 12/7", "2025-07-12T13:02")]
    [InlineData("0h15 ngày 23/9/2021", "2021-09-23T00:15")]
    [InlineData("19h30 ngày 5/5", "2025-05-05T19:30")]
    [InlineData("20g30 ngày 5/5", "2025-05-05T20:30")]
    [InlineData("8:05 ngày 5/5", "2025-05-05T08:05")]
    [InlineData("7 giờ rưỡi sáng 5/5", "2025-05-05T07:30")]
    [InlineData("3 giờ chiều 5/5", "2025-05-05T15:00")]
    [InlineData("8h tối 5/5", "2025-05-05T20:00")]
    [InlineData("10 giờ đêm 5/5", "2025-05-05T22:00")]
    [InlineData("2 giờ đêm 5/5", "2025-05-05T02:00")]
    [InlineData("12 giờ trưa 5/5", "2025-05-05T12:00")]
    [InlineData("4 giờ 20 sáng 17-7", "2025-07-17T04:20")]
    [InlineData("15 giờ hôm nay (20/6)", "2025-06-20T15:00")]
    [InlineData("8h sáng nay", "2025-06-20T08:00")]
    [InlineData("9 giờ sáng mai", "2025-06-21T09:00")]
    [InlineData("Hai giờ sáng", "2025-06-20T02:00")]
    [InlineData("17 giờ ngày 15.3", "2025-03-15T17:00")]
    [InlineData("24h ngày 31/5", "2025-05-31T24:00")]
    [InlineData("10 giờ tối qua", "2025-06-19T22:00")]
    public void Normalize_Clock_IsTheTimeOfTheDay(string text, string expected) =>
        DateNormalizer.Normalize(text, Friday).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("thời gian tới")]
    [InlineData("những ngày qua")]
    [InlineData("ngày 32/13")]
    [InlineData("30/2/2025")]
    [InlineData("29/2/2025")]
    [InlineData("ngày 0/5")]
    [InlineData("năm 938")]
    [InlineData("24 giờ qua")]
    [InlineData("tuần 60")]
    public void Normalize_NoDate_StaysText(string text) => DateNormalizer.Normalize(text, Friday).ShouldBeNull();

    [Theory]
    [InlineData("hôm qua")]
    [InlineData("cùng ngày")]
    [InlineData("thứ Hai")]
    [InlineData("cuối tuần")]
    [InlineData("tuần trước")]
    [InlineData("tháng sau")]
    [InlineData("năm ngoái")]
    [InlineData("6 tháng đầu năm")]
    [InlineData("dịp Tết")]
    public void Normalize_WordsWithoutAPublication_StayText(string text) => DateNormalizer.Normalize(text, Unknown).ShouldBeNull();

    [Theory]
    [InlineData("mùng 6 tháng Giêng", null)]
    [InlineData("13 tháng Giêng", null)]
    [InlineData("23 tháng Chạp", null)]
    [InlineData("rằm tháng Bảy", null)]
    [InlineData("15/8 âm lịch", null)]
    [InlineData("ngày 10 tháng 3 âm lịch", null)]
    [InlineData("rằm tháng Giêng (12/2)", "2025-02-12")]
    [InlineData("29/1 (mùng 1 tháng Giêng)", "2025-01-29")]
    [InlineData("Tết 2024", "2024")]
    [InlineData("Tết này", "2025")]
    public void Normalize_LunarDay_IsNotReadAsASolarOne(string text, string? expected) =>
        DateNormalizer.Normalize(text, Friday).ShouldBe(expected);

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void Normalize_PublicationAtTheEdgeOfTheCalendar_DoesNotThrow(string published)
    {
        var anchor = new DateAnchor(DateOnly.ParseExact(published, "yyyy-MM-dd", null), null);
        string[] texts =
        [
            "1/1",
            "hôm kia",
            "ngày mốt",
            "tuần trước",
            "tuần sau",
            "tháng trước",
            "tháng sau",
            "chủ nhật tuần tới",
            "tháng 5",
            "năm sau",
        ];

        foreach (var text in texts)
        {
            Should.NotThrow(() => DateNormalizer.Normalize(text, anchor), text);
        }
    }

    [Fact]
    public void Normalize_AnyText_DoesNotThrow()
    {
        string[] pieces =
        [
            "ngày",
            "tháng",
            "năm",
            "quý",
            "tuần",
            "thế kỷ",
            "giờ",
            "mùng",
            "0",
            "00",
            "7",
            "31",
            "99",
            "0000",
            "2025",
            "9999",
            "99999999999",
            "/",
            "-",
            ".",
            ":",
            "h",
            " ",
            " ",
            "đến",
            "thứ",
            "xx",
            "rưỡi",
            "qua",
            "sau",
            "ba",
            "mười hai",
            "\u0661\u0662",
            "(",
            "cùng kỳ",
        ];
        for (var seed = 0; seed < 5_000; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            Should.NotThrow(() => DateNormalizer.Normalize(text, Friday), $"seed {seed}: {text}");
        }
    }
}
