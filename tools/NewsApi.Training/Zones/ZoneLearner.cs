using NewsApi.Language.Zoning;

namespace NewsApi.Training.Zones;

/// <summary>
/// The weights of one run, in floating point, and the step that a page makes them take. The same shape as <see cref="ZoneNetwork"/>; the moves
/// between states are learned with it, as a conditional random field over the whole page.
/// </summary>
sealed class ZoneLearner
{
    // So many of a line's features, its words and its hidden units are left out at random, so that none is relied on alone.
    const float FeatureDropout = 0.1f;
    const float WordDropout = 0.3f;
    const float UnitDropout = 0.2f;

    // Moves are few and seen often; what features say past the units is to stay the smaller part.
    const float MoveRate = 0.5f;
    const float DirectRate = 0.2f;
    const float FirstBias = 0.05f;

    static readonly int S = ZoneStates.Count;
    const int Views = ZoneNetwork.Views;
    const int Region = ZoneNetwork.Region;

    readonly int units;
    readonly Random random;
    readonly Weights features;
    readonly Weights direct = new(FeatureExtractor.NamedCount, S);
    readonly Weights bias;
    readonly Weights states;
    readonly Weights moves = new(S, S);
    readonly Weights movesOverBlank = new(S, S);
    readonly Weights edges = new(2, S);

    public ZoneLearner(int units, int seed)
    {
        this.units = units;
        random = new Random(seed);
        features = new Weights(FeatureExtractor.Count, units).Randomized(random, 0.05f);
        states = new Weights(Views * units, S).Randomized(random, 0.1f);
        bias = new Weights(1, units);
        bias[0].Fill(FirstBias);
    }

    public int Units => units;

    public float Move(int from, int to) => moves[from][to];

    public float MoveOverBlank(int from, int to) => movesOverBlank[from][to];

    public float Start(int state) => edges[0][state];

    public float End(int state) => edges[1][state];

    public float Bias(int unit) => bias[0][unit];

    /// <summary>As if no feature were ever left out: each then counts for less.</summary>
    public float FeatureWeight(int feature, int unit) =>
        features[feature][unit] * (1 - (feature < FeatureExtractor.NamedCount ? FeatureDropout : WordDropout));

    /// <summary>What a named feature says for a state past the units.</summary>
    public float DirectWeight(int feature, int state) => direct[feature][state] * (1 - FeatureDropout);

    public float StateWeight(int view, int unit, int state) => states[view * units + unit][state];

    /// <summary>One step towards gold's reading of the page.</summary>
    public void Learn(ZoneExample example, float rate)
    {
        var kept = Array.ConvertAll(example.Features, line => Array.FindAll(line, Keeps));
        var mask = Mask(kept.Length);
        var activity = Activity(kept, mask);
        var views = ViewsOf(activity, kept.Length);
        var scores = Scores(views);
        AddDirect(kept, scores);
        var chain = new ZoneChain(example.BlanksBefore, scores, moves, movesOverBlank, edges[0], edges[1]);
        var slope = chain.StateLikelihoods();
        for (var i = 0; i < kept.Length; i++)
        {
            slope[i * S + example.States[i]] -= 1;
        }

        StepMoves(example, chain, slope, rate * MoveRate);
        var activitySlope = StepStates(views, slope, kept.Length, rate);
        StepFeatures(kept, activity, mask, activitySlope, rate);
        StepDirect(kept, slope, rate * DirectRate);
    }

    bool Keeps(int feature) => random.NextDouble() >= (feature < FeatureExtractor.NamedCount ? FeatureDropout : WordDropout);

    float[] Mask(int lines)
    {
        var mask = new float[lines * units];
        foreach (ref var unit in mask.AsSpan())
        {
            unit = random.NextDouble() < UnitDropout ? 0 : 1 / (1 - UnitDropout);
        }

        return mask;
    }

    float[] Activity(int[][] kept, float[] mask)
    {
        var activity = new float[kept.Length * units];
        for (var i = 0; i < kept.Length; i++)
        {
            var line = activity.AsSpan(i * units, units);
            bias[0].CopyTo(line);
            foreach (var feature in kept[i])
            {
                FloatMath.AddScaled(line, 1, features[feature]);
            }

            for (var unit = 0; unit < units; unit++)
            {
                line[unit] = Math.Max(0, line[unit]) * mask[i * units + unit];
            }
        }

        return activity;
    }

    // Calls with (view, line it shows, its share) for every line that a line sees.
    static void ForEachSeen(int line, int count, Action<int, int, float> seen)
    {
        for (var view = 0; view <= 2 * ZoneNetwork.Window; view++)
        {
            var other = line + view - ZoneNetwork.Window;
            if (other >= 0 && other < count)
            {
                seen(view, other, 1);
            }
        }

        for (var distance = 1; distance <= Region; distance++)
        {
            if (line - distance >= 0)
            {
                seen(Views - 2, line - distance, 1f / Region);
            }

            if (line + distance < count)
            {
                seen(Views - 1, line + distance, 1f / Region);
            }
        }
    }

    // [line, view, unit]
    float[] ViewsOf(float[] activity, int count)
    {
        var views = new float[count * Views * units];
        for (var i = 0; i < count; i++)
        {
            ForEachSeen(
                i,
                count,
                (view, line, share) =>
                    FloatMath.AddScaled(views.AsSpan((i * Views + view) * units, units), share, activity.AsSpan(line * units, units))
            );
        }

        return views;
    }

    float[] Scores(float[] views)
    {
        var rows = Views * units;
        var scores = new float[views.Length / rows * S];
        for (var at = 0; at < views.Length; at++)
        {
            if (views[at] != 0)
            {
                FloatMath.AddScaled(scores.AsSpan(at / rows * S, S), views[at], states[at % rows]);
            }
        }

        return scores;
    }

    void StepMoves(ZoneExample example, ZoneChain chain, float[] slope, float rate)
    {
        var (all, overBlank) = chain.ExpectedMoves();
        for (var i = 1; i < example.States.Length; i++)
        {
            var move = example.States[i - 1] * S + example.States[i];
            all[move] -= 1;
            overBlank[move] -= example.BlanksBefore[i] > 0 ? 1 : 0;
        }

        for (var from = 0; from < S; from++)
        {
            moves.Step(from, all.AsSpan(from * S, S), rate);
            movesOverBlank.Step(from, overBlank.AsSpan(from * S, S), rate);
        }

        edges.Step(0, slope.AsSpan(0, S), rate);
        edges.Step(1, slope.AsSpan(slope.Length - S), rate);
    }

    /// <returns>The slope of what every line shows of itself, [line, unit].</returns>
    float[] StepStates(float[] views, float[] slope, int count, float rate)
    {
        var rows = Views * units;
        var stateSlope = new float[rows * S];
        var activitySlope = new float[count * units];
        var viewSlope = new float[rows];
        for (var i = 0; i < count; i++)
        {
            var line = slope.AsSpan(i * S, S);
            for (var row = 0; row < rows; row++)
            {
                viewSlope[row] = FloatMath.Dot(states[row], line);
                if (views[i * rows + row] is var shown and not 0)
                {
                    FloatMath.AddScaled(stateSlope.AsSpan(row * S, S), shown, line);
                }
            }

            ForEachSeen(
                i,
                count,
                (view, other, share) =>
                    FloatMath.AddScaled(activitySlope.AsSpan(other * units, units), share, viewSlope.AsSpan(view * units, units))
            );
        }

        for (var row = 0; row < rows; row++)
        {
            states.Step(row, stateSlope.AsSpan(row * S, S), rate);
        }

        return activitySlope;
    }

    void StepFeatures(int[][] kept, float[] activity, float[] mask, float[] slope, float rate)
    {
        var biasSlope = new float[units];
        for (var i = 0; i < kept.Length; i++)
        {
            var line = slope.AsSpan(i * units, units);
            for (var unit = 0; unit < units; unit++)
            {
                line[unit] = activity[i * units + unit] > 0 ? line[unit] * mask[i * units + unit] : 0;
            }

            FloatMath.AddScaled(biasSlope, 1, line);
            foreach (var feature in kept[i])
            {
                features.Step(feature, line, rate);
            }
        }

        bias.Step(0, biasSlope, rate);
    }

    void AddDirect(int[][] kept, float[] scores)
    {
        for (var i = 0; i < kept.Length; i++)
        {
            foreach (var feature in kept[i])
            {
                if (feature < FeatureExtractor.NamedCount)
                {
                    FloatMath.AddScaled(scores.AsSpan(i * S, S), 1, direct[feature]);
                }
            }
        }
    }

    void StepDirect(int[][] kept, float[] slope, float rate)
    {
        for (var i = 0; i < kept.Length; i++)
        {
            foreach (var feature in kept[i])
            {
                if (feature < FeatureExtractor.NamedCount)
                {
                    direct.Step(feature, slope.AsSpan(i * S, S), rate);
                }
            }
        }
    }
}
