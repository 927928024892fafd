using System.Globalization;
using System.Text.RegularExpressions;
using NewsApi.Language.Documents;
using NewsApi.Language.Entities;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>
/// Periods that numbers are counted over and that are too plain to be mentions: "bình quân chín tháng", "11 tháng qua", "từ đầu năm",
/// "năm nay". All are told by the day of publication.
/// </summary>
static partial class Periods
{
    // A count of months that ends with the month of publication or the one before it is the year's so far; else it is a duration.
    const int FewestMonths = 3;

    /// <param name="folded">A line's text, folded.</param>
    /// <param name="names">Its mentions: what they cover is left to them.</param>
    public static IEnumerable<Name> Find(string text, string folded, IReadOnlyList<Name> names, DateOnly? published)
    {
        if (published is not { } day)
        {
            yield break;
        }

        foreach (Match match in Phrase().Matches(folded))
        {
            var span = new TextSpan(match.Index, match.Index + match.Length);
            // "đầu năm" alone is a mention; "từ đầu năm" says more.
            if (!match.Groups["begin"].Success && names.Any(name => name.Type == EntityType.Date && name.Span.Overlaps(span)))
            {
                continue;
            }

            if (ValueOf(match, day) is { } value)
            {
                yield return new Name(span, EntityType.Date, span.Slice(text), value, null);
            }
        }
    }

    static string? ValueOf(Match match, DateOnly published)
    {
        if (match.Groups["months"] is { Success: true } months)
        {
            var count = CountOf(months.ValueSpan);
            var isSoFar = count == published.Month || count == published.Month - 1 || (count == 12 && published.Month == 1);
            return count >= FewestMonths && isSoFar ? Written(published.Year - (count > published.Month ? 1 : 0), 1, count) : null;
        }

        if (match.Groups["quarter"].Success)
        {
            return DateNormalizer.Normalize(match.Value, new DateAnchor(published, null));
        }

        return match.Groups["begin"].Success
            ? Written(published.Year, 1, published.Month)
            : published.Year.ToString("0000", CultureInfo.InvariantCulture);
    }

    static string Written(int year, int from, int until) =>
        from == until
            ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{from:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{from:00}/{year:0000}-{until:00}");

    static readonly string[] Numbers = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"];

    static int CountOf(ReadOnlySpan<char> word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : Array.IndexOf(Numbers, word.ToString()) + 1;

    [GeneratedRegex(
        @"(?<![\p{L}\d])(?:(?<months>[0-9]{1,2}|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một|mười hai) tháng(?: qua| vừa qua| nay)?(?! (?:trước|sau|tới|tuổi|tù|liền|liên tiếp|nữa))"
            + @"|(?<quarter>quý (?:iii|ii|iv|i|[1-4])(?:(?:/| năm )[0-9]{4})?)"
            + @"|(?<begin>(?:từ|kể từ) đầu năm(?: đến nay| tới nay)?(?! (?:đến|tới|[0-9])))"
            + @"|(?<year>năm nay|cả năm))(?![\p{L}\d])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Phrase();
}
