using NewsApi.Language.Documents;

namespace NewsApi.Language.Zoning;

/// <summary>The best reading of a page, and how much worse the best reading is in which one line has another role.</summary>
/// <param name="Margins">For each line the points between its role and <paramref name="RunnersUp"/>.</param>
public sealed record ZoneReading(IReadOnlyList<LineRole> Roles, IReadOnlyList<LineRole> RunnersUp, IReadOnlyList<int> Margins);

/// <summary>
/// Finds the roles of all lines at once (Viterbi). A state is a role and whether the headline has been seen, so that a page has at most one
/// title; margins come from a forward and a backward pass.
/// </summary>
public sealed class ZoneDecoder(ZoneModel model)
{
    const long Never = long.MinValue / 4;

    static readonly LineRole[] Roles = [.. LineRoles.All.Where(role => role != LineRole.Blank)];
    static readonly int R = Roles.Length;
    static readonly int States = R * 2;
    static readonly int TitleIndex = Array.IndexOf(Roles, LineRole.Title);

    // Moves between states that can be made at all, by target.
    static readonly int[][] Sources = [.. Enumerable.Range(0, States).Select(SourcesOf)];

    readonly long[] transitions = Transitions(model, overBlank: false);
    readonly long[] transitionsOverBlank = Transitions(model, overBlank: true);

    /// <param name="features">The features of each line that is not blank.</param>
    /// <param name="blanksBefore">How many blank lines stand before each.</param>
    /// <param name="withoutContent">Forbids the roles of an article: the page has none.</param>
    /// <param name="extra">Points to add to a line's role, for training; null adds none.</param>
    public ZoneReading Decode(int[][] features, int[] blanksBefore, bool withoutContent = false, Func<int, LineRole, int>? extra = null)
    {
        var count = features.Length;
        if (count == 0)
        {
            return new ZoneReading([], [], []);
        }

        var local = LocalScores(features, withoutContent, extra);
        var forward = Forward(local, blanksBefore, count, out var back);
        return Read(local, forward, Backward(local, blanksBefore, count), back, count);
    }

    long[] LocalScores(int[][] features, bool withoutContent, Func<int, LineRole, int>? extra)
    {
        var local = new long[features.Length * States];
        Span<int> sums = stackalloc int[ZoneModel.Roles];
        for (var i = 0; i < features.Length; i++)
        {
            sums.Clear();
            foreach (var feature in features[i])
            {
                var weights = model.Emission.Slice(feature * ZoneModel.Roles, ZoneModel.Roles);
                for (var r = 0; r < weights.Length; r++)
                {
                    sums[r] += weights[r];
                }
            }

            for (var r = 0; r < R; r++)
            {
                var role = Roles[r];
                var score = withoutContent && role.IsContent() ? Never : sums[(int)role] + (extra?.Invoke(i, role) ?? 0);
                local[i * States + r] = r == TitleIndex ? Never : score + model.Stage(false, role);
                local[i * States + R + r] = score + model.Stage(true, role);
            }
        }

        return local;
    }

    long[] Forward(long[] local, int[] blanksBefore, int count, out int[] back)
    {
        var best = new long[count * States];
        back = new int[count * States];
        for (var s = 0; s < States; s++)
        {
            // The first line stands after nothing; a page may begin with its title.
            best[s] = s < R || s == R + TitleIndex ? local[s] + model.Transition(LineRole.Blank, Roles[s % R], false) : Never;
        }

        for (var i = 1; i < count; i++)
        {
            var moves = blanksBefore[i] > 0 ? transitionsOverBlank : transitions;
            for (var s = 0; s < States; s++)
            {
                var (source, score) = (0, Never);
                foreach (var from in Sources[s])
                {
                    var candidate = best[(i - 1) * States + from] + moves[from % R * R + s % R];
                    if (candidate > score)
                    {
                        (source, score) = (from, candidate);
                    }
                }

                best[i * States + s] = Math.Max(Never, score + local[i * States + s]);
                back[i * States + s] = source;
            }
        }

        for (var s = 0; s < States; s++)
        {
            best[(count - 1) * States + s] += model.Transition(Roles[s % R], LineRole.Blank, false);
        }

        return best;
    }

    // The best that can still follow each state; the last line's own end is in the forward pass already.
    long[] Backward(long[] local, int[] blanksBefore, int count)
    {
        var best = new long[count * States];
        for (var s = 0; s < States; s++)
        {
            best[(count - 1) * States + s] = model.Transition(Roles[s % R], LineRole.Blank, false);
        }

        for (var i = count - 2; i >= 0; i--)
        {
            var moves = blanksBefore[i + 1] > 0 ? transitionsOverBlank : transitions;
            best.AsSpan(i * States, States).Fill(Never);
            for (var s = 0; s < States; s++)
            {
                var after = best[(i + 1) * States + s] + local[(i + 1) * States + s];
                foreach (var from in Sources[s])
                {
                    var candidate = after + moves[from % R * R + s % R];
                    best[i * States + from] = Math.Max(best[i * States + from], candidate);
                }
            }
        }

        return best;
    }

    static ZoneReading Read(long[] local, long[] forward, long[] backward, int[] back, int count)
    {
        var roles = new LineRole[count];
        var runners = new LineRole[count];
        var margins = new int[count];
        var state = IndexOfMax(forward.AsSpan((count - 1) * States, States));
        for (var i = count - 1; i >= 0; i--)
        {
            roles[i] = Roles[state % R];
            (runners[i], margins[i]) = RunnerUp(forward, backward, i, state, i == count - 1);
            state = back[i * States + state];
        }

        return new ZoneReading(roles, runners, margins);
    }

    static (LineRole Role, int Margin) RunnerUp(long[] forward, long[] backward, int i, int state, bool isLast)
    {
        long Whole(int s) => forward[i * States + s] + (isLast ? 0 : backward[i * States + s]);

        var best = Whole(state);
        var (runner, score) = (state % R == 0 ? 1 : 0, long.MinValue);
        for (var s = 0; s < States; s++)
        {
            if (s % R != state % R && Whole(s) > score)
            {
                (runner, score) = (s % R, Whole(s));
            }
        }

        return (Roles[runner], (int)Math.Clamp(best - score, 0, int.MaxValue / 2));
    }

    static int IndexOfMax(ReadOnlySpan<long> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }

    static int[] SourcesOf(int target)
    {
        // Before the title stays before; after it stays after; only the title itself leads from one to the other.
        var beforeTitle = Enumerable.Range(0, R).Where(r => r != TitleIndex);
        if (target < R)
        {
            return target == TitleIndex ? [] : [.. beforeTitle];
        }

        return target == R + TitleIndex ? [.. beforeTitle] : [.. Enumerable.Range(R, R)];
    }

    static long[] Transitions(ZoneModel model, bool overBlank)
    {
        var moves = new long[R * R];
        for (var from = 0; from < R; from++)
        {
            for (var to = 0; to < R; to++)
            {
                moves[from * R + to] = model.Transition(Roles[from], Roles[to], overBlank);
            }
        }

        return moves;
    }
}
