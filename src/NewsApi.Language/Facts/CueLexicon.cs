using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>A phrase of the lexicon in a line, and all that it may be a sign of.</summary>
readonly record struct CueMatch(TextSpan Span, Cue Cue);

/// <summary>The phrases of fact_cues.tsv.</summary>
sealed class CueLexicon
{
    const int LongestSyllables = 12;

    readonly Dictionary<string, Cue> cues = new(StringComparer.Ordinal);
    readonly Dictionary<string, Cue>.AlternateLookup<ReadOnlySpan<char>> lookup;

    // How many syllables the longest phrase has that begins with this one.
    readonly Dictionary<string, int> longest = new(StringComparer.Ordinal);
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> longestLookup;

    internal CueLexicon(IEnumerable<LexiconEntry> entries)
    {
        foreach (var entry in entries)
        {
            var phrase = Folding.Fold(entry[0]);
            var syllables = phrase.Count(letter => letter == ' ') + 1;
            if (syllables > LongestSyllables)
            {
                throw entry.Error($"more than {LongestSyllables} syllables");
            }

            cues[phrase] = cues.GetValueOrDefault(phrase) | Parse(entry);
            var first = phrase.Split(' ')[0];
            longest[first] = Math.Max(longest.GetValueOrDefault(first), syllables);
        }

        lookup = cues.GetAlternateLookup<ReadOnlySpan<char>>();
        longestLookup = longest.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static CueLexicon Load() => new(LexiconFile.Read("vi/fact_cues.tsv"));

    /// <summary>The longest phrase at each place, from the left; phrases do not overlap.</summary>
    /// <param name="folded">A line's text, folded.</param>
    public IEnumerable<CueMatch> Find(string folded)
    {
        var found = new List<CueMatch>();
        for (var at = 0; at < folded.Length; at++)
        {
            if (!Letters.IsLetterOrDigit(folded[at]) || (at > 0 && Letters.IsLetterOrDigit(folded[at - 1])))
            {
                continue;
            }

            if (LongestAt(folded, at) is { } match)
            {
                found.Add(match);
                at = match.Span.End - 1;
            }
        }

        return found;
    }

    CueMatch? LongestAt(string folded, int start)
    {
        var end = WordEnd(folded, start);
        if (!longestLookup.TryGetValue(folded.AsSpan(start, end - start), out var most))
        {
            return null;
        }

        CueMatch? best = null;
        for (var n = 1; ; n++)
        {
            if (lookup.TryGetValue(folded.AsSpan(start, end - start), out var cue))
            {
                best = new CueMatch(new TextSpan(start, end), cue);
            }

            if (n == most || end + 1 >= folded.Length || folded[end] != ' ' || !Letters.IsLetterOrDigit(folded[end + 1]))
            {
                return best;
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

    static Cue Parse(LexiconEntry entry)
    {
        var cue = Cue.None;
        foreach (var name in entry[1].Split(','))
        {
            cue |=
                Enum.TryParse<Cue>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var known) && known != Cue.None
                    ? known
                    : throw entry.Error($"cue '{name}' is not known");
        }

        return cue;
    }
}
