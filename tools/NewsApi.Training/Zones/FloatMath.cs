using System.Numerics;

namespace NewsApi.Training.Zones;

/// <summary>Arithmetic on rows of numbers, as many at once as the processor can.</summary>
static class FloatMath
{
    /// <summary>sums += factor × row.</summary>
    public static void AddScaled(Span<float> sums, float factor, ReadOnlySpan<float> row)
    {
        var i = 0;
        var factors = new Vector<float>(factor);
        for (; i <= sums.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(sums[i..]) + factors * new Vector<float>(row[i..])).CopyTo(sums[i..]);
        }

        for (; i < sums.Length; i++)
        {
            sums[i] += factor * row[i];
        }
    }

    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var i = 0;
        var sums = Vector<float>.Zero;
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sums += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        }

        var sum = Vector.Sum(sums);
        for (; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>Divides so that the numbers sum up to 1; all zero stays so.</summary>
    public static void Normalize(Span<float> values)
    {
        var sum = 0f;
        foreach (var value in values)
        {
            sum += value;
        }

        foreach (ref var value in values)
        {
            value /= Math.Max(sum, float.Epsilon);
        }
    }
}

/// <summary>Rows of weights that are learned by gradient steps, each shorter the more its weight has moved before (Adagrad).</summary>
sealed class Weights(int rows, int width)
{
    // Keeps the first steps short.
    const float Calm = 1e-2f;

    readonly float[] values = new float[rows * width];
    readonly float[] squares = new float[rows * width];

    public int Rows => rows;

    public Span<float> this[int row] => values.AsSpan(row * width, width);

    /// <summary>Numbers between minus and plus <paramref name="most"/>.</summary>
    public Weights Randomized(Random random, float most)
    {
        foreach (ref var value in values.AsSpan())
        {
            value = (float)(2 * random.NextDouble() - 1) * most;
        }

        return this;
    }

    public void Step(int row, ReadOnlySpan<float> gradient, float rate)
    {
        var target = this[row];
        var square = squares.AsSpan(row * width, width);
        var i = 0;
        var (calm, rates) = (new Vector<float>(Calm), new Vector<float>(rate));
        for (; i <= width - Vector<float>.Count; i += Vector<float>.Count)
        {
            var slope = new Vector<float>(gradient[i..]);
            var sum = new Vector<float>(square[i..]) + slope * slope;
            sum.CopyTo(square[i..]);
            (new Vector<float>(target[i..]) - rates * slope / Vector.SquareRoot(sum + calm)).CopyTo(target[i..]);
        }

        for (; i < width; i++)
        {
            square[i] += gradient[i] * gradient[i];
            target[i] -= rate * gradient[i] / MathF.Sqrt(square[i] + Calm);
        }
    }
}
