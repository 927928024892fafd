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
    const int Never = int.MinValue / 4;

    static readonly int States = ZoneStates.Count;

    // The states that may stand before each state.
    static readonly int[][] Sources =
    [
        .. Enumerable.Range(0, States).Select(to => Enumerable.Range(0, States).Where(from => ZoneStates.CanFollow(from, to)).ToArray()),
    ];

    readonly ZoneModel model;

    // Few features give points past the network.
    readonly bool[] hasDirectPoints;
    readonly int[] moves = new int[States * States];
    readonly int[] movesOverBlank = new int[States * States];

    public ZoneDecoder(ZoneModel model)
    {
        this.model = model;
        hasDirectPoints = new bool[FeatureExtractor.Count];
        for (var feature = 0; feature < FeatureExtractor.NamedCount; feature++)
        {
            hasDirectPoints[feature] = model.Emission(feature).ContainsAnyExcept(0);
        }

        for (var from = 0; from < States; from++)
        {
            for (var to = 0; to < States; to++)
            {
                moves[from * States + to] = model.Transition(from)[to];
                movesOverBlank[from * States + to] = model.Transition(from)[to] + model.TransitionOverBlank(from)[to];
            }
        }
    }

    /// <param name="features">The features of each line that is not blank.</param>
    /// <param name="blanksBefore">How many blank lines stand before each.</param>
    /// <param name="withoutContent">Reads the page as one that holds no article, whatever the weights say: all of it is head.</param>
    public ZoneReading Decode(int[][] features, int[] blanksBefore, bool withoutContent = false)
    {
        var count = features.Length;
        if (count == 0)
        {
            return new ZoneReading([], [], []);
        }

        var local = LocalScores(features, withoutContent);
        var forward = Forward(local, blanksBefore, count, out var back);
        return Read(forward, Backward(local, blanksBefore, count), back, count);
    }

    int[] LocalScores(int[][] features, bool withoutContent)
    {
        var local = new int[features.Length * States];
        model.Network?.AddPoints(features, local);
        for (var i = 0; i < features.Length; i++)
        {
            var sums = local.AsSpan(i * States, States);
            foreach (var feature in features[i])
            {
                if (hasDirectPoints[feature])
                {
                    Add(model.Emission(feature), sums);
                }
            }

            for (var s = 0; withoutContent && s < States; s++)
            {
                sums[s] = ZoneStates.NeedsNoArticle(s) ? sums[s] : Never;
            }
        }

        return local;
    }

    static void Add(ReadOnlySpan<int> points, Span<int> sums)
    {
        for (var s = 0; s < sums.Length; s++)
        {
            sums[s] += points[s];
        }
    }

    int[] Forward(int[] local, int[] blanksBefore, int count, out int[] back)
    {
        var best = new int[count * States];
        back = new int[count * States];
        for (var s = 0; s < States; s++)
        {
            best[s] = ZoneStates.CanStart(s) ? Math.Max(Never, local[s] + model.Start[s]) : Never;
        }

        for (var i = 1; i < count; i++)
        {
            var points = blanksBefore[i] > 0 ? movesOverBlank : moves;
            for (var s = 0; s < States; s++)
            {
                var (source, score) = (0, Never);
                foreach (var from in Sources[s])
                {
                    var candidate = best[(i - 1) * States + from] + points[from * States + s];
                    if (candidate > score)
                    {
                        (source, score) = (from, candidate);
                    }
                }

                best[i * States + s] = Math.Max(Never, score + local[i * States + s]);
                back[i * States + s] = source;
            }
        }

        return best;
    }

    // The best that can still follow each state.
    int[] Backward(int[] local, int[] blanksBefore, int count)
    {
        var best = new int[count * States];
        best.AsSpan().Fill(Never);
        for (var s = 0; s < States; s++)
        {
            best[(count - 1) * States + s] = ZoneStates.CanEnd(s) ? model.End[s] : Never;
        }

        for (var i = count - 2; i >= 0; i--)
        {
            var points = blanksBefore[i + 1] > 0 ? movesOverBlank : moves;
            for (var s = 0; s < States; s++)
            {
                var after = best[(i + 1) * States + s] + local[(i + 1) * States + s];
                foreach (var from in Sources[s])
                {
                    best[i * States + from] = Math.Max(best[i * States + from], after + points[from * States + s]);
                }
            }
        }

        return best;
    }

    static ZoneReading Read(int[] forward, int[] backward, int[] back, int count)
    {
        var reading = new ZoneReading(new int[count], new int[count], new int[count]);
        var state = BestEnd(forward, backward, count);
        for (var i = count - 1; i >= 0; i--)
        {
            reading.States[i] = state;
            (reading.RunnersUp[i], reading.Margins[i]) = RunnerUp(forward, backward, i, state);
            state = back[i * States + state];
        }

        return reading;
    }

    static int BestEnd(int[] forward, int[] backward, int count)
    {
        var best = 0;
        for (var s = 1; s < States; s++)
        {
            var at = (count - 1) * States;
            best = forward[at + s] + backward[at + s] > forward[at + best] + backward[at + best] ? s : best;
        }

        return best;
    }

    static (int State, int Margin) RunnerUp(int[] forward, int[] backward, int i, int state)
    {
        var at = i * States;
        var (runner, score) = (state, int.MinValue);
        for (var s = 0; s < States; s++)
        {
            var whole = forward[at + s] + backward[at + s];
            if (ZoneStates.Role(s) != ZoneStates.Role(state) && whole > score)
            {
                (runner, score) = (s, whole);
            }
        }

        return (runner, Math.Max(0, forward[at + state] + backward[at + state] - score));
    }
}
