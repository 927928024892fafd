using NewsApi.Language.Zoning;

namespace NewsApi.Training.Zones;

/// <summary>Forward and backward sums over all readings of one page, in logarithms, with the states and moves of <see cref="ZoneDecoder"/>.</summary>
sealed class ZoneChain
{
    // Less likely than one in a million: not worth a step.
    const double Negligible = 1e-6;

    static readonly int S = ZoneStates.Count;
    static readonly (int From, int To)[] Moves =
    [
        .. from source in Enumerable.Range(0, S)
        from target in Enumerable.Range(0, S)
        where ZoneStates.CanFollow(source, target)
        select (source, target),
    ];

    readonly ZoneExample example;
    readonly int count;
    readonly double[] local;
    readonly double[] points = new double[Moves.Length];
    readonly double[] pointsOverBlank = new double[Moves.Length];
    readonly double[] forward;
    readonly double[] backward;
    readonly double total;

    public ZoneChain(
        ZoneExample example,
        Action<int, Span<double>> addWeights,
        Func<int, int, bool, double> move,
        Func<int, double> start,
        Func<int, double> end
    )
    {
        this.example = example;
        count = example.Features.Length;
        local = new double[count * S];
        for (var i = 0; i < count; i++)
        {
            foreach (var feature in example.Features[i])
            {
                addWeights(feature, local.AsSpan(i * S, S));
            }
        }

        for (var m = 0; m < Moves.Length; m++)
        {
            points[m] = move(Moves[m].From, Moves[m].To, false);
            pointsOverBlank[m] = move(Moves[m].From, Moves[m].To, true);
        }

        forward = Forward(start);
        backward = Backward(end);
        total = LogSum(Enumerable.Range(0, S).Select(s => forward[(count - 1) * S + s] + backward[(count - 1) * S + s]));
    }

    /// <summary>The states that line <paramref name="i"/> may have, with how likely each is.</summary>
    public IEnumerable<(int State, double Probability)> StatesAt(int i)
    {
        for (var s = 0; s < S; s++)
        {
            var probability = Math.Exp(forward[i * S + s] + backward[i * S + s] - total);
            if (probability > Negligible)
            {
                yield return (s, probability);
            }
        }
    }

    /// <summary>The moves from the line before to line <paramref name="i"/>, with how likely each is.</summary>
    public IEnumerable<(int From, int To, double Probability)> MovesTo(int i)
    {
        var moves = PointsTo(i);
        for (var m = 0; m < Moves.Length; m++)
        {
            var (from, to) = Moves[m];
            var probability = Math.Exp(forward[(i - 1) * S + from] + moves[m] + local[i * S + to] + backward[i * S + to] - total);
            if (probability > Negligible)
            {
                yield return (from, to, probability);
            }
        }
    }

    double[] PointsTo(int line) => example.BlanksBefore[line] > 0 ? pointsOverBlank : points;

    double[] Forward(Func<int, double> start)
    {
        var sums = new double[count * S];
        for (var s = 0; s < S; s++)
        {
            sums[s] = ZoneStates.CanStart(s) ? local[s] + start(s) : double.NegativeInfinity;
        }

        for (var i = 1; i < count; i++)
        {
            Gather(sums.AsSpan((i - 1) * S, S), sums.AsSpan(i * S, S), PointsTo(i), backwards: false);
            for (var s = 0; s < S; s++)
            {
                sums[i * S + s] += local[i * S + s];
            }
        }

        return sums;
    }

    double[] Backward(Func<int, double> end)
    {
        var sums = new double[count * S];
        for (var s = 0; s < S; s++)
        {
            sums[(count - 1) * S + s] = ZoneStates.CanEnd(s) ? end(s) : double.NegativeInfinity;
        }

        var after = new double[S];
        for (var i = count - 2; i >= 0; i--)
        {
            for (var s = 0; s < S; s++)
            {
                after[s] = sums[(i + 1) * S + s] + local[(i + 1) * S + s];
            }

            Gather(after, sums.AsSpan(i * S, S), PointsTo(i + 1), backwards: true);
        }

        return sums;
    }

    // target = log of the sum over moves of exp(source + move); the largest is taken out so that nothing overflows.
    static void Gather(ReadOnlySpan<double> source, Span<double> target, double[] moves, bool backwards)
    {
        Span<double> largest = stackalloc double[S];
        Span<double> sum = stackalloc double[S];
        largest.Fill(double.NegativeInfinity);
        for (var m = 0; m < Moves.Length; m++)
        {
            var (a, b) = backwards ? (Moves[m].To, Moves[m].From) : Moves[m];
            largest[b] = Math.Max(largest[b], source[a] + moves[m]);
        }

        for (var m = 0; m < Moves.Length; m++)
        {
            var (a, b) = backwards ? (Moves[m].To, Moves[m].From) : Moves[m];
            var value = source[a] + moves[m] - largest[b];
            sum[b] += value > -40 ? Math.Exp(value) : 0;
        }

        for (var s = 0; s < S; s++)
        {
            target[s] = sum[s] > 0 ? largest[s] + Math.Log(sum[s]) : double.NegativeInfinity;
        }
    }

    static double LogSum(IEnumerable<double> values)
    {
        var all = values.ToArray();
        var largest = all.Max();
        return largest + Math.Log(all.Sum(value => Math.Exp(value - largest)));
    }
}
