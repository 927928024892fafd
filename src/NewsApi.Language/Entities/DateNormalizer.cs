using System.Globalization;
using System.Text.RegularExpressions;
using NewsApi.Text;

namespace NewsApi.Language.Entities;

/// <summary>What dates of a text are reckoned from.</summary>
/// <param name="Published">The day of publication; null where it is not known: then years stay open.</param>
/// <param name="Last">The day that the text named last; null where it named none.</param>
readonly record struct DateAnchor(DateOnly? Published, DateOnly? Last)
{
    /// <summary>The day that "hôm nay" is.</summary>
    public DateOnly? Today => Published;
}

/// <summary>
/// Dates as written → ISO 8601: "ngày 12/12" → "2024-12-12", "quý III" → "2025-Q3", "nhiệm kỳ 2021-2026" → "2021/2026", "19 giờ ngày 27/10" →
/// "2025-10-27T19:00", "tuần trước" → "2025-W07". A missing year is the one that brings the date nearest to the publication; without a
/// publication it stays open ("XXXX-12-12").
/// </summary>
static partial class DateNormalizer
{
    /// <returns>Null where the text tells no date.</returns>
    public static string? Normalize(string text, DateAnchor anchor)
    {
        var folded = NumberWords(Folding.Fold(text));
        var time = TimeOf(ref folded);
        var day = Days(folded, anchor) ?? Day(folded, anchor);
        if (day is null && time is not null)
        {
            day = (anchor.Last ?? anchor.Published)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "XXXX-XX-XX";
        }

        return day is null ? Longer(folded, anchor)
            : day.Contains('/', StringComparison.Ordinal) ? day
            : day + time;
    }

    // "chín tháng", "mùng một", "ba ngày": the words up to twelve.
    static string NumberWords(string folded) => SmallNumber().Replace(folded, match => $"{Array.IndexOf(Numbers, match.Value) + 1}");

    static readonly string[] Numbers = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"];

    // Takes the time out of the text: "19 giờ 30 phút", "19h30", "19:30"; "3 giờ chiều" is 15:00.
    static string? TimeOf(ref string folded)
    {
        var match = Clock().Match(folded);
        if (!match.Success || int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture) > 24)
        {
            return null;
        }

        var hour = int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture);
        var minute =
            match.Groups["m"].Success ? int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture)
            : match.Groups["half"].Success ? 30
            : 0;
        folded = folded.Remove(match.Index, match.Length).Insert(match.Index, " ");
        var isLate = Afternoon().IsMatch(folded) && hour < 12;
        return minute > 59 ? null : string.Create(CultureInfo.InvariantCulture, $"T{(hour + (isLate ? 12 : 0)) % 24:00}:{minute:00}");
    }

    // From one day to another: "12 đến 17/6", "25 và 26/10", "13/8 đến 16/10", "13-15/3/2024".
    static string? Days(string folded, DateAnchor anchor)
    {
        var match = DayRange().Match(folded);
        if (!match.Success)
        {
            return null;
        }

        var month = Number(match, "m2");
        var year = Number(match, "y2");
        var until = Resolve(Number(match, "d2"), month, year, anchor);
        var from = Resolve(Number(match, "d1"), Number(match, "m1") ?? month, Number(match, "y1") ?? YearOf(until), anchor);
        return from is null || until is null ? null : $"{from}/{until}";
    }

    static string? Day(string folded, DateAnchor anchor)
    {
        if (FullDay().Match(folded) is { Success: true } match)
        {
            var year = Number(match, "y") ?? RelativeYear(folded[(match.Index + match.Length)..], anchor);
            return Resolve(Number(match, "d"), Number(match, "m"), year, anchor);
        }

        return RelativeDay(folded, anchor)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    static DateOnly? RelativeDay(string folded, DateAnchor anchor)
    {
        if (anchor.Today is not { } today)
        {
            return null;
        }

        if (Weekday().Match(folded) is { Success: true } weekday)
        {
            return OnWeekday(today, DayOfWeekOf(weekday.Groups["n"].Value), folded);
        }

        return SameDay().IsMatch(folded) ? anchor.Last ?? today
            : BeforeYesterday().IsMatch(folded) ? today.AddDays(-2)
            : AfterTomorrow().IsMatch(folded) ? today.AddDays(2)
            : Yesterday().IsMatch(folded) ? today.AddDays(-1)
            : Tomorrow().IsMatch(folded) ? today.AddDays(1)
            : Today().IsMatch(folded) ? today
            : WeekendDay().Match(folded) is { Success: true } ? WeekendOf(today, folded)
            : null;
    }

    static DateOnly WeekendOf(DateOnly today, string folded)
    {
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        return folded.Contains("qua", StringComparison.Ordinal) || folded.Contains("trước", StringComparison.Ordinal)
            ? today.AddDays(today.DayOfWeek == DayOfWeek.Sunday ? -7 : -(int)today.DayOfWeek)
            : sunday;
    }

    static DayOfWeek DayOfWeekOf(string name) =>
        name switch
        {
            "chủ nhật" or "cn" => DayOfWeek.Sunday,
            _ => (DayOfWeek)(
                name[^1] is >= '2' and <= '7' ? name[^1] - '1' : Array.IndexOf(["hai", "ba", "tư", "5", "sáu", "bảy"], name[4..]) + 1
            ),
        };

    // The last such day; of the week that is named where one is.
    static DateOnly OnWeekday(DateOnly today, DayOfWeek day, string folded)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var inWeek = monday.AddDays(((int)day + 6) % 7);
        return NextWeek().IsMatch(folded) ? inWeek.AddDays(7)
            : LastWeek().IsMatch(folded) ? inWeek.AddDays(-7)
            : folded.Contains("tuần này", StringComparison.Ordinal) || inWeek <= today ? inWeek
            : folded.Contains("tới", StringComparison.Ordinal) ? inWeek
            : inWeek.AddDays(-7);
    }

    static string? Resolve(int? day, int? month, int? year, DateAnchor anchor)
    {
        if (day is not { } d || month is not { } m || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(2024, m))
        {
            return null;
        }

        year = year is < 100 ? year + 2000 : year;
        year ??= NearestYear(m, d, anchor);
        return year is { } y
            ? d <= DateTime.DaysInMonth(y, m)
                ? string.Create(CultureInfo.InvariantCulture, $"{y:0000}-{m:00}-{d:00}")
                : null
            : string.Create(CultureInfo.InvariantCulture, $"XXXX-{m:00}-{d:00}");
    }

    // News tells of what was and of what comes soon: the year that brings the day nearest.
    static int? NearestYear(int month, int day, DateAnchor anchor)
    {
        if (anchor.Published is not { } published)
        {
            return null;
        }

        return Enumerable
            .Range(published.Year - 1, 3)
            .MinBy(year =>
            {
                var date = new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
                return Math.Abs(date.DayNumber - published.DayNumber);
            });
    }

    static int? YearOf(string? date) => date is null || date[0] == 'X' ? null : int.Parse(date.AsSpan(0, 4), CultureInfo.InvariantCulture);

    static int? Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        "(?<![a-zà-ỹđ])(mười hai|mười một|mười|chín|tám|bảy|sáu|bốn|ba|hai)(?= (tháng|giờ|ngày|quý))|(?<=(mùng|mồng|tháng) )(mười hai|mười một|mười|chín|tám|bảy|sáu|bốn|ba|hai|năm|một)(?! (ngày|tháng))(?!\\d| \\d)"
    )]
    private static partial Regex SmallNumber();

    [GeneratedRegex(
        "(?<!\\d)(?<h>[0-9]{1,2}) ?(?:giờ|h|g(?=[0-9 ])|:(?=[0-9]{2}))(?: ?(?<m>[0-9]{1,2})(?: ?phút|'|p)?(?![0-9/-])|(?<half> rưỡi))?"
    )]
    private static partial Regex Clock();

    [GeneratedRegex("chiều|tối|đêm(?! qua rạng)")]
    private static partial Regex Afternoon();

    [GeneratedRegex(
        "(?<![0-9/])(?<d1>[0-9]{1,2})(?:[/.](?<m1>[0-9]{1,2})(?:[/.](?<y1>[0-9]{4}))?)?(?: ?[-–] ?| đến(?: hết)?(?: ngày)? | tới(?: ngày)? | và(?: ngày)? |, ?)(?:[0-9]{1,2}(?: và |, ))?(?<d2>[0-9]{1,2})(?:[/.-]| tháng )(?<m2>[0-9]{1,2})(?:(?:[/.-]|,? năm )(?<y2>[0-9]{4}))?(?![0-9])"
    )]
    private static partial Regex DayRange();

    [GeneratedRegex(
        "(?<![0-9/])(?<d>[0-9]{1,2})(?: ?[/.-] ?| tháng )(?<m>[0-9]{1,2})(?:(?: ?[/.-] ?|,? năm )(?<y>[0-9]{4}|[0-9]{2}(?![0-9])))?(?![0-9])"
    )]
    private static partial Regex FullDay();

    [GeneratedRegex("(?<n>thứ (?:hai|ba|tư|5|năm|sáu|bảy|[2-7])|chủ nhật)")]
    private static partial Regex Weekday();

    [GeneratedRegex("cùng ngày|cùng buổi|hôm đó|ngày hôm ấy|ngày đó")]
    private static partial Regex SameDay();

    [GeneratedRegex("hôm kia|ngày kia trước")]
    private static partial Regex BeforeYesterday();

    [GeneratedRegex("ngày kia|ngày mốt")]
    private static partial Regex AfterTomorrow();

    [GeneratedRegex("hôm qua|hôm trước|^(rạng )?(sáng|trưa|chiều|tối|đêm|khuya)( sớm)? qua$|ngày qua$")]
    private static partial Regex Yesterday();

    [GeneratedRegex("ngày mai|^(sáng|trưa|chiều|tối|đêm)?( sớm)? ?mai$|hôm sau")]
    private static partial Regex Tomorrow();

    [GeneratedRegex("hôm nay|ngày nay$|^(rạng )?(sáng|trưa|chiều|tối|đêm|khuya)( sớm)? nay|cuối ngày$|^(rạng )?(sáng|trưa|chiều|tối|đêm)$")]
    private static partial Regex Today();

    [GeneratedRegex("cuối tuần")]
    private static partial Regex WeekendDay();

    [GeneratedRegex("tuần (sau|tới)")]
    private static partial Regex NextWeek();

    [GeneratedRegex("tuần (trước|qua|rồi)")]
    private static partial Regex LastWeek();
}
