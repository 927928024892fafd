namespace NewsApi.Language.Zoning;

/// <summary>
/// How much a line speaks of what the running text speaks of: the share of its pairs of neighbouring syllables that stand in the text too.
/// Pairs, because single syllables are shared by nearly all Vietnamese sentences.
/// </summary>
public sealed class LexicalAffinity
{
    const int LongestCompared = 400;
    readonly HashSet<long>?[] pairs;
    readonly Dictionary<long, int> coreCounts = [];
    readonly int coreStart;
    readonly int coreEnd;

    public LexicalAffinity(IReadOnlyList<LineFacts> lines, int coreStart, int coreEnd)
    {
        this.coreStart = coreStart;
        this.coreEnd = coreEnd;
        pairs = new HashSet<long>?[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            var inCore = coreStart >= 0 && i >= coreStart && i <= coreEnd && lines[i].Length >= 140;
            if (!inCore && lines[i].Length > LongestCompared)
            {
                continue;
            }

            pairs[i] = PairsOf(lines[i].Key);
            if (inCore)
            {
                foreach (var pair in pairs[i]!)
                {
                    coreCounts[pair] = coreCounts.GetValueOrDefault(pair) + 1;
                }
            }
        }
    }

    /// <summary>In percent. A line of the text itself is compared with the text's other lines.</summary>
    public int WithCore(int i)
    {
        if (pairs[i] is not { Count: > 0 } own)
        {
            return 0;
        }

        var shared = 0;
        foreach (var pair in own)
        {
            shared += coreCounts.TryGetValue(pair, out var count) && (count > 1 || i < coreStart || i > coreEnd) ? 1 : 0;
        }

        return shared * 100 / own.Count;
    }

    /// <summary>The share of the pairs of line <paramref name="of"/> that line <paramref name="i"/> has too, in percent.</summary>
    public int Covers(int i, int of)
    {
        if (pairs[i] is not { } own || pairs[of] is not { Count: > 0 } other)
        {
            return 0;
        }

        var shared = 0;
        foreach (var pair in other)
        {
            shared += own.Contains(pair) ? 1 : 0;
        }

        return shared * 100 / other.Count;
    }

    static HashSet<long> PairsOf(string key)
    {
        var result = new HashSet<long>();
        uint previous = 0;
        for (var at = 0; at < key.Length; )
        {
            if (!char.IsLetterOrDigit(key[at]))
            {
                // A pair does not reach over the end of a clause.
                previous = key[at] is '.' or ',' or ';' or ':' or '!' or '?' ? 0 : previous;
                at++;
                continue;
            }

            var hash = 2166136261u;
            for (; at < key.Length && char.IsLetterOrDigit(key[at]); at++)
            {
                hash = (hash ^ key[at]) * 16777619u;
            }

            if (previous != 0)
            {
                result.Add(((long)previous << 32) | hash);
            }

            previous = hash;
        }

        return result;
    }
}
