namespace NewsApi.Training.Words;

/// <summary>How likely each candidate and each join of a sentence is, over all its cuts (forward-backward).</summary>
sealed class WordLattice
{
    /// <param name="score">The points of a place's or a candidate's features.</param>
    public WordLattice(WordExample example, Func<uint[], double> score)
    {
        var joins = new double[example.Length + 1];
        for (var at = 0; at < example.Length; at++)
        {
            joins[at + 1] = joins[at] + (example.Gaps[at] is { } features ? score(features) : 0);
        }

        var points = Array.ConvertAll(
            example.Candidates,
            candidate => score(candidate.Features) + joins[candidate.Start + candidate.Length] - joins[candidate.Start + 1]
        );
        var (forward, backward) = Sum(example, points);
        (Probability, JoinProbability) = (new double[points.Length], new double[example.Length]);
        for (var i = 0; i < points.Length; i++)
        {
            var (start, length) = (example.Candidates[i].Start, example.Candidates[i].Length);
            Probability[i] = Math.Exp(forward[start] + points[i] + backward[start + length] - forward[^1]);
            for (var at = start + 1; at < start + length; at++)
            {
                JoinProbability[at] += Probability[i];
            }
        }
    }

    /// <summary>Of each candidate.</summary>
    public double[] Probability { get; }

    /// <summary>That a piece is joined to the one before.</summary>
    public double[] JoinProbability { get; }

    // Logarithms of the sums over all cuts before and behind each place.
    static (double[] Forward, double[] Backward) Sum(WordExample example, double[] points)
    {
        var (forward, backward) = (new double[example.Length + 1], new double[example.Length + 1]);
        forward.AsSpan(1).Fill(double.NegativeInfinity);
        backward.AsSpan(0, example.Length).Fill(double.NegativeInfinity);
        for (var i = 0; i < points.Length; i++)
        {
            var (start, end) = (example.Candidates[i].Start, example.Candidates[i].Start + example.Candidates[i].Length);
            forward[end] = LogAdd(forward[end], forward[start] + points[i]);
        }

        for (var i = points.Length - 1; i >= 0; i--)
        {
            var (start, end) = (example.Candidates[i].Start, example.Candidates[i].Start + example.Candidates[i].Length);
            backward[start] = LogAdd(backward[start], backward[end] + points[i]);
        }

        return (forward, backward);
    }

    static double LogAdd(double left, double right)
    {
        var (low, high) = left < right ? (left, right) : (right, left);
        return double.IsNegativeInfinity(low) ? high : high + Math.Log(1 + Math.Exp(low - high));
    }
}
