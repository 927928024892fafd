using System.Runtime.InteropServices;
using NewsApi.Text;

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
    const int MostSigns = First + 1 + Last + ShortLine;

    /// <summary>Adds the numbers of the words of a line, each from <paramref name="offset"/> to <paramref name="offset"/> + <see cref="Buckets"/>.</summary>
    /// <param name="key">Folded, white space runs as one blank.</param>
    public static void Add(List<int> features, string key, int offset)
    {
        Span<Sign> signs = stackalloc Sign[MostSigns];
        var start = features.Count;
        foreach (var sign in signs[..Find(key, signs)])
        {
            var feature = offset + Bucket(sign.Kind, sign.Word.Hash);
            if (!CollectionsMarshal.AsSpan(features)[start..].Contains(feature))
            {
                features.Add(feature);
            }
        }
    }

    /// <summary>What a number stands for in this line: "first.chia", "any.sẻ".</summary>
    public static string Name(string key, int bucket)
    {
        Span<Sign> signs = stackalloc Sign[MostSigns];
        foreach (var (kind, word) in signs[..Find(key, signs)])
        {
            if (Bucket(kind, word.Hash) == bucket)
            {
                return $"{kind.ToString().ToLowerInvariant()}-word.{NameOf(key, kind, word)}";
            }
        }

        return "word";
    }

    // Numbers of as many digits are one word to a model: the first of them stands for all.
    static string NameOf(string key, Place kind, Word word)
    {
        var (count, at) = (0, 0);
        while (kind != Place.FirstTwo && TryReadWord(key, at, out var same))
        {
            if (same.Hash == word.Hash)
            {
                return key[same.Start..same.End];
            }

            at = ++count > ShortLine ? NearEnd(key, same.End) : same.End;
        }

        return key[word.Start..word.End];
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

    readonly record struct Word(int Start, int End, uint Hash);

    readonly record struct Sign(Place Kind, Word Word);

    // What the words of a line are signs of, in order; their number.
    static int Find(string key, Span<Sign> signs)
    {
        Span<Word> words = stackalloc Word[ShortLine + 1 + Last];
        words = words[..FindWords(key, words)];
        var count = 0;
        for (var i = 0; i < Math.Min(First, words.Length); i++)
        {
            signs[count++] = new((Place)i, words[i]);
        }

        if (words.Length > 1)
        {
            signs[count++] = new(Place.FirstTwo, new(words[0].Start, words[1].End, (words[0].Hash * 31) ^ words[1].Hash));
        }

        for (var i = 0; i < Math.Min(Last, words.Length); i++)
        {
            signs[count++] = new(Place.Last + i, words[^(i + 1)]);
        }

        for (var i = 0; i < words.Length && words.Length <= ShortLine; i++)
        {
            signs[count++] = new(Place.Any, words[i]);
        }

        return count;
    }

    // The words of a short line; of a longer one the first, one more than a short line has, and the last two. Near the end of a very long one,
    // a word may begin in its middle.
    static int FindWords(string key, Span<Word> words)
    {
        var (count, at) = (0, 0);
        while (count <= ShortLine && TryReadWord(key, at, out var word))
        {
            words[count++] = word;
            at = word.End;
        }

        if (count <= ShortLine)
        {
            return count;
        }

        var from = NearEnd(key, at);
        var last = LastWordStart(key, from, key.Length);
        if (last >= 0 && LastWordStart(key, from, last) is var secondLast and >= 0 && TryReadWord(key, secondLast, out var second))
        {
            words[count++] = second;
        }

        if (last >= 0 && TryReadWord(key, last, out var end))
        {
            words[count++] = end;
        }

        return count;
    }

    // Of a very long line only the end is looked at behind its first words.
    static int NearEnd(string key, int at) => key.Length > 2 * Longest * First ? Math.Max(at, key.Length - Longest) : at;

    // Where the last word between the two places begins; -1 where none stands there.
    static int LastWordStart(string key, int from, int to)
    {
        while (to > from && !Letters.IsLetterOrDigit(key[to - 1]))
        {
            to--;
        }

        var start = to;
        while (start > from && Letters.IsLetterOrDigit(key[start - 1]))
        {
            start--;
        }

        return start < to ? start : -1;
    }

    // A run of letters and digits; a number counts by how many digits it has.
    static bool TryReadWord(string key, int at, out Word word)
    {
        while (at < key.Length && !Letters.IsLetterOrDigit(key[at]))
        {
            at++;
        }

        var (start, hash) = (at, 2166136261u);
        for (; at < key.Length && Letters.KindsOf(key[at]) is var kinds and not CharKinds.None; at++)
        {
            hash = (hash ^ ((kinds & CharKinds.Digit) != 0 ? '0' : key[at])) * 16777619u;
        }

        word = new(start, at, hash);
        return at > start;
    }

    static int Bucket(Place kind, uint hash)
    {
        hash = (hash ^ ((uint)kind + 1) * 0x9E3779B9u) * 0x85EBCA6Bu;
        hash ^= hash >> 15;
        return (int)(hash * 0xC2B2AE35u >> (32 - Bits));
    }
}
