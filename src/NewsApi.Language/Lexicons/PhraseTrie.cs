using System.Runtime.CompilerServices;

namespace NewsApi.Language.Lexicons;

/// <summary>
/// Phrases as a tree of letters, to find all that begin at a place of a text in one walk. A walk starts at <see cref="Root"/>, takes one letter at a time,
/// and ends at <see cref="None"/>, where no phrase goes on.
/// </summary>
sealed class PhraseTrie
{
    public const int Root = 0;
    public const int None = -1;

    // Nodes stand in the order of their depth, so that the children of one stand side by side, in the order of their letters.
    readonly char[] letters;
    readonly int[] firstChild;
    readonly int[] values;
    readonly PhraseOpenings openings;

    /// <param name="phrases">None is empty, no value is 0.</param>
    public PhraseTrie(IReadOnlyDictionary<string, int> phrases)
    {
        var sorted = phrases.OrderBy(phrase => phrase.Key, StringComparer.Ordinal).ToArray();
        var pending = new Queue<(int From, int To, int Depth)>([(0, sorted.Length, 0)]);
        var (allLetters, children, all) = (new List<char> { '\0' }, new List<int>(), new List<int>());
        while (pending.TryDequeue(out var node))
        {
            var (from, to, depth) = node;
            var isPhrase = from < to && sorted[from].Key.Length == depth;
            all.Add(isPhrase ? sorted[from++].Value : 0);
            children.Add(allLetters.Count);
            while (from < to)
            {
                var letter = sorted[from].Key[depth];
                var end = from;
                while (end < to && sorted[end].Key[depth] == letter)
                {
                    end++;
                }

                allLetters.Add(letter);
                pending.Enqueue((from, end, depth + 1));
                from = end;
            }
        }

        children.Add(allLetters.Count);
        (letters, firstChild, values) = ([.. allLetters], [.. children], [.. all]);
        openings = new PhraseOpenings(phrases.Keys);
    }

    /// <summary>The value of the phrase that ends here; 0 where none does.</summary>
    public int ValueAt(int node) => node == None ? 0 : values[node];

    public int Next(int node, char letter)
    {
        for (var child = firstChild[node]; child < firstChild[node + 1]; child++)
        {
            if (letters[child] >= letter)
            {
                return letters[child] == letter ? child : None;
            }
        }

        return None;
    }

    /// <summary>False where no phrase begins; true where one does, and at a few other places: a walk is not worth its time at most.</summary>
    public bool MayBegin(ReadOnlySpan<char> text, int at) => openings.MayBegin(text, at);

    /// <summary>True where any phrase stands anywhere in the text, also inside a word.</summary>
    public bool IsAnyIn(ReadOnlySpan<char> text)
    {
        for (var at = 0; (at = openings.Find(text, at)) >= 0; at++)
        {
            if (BeginsWithAny(text[at..]))
            {
                return true;
            }
        }

        return false;
    }

    bool BeginsWithAny(ReadOnlySpan<char> text)
    {
        var node = Root;
        foreach (var letter in text)
        {
            node = Next(node, letter);
            if (node == None || values[node] != 0)
            {
                break;
            }
        }

        return ValueAt(node) != 0;
    }
}

/// <summary>The first three letters of phrases, as one bit each: few places of a text pass where no phrase begins, and none fails where one does.</summary>
sealed class PhraseOpenings
{
    const int Bits = 7;
    const int Others = (1 << Bits) - 1;
    const int Mask = (1 << (3 * Bits)) - 1;
    const int HashBits = 14;

    // Each letter that stands in an opening has a number; all letters that do not share 0 with the end of the text.
    readonly byte[] numbers = new byte[char.MaxValue + 1];
    readonly bool[] openings = new bool[1 << HashBits];

    public PhraseOpenings(IEnumerable<string> phrases)
    {
        var starts = phrases.Select(phrase => phrase[..Math.Min(3, phrase.Length)]).Distinct(StringComparer.Ordinal).ToArray();
        foreach (var (n, letter) in string.Concat(starts).Distinct().Index())
        {
            numbers[letter] = (byte)(1 + n % Others);
        }

        foreach (var start in starts)
        {
            Add(start);
        }
    }

    void Add(string start)
    {
        var known = 0;
        foreach (var letter in start)
        {
            known = (known << Bits) | numbers[letter];
        }

        // Behind a phrase of two letters anything may stand.
        var free = Bits * (3 - start.Length);
        for (var rest = 0; rest < 1 << free; rest++)
        {
            openings[Hash((known << free) | rest)] = true;
        }
    }

    public bool MayBegin(ReadOnlySpan<char> text, int at) =>
        openings[Hash((NumberAt(text, at) << (2 * Bits)) | (NumberAt(text, at + 1) << Bits) | NumberAt(text, at + 2))];

    /// <summary>The first place from <paramref name="at"/> on where a phrase may begin; -1 where there is none.</summary>
    public int Find(ReadOnlySpan<char> text, int at)
    {
        var opening = (NumberAt(text, at) << Bits) | NumberAt(text, at + 1);
        for (; at < text.Length; at++)
        {
            opening = ((opening << Bits) | NumberAt(text, at + 2)) & Mask;
            if (openings[Hash(opening)])
            {
                return at;
            }
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int NumberAt(ReadOnlySpan<char> text, int at) => at < text.Length ? numbers[text[at]] : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int Hash(int opening) => (int)(((uint)opening * 0x9E3779B9u) >> (32 - HashBits));
}
