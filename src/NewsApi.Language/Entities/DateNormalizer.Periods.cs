using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsApi.Language.Entities;

// Weeks, months, quarters, halves of a year, years and what is longer.
static partial class DateNormalizer
{
    static string? Longer(string folded, DateAnchor anchor) =>
        Weeks(folded, anchor)
        ?? MonthsOfYear(folded, anchor)
        ?? Quarter(folded, anchor)
        ?? Months(folded, anchor)
        ?? Years(folded)
        ?? Year(folded, anchor);

    static string? Weeks(string folded, DateAnchor anchor)
    {
        if (WeekNumber().Match(folded) is { Success: true } numbered && anchor.Published is { } published)
        {
            var week = Number(numbered, "n");
            return week >= 1 && week <= ISOWeek.GetWeeksInYear(published.Year)
                ? string.Create(CultureInfo.InvariantCulture, $"{published.Year:0000}-W{week:00}")
                : null;
        }

        if (WeekWord().Match(folded) is not { Success: true } match || anchor.Published is not { } day)
        {
            return null;
        }

        var moved = day.AddDays(
            match.Groups["back"].Success ? -7
            : match.Groups["on"].Success ? 7
            : 0
        );
        var time = moved.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(time):0000}-W{ISOWeek.GetWeekOfYear(time):00}");
    }

    // "9 tháng đầu năm 2025", "6 tháng cuối năm", "nửa đầu năm", "cùng kỳ".
    static string? MonthsOfYear(string folded, DateAnchor anchor)
    {
        if (FirstMonths().Match(folded) is { Success: true } match)
        {
            var count = Number(match, "n") ?? 6;
            if (count is < 1 or > 12 || (YearIn(folded, anchor) ?? anchor.Published?.Year) is not { } year)
            {
                return null;
            }

            if (count == 6)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{year:0000}-H{(match.Groups["late"].Success ? 2 : 1)}");
            }

            var (from, until) = match.Groups["late"].Success ? (13 - count, 12) : (1, count);
            return count == 1
                ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{from:00}")
                : string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{from:00}/{year:0000}-{until:00}");
        }

        return null;
    }

    static string? Quarter(string folded, DateAnchor anchor)
    {
        var match = QuarterNumber().Match(folded);
        if (!match.Success)
        {
            return null;
        }

        var number = match.Groups["n"].Value switch
        {
            "i" or "1" or "một" => 1,
            "ii" or "2" or "hai" => 2,
            "iii" or "3" or "ba" => 3,
            _ => 4,
        };
        var year = Number(match, "y") ?? YearIn(folded, anchor) ?? NearestYear((3 * number) - 1, 15, anchor);
        return year is { } y ? $"{y:0000}-Q{number}" : $"XXXX-Q{number}";
    }

    static string? Months(string folded, DateAnchor anchor)
    {
        if (MonthRange().Match(folded) is { Success: true } range)
        {
            var year = Number(range, "y") ?? YearIn(folded, anchor) ?? NearestYear(Number(range, "m2")!.Value, 15, anchor);
            var (first, last) = (MonthOf(Number(range, "m1"), Number(range, "y1") ?? year), MonthOf(Number(range, "m2"), year));
            return first is null || last is null ? null : $"{first}/{last}";
        }

        if (MonthNumber().Match(folded) is { Success: true } match)
        {
            var month = Number(match, "m")!.Value;
            return month is < 1 or > 12
                ? null
                : MonthOf(month, Number(match, "y") ?? YearIn(folded, anchor) ?? NearestYear(month, 15, anchor));
        }

        if (MonthWord().Match(folded) is { Success: true } word && anchor.Published is { } published)
        {
            var moved = published.AddMonths(
                word.Groups["back"].Success ? -1
                : word.Groups["on"].Success ? 1
                : 0
            );
            return MonthOf(moved.Month, moved.Year);
        }

        return null;
    }

    static string? MonthOf(int? month, int? year) =>
        month is null or < 1 or > 12 ? null
        : year is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:0000}-{month:00}")
        : string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}");

    static string? Years(string folded)
    {
        if (YearRange().Match(folded) is { Success: true } range)
        {
            var (from, until) = (Number(range, "y1")!.Value, Number(range, "y2")!.Value);
            until = until < 100 ? (from / 100 * 100) + until : until;
            return string.Create(CultureInfo.InvariantCulture, $"{from:0000}/{until:0000}");
        }

        if (Decade().Match(folded) is { Success: true } decade)
        {
            var from = Number(decade, "y")!.Value;
            from = from < 100 ? from + 1900 : from;
            return string.Create(CultureInfo.InvariantCulture, $"{from:0000}/{from + 9:0000}");
        }

        if (Century().Match(folded) is { Success: true } century)
        {
            var n = int.TryParse(century.Groups["n"].ValueSpan, CultureInfo.InvariantCulture, out var number)
                ? number
                : Roman(century.Groups["n"].Value);
            return n < 1 ? null : string.Create(CultureInfo.InvariantCulture, $"{((n - 1) * 100) + 1:0000}/{n * 100:0000}");
        }

        return null;
    }

    static string? Year(string folded, DateAnchor anchor) =>
        YearIn(folded, anchor) is { } year ? $"{year:0000}"
        : ThisYear().IsMatch(folded) && anchor.Published is { } published ? $"{published.Year:0000}"
        : null;

    static int? YearIn(string folded, DateAnchor anchor) =>
        YearNumber().Match(folded) is { Success: true } match ? Number(match, "y") : RelativeYear(folded, anchor);

    static int? RelativeYear(string folded, DateAnchor anchor) =>
        anchor.Published is not { } published || RelativeYearWord().Match(folded) is not { Success: true } match ? null
        : match.Groups["back"].Success ? published.Year - 1
        : match.Groups["on"].Success ? published.Year + 1
        : published.Year;

    static int Roman(string digits)
    {
        var (sum, last) = (0, 0);
        foreach (var digit in digits.Reverse())
        {
            var value = digit switch
            {
                'x' => 10,
                'v' => 5,
                _ => 1,
            };
            sum += value < last ? -value : value;
            last = value;
        }

        return sum;
    }

    [GeneratedRegex("tuần (?:thứ )?(?<n>[0-9]{1,2})$")]
    private static partial Regex WeekNumber();

    [GeneratedRegex("(?<!cuối )tuần (?:(?<back>trước|qua|rồi)|(?<on>sau|tới)|này)")]
    private static partial Regex WeekWord();

    [GeneratedRegex(
        "(?:(?<n>[0-9]{1,2}) tháng|nửa|tháng)(?: (?:đầu(?: tiên)?|(?<late>cuối)))(?: của)?(?: năm)|(?<n>[0-9]{1,2}) tháng(?! [0-9])"
    )]
    private static partial Regex FirstMonths();

    [GeneratedRegex("quý (?<n>iv|i{1,3}|[1-4]|một|hai|ba|tư|bốn)(?:[/.-] ?(?<y>[0-9]{4}))?")]
    private static partial Regex QuarterNumber();

    [GeneratedRegex(
        "tháng (?<m1>[0-9]{1,2})(?:[/-](?<y1>[0-9]{4}))?(?: ?[-–] ?| đến(?: hết)? | tới | và )(?:tháng )?(?<m2>[0-9]{1,2})(?:[/-](?<y>[0-9]{4}))?(?![0-9])"
    )]
    private static partial Regex MonthRange();

    [GeneratedRegex("tháng (?<m>[0-9]{1,2})(?: ?[/.-] ?(?<y>[0-9]{4}))?(?![0-9])|^(?<m>[0-9]{1,2})/(?<y>[0-9]{4})$")]
    private static partial Regex MonthNumber();

    [GeneratedRegex("tháng (?:(?<back>trước|qua|rồi)|(?<on>sau|tới)|này|nay)")]
    private static partial Regex MonthWord();

    [GeneratedRegex(
        "(?<y1>[12][0-9]{3})(?: ?[-–/] ?| đến(?: hết)?(?: năm)? | tới(?: năm)? | và(?: năm)? )(?<y2>[12][0-9]{3}|[0-9]{2})(?![0-9])"
    )]
    private static partial Regex YearRange();

    [GeneratedRegex("(?:những năm|thập niên|thập kỷ)(?: năm)? (?<y>[12][0-9]{2}0|[1-9]0)(?![0-9])")]
    private static partial Regex Decade();

    [GeneratedRegex("thế kỷ (?:thứ )?(?<n>[0-9]{1,2}|[xvi]+)\\b")]
    private static partial Regex Century();

    [GeneratedRegex("(?<![0-9/])(?<y>1[0-9]{3}|20[0-9]{2}|21[0-9]{2})(?![0-9])")]
    private static partial Regex YearNumber();

    [GeneratedRegex("năm (?:(?<back>ngoái|trước|qua|rồi)|(?<on>sau|tới)|nay|này)|cùng kỳ(?! [0-9]| năm)(?<back>)")]
    private static partial Regex RelativeYearWord();

    [GeneratedRegex("(?:đầu|cuối|giữa|trong|hết) năm|^mùa (?:xuân|hè|thu|đông|mưa|khô)|^(?:hè|thu|xuân|đông)$|tết")]
    private static partial Regex ThisYear();
}
