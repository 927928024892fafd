using System.Buffers;
using System.Numerics;

namespace NewsApi.Language.Zoning;

/// <summary>
/// How much a line speaks of what the running text speaks of: the share of its pairs of neighbouring syllables that stand in the text too.
/// Pairs, because single syllables are shared by nearly all Vietnamese sentences. Not for several threads at once.
/// </summary>
public sealed class LexicalAffinity
{
    const int LongestCompared = 400;

    // Pairs have numbers in the order in which the page brings them. Those of line i, each once, are from starts[i] to starts[i + 1] of pairs.
    readonly int[] pairs;
    readonly int[] starts;

    // By pair: how many lines of the text have it; and the line that it was marked for last, plus one.
    readonly int[] coreCounts;
    readonly int[] marks;
    readonly int coreStart;
    readonly int coreEnd;
    int marked = -1;

    public LexicalAffinity(IReadOnlyList<LineFacts> lines, int coreStart, int coreEnd)
    {
        this.coreStart = coreStart;
        this.coreEnd = coreEnd;
        starts = new int[lines.Count + 1];

        // A line has fewer pairs than syllables.
        var most = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            most += IsCompared(lines, i) ? lines[i].Syllables : 0;
        }

        (pairs, coreCounts, marks) = (new int[most], new int[most], new int[most]);
        using var numbers = new PairNumbers(most);
        for (var i = 0; i < lines.Count; i++)
        {
            starts[i + 1] = IsCompared(lines, i) ? AddPairs(lines[i].SyllableHashes, i, numbers) : starts[i];
            foreach (var pair in IsInCore(lines, i) ? PairsOf(i) : [])
            {
                coreCounts[pair]++;
            }
        }
    }

    bool IsInCore(IReadOnlyList<LineFacts> lines, int i) => coreStart >= 0 && i >= coreStart && i <= coreEnd && lines[i].Length >= 140;

    bool IsCompared(IReadOnlyList<LineFacts> lines, int i) => lines[i].Length <= LongestCompared || IsInCore(lines, i);

    ReadOnlySpan<int> PairsOf(int i) => pairs.AsSpan(starts[i]..starts[i + 1]);

    /// <summary>In percent. A line of the text itself is compared with the text's other lines.</summary>
    public int WithCore(int i)
    {
        var own = PairsOf(i);
        var enough = i < coreStart || i > coreEnd ? 1 : 2;
        var shared = 0;
        foreach (var pair in own)
        {
            shared += coreCounts[pair] >= enough ? 1 : 0;
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
        var shared = 0;
        foreach (var pair in own)
        {
            shared += marks[pair] == of + 1 ? 1 : 0;
        }

        return shared * 100 / other.Length;
    }

    // A line is compared with one after the other of its neighbours: its pairs are marked once.
    void Mark(int line)
    {
        foreach (var pair in marked == line ? [] : PairsOf(line))
        {
            marks[pair] = line + 1;
        }

        marked = line;
    }

    // A pair does not reach over the end of a clause. Returns where the pairs of the next line begin.
    int AddPairs(uint[] syllables, int line, PairNumbers numbers)
    {
        var end = starts[line];
        var previous = LineFacts.ClauseEnd;
        foreach (var syllable in syllables)
        {
            if (previous != LineFacts.ClauseEnd && syllable != LineFacts.ClauseEnd)
            {
                var pair = numbers.Of(((ulong)previous << 32) | syllable);
                if (marks[pair] != line + 1)
                {
                    marks[pair] = line + 1;
                    pairs[end++] = pair;
                }
            }

            previous = syllable;
        }

        return end;
    }

    /// <summary>Numbers from 0 on, in the order of first sight: a table with open addresses, never more than half full.</summary>
    sealed class PairNumbers : IDisposable
    {
        readonly (ulong Pair, int Number)[] rented;
        readonly int mask;
        int count;

        public PairNumbers(int most)
        {
            var size = (int)BitOperations.RoundUpToPowerOf2((uint)most * 2 + 2);
            mask = size - 1;
            rented = ArrayPool<(ulong, int)>.Shared.Rent(size);
            rented.AsSpan(0, size).Clear();
        }

        // No pair is 0: none of its syllables is.
        public int Of(ulong pair)
        {
            // The upper half of a product with the golden ratio depends on all bits.
            var at = (int)((pair * 0x9E3779B97F4A7C15) >> 32) & mask;
            while (rented[at].Pair != pair)
            {
                if (rented[at].Pair == 0)
                {
                    rented[at] = (pair, count++);
                    break;
                }

                at = (at + 1) & mask;
            }

            return rented[at].Number;
        }

        public void Dispose() => ArrayPool<(ulong, int)>.Shared.Return(rented);
    }
}
