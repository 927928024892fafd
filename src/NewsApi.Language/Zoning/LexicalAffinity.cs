using System.Runtime.InteropServices;
using NewsApi.Text;

namespace NewsApi.Language.Zoning;

/// <summary>
/// How much a line speaks of what the running text speaks of: the share of its pairs of neighbouring syllables that stand in the text too.
/// Pairs, because single syllables are shared by nearly all Vietnamese sentences. Not for several threads at once.
/// </summary>
public sealed class LexicalAffinity
{
    const int LongestCompared = 400;

    // Pairs have numbers in the order in which the page brings them. Those of line i, each once, are from starts[i] to starts[i + 1] of pairs.
    readonly PairNumbers numbers = new();
    readonly List<int> pairs = [];
    readonly int[] starts;

    // By pair: how many lines of the text have it; and the last line that it was marked for.
    readonly List<int> coreCounts = [];
    readonly List<int> marks = [];
    readonly int coreStart;
    readonly int coreEnd;
    int marked = -1;

    public LexicalAffinity(IReadOnlyList<LineFacts> lines, int coreStart, int coreEnd)
    {
        this.coreStart = coreStart;
        this.coreEnd = coreEnd;
        starts = new int[lines.Count + 1];
        for (var i = 0; i < lines.Count; i++)
        {
            var inCore = coreStart >= 0 && i >= coreStart && i <= coreEnd && lines[i].Length >= 140;
            if (inCore || lines[i].Length <= LongestCompared)
            {
                AddPairs(lines[i].Key, i);
            }

            starts[i + 1] = pairs.Count;
            foreach (var pair in inCore ? PairsOf(i) : [])
            {
                coreCounts[pair]++;
            }
        }
    }

    ReadOnlySpan<int> PairsOf(int i) => CollectionsMarshal.AsSpan(pairs)[starts[i]..starts[i + 1]];

    /// <summary>In percent. A line of the text itself is compared with the text's other lines.</summary>
    public int WithCore(int i)
    {
        var own = PairsOf(i);
        var counts = CollectionsMarshal.AsSpan(coreCounts);
        var enough = i < coreStart || i > coreEnd ? 1 : 2;
        var shared = 0;
        foreach (var pair in own)
        {
            shared += counts[pair] >= enough ? 1 : 0;
        }

        return own.IsEmpty ? 0 : shared * 100 / own.Length;
    }

    /// <summary>The share of the pairs of line <paramref name="of"/> that line <paramref name="i"/> has too, in percent.</summary>
    public int Covers(int i, int of)
    {
        var own = PairsOf(i);
        var other = PairsOf(of);
        if (own.IsEmpty || other.IsEmpty)
        {
            return 0;
        }

        Mark(of);
        var marksOfPairs = CollectionsMarshal.AsSpan(marks);
        var shared = 0;
        foreach (var pair in own)
        {
            shared += marksOfPairs[pair] == of ? 1 : 0;
        }

        return shared * 100 / other.Length;
    }

    // A line is compared with one after the other of its neighbours: its pairs are marked once.
    void Mark(int line)
    {
        if (marked == line)
        {
            return;
        }

        marked = line;
        var marksOfPairs = CollectionsMarshal.AsSpan(marks);
        foreach (var pair in PairsOf(line))
        {
            marksOfPairs[pair] = line;
        }
    }

    void AddPairs(string key, int line)
    {
        uint previous = 0;
        for (var at = 0; at < key.Length; at++)
        {
            if (!Letters.IsLetterOrDigit(key[at]))
            {
                // A pair does not reach over the end of a clause.
                previous = key[at] is '.' or ',' or ';' or ':' or '!' or '?' ? 0 : previous;
                continue;
            }

            var hash = 2166136261u;
            for (; at < key.Length && Letters.IsLetterOrDigit(key[at]); at++)
            {
                hash = (hash ^ key[at]) * 16777619u;
            }

            at--;
            if (previous != 0)
            {
                Add(((ulong)previous << 32) | hash, line);
            }

            previous = hash;
        }
    }

    void Add(ulong pair, int line)
    {
        var number = numbers.Of(pair);
        if (number == marks.Count)
        {
            marks.Add(-1);
            coreCounts.Add(0);
        }

        if (marks[number] != line)
        {
            marks[number] = line;
            pairs.Add(number);
        }
    }

    /// <summary>Numbers from 0 on, in the order of first sight: a table with open addresses, never more than half full.</summary>
    sealed class PairNumbers
    {
        (ulong Pair, int Number)[] table = new (ulong, int)[1 << 10];
        int count;

        public int Of(ulong pair)
        {
            ref var place = ref PlaceOf(pair);
            if (place.Pair == 0)
            {
                if (count * 2 >= table.Length)
                {
                    Grow();
                    place = ref PlaceOf(pair);
                }

                place = (pair, count++);
            }

            return place.Number;
        }

        // No pair is 0: its first syllable is none.
        ref (ulong Pair, int Number) PlaceOf(ulong pair)
        {
            // The upper half of a product with the golden ratio depends on all bits.
            var at = (int)((pair * 0x9E3779B97F4A7C15) >> 32) & (table.Length - 1);
            while (table[at].Pair != 0 && table[at].Pair != pair)
            {
                at = (at + 1) & (table.Length - 1);
            }

            return ref table[at];
        }

        void Grow()
        {
            var old = table;
            table = new (ulong, int)[old.Length * 2];
            foreach (var entry in old)
            {
                if (entry.Pair != 0)
                {
                    PlaceOf(entry.Pair) = entry;
                }
            }
        }
    }
}
