namespace NewsApi.Language.Facts;

/// <summary>Verbs of saying in a row: "nhấn mạnh A; đồng thời đề nghị B", and what stands before a verb.</summary>
static class VerbChain
{
    static readonly string[] Joiners = ["đồng thời", "song", "nhưng", "tuy nhiên", "rồi", "sau đó", "qua đó", "từ đó"];

    /// <summary>Where the content before ends if a verb goes on with the same speaker; null where it does not.</summary>
    /// <param name="before">Where the verb begins, or the adverbs before it.</param>
    /// <param name="verbEnd">Where the last verb ends.</param>
    /// <param name="contentStart">Where its content begins.</param>
    public static int? EndBefore(FactText line, CueMatch cue, int before, int verbEnd, int contentStart)
    {
        var at = line.SkipBlanksBack(before);

        // Some joiners are adverbs too, and stand behind the place.
        var adverbs = line.Folded[before..cue.Span.Start];
        var hasJoiner = Joiners.Any(joiner => adverbs.StartsWith(joiner, StringComparison.Ordinal));
        foreach (var joiner in Joiners)
        {
            if (line.EndsWith(at, joiner))
            {
                at = line.SkipBlanksBack(at - joiner.Length);
                hasJoiner = true;
            }
        }

        if (line.EndsWith(at, "và"))
        {
            at = line.SkipBlanksBack(at - 2);
            if (at == verbEnd)
            {
                return at;
            }

            return cue.Cue.HasFlag(Cue.Chain) || hasJoiner ? TrimComma(line, contentStart, at) : null;
        }

        var mark = at > 0 ? line.Text[at - 1] : '\0';
        return hasJoiner || (mark is ',' or ';' && cue.Cue.HasFlag(Cue.Chain)) ? TrimComma(line, contentStart, at) : null;
    }

    static int TrimComma(FactText line, int contentStart, int at)
    {
        while (at > contentStart && (line.Text[at - 1] is ',' or ';' || char.IsWhiteSpace(line.Text[at - 1])))
        {
            at--;
        }

        return Math.Max(at, contentStart);
    }

    /// <summary>Whether somebody else begins to speak: "…; ông B …", "…, còn ông B …".</summary>
    public static bool IsNewClause(FactText line, int at)
    {
        at = line.SkipBlanksBack(at);
        return (at > 0 && line.Text[at - 1] == ';')
            || line.EndsWith(at, "còn")
            || line.EndsWith(at, "trong khi")
            || line.EndsWith(at, "trong khi đó");
    }

    /// <summary>Where the content before such a clause ends.</summary>
    public static int BeforeJoiner(FactText line, int contentStart, int at)
    {
        at = line.SkipBlanksBack(at);
        foreach (var word in new[] { "trong khi đó", "trong khi", "còn" })
        {
            at = line.EndsWith(at, word) ? line.SkipBlanksBack(at - word.Length) : at;
        }

        return TrimComma(line, contentStart, at);
    }

    /// <summary>Where the adverbs before a verb begin.</summary>
    public static int BeforeAdverbs(FactText line, int at)
    {
        while (
            line.Cues.LastOrDefault(cue => cue.Span.End == line.SkipBlanksBack(at) && cue.Cue.HasFlag(Cue.Adverb))
                is { Cue: not Cue.None } cue
        )
        {
            at = cue.Span.Start;
        }

        return at;
    }

    /// <summary>Whether a word before makes the verb nobody's: "được", "để", "không".</summary>
    public static bool IsNotSaid(FactText line, int before)
    {
        var at = line.SkipBlanksBack(before);
        return line.Cues.Any(cue => cue.Span.End == at && cue.Cue.HasFlag(Cue.NotSaid));
    }
}
