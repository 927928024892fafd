using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using NewsApi.Text;

namespace NewsApi.Language.Zoning;

/// <summary>
/// Reads publication times in the forms that Vietnamese pages print, day first: "13:16 | 14/12/2021 GMT+7", "Thứ Hai, 8/12/2025 - 10:30",
/// "08:00 ngày 1-2-2024", "ngày 5 tháng 3 năm 2024", "07-03-2026 - 00:01 AM", "2021-12-14T13:16:00+07:00", "May 12, 2023". "2 giờ trước" tells no time by itself.
/// </summary>
public static partial class DateReader
{
    /// <summary>Longer lines are running text: their dates are not the page's.</summary>
    public const int LongestLine = 160;

    const string Months =
        "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    /// <param name="text">One line, NFC.</param>
    public static DateReading Read(string text) => text.Length > LongestLine ? NoDate : Read(text, Folding.Fold(text));

    /// <param name="text">One line, NFC.</param>
    /// <param name="folded">The same, folded (<see cref="Folding.Fold"/>).</param>
    internal static DateReading Read(string text, string folded)
    {
        if (
            text.Length > LongestLine
            || (text.AsSpan().IndexOfAnyInRange('0', '9') < 0 && !text.Contains("trước", StringComparison.OrdinalIgnoreCase))
            || !DateSigns.MayTellTime(folded)
        )
        {
            return NoDate;
        }

        return ReadUnfiltered(text, folded);
    }

    /// <summary>As <see cref="Read(string, string)"/>, of lines without any sign of a time as well.</summary>
    internal static DateReading ReadUnfiltered(string text, string folded)
    {
        var rest = folded.ToCharArray();
        var date = TakeDate(rest);
        var offset = TakeOffset(rest);

        // Before the clock: the hours of "2 giờ trước" are no time of day.
        var relative = date is null && Take(Relative(), rest) is not null;
        var time = TakeTime(rest, date is not null);
        if (date is null && time is null && !relative)
        {
            return NoDate;
        }

        while (Take(Labels(), rest) is not null) { }
        return new DateReading(date, time, offset, relative, Remaining(text, rest));
    }

    static DateReading NoDate => new(null, null, null, false, "");

    // Digits are 0 to 9 in the patterns below: \d takes those of all scripts.

    // What was read is blanked out, so that the rest keeps its places.
    static Match? Take(Regex pattern, char[] rest)
    {
        // Most patterns match nothing, and asking only that needs no string.
        if (!pattern.IsMatch(rest))
        {
            return null;
        }

        var match = pattern.Match(new string(rest));
        if (match.Length == 0)
        {
            return null;
        }

        rest.AsSpan(match.Index, match.Length).Fill(' ');
        return match;
    }

    static DateOnly? TakeDate(char[] rest)
    {
        foreach (var (pattern, parse) in DateForms)
        {
            if (pattern.IsMatch(rest) && parse(pattern.Match(new string(rest))) is { } date)
            {
                Take(pattern, rest);
                return date;
            }
        }

        return null;
    }

    static readonly (Regex Pattern, Func<Match, DateOnly?> Parse)[] DateForms =
    [
        (YearFirst(), m => Day(m, "y", "m", "d")),
        (InWords(), m => Day(m, "y", "m", "d")),
        (DayFirst(), m => Day(m, "y", "m", "d") ?? Day(m, "y", "d", "m")),
        (MonthName(), NamedMonth),
        (ShortYear(), m => Day(m, "y", "m", "d")),
    ];

    static DateOnly? Day(Match match, string year, string month, string day)
    {
        var y = Number(match.Groups[year]);
        return Valid(y < 100 ? 2000 + y : y, Number(match.Groups[month]), Number(match.Groups[day]));
    }

    static DateOnly? NamedMonth(Match match)
    {
        var name = (match.Groups["n"].Success ? match.Groups["n"] : match.Groups["n2"]).ValueSpan[..3];
        var month = "janfebmaraprmayjunjulaugsepoctnovdec".AsSpan().IndexOf(name) / 3 + 1;
        return Valid(Number(match.Groups["y"]), month, Number(match.Groups["d"].Success ? match.Groups["d"] : match.Groups["d2"]));
    }

    static DateOnly? Valid(int year, int month, int day) =>
        year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    // "8 giờ ngày 1/2/2024" is a time of day, "mắc kẹt 8 giờ" a span of time: an hour alone needs a day or a half of the day beside it.
    static TimeOnly? TakeTime(char[] rest, bool hasDate)
    {
        if (!Clock().IsMatch(rest))
        {
            return null;
        }

        var match = Clock().Match(new string(rest));
        while (match.Success && !hasDate && !match.Groups["min"].Success && !match.Groups["half"].Success)
        {
            match = match.NextMatch();
        }

        if (!match.Success)
        {
            return null;
        }

        rest.AsSpan(match.Index, match.Length).Fill(' ');

        var hour = Number(match.Groups["h"]);
        var half = match.Groups["half"].Value;
        hour = half switch
        {
            "am" or "sa" or "sáng" when hour == 12 => 0,
            "pm" or "ch" or "chiều" or "tối" when hour < 12 => hour + 12,
            _ => hour,
        };
        return hour < 24 ? new TimeOnly(hour, Number(match.Groups["min"]), Number(match.Groups["s"])) : null;
    }

    static TimeSpan? TakeOffset(char[] rest)
    {
        if (Take(Zone(), rest) is not { } match)
        {
            return null;
        }

        if (match.Groups["name"].Success)
        {
            return TimeSpan.FromHours(HoursOfZones[match.Groups["name"].Value]);
        }

        // "GMT" without a number is Greenwich's own time.
        if (!match.Groups["h"].Success)
        {
            return TimeSpan.Zero;
        }

        var minutes = Number(match.Groups["h"]) * 60 + Number(match.Groups["m"]);
        return minutes > 14 * 60 ? null : TimeSpan.FromMinutes(match.Groups["sign"].ValueSpan is "+" ? minutes : -minutes);
    }

    // The names of zones that pages of the communities abroad print: "5:42 PM (CDT)". Names that two zones share are left out, such as CST and BST.
    static readonly FrozenDictionary<string, int> HoursOfZones = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["ict"] = 7,
        ["jst"] = 9,
        ["kst"] = 9,
        ["cet"] = 1,
        ["cest"] = 2,
        ["edt"] = -4,
        ["cdt"] = -5,
        ["mdt"] = -6,
        ["pdt"] = -7,
        ["est"] = -5,
        ["pst"] = -8,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static int Number(Group group) => group.Success && group.Length > 0 ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    static string Remaining(string text, char[] rest)
    {
        var (from, to) = (0, rest.Length);
        while (from < to && !char.IsLetterOrDigit(rest[from]))
        {
            from++;
        }

        while (to > from && !char.IsLetterOrDigit(rest[to - 1]))
        {
            to--;
        }

        return text[from..to].Trim();
    }

    [GeneratedRegex(@"(?<![0-9])(?<y>(?:19|20)[0-9][0-9])[-/.](?<m>[0-9]{1,2})[-/.](?<d>[0-9]{1,2})(?:t(?=[0-9][0-9]:)|(?![0-9]))")]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        @"(?:ngày\s*)?(?<![0-9])(?<d>[0-9]{1,2})\s*(?:,?\s*tháng|th)\s*(?<m>[0-9]{1,2})\s*(?:[,/.-]|năm|\s)\s*(?:năm\s*)?(?<y>(?:19|20)[0-9][0-9])(?![0-9])"
    )]
    private static partial Regex InWords();

    [GeneratedRegex(@"(?:ngày\s*:?\s*)?(?<![0-9])(?<d>[0-9]{1,2})\s?[-/.]\s?(?<m>[0-9]{1,2})\s?[-/.]\s?(?<y>(?:19|20)[0-9][0-9])(?![0-9])")]
    private static partial Regex DayFirst();

    [GeneratedRegex(
        $@"\b(?:(?<n>{Months})[.,]?\s+(?<d>[0-9]{{1,2}})(?:st|nd|rd|th)?[,/]?\s*(?<y>(?:19|20)[0-9][0-9])|(?<d2>[0-9]{{1,2}})(?:st|nd|rd|th)?[\s-]+(?<n2>{Months})\.?,?[\s-]+(?<y>(?:19|20)[0-9][0-9]))(?![0-9])"
    )]
    private static partial Regex MonthName();

    [GeneratedRegex(@"(?<![0-9/.-])(?<d>[0-9]{1,2})[/.-](?<m>[0-9]{1,2})[/.-](?<y>[0-9][0-9])(?![0-9/.-])")]
    private static partial Regex ShortYear();

    [GeneratedRegex(
        @"(?<![0-9])(?<h>[01]?[0-9]|2[0-4])\s?(?::\s?(?<min>[0-5][0-9])|(?:giờ|h|g)(?!\p{L})\s?(?<min>[0-5][0-9])?)(?:\s?(?:[:'′]|phút|p(?!\p{L}))\s?(?:(?<s>[0-5][0-9])(?:\.[0-9]+)?)?(?:\s?(?:""|giây))?)?(?![0-9])(?:\s?(?<half>am|pm|sa|ch|sáng|chiều|tối)\b)?"
    )]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"\(?\s*(?:gmt|utc)\s*(?:(?<sign>[+-])\s*(?<h>[0-9]{1,2})(?::?(?<m>[0-5][0-9]))?)?\s*\)?|(?<=[0-9])(?<sign>[+-])(?<h>[01][0-9]):(?<m>[0-5][0-9])(?![0-9])|(?<!\p{L})(?<name>ict|jst|kst|ces?t|[ecmp]dt|[ep]st)\b|(?<=:[0-9][0-9])z\b"
    )]
    private static partial Regex Zone();

    [GeneratedRegex(
        @"\b(?:(?:khoảng|hơn)\s+)?(?:[0-9]+|một|hai|vài)\s*(?:giây|phút|giờ|tiếng|ngày|tuần|tháng|năm|s|m|h|d)\s+trước\b|\b(?:vừa xong|mới đây|hôm qua|hôm nay)\b|\b(?:[0-9]+|an?)\s+(?:second|minute|hour|day|week|month|year)s?\s+ago\b|\bjust now\b"
    )]
    private static partial Regex Relative();

    // Weekdays and the words that announce a time.
    [GeneratedRegex(
        @"(?<!\p{L})(?:thứ\s*(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s*nhật|cn|t[2-7]|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:ngày|thời gian|giờ|lúc|bản tin)?\s*(?:đăng|cập nhật|xuất bản|phát hành|đưa tin|publish(?:ed)?|update[sd]?|posted|created|last (?:updated|modified))(?:\s*(?:lần cuối|mới nhất|on|at|lúc|ngày|vào|date|tin))*|ngày|lúc|vào|giờ|date|time|on|at|thời gian)(?![\p{L}0-9])"
    )]
    private static partial Regex Labels();
}
