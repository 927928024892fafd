using NewsApi.Language.Segmentation;

namespace NewsApi.Training.Words;

/// <param name="Bits">The model has 2^Bits weights.</param>
/// <param name="Rate">The length of a weight's first step.</param>
/// <param name="Decay">How strongly weights are drawn to zero.</param>
/// <param name="Seed">Of the order in which sentences come.</param>
sealed record WordTraining(int Epochs, int Bits, double Rate, double Decay, int Seed);

/// <summary>
/// Learns the weights that make the treebank's cuts likely: log likelihood of a semi-Markov conditional random field, steps that shrink for
/// each weight by what it has moved (AdaGrad), weights averaged over the second half of the passes.
/// </summary>
sealed class WordTrainer
{
    const double Largest = sbyte.MaxValue;

    // This part of the weights keeps its size when they become bytes; the few larger ones are cut to the largest byte.
    const double KeptWhole = 0.9995;

    // What is this sure already is not learned from.
    const double SmallestSlope = 1e-4;

    readonly WordTraining options;
    readonly int shift;
    readonly double[] weights;
    readonly double[] squares;

    public WordTrainer(WordTraining options)
    {
        this.options = options;
        shift = 32 - options.Bits;
        (weights, squares) = (new double[1 << options.Bits], new double[1 << options.Bits]);
    }

    public WordModel Train(IReadOnlyList<WordExample> examples)
    {
        var random = new Random(options.Seed);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var sums = new double[weights.Length];
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                Learn(examples[i]);
            }

            if (epoch >= options.Epochs / 2)
            {
                for (var i = 0; i < sums.Length; i++)
                {
                    sums[i] += weights[i];
                }
            }
        }

        return new WordModel(Round(sums));
    }

    void Learn(WordExample example)
    {
        var lattice = new WordLattice(example, Score);
        for (var at = 1; at < example.Length; at++)
        {
            if (example.Gaps[at] is { } features)
            {
                Step(features, lattice.JoinProbability[at] - (example.IsJoined[at] ? 1 : 0));
            }
        }

        for (var i = 0; i < example.Candidates.Length; i++)
        {
            Step(example.Candidates[i].Features, lattice.Probability[i] - (example.Candidates[i].IsGold ? 1 : 0));
        }
    }

    double Score(uint[] features)
    {
        var score = 0.0;
        foreach (var feature in features)
        {
            score += weights[feature >> shift];
        }

        return score;
    }

    void Step(uint[] features, double slope)
    {
        if (Math.Abs(slope) < SmallestSlope)
        {
            return;
        }

        foreach (var feature in features)
        {
            var i = feature >> shift;
            var gradient = slope + (options.Decay * weights[i]);
            squares[i] += gradient * gradient;
            weights[i] -= options.Rate * gradient / Math.Sqrt(squares[i] + 1e-8);
        }
    }

    static sbyte[] Round(double[] sums)
    {
        var sizes = sums.Where(sum => sum != 0).Select(Math.Abs).Order().ToArray();
        var scale = sizes.Length == 0 ? 1 : Largest / sizes[(int)(sizes.Length * KeptWhole)];
        return [.. sums.Select(sum => (sbyte)Math.Clamp(Math.Round(sum * scale), -Largest, Largest))];
    }
}
