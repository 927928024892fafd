namespace NewsApi.Training.Spans;

/// <summary>Rows of weights that learn by steps of their own.</summary>
sealed class WeightTable
{
    const double Largest = sbyte.MaxValue;

    // This part of the weights keeps its size when they become bytes; the few larger ones are cut to the largest byte.
    const double KeptWhole = 0.9995;

    readonly int width;
    readonly int shift;
    readonly float rate;
    readonly float decay;
    readonly float[] weights;
    readonly float[] squares;
    readonly float[] sums;

    public WeightTable(int bits, int width, SpanTraining options)
    {
        (this.width, shift, rate, decay) = (width, 32 - bits, (float)options.Rate, (float)options.Decay);
        (weights, squares, sums) = (new float[width << bits], new float[width << bits], new float[width << bits]);
    }

    public void Add(uint[] features, Span<float> points)
    {
        foreach (var feature in features)
        {
            var row = weights.AsSpan((int)(feature >> shift) * width, width);
            for (var i = 0; i < row.Length; i++)
            {
                points[i] += row[i];
            }
        }
    }

    public void Step(uint[] features, ReadOnlySpan<float> slopes)
    {
        foreach (var feature in features)
        {
            var from = (int)(feature >> shift) * width;
            for (var i = 0; i < slopes.Length; i++)
            {
                // Nothing to learn, and what is known need not fade.
                if (Math.Abs(slopes[i]) < 1e-4f)
                {
                    continue;
                }

                var gradient = slopes[i] + (decay * weights[from + i]);
                squares[from + i] += gradient * gradient;
                weights[from + i] -= rate * gradient / MathF.Sqrt(squares[from + i] + 1e-8f);
            }
        }
    }

    public void Sum()
    {
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += weights[i];
        }
    }

    public double LargestScale()
    {
        var sizes = sums.Where(sum => sum != 0).Select(sum => Math.Abs((double)sum)).Order().ToArray();
        return sizes.Length == 0 ? double.MaxValue : Largest / sizes[(int)(sizes.Length * KeptWhole)];
    }

    public sbyte[] Round(double scale) => [.. sums.Select(sum => (sbyte)Math.Clamp(Math.Round(sum * scale), -Largest, Largest))];
}
