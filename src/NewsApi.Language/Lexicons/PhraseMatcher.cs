using NewsApi.Text;

namespace NewsApi.Language.Lexicons;

/// <summary>Finds phrases of whole words: the longest at each place, from the left, so that none overlap.</summary>
sealed class PhraseMatcher<T>
{
    readonly Dictionary<string, T> phrases;
    readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> lookup;

    // How many syllables the longest phrase has that begins with this one.
    readonly Dictionary<string, int> longest = new(StringComparer.Ordinal);
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> longestLookup;

    /// <param name="phrases">By their folded text (<see cref="Folding.Fold"/>), with single blanks.</param>
    public PhraseMatcher(Dictionary<string, T> phrases)
    {
        this.phrases = phrases;
        foreach (var phrase in phrases.Keys)
        {
            var first = phrase.Split(' ')[0];
            longest[first] = Math.Max(longest.GetValueOrDefault(first), phrase.Count(letter => letter == ' ') + 1);
        }

        lookup = phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        longestLookup = longest.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Count => phrases.Count;

    /// <param name="folded">A line's text, folded.</param>
    public IEnumerable<(TextSpan Span, T Value)> Find(string folded)
    {
        for (var at = 0; at < folded.Length; at++)
        {
            if (!Letters.IsLetterOrDigit(folded[at]) || (at > 0 && Letters.IsLetterOrDigit(folded[at - 1])))
            {
                continue;
            }

            if (LongestAt(folded, at, out var span, out var value))
            {
                yield return (span, value);
                at = span.End - 1;
            }
        }
    }

    bool LongestAt(string folded, int start, out TextSpan span, out T value)
    {
        (span, value) = (default, default!);
        var end = WordEnd(folded, start);
        if (!longestLookup.TryGetValue(folded.AsSpan(start, end - start), out var most))
        {
            return false;
        }

        for (var n = 1; ; n++)
        {
            if (lookup.TryGetValue(folded.AsSpan(start, end - start), out var found))
            {
                (span, value) = (new TextSpan(start, end), found);
            }

            if (n == most || end + 1 >= folded.Length || folded[end] != ' ' || !Letters.IsLetterOrDigit(folded[end + 1]))
            {
                return span.Length > 0;
            }

            end = WordEnd(folded, end + 1);
        }
    }

    static int WordEnd(string folded, int at)
    {
        while (at < folded.Length && Letters.IsLetterOrDigit(folded[at]))
        {
            at++;
        }

        return at;
    }
}
