using NewsApi.Language.Documents;
using NewsApi.Language.Zoning;

namespace NewsApi.Training.Zones;

/// <summary>
/// Learns the weights as those of a linear-chain conditional random field: stochastic gradient steps, one page at a time, on the likelihood of
/// gold's reading, with weights drawn towards zero (L2), which a few dozen pages need more than a margin. A state's weight is the sum of one
/// for its role and one of its own, so that the parts of a page share what they have in common. Weights are rounded to integers at the end:
/// decoding is the same on every processor.
/// </summary>
sealed class ZoneTrainer(double rate, double decay)
{
    // Weights are fractions: this many points to one.
    const int Scale = 100;

    static readonly int States = ZoneStates.Count;
    static readonly int Roles = LineRoles.All.Count;

    readonly Shared emission = new(FeatureNames.Count, 1);
    readonly Shared transition = new(1, States);
    readonly Shared transitionOverBlank = new(1, States);
    readonly Shared edges = new(2, 1);

    /// <summary>One run for each seed, as many at once as there are processors; the model has the mean of their weights.</summary>
    public static ZoneModel TrainTogether(
        IReadOnlyList<ZoneExample> examples,
        IEnumerable<int> seeds,
        double rate,
        double decay,
        int epochs
    )
    {
        var runs = seeds
            .AsParallel()
            .AsOrdered()
            .Select(seed =>
            {
                var trainer = new ZoneTrainer(rate, decay);
                trainer.Train(examples, epochs, seed);
                return trainer;
            })
            .ToArray();
        return ToModel(runs);
    }

    void Train(IReadOnlyList<ZoneExample> examples, int epochs, int seed)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(seed);
        var step = 0;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order.Where(i => examples[i].States.Length > 0))
            {
                // The rate falls to a tenth over the whole run.
                var now = rate / (1 + 9.0 * step++ / (epochs * examples.Count));
                Learn(examples[i], now);
                foreach (var weights in (Shared[])[emission, transition, transitionOverBlank, edges])
                {
                    weights.Shrink(1 - now * decay);
                }
            }
        }
    }

    void Learn(ZoneExample example, double now)
    {
        var chain = new ZoneChain(example, emission.AddRow, Move, s => edges[0, s], s => edges[1, s]);
        AddExpected(chain, example, -now);
        AddGold(example, now);
    }

    double Move(int from, int to, bool overBlank) => transition[from, to] + (overBlank ? transitionOverBlank[from, to] : 0);

    void AddExpected(ZoneChain chain, ZoneExample example, double change)
    {
        for (var i = 0; i < example.States.Length; i++)
        {
            foreach (var (state, probability) in chain.StatesAt(i))
            {
                AddState(example, i, state, change * probability);
            }

            foreach (var (from, to, probability) in i == 0 ? [] : chain.MovesTo(i))
            {
                AddMove(example, i, from, to, change * probability);
            }
        }
    }

    void AddGold(ZoneExample example, double change)
    {
        for (var i = 0; i < example.States.Length; i++)
        {
            AddState(example, i, example.States[i], change);
            if (i > 0)
            {
                AddMove(example, i, example.States[i - 1], example.States[i], change);
            }
        }
    }

    void AddState(ZoneExample example, int i, int state, double change)
    {
        foreach (var feature in example.Features[i])
        {
            emission.Add(feature, state, change);
        }

        if (i == 0)
        {
            edges.Add(0, state, change);
        }

        if (i == example.States.Length - 1)
        {
            edges.Add(1, state, change);
        }
    }

    void AddMove(ZoneExample example, int i, int from, int to, double change)
    {
        transition.Add(from, to, change);
        if (example.BlanksBefore[i] > 0)
        {
            transitionOverBlank.Add(from, to, change);
        }
    }

    static ZoneModel ToModel(ZoneTrainer[] runs)
    {
        var model = new ZoneModel();
        for (var feature = 0; feature < FeatureNames.Count; feature++)
        {
            if (!ZoneRules.IsRule(feature))
            {
                Round(runs, run => run.emission, feature, model.Emission(feature));
            }
        }

        for (var from = 0; from < States; from++)
        {
            Round(runs, run => run.transition, from, model.Transition(from));
            Round(runs, run => run.transitionOverBlank, from, model.TransitionOverBlank(from));
        }

        Round(runs, run => run.edges, 0, model.Start);
        Round(runs, run => run.edges, 1, model.End);
        return model;
    }

    static void Round(ZoneTrainer[] runs, Func<ZoneTrainer, Shared> weights, int row, Span<int> points)
    {
        for (var s = 0; s < points.Length; s++)
        {
            var sum = 0.0;
            foreach (var run in runs)
            {
                sum += weights(run)[row, s];
            }

            points[s] = (int)Math.Round(sum / runs.Length * Scale, MidpointRounding.AwayFromZero);
        }
    }

    /// <summary>Weights [row, state] as a sum of [row or its role, role] and [row, state].</summary>
    sealed class Shared(int rows, int rowStates)
    {
        readonly bool rowsAreStates = rowStates > 1;
        readonly double[] byRole = new double[(rowStates > 1 ? Roles : rows) * Roles];
        readonly double[] byState = new double[rows * rowStates * States];

        static readonly int[] RoleOf = [.. Enumerable.Range(0, States).Select(state => (int)ZoneStates.Role(state))];

        /// <summary>Adds the weights of a row to <paramref name="sums"/>, one for each state.</summary>
        public void AddRow(int row, Span<double> sums)
        {
            var roles = byRole.AsSpan(row * Roles, Roles);
            var states = byState.AsSpan(row * States, States);
            for (var s = 0; s < states.Length; s++)
            {
                sums[s] += roles[RoleOf[s]] + states[s];
            }
        }

        public double this[int row, int state] => byRole[RoleIndex(row, state)] + byState[row * States + state];

        public void Add(int row, int state, double change)
        {
            byRole[RoleIndex(row, state)] += change;
            byState[row * States + state] += change;
        }

        public void Shrink(double factor)
        {
            for (var i = 0; i < byRole.Length; i++)
            {
                byRole[i] *= factor;
            }

            for (var i = 0; i < byState.Length; i++)
            {
                byState[i] *= factor;
            }
        }

        int RoleIndex(int row, int state) => (rowsAreStates ? (int)ZoneStates.Role(row) : row) * Roles + (int)ZoneStates.Role(state);
    }
}
