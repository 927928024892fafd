using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsApi.Language.Entities;

// Days by words: "hôm qua", "thứ Hai tuần sau", "cùng ngày".
static partial class DateNormalizer
{
    static DateOnly? RelativeDay(string folded, DateAnchor anchor)
    {
        if (anchor.Last is { } last)
        {
            if (SameDay().IsMatch(folded))
            {
                return last;
            }

            if (DayAround().Match(folded) is { Success: true } around)
            {
                return last.AddDays(around.Groups["back"].Success ? -1 : 1);
            }
        }

        if (anchor.Today is not { } today)
        {
            return null;
        }

        if (Weekday().Match(folded) is { Success: true } weekday)
        {
            return OnWeekday(today, DayOfWeekOf(weekday.Groups["n"].Value), folded);
        }

        return SameDay().IsMatch(folded) ? today
            : BeforeYesterday().IsMatch(folded) ? today.AddDays(-2)
            : AfterTomorrow().IsMatch(folded) ? today.AddDays(2)
            : Yesterday().IsMatch(folded) ? today.AddDays(-1)
            : Tomorrow().IsMatch(folded) ? today.AddDays(1)
            : Today().IsMatch(folded) ? today
            : null;
    }

    // "cuối tuần qua", "cuối tuần này", "cuối tuần tới": the Saturday and Sunday before, or those that come.
    static string? Weekend(string folded, DateAnchor anchor)
    {
        if (!WeekendDay().IsMatch(folded) || Weekday().IsMatch(folded) || anchor.Today is not { } today)
        {
            return null;
        }

        var isPast = folded.Contains("qua", StringComparison.Ordinal) || folded.Contains("trước", StringComparison.Ordinal);
        var isNext = folded.Contains("tới", StringComparison.Ordinal) || folded.Contains("sau", StringComparison.Ordinal);
        var isWeekend = today.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var sunday = today.AddDays(
            (7 - (int)today.DayOfWeek) % 7
                + (
                    isPast ? -7
                    : isNext && isWeekend ? 7
                    : 0
                )
        );
        return string.Create(CultureInfo.InvariantCulture, $"{sunday.AddDays(-1):yyyy-MM-dd}/{sunday:yyyy-MM-dd}");
    }

    static DayOfWeek DayOfWeekOf(string name) =>
        name switch
        {
            "chủ nhật" or "cn" => DayOfWeek.Sunday,
            _ => (DayOfWeek)(
                name[^1] is >= '2' and <= '7' ? name[^1] - '1' : Array.IndexOf(["hai", "ba", "tư", "năm", "sáu", "bảy"], name[4..]) + 1
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

    [GeneratedRegex("(?<!(?:tuần|lần|kỷ|năm) )(?<n>thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7](?![0-9])))|(?<n>chủ nhật)")]
    private static partial Regex Weekday();

    [GeneratedRegex("cùng ngày|cùng buổi|hôm (đó|ấy)|ngày đó|cuối ngày$|^(rạng )?(sáng|trưa|chiều|tối|đêm)$")]
    private static partial Regex SameDay();

    [GeneratedRegex("hôm sau|ngày sau đó|(?<back>(?<![0-9] )(hôm|ngày) trước đó)")]
    private static partial Regex DayAround();

    [GeneratedRegex("hôm kia|ngày kia trước")]
    private static partial Regex BeforeYesterday();

    [GeneratedRegex("ngày kia|ngày mốt")]
    private static partial Regex AfterTomorrow();

    [GeneratedRegex("hôm qua|hôm trước|^(rạng )?(sáng|trưa|chiều|tối|đêm|khuya)( sớm)? qua$|(?<!(những|mấy|các|[0-9]) )ngày qua$")]
    private static partial Regex Yesterday();

    [GeneratedRegex("ngày mai|^(sáng|trưa|chiều|tối|đêm)?( sớm)? ?mai$|hôm sau")]
    private static partial Regex Tomorrow();

    [GeneratedRegex("hôm nay|ngày nay$|^(rạng )?(sáng|trưa|chiều|tối|đêm|khuya)( sớm)? nay")]
    private static partial Regex Today();

    [GeneratedRegex("cuối tuần")]
    private static partial Regex WeekendDay();

    [GeneratedRegex("tuần (sau|tới)")]
    private static partial Regex NextWeek();

    [GeneratedRegex("tuần (trước|qua|rồi)")]
    private static partial Regex LastWeek();
}
