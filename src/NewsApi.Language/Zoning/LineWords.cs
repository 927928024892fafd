namespace NewsApi.Language.Zoning;

/// <summary>
/// The words of a line as features: which stand first, which last, and which at all in a short line. Words are hashed, so that a model needs
/// no list of them; a few words share a number.
/// </summary>
public static class LineWords
{
    public const int Bits = 13;
    public const int Buckets = 1 << Bits;

    // Of a longer line, what it is about says little of what it is for.
    const int ShortLine = 16;
    const int First = 3;
    const int Last = 2;
    const int Longest = 64;

    /// <summary>Adds the numbers of the words of a line, each from <paramref name="offset"/> to <paramref name="offset"/> + <see cref="Buckets"/>.</summary>
    /// <param name="key">Folded, white space runs as one blank.</param>
    public static void Add(List<int> features, string key, int offset)
    {
        var start = features.Count;
        foreach (var (kind, hash) in Of(key))
        {
            var feature = offset + Bucket(kind, hash);
            if (features.IndexOf(feature, start) < 0)
            {
                features.Add(feature);
            }
        }
    }

    /// <summary>What a number stands for in this line: "first.chia", "any.sẻ".</summary>
    public static string Name(string key, int bucket)
    {
        foreach (var (kind, hash) in Of(key))
        {
            if (Bucket(kind, hash) == bucket)
            {
                return $"{kind.ToString().ToLowerInvariant()}-word.{WordWith(key, kind, hash)}";
            }
        }

        return "word";
    }

    enum Place
    {
        First,
        Second,
        Third,
        FirstTwo,
        Last,
        SecondLast,
        Any,
    }

    static IEnumerable<(Place Kind, uint Hash)> Of(string key)
    {
        var words = Words(key);
        for (var i = 0; i < Math.Min(First, words.Count); i++)
        {
            yield return ((Place)i, words[i].Hash);
        }

        if (words.Count > 1)
        {
            yield return (Place.FirstTwo, (words[0].Hash * 31) ^ words[1].Hash);
        }

        for (var i = 0; i < Math.Min(Last, words.Count); i++)
        {
            yield return (Place.Last + i, words[^(i + 1)].Hash);
        }

        for (var i = 0; i < words.Count && words.Count <= ShortLine; i++)
        {
            yield return (Place.Any, words[i].Hash);
        }
    }

    // Runs of letters and digits; a number counts by how many digits it has. Of a long line both ends.
    static List<(int Start, int End, uint Hash)> Words(string key)
    {
        var words = new List<(int, int, uint)>(ShortLine + 1);
        var skipTo = key.Length > 2 * Longest * First ? key.Length - Longest : 0;
        for (var at = 0; at < key.Length; )
        {
            if (words.Count > ShortLine && at < skipTo)
            {
                at = skipTo;
            }

            if (!char.IsLetterOrDigit(key[at]))
            {
                at++;
                continue;
            }

            var (start, hash) = (at, 2166136261u);
            for (; at < key.Length && char.IsLetterOrDigit(key[at]); at++)
            {
                hash = (hash ^ (char.IsDigit(key[at]) ? '0' : key[at])) * 16777619u;
            }

            words.Add((start, at, hash));
        }

        return words;
    }

    static string WordWith(string key, Place kind, uint hash)
    {
        var words = Words(key);
        if (kind == Place.FirstTwo)
        {
            return key[words[0].Start..words[1].End];
        }

        var (start, end, _) = words.Find(word => word.Hash == hash);
        return key[start..end];
    }

    static int Bucket(Place kind, uint hash)
    {
        hash = (hash ^ ((uint)kind + 1) * 0x9E3779B9u) * 0x85EBCA6Bu;
        hash ^= hash >> 15;
        return (int)(hash * 0xC2B2AE35u >> (32 - Bits));
    }
}
