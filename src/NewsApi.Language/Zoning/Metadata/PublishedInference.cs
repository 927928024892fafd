using System.Globalization;
using System.Text.RegularExpressions;
using NewsApi.Language.Documents;

namespace NewsApi.Language.Zoning.Metadata;

/// <summary>
/// When an article without a time line appeared, as far as its own words tell: "2024-03-13" or "2024". Years that only count the past
/// ("hồi năm 2007") tell nothing.
/// </summary>
static partial class PublishedInference
{
    // Pages on the web, and not the history they tell of.
    const int FirstYear = 1995;

    // News name their day early.
    const int OpeningLines = 4;

    public static string? Read(ZonedPage page)
    {
        var content = page.Lines.Where(line => line.Role.IsContent() && line.Role != LineRole.Caption).Select(line => line.Text).ToArray();
        return DayOfHeadOrDateline(content) ?? YearOfOpening(content) ?? YearAhead(content);
    }

    /// <summary>"Giá cà phê hôm nay 13/3/2024", "Hà Nội, ngày 28/11/2012 - …".</summary>
    static string? DayOfHeadOrDateline(string[] content)
    {
        foreach (var text in content.Take(OpeningLines))
        {
            var match = TodayIs().Match(text) is { Success: true } today ? today : Dateline().Match(text);
            if (match.Success && Day(match) is { } day)
            {
                return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    /// <summary>"Trong hai ngày 24 và 25/3/2015, …" in the opening, where the text names no later year.</summary>
    static string? YearOfOpening(string[] content)
    {
        var latest = content.SelectMany(text => Years().Matches(text)).Select(YearOf).DefaultIfEmpty(0).Max();
        var named = content
            .Take(OpeningLines)
            .SelectMany(text => Days().Matches(text))
            .Where(match => Day(match) is not null)
            .Select(YearOf);
        return named.Any(year => year == latest && year >= FirstYear) ? Written(latest) : null;
    }

    /// <summary>"Bước sang năm 2011", "Năm 2011, sẽ mở …": a year that begins.</summary>
    static string? YearAhead(string[] content)
    {
        var years = content.SelectMany(text => Ahead().Matches(text)).Select(YearOf).Where(year => year >= FirstYear).ToArray();
        return years.Length == 0 ? null : Written(years.Min());
    }

    static string Written(int year) => year.ToString(CultureInfo.InvariantCulture);

    static int YearOf(Match match) => int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);

    static DateOnly? Day(Match match) =>
        DateOnly.TryParseExact(
            $"{match.Groups["day"].Value}/{match.Groups["month"].Value}/{match.Groups["year"].Value}",
            "d/M/yyyy",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    const string DayMonthYear = @"(?<day>[0-9]{1,2})\s?[/.-]\s?(?<month>[0-9]{1,2})\s?[/.-]\s?(?<year>(?:19|20)[0-9]{2})(?![0-9])";

    [GeneratedRegex(@"hôm nay,?\s*\(?(?:ngày\s+)?" + DayMonthYear, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TodayIs();

    [GeneratedRegex(@"^\p{Lu}[\p{L}\s.]{1,30},\s*(?:ngày\s+)?" + DayMonthYear + @"\s*[-–—(:]", RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();

    [GeneratedRegex("(?<![0-9])" + DayMonthYear, RegexOptions.CultureInvariant)]
    private static partial Regex Days();

    // The second year of "2021-2023" ends a term of office.
    [GeneratedRegex(
        @"(?<![0-9]\s?[-–]\s?)(?<![0-9])(?<year>(?:19|20)[0-9]{2})(?![0-9])(?!\s?[-–]\s?[0-9]{4})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Years();

    [GeneratedRegex(
        @"(?:bước sang năm (?<year>(?:19|20)[0-9]{2})\b|\bnăm (?<year>(?:19|20)[0-9]{2}),? (?:cần|sẽ|phấn đấu|tiếp tục|tập trung|dự kiến)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Ahead();
}
