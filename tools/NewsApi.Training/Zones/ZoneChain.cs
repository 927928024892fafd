using NewsApi.Language.Zoning;

namespace NewsApi.Training.Zones;

/// <summary>
/// Sums over all readings of one page, with the states and moves of <see cref="ZoneDecoder"/>: how likely each state is on each line, how likely each
/// move between two lines.
/// </summary>
sealed class ZoneChain
{
    // A state this much behind the best of its line is as good as impossible; further down numbers would vanish.
    const float MostBehind = 35;

    static readonly int S = ZoneStates.Count;
    static readonly bool[] CanFollow =
    [
        .. from source in Enumerable.Range(0, S) from target in Enumerable.Range(0, S) select ZoneStates.CanFollow(source, target),
    ];

    readonly int[] blanksBefore;
    readonly int count;
    readonly float[] local;
    readonly float[] moves;
    readonly float[] movesOverBlank;
    readonly float[] forward;
    readonly float[] backward;

    /// <param name="scores">Log-likelihoods [line, state].</param>
    /// <param name="move">Log-likelihood of one state after another.</param>
    /// <param name="moveOverBlank">What comes on top where blank lines stand between.</param>
    public ZoneChain(
        int[] blanksBefore,
        float[] scores,
        Weights move,
        Weights moveOverBlank,
        ReadOnlySpan<float> start,
        ReadOnlySpan<float> end
    )
    {
        this.blanksBefore = blanksBefore;
        count = blanksBefore.Length;
        local = Likelihoods(scores);
        moves = new float[S * S];
        movesOverBlank = new float[S * S];
        for (var m = 0; m < moves.Length; m++)
        {
            var (from, to) = (m / S, m % S);
            moves[m] = CanFollow[m] ? MathF.Exp(move[from][to]) : 0;
            movesOverBlank[m] = CanFollow[m] ? MathF.Exp(move[from][to] + moveOverBlank[from][to]) : 0;
        }

        forward = Forward(start);
        backward = Backward(end);
    }

    float[] Likelihoods(float[] scores)
    {
        var likelihoods = new float[scores.Length];
        for (var i = 0; i < count; i++)
        {
            var line = scores.AsSpan(i * S, S);
            var best = float.NegativeInfinity;
            foreach (var score in line)
            {
                best = Math.Max(best, score);
            }

            for (var s = 0; s < S; s++)
            {
                likelihoods[i * S + s] = MathF.Exp(Math.Max(-MostBehind, line[s] - best));
            }
        }

        return likelihoods;
    }

    float[] Forward(ReadOnlySpan<float> start)
    {
        var sums = new float[count * S];
        for (var s = 0; s < S; s++)
        {
            sums[s] = ZoneStates.CanStart(s) ? MathF.Exp(start[s]) * local[s] : 0;
        }

        FloatMath.Normalize(sums.AsSpan(0, S));
        for (var i = 1; i < count; i++)
        {
            var line = sums.AsSpan(i * S, S);
            for (var from = 0; from < S; from++)
            {
                if (sums[(i - 1) * S + from] is var before and > 0)
                {
                    FloatMath.AddScaled(line, before, MovesTo(i).AsSpan(from * S, S));
                }
            }

            for (var s = 0; s < S; s++)
            {
                line[s] *= local[i * S + s];
            }

            FloatMath.Normalize(line);
        }

        return sums;
    }

    float[] Backward(ReadOnlySpan<float> end)
    {
        var sums = new float[count * S];
        for (var s = 0; s < S; s++)
        {
            sums[(count - 1) * S + s] = ZoneStates.CanEnd(s) ? MathF.Exp(end[s]) : 0;
        }

        var after = new float[S];
        for (var i = count - 2; i >= 0; i--)
        {
            After(i + 1, sums, after);
            for (var from = 0; from < S; from++)
            {
                sums[i * S + from] = FloatMath.Dot(MovesTo(i + 1).AsSpan(from * S, S), after);
            }

            FloatMath.Normalize(sums.AsSpan(i * S, S));
        }

        return sums;
    }

    void After(int line, float[] sums, Span<float> after)
    {
        for (var s = 0; s < S; s++)
        {
            after[s] = local[line * S + s] * sums[line * S + s];
        }
    }

    float[] MovesTo(int line) => blanksBefore[line] > 0 ? movesOverBlank : moves;

    /// <summary>How likely each state is, [line, state].</summary>
    public float[] StateLikelihoods()
    {
        var likelihoods = new float[count * S];
        for (var i = 0; i < count; i++)
        {
            var line = likelihoods.AsSpan(i * S, S);
            for (var s = 0; s < S; s++)
            {
                line[s] = forward[i * S + s] * backward[i * S + s];
            }

            FloatMath.Normalize(line);
        }

        return likelihoods;
    }

    /// <summary>How often each move is to be expected, [from, to]; of moves over blank lines alone if asked for.</summary>
    public (float[] All, float[] OverBlank) ExpectedMoves()
    {
        var (all, overBlank) = (new float[S * S], new float[S * S]);
        var after = new float[S];
        var joint = new float[S * S];
        for (var i = 1; i < count; i++)
        {
            After(i, backward, after);
            var points = MovesTo(i);
            for (var m = 0; m < joint.Length; m++)
            {
                joint[m] = forward[(i - 1) * S + m / S] * points[m] * after[m % S];
            }

            FloatMath.Normalize(joint);
            FloatMath.AddScaled(all, 1, joint);
            if (blanksBefore[i] > 0)
            {
                FloatMath.AddScaled(overBlank, 1, joint);
            }
        }

        return (all, overBlank);
    }
}
