using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsApi.Language.Documents;

namespace NewsApi.Language.Zoning;

/// <summary>The best reading of a page, and how much worse the best reading is in which one line has another role.</summary>
/// <param name="States">The state of each line that is not blank.</param>
/// <param name="RunnersUp">The state it has in the best reading in which its role is another.</param>
/// <param name="Margins">The points between the two readings.</param>
public sealed record ZoneReading(int[] States, int[] RunnersUp, int[] Margins)
{
    public LineRole Role(int line) => ZoneStates.Role(States[line]);
}

/// <summary>Finds the roles of all lines at once (Viterbi); margins come from a forward and a backward pass.</summary>
public sealed class ZoneDecoder
{
    const int Never = ZoneMoves.Never;

    static readonly int States = ZoneStates.Count;
    static readonly int Row = ZoneStates.RowLength;

    // The states that may stand before each state.
    static readonly int[][] Sources =
    [
        .. Enumerable.Range(0, States).Select(to => Enumerable.Range(0, States).Where(from => ZoneStates.CanFollow(from, to)).ToArray()),
    ];

    // [state, other state]: all bits where both have one role, or the other is none.
    static readonly int[] SameRole =
    [
        .. from state in Enumerable.Range(0, States)
        from other in Enumerable.Range(0, Row)
        select other >= States || ZoneStates.Role(other) == ZoneStates.Role(state) ? -1 : 0,
    ];

    readonly ZoneModel model;

    // What features give past the network, in rows of whole vectors.
    readonly int[] directPoints;
    readonly ZoneMoves moves;
    readonly ZoneMoves movesOverBlank;

    public ZoneDecoder(ZoneModel model)
    {
        this.model = model;
        directPoints = new int[FeatureExtractor.NamedCount * Row];
        for (var feature = 0; feature < FeatureExtractor.NamedCount; feature++)
        {
            model.Emission(feature).CopyTo(directPoints.AsSpan(feature * Row));
        }

        moves = new ZoneMoves((from, to) => model.Transition(from)[to]);
        movesOverBlank = new ZoneMoves((from, to) => model.Transition(from)[to] + model.TransitionOverBlank(from)[to]);
    }

    /// <param name="features">The features of each line that is not blank.</param>
    /// <param name="blanksBefore">How many blank lines stand before each.</param>
    /// <param name="withoutContent">Reads the page as one that holds no article, whatever the weights say: all of it is head.</param>
    public ZoneReading Decode(int[][] features, int[] blanksBefore, bool withoutContent = false, CancellationToken cancellation = default)
    {
        var count = features.Length;
        if (count == 0)
        {
            return new ZoneReading([], [], []);
        }

        var rented = ArrayPool<int>.Shared.Rent(2 * count * Row);
        var local = rented.AsSpan(0, count * Row);
        var forward = rented.AsSpan(count * Row, count * Row);
        SetLocalScores(features, withoutContent, local, cancellation);
        cancellation.ThrowIfCancellationRequested();
        Forward(local, blanksBefore, forward);
        cancellation.ThrowIfCancellationRequested();
        var reading = new ZoneReading(BestStates(forward, blanksBefore), new int[count], new int[count]);
        SetRunnersUp(reading, local, forward, blanksBefore);
        ArrayPool<int>.Shared.Return(rented);
        return reading;
    }

    ZoneMoves MovesTo(int line, int[] blanksBefore) => blanksBefore[line] > 0 ? movesOverBlank : moves;

    void SetLocalScores(int[][] features, bool withoutContent, Span<int> local, CancellationToken cancellation)
    {
        local.Clear();
        model.Network?.AddPoints(features, local, cancellation);
        for (var i = 0; i < features.Length; i++)
        {
            var sums = local.Slice(i * Row, Row);
            AddDirectPoints(features[i], MemoryMarshal.Cast<int, Vector256<int>>(sums));
            for (var s = 0; withoutContent && s < States; s++)
            {
                sums[s] = ZoneStates.NeedsNoArticle(s) ? sums[s] : Never;
            }
        }
    }

    void AddDirectPoints(int[] features, Span<Vector256<int>> sums)
    {
        var rows = MemoryMarshal.Cast<int, Vector256<int>>(directPoints);
        foreach (var feature in features)
        {
            // The words of a line give none.
            if (feature >= FeatureExtractor.NamedCount)
            {
                continue;
            }

            var row = rows.Slice(feature * sums.Length, sums.Length);
            for (var block = 0; block < sums.Length; block++)
            {
                sums[block] += row[block];
            }
        }
    }

    // The best up to each state of each line, its own points with it.
    void Forward(ReadOnlySpan<int> local, int[] blanksBefore, Span<int> best)
    {
        for (var s = 0; s < Row; s++)
        {
            best[s] = s < States && ZoneStates.CanStart(s) ? Math.Max(Never, local[s] + model.Start[s]) : Never;
        }

        for (var i = 1; i < blanksBefore.Length; i++)
        {
            var row = best.Slice(i * Row, Row);
            MovesTo(i, blanksBefore).Forward(best.Slice((i - 1) * Row, Row), row);
            AddAboveNever(local.Slice(i * Row, Row), row);
        }
    }

    static void AddAboveNever(ReadOnlySpan<int> points, Span<int> scores)
    {
        var added = MemoryMarshal.Cast<int, Vector256<int>>(points);
        var row = MemoryMarshal.Cast<int, Vector256<int>>(scores);
        for (var block = 0; block < row.Length; block++)
        {
            row[block] = Vector256.Max(Vector256.Create(Never), row[block] + added[block]);
        }
    }

    int[] BestStates(ReadOnlySpan<int> forward, int[] blanksBefore)
    {
        var states = new int[blanksBefore.Length];
        states[^1] = BestEnd(forward[^Row..]);
        for (var i = states.Length - 1; i > 0; i--)
        {
            states[i - 1] = BestSource(forward.Slice((i - 1) * Row, Row), MovesTo(i, blanksBefore), states[i]);
        }

        return states;
    }

    // Of states with equal points the first is taken, here and below.
    int BestEnd(ReadOnlySpan<int> forward)
    {
        var (best, score) = (0, forward[0] + EndPoints(0));
        for (var s = 1; s < States; s++)
        {
            var whole = forward[s] + EndPoints(s);
            (best, score) = whole > score ? (s, whole) : (best, score);
        }

        return best;
    }

    int EndPoints(int state) => ZoneStates.CanEnd(state) ? model.End[state] : Never;

    static int BestSource(ReadOnlySpan<int> forward, ZoneMoves moves, int state)
    {
        var (source, score) = (0, Never);
        foreach (var from in Sources[state])
        {
            var candidate = forward[from] + moves.Points(from, state);
            (source, score) = candidate > score ? (from, candidate) : (source, score);
        }

        return source;
    }

    // Backward: the best that can still follow each state of a line, joined with the best up to it.
    void SetRunnersUp(ZoneReading reading, ReadOnlySpan<int> local, ReadOnlySpan<int> forward, int[] blanksBefore)
    {
        var count = blanksBefore.Length;
        Span<int> behind = stackalloc int[Row];
        Span<int> after = stackalloc int[Row];
        for (var s = 0; s < Row; s++)
        {
            behind[s] = s < States ? EndPoints(s) : Never;
        }

        for (var i = count - 1; i >= 0; i--)
        {
            var state = reading.States[i];
            (reading.RunnersUp[i], reading.Margins[i]) = RunnerUp(forward.Slice(i * Row, Row), behind, state);
            if (i > 0)
            {
                Sum(behind, local.Slice(i * Row, Row), after);
                MovesTo(i, blanksBefore).Backward(after, behind);
            }
        }
    }

    // The first of the best states of other roles.
    static (int State, int Margin) RunnerUp(ReadOnlySpan<int> forward, ReadOnlySpan<int> behind, int state)
    {
        Span<int> whole = stackalloc int[Row];
        Sum(forward, behind, whole);
        var own = whole[state];
        var sameRole = MemoryMarshal.Cast<int, Vector256<int>>(SameRole.AsSpan(state * Row, Row));
        var row = MemoryMarshal.Cast<int, Vector256<int>>(whole);
        var highest = Vector256.Create(int.MinValue);
        for (var block = 0; block < row.Length; block++)
        {
            row[block] = Vector256.ConditionalSelect(sameRole[block], Vector256.Create(int.MinValue), row[block]);
            highest = Vector256.Max(highest, row[block]);
        }

        var score = int.MinValue;
        for (var n = 0; n < Vector256<int>.Count; n++)
        {
            score = Math.Max(score, highest[n]);
        }

        return (whole.IndexOf(score), Math.Max(0, own - score));
    }

    static void Sum(ReadOnlySpan<int> one, ReadOnlySpan<int> other, Span<int> sums)
    {
        var left = MemoryMarshal.Cast<int, Vector256<int>>(one);
        var right = MemoryMarshal.Cast<int, Vector256<int>>(other);
        var row = MemoryMarshal.Cast<int, Vector256<int>>(sums);
        for (var block = 0; block < row.Length; block++)
        {
            row[block] = left[block] + right[block];
        }
    }
}
