using System.Buffers;

namespace NewsApi.Language.Zoning;

/// <summary>Tells without a pattern that most lines hold no time. Many of them have a digit: a score, an age, a price.</summary>
static class DateSigns
{
    static readonly SearchValues<string> Relative = SearchValues.Create(
        ["trước", "ago", "vừa xong", "mới đây", "hôm qua", "hôm nay", "just now"],
        StringComparison.Ordinal
    );

    /// <summary>False only where <see cref="DateReader"/> finds neither a date nor a clock nor a span of time.</summary>
    /// <param name="folded">One line, folded.</param>
    public static bool MayTellTime(ReadOnlySpan<char> folded) => HasNumbersOfTime(folded) || folded.ContainsAny(Relative);

    // A year, two marks between the numbers of a short date, or hours with what follows them.
    static bool HasNumbersOfTime(ReadOnlySpan<char> folded)
    {
        var marks = 0;
        for (var at = 0; at < folded.Length; at++)
        {
            var next = folded[at..].IndexOfAnyInRange('0', '9');
            if (next < 0)
            {
                return false;
            }

            at += next;
            var behind = folded[(at + 1)..];
            if (
                IsYear(folded[at..])
                || IsUnitOfTime(behind)
                || (behind is [var blank, ..] && char.IsWhiteSpace(blank) && IsUnitOfTime(behind[1..]))
            )
            {
                return true;
            }

            marks += behind is ['/' or '.' or '-', >= '0' and <= '9', ..] ? 1 : 0;
            if (marks == 2)
            {
                return true;
            }
        }

        return false;
    }

    static bool IsUnitOfTime(ReadOnlySpan<char> text) => text is [':' or 'g' or 'h', ..];

    // 1900 to 2099: what stands behind it is not looked at.
    static bool IsYear(ReadOnlySpan<char> text) =>
        text is ['1', '9', >= '0' and <= '9', >= '0' and <= '9', ..] or ['2', '0', >= '0' and <= '9', >= '0' and <= '9', ..];
}
