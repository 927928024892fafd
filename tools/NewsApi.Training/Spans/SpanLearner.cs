using NewsApi.Language.Mentions;

namespace NewsApi.Training.Spans;

/// <param name="PieceBits">Pieces have 2^PieceBits rows of weights.</param>
/// <param name="RunBits">Runs have 2^RunBits rows of weights.</param>
/// <param name="Rate">The length of a weight's first step.</param>
/// <param name="Decay">How strongly weights are drawn to zero.</param>
/// <param name="Seed">Of the order in which lines come.</param>
sealed record SpanTraining(int Epochs, int PieceBits, int RunBits, double Rate, double Decay, int Seed);

/// <summary>
/// Learns the weights that make the gold spans likely: log likelihood of a semi-Markov conditional random field, steps that shrink for each
/// weight by what it has moved (AdaGrad), weights averaged over the second half of the passes.
/// </summary>
sealed class SpanLearner
{
    const float SmallestSlope = 1e-4f;

    readonly SpanTraining options;
    readonly int labels;
    readonly WeightTable pieces;
    readonly WeightTable runs;

    public SpanLearner(SpanTraining options, int labels)
    {
        (this.options, this.labels) = (options, labels);
        pieces = new WeightTable(options.PieceBits, 3 * labels, options);
        runs = new WeightTable(options.RunBits, labels, options);
    }

    public SpanModel Train(Func<int, IReadOnlyList<SpanExample>> examplesOf)
    {
        var random = new Random(options.Seed);
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            var examples = examplesOf(epoch);
            var order = Enumerable.Range(0, examples.Count).ToArray();
            random.Shuffle(order);
            foreach (var i in order)
            {
                Learn(examples[i]);
            }

            if (epoch >= options.Epochs / 2)
            {
                pieces.Sum();
                runs.Sum();
            }
        }

        var scale = Math.Min(pieces.LargestScale(), runs.LargestScale());
        var points = (int)Math.Round(scale * (options.Epochs - (options.Epochs / 2)));
        return new SpanModel(labels, Math.Max(1, points), pieces.Round(scale), runs.Round(scale));
    }

    void Learn(SpanExample example)
    {
        if (example.Candidates.Length == 0)
        {
            return;
        }

        var slopes = Slopes(example);
        var width = 3 * labels;
        var ofPieces = new float[(example.Pieces.Length + 1) * width];
        for (var i = 0; i < example.Candidates.Length; i++)
        {
            var (start, last) = (example.Candidates[i].Start, example.Candidates[i].End - 1);
            var largest = 0f;
            for (var label = 0; label < labels; label++)
            {
                var slope = slopes[(i * labels) + label];
                largest = Math.Max(largest, Math.Abs(slope));
                ofPieces[(start * width) + label] += slope;
                // As differences from piece to piece, summed up below.
                ofPieces[((start + 1) * width) + labels + label] += slope;
                ofPieces[((last + 1) * width) + labels + label] -= slope;
                ofPieces[(last * width) + (2 * labels) + label] += slope;
            }

            if (largest > SmallestSlope)
            {
                runs.Step(example.Runs[i], slopes.AsSpan(i * labels, labels));
                if (example.Memory[i] is { } memory)
                {
                    runs.Step(memory, slopes.AsSpan(i * labels, labels));
                }
            }
        }

        for (var at = 0; at < example.Pieces.Length; at++)
        {
            var own = ofPieces.AsSpan(at * width, width);
            if (at > 0)
            {
                for (var label = 0; label < labels; label++)
                {
                    own[labels + label] += ofPieces[((at - 1) * width) + labels + label];
                }
            }

            pieces.Step(example.Pieces[at], own);
        }
    }

    // For each candidate and label: how likely it is, less 1 where it is right.
    float[] Slopes(SpanExample example)
    {
        var points = Points(example);
        var count = example.Pieces.Length;
        var (forward, backward) = (new double[count + 1], new double[count + 1]);
        forward.AsSpan(1).Fill(double.NegativeInfinity);
        backward.AsSpan(0, count).Fill(double.NegativeInfinity);
        var sums = new double[example.Candidates.Length];
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = LogSum(points.AsSpan(i * labels, labels));
        }

        var next = 0;
        for (var start = 0; start < count; start++)
        {
            forward[start + 1] = LogAdd(forward[start + 1], forward[start]);
            for (; next < sums.Length && example.Candidates[next].Start == start; next++)
            {
                var end = example.Candidates[next].End;
                forward[end] = LogAdd(forward[end], forward[start] + sums[next]);
            }
        }

        next = sums.Length - 1;
        for (var start = count - 1; start >= 0; start--)
        {
            backward[start] = LogAdd(backward[start], backward[start + 1]);
            for (; next >= 0 && example.Candidates[next].Start == start; next--)
            {
                backward[start] = LogAdd(backward[start], sums[next] + backward[example.Candidates[next].End]);
            }
        }

        var slopes = new float[points.Length];
        for (var i = 0; i < example.Candidates.Length; i++)
        {
            var around = forward[example.Candidates[i].Start] + backward[example.Candidates[i].End] - forward[count];
            for (var label = 0; label < labels; label++)
            {
                slopes[(i * labels) + label] =
                    (float)Math.Exp(around + points[(i * labels) + label]) - (example.Labels[i] == label ? 1 : 0);
            }
        }

        return slopes;
    }

    double[] Points(SpanExample example)
    {
        var width = 3 * labels;
        var (ofPieces, goingOn) = (new float[example.Pieces.Length * width], new double[(example.Pieces.Length + 1) * labels]);
        for (var at = 0; at < example.Pieces.Length; at++)
        {
            pieces.Add(example.Pieces[at], ofPieces.AsSpan(at * width, width));
            for (var label = 0; label < labels; label++)
            {
                goingOn[((at + 1) * labels) + label] = goingOn[(at * labels) + label] + ofPieces[(at * width) + labels + label];
            }
        }

        var points = new double[example.Candidates.Length * labels];
        var own = new float[labels];
        for (var i = 0; i < example.Candidates.Length; i++)
        {
            Array.Clear(own);
            runs.Add(example.Runs[i], own);
            if (example.Memory[i] is { } memory)
            {
                runs.Add(memory, own);
            }

            var (start, last) = (example.Candidates[i].Start, example.Candidates[i].End - 1);
            for (var label = 0; label < labels; label++)
            {
                points[(i * labels) + label] =
                    own[label]
                    + ofPieces[(start * width) + label]
                    + goingOn[((last + 1) * labels) + label]
                    - goingOn[((start + 1) * labels) + label]
                    + ofPieces[(last * width) + (2 * labels) + label];
            }
        }

        return points;
    }

    static double LogSum(ReadOnlySpan<double> values)
    {
        var sum = double.NegativeInfinity;
        foreach (var value in values)
        {
            sum = LogAdd(sum, value);
        }

        return sum;
    }

    static double LogAdd(double left, double right)
    {
        var (low, high) = left < right ? (left, right) : (right, left);
        return double.IsNegativeInfinity(low) || high - low > 30 ? high : high + Math.Log(1 + Math.Exp(low - high));
    }
}
