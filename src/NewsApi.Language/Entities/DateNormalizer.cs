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
        anchor = new DateAnchor(WithinCalendar(anchor.Published), WithinCalendar(anchor.Last));
        var folded = Lunar().Replace(NumberWords(WithPlainBlanks(Folding.Fold(text))), "");
        var time = TimeOf(ref folded);
        var day = Days(folded, anchor) ?? Day(folded, anchor) ?? Weekend(folded, anchor);
        if (day is null && time is not null)
        {
            day = (anchor.Last ?? anchor.Published)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "XXXX-XX-XX";
        }

        return day is null ? Longer(folded, anchor)
            : day.Contains('/', StringComparison.Ordinal) ? day
            : day + time;
    }

    // Years and days are counted from these, and must not leave the calendar.
    static DateOnly? WithinCalendar(DateOnly? day) => day is { Year: > 1 and < 9999 } ? day : null;

    static string WithPlainBlanks(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // "chín tháng", "mùng một", "ba ngày": the words up to twelve.
    static string NumberWords(string folded) =>
        SmallNumber().Replace(folded, match => match.Value == "tư" ? "4" : $"{Array.IndexOf(Numbers, match.Value) + 1}");

    static readonly string[] Numbers = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"];

    // Takes the time out of the text: "19 giờ 30 phút", "19h30", "19:30"; "3 giờ chiều" is 15:00, "2 giờ đêm" 2:00.
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
        folded = WithPlainBlanks(folded.Remove(match.Index, match.Length).Insert(match.Index, " "));
        var isLate = hour < 12 && (Afternoon().IsMatch(folded) || (hour > 5 && Night().IsMatch(folded)));
        return minute > 59 || (hour == 24 && minute > 0)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"T{hour + (isLate ? 12 : 0):00}:{minute:00}");
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
        var (day, ownMonth, ownYear) = (Number(match, "d1"), Number(match, "m1") ?? month, Number(match, "y1"));
        var from = Resolve(day, ownMonth, ownYear ?? YearOf(until), anchor);
        if (ownYear is null && YearOf(until) is { } last && string.CompareOrdinal(from, until) > 0)
        {
            // "31/12 - 2/1".
            from = Resolve(day, ownMonth, last - 1, anchor);
        }

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
        "(?<![a-zà-ỹđ])(mười hai|mười một|mười|chín|tám|bảy|sáu|bốn|ba|hai)(?= (tháng|giờ|ngày|quý))|(?<=(mùng|mồng|tháng) )(mười hai|mười một|mười|chín|tám|bảy|sáu|bốn|ba|hai|năm|một|tư)(?! (ngày|tháng))(?!\\d| \\d)"
    )]
    private static partial Regex SmallNumber();

    [GeneratedRegex(
        "(?<!\\d)(?<h>[0-9]{1,2}) ?(?:(?:giờ|h)(?! (?:qua|tới|trước|sau))|g(?=[0-9 ])|:(?=[0-9]{2}))(?: ?(?<m>[0-9]{1,2})(?: ?phút|'|p)?(?![0-9/-]|\\.[0-9]| tháng)|(?<half> rưỡi))?"
    )]
    private static partial Regex Clock();

    [GeneratedRegex("chiều|tối")]
    private static partial Regex Afternoon();

    [GeneratedRegex("đêm(?! qua rạng)")]
    private static partial Regex Night();

    // A day of the lunar calendar is another one in the solar calendar: it is left out, and stays text where nothing else is told.
    [GeneratedRegex(
        "(?:[0-9]{1,2} )?tháng (?:giêng|chạp)|rằm tháng [0-9]{1,2}|(?:[0-9]{1,2}(?: tháng |[/.-])|tháng )[0-9]{1,2}(?: năm [0-9]{4})? âm lịch"
    )]
    private static partial Regex Lunar();

    [GeneratedRegex(
        "(?<![0-9/]|tháng )(?<d1>[0-9]{1,2})(?:[/.-](?<m1>[0-9]{1,2})(?:[/.-](?<y1>[0-9]{4}))?)?(?: ?[-–] ?| đến(?: hết)?(?: ngày)? | tới(?: ngày)? | và(?: ngày)? |, ?)(?:[0-9]{1,2}(?: và |, ))?(?<d2>[0-9]{1,2})(?:[/.-]| tháng )(?<m2>[0-9]{1,2})(?:(?:[/.-]|,? năm )(?<y2>[0-9]{4}))?(?![0-9])"
    )]
    private static partial Regex DayRange();

    [GeneratedRegex(
        "(?<![0-9/])(?<y>[12][0-9]{3})-(?<m>[0-9]{2})-(?<d>[0-9]{2})(?![0-9])|(?<![0-9/]|tháng )(?<d>[0-9]{1,2})(?: ?[/.-] ?| tháng )(?<m>[0-9]{1,2})(?:(?: ?[/.-] ?|,? năm )(?<y>[0-9]{4}|[0-9]{2}(?![0-9])))?(?![0-9])"
    )]
    private static partial Regex FullDay();
}
