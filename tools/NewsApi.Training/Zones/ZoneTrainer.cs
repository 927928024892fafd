using NewsApi.Language.Zoning;

namespace NewsApi.Training.Zones;

/// <summary>How a zone model is learned.</summary>
/// <param name="Units">Hidden units of one run.</param>
/// <param name="Runs">Runs from other beginnings; the model is all of them side by side, each with its share of the points.</param>
/// <param name="Epochs">Passes over all pages.</param>
/// <param name="Variants">Layouts made of each page, new ones in every pass.</param>
/// <param name="Rate">The first step's length.</param>
sealed record ZoneTraining(int Units, int Runs, int Epochs, int Variants, float Rate);

/// <summary>
/// Learns the zone model by gradient steps, one page at a time, on the likelihood of gold's reading. Weights are rounded to integers at the end:
/// decoding is the same on every processor. The learning itself repeats bit for bit on one kind of processor.
/// </summary>
sealed class ZoneTrainer(IReadOnlyList<TrainingPage> pages, LineBank bank, LineObserver observer)
{
    const int Seed = 20251125;

    // The rate falls to a fifth over the whole run.
    const float RateFall = 4;

    public ZoneModel Train(ZoneTraining training)
    {
        var runs = Enumerable
            .Range(0, training.Runs)
            .AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(Environment.ProcessorCount)
            .Select(run => TrainOne(training, Seed + run))
            .ToArray();
        return ToModel(runs);
    }

    ZoneLearner TrainOne(ZoneTraining training, int seed)
    {
        var learner = new ZoneLearner(training.Units, seed);
        var random = new Random(seed);
        for (var epoch = 0; epoch < training.Epochs; epoch++)
        {
            var examples = new PageVariants(pages, bank, random.Next())
                .Make(training.Variants)
                .Select(page => page.ToExample(observer))
                .Where(example => example.States.Length > 0)
                .ToArray();
            random.Shuffle(examples);
            for (var i = 0; i < examples.Length; i++)
            {
                var progress = (epoch + i / (float)examples.Length) / training.Epochs;
                learner.Learn(examples[i], training.Rate / (1 + RateFall * progress));
            }
        }

        return learner;
    }

    static ZoneModel ToModel(ZoneLearner[] runs)
    {
        var model = new ZoneModel(ToNetwork(runs));
        for (var feature = 0; feature < FeatureExtractor.NamedCount; feature++)
        {
            for (var state = 0; state < ZoneStates.Count && !ZoneRules.IsRule(feature); state++)
            {
                model.Emission(feature)[state] = Points(runs, run => run.DirectWeight(feature, state));
            }
        }

        for (var from = 0; from < ZoneStates.Count; from++)
        {
            for (var to = 0; to < ZoneStates.Count; to++)
            {
                model.Transition(from)[to] = Points(runs, run => run.Move(from, to));
                model.TransitionOverBlank(from)[to] = Points(runs, run => run.MoveOverBlank(from, to));
            }

            model.Start[from] = Points(runs, run => run.Start(from));
            model.End[from] = Points(runs, run => run.End(from));
        }

        return model;
    }

    static int Points(ZoneLearner[] runs, Func<ZoneLearner, float> weight) => Round(runs.Average(weight) * ZoneNetwork.PointScale);

    static ZoneNetwork ToNetwork(ZoneLearner[] runs)
    {
        var owners = runs.SelectMany(run => Enumerable.Range(0, run.Units).Select(unit => (Run: run, Unit: unit))).ToArray();
        var features =
            from feature in Enumerable.Range(0, FeatureExtractor.Count)
            from owner in owners
            let weight = feature < FeatureExtractor.NamedCount && ZoneRules.IsRule(feature)
                ? 0
                : owner.Run.FeatureWeight(feature, owner.Unit)
            select Short(weight * ZoneNetwork.FeatureScale, short.MaxValue);
        var bias = owners.Select(owner => (int)Short(owner.Run.Bias(owner.Unit) * ZoneNetwork.FeatureScale, short.MaxValue));
        var states =
            from view in Enumerable.Range(0, ZoneNetwork.Views)
            from owner in owners
            from state in Enumerable.Range(0, ZoneStates.Count)
            let weight = owner.Run.StateWeight(view, owner.Unit, state) / runs.Length
            select Short(weight * ZoneNetwork.StateScale, ZoneNetwork.MostStateWeight);
        return new ZoneNetwork([.. features], [.. bias], [.. states]);
    }

    static short Short(float value, int most) => (short)Math.Clamp(Round(value), -most, most);

    static int Round(float value) => (int)MathF.Round(value, MidpointRounding.AwayFromZero);
}
