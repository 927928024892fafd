using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>A phrase of the lexicon in a line, and all that it may be a sign of.</summary>
readonly record struct CueMatch(TextSpan Span, Cue Cue);

/// <summary>The phrases of fact_cues.tsv.</summary>
sealed class CueLexicon
{
    readonly PhraseMatcher<Cue> cues;

    internal CueLexicon(IEnumerable<LexiconEntry> entries)
    {
        var phrases = new Dictionary<string, Cue>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var phrase = Folding.Fold(entry[0]);
            phrases[phrase] = phrases.GetValueOrDefault(phrase) | Parse(entry);
        }

        cues = new PhraseMatcher<Cue>(phrases);
    }

    public static CueLexicon Load() => new(LexiconFile.Read("vi/fact_cues.tsv"));

    /// <summary>The longest phrase at each place, from the left; phrases do not overlap.</summary>
    /// <param name="folded">A line's text, folded.</param>
    public IEnumerable<CueMatch> Find(string folded) => cues.Find(folded).Select(found => new CueMatch(found.Span, found.Value));

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
