using NewsApi.Language.Zoning;
using NewsApi.Training.Zones;
using Shouldly;

namespace NewsApi.Training.Tests.Zones;

public sealed class ZoneChainTests
{
    static readonly int S = ZoneStates.Count;

    [Fact]
    public void Likelihoods_ThreeLines_AreThoseOfAllReadingsCounted()
    {
        var random = new Random(1);
        var scores = Enumerable.Range(0, 3 * S).Select(_ => (float)random.NextDouble() * 3).ToArray();
        var moves = new Weights(S, S).Randomized(random, 1);
        var overBlank = new Weights(S, S).Randomized(random, 1);
        var edges = new Weights(2, S).Randomized(random, 1);
        int[] blanks = [0, 0, 2];

        var chain = new ZoneChain(blanks, scores, moves, overBlank, edges[0], edges[1]);

        var (states, all, blank) = CountAll(blanks, scores, moves, overBlank, edges);
        var (expectedAll, expectedBlank) = chain.ExpectedMoves();
        ShouldAgree(chain.StateLikelihoods(), states);
        ShouldAgree(expectedAll, all);
        ShouldAgree(expectedBlank, blank);
    }

    static void ShouldAgree(float[] found, double[] expected)
    {
        found.Length.ShouldBe(expected.Length);
        for (var i = 0; i < found.Length; i++)
        {
            ((double)found[i]).ShouldBe(expected[i], 1e-4);
        }
    }

    static (double[] States, double[] All, double[] Blank) CountAll(
        int[] blanks,
        float[] scores,
        Weights moves,
        Weights overBlank,
        Weights edges
    )
    {
        var (states, all, blank, total) = (new double[3 * S], new double[S * S], new double[S * S], 0.0);
        foreach (var (a, b, c) in Readings())
        {
            double Move(int from, int to, int line) => moves[from][to] + (blanks[line] > 0 ? overBlank[from][to] : 0);
            var likelihood = Math.Exp(
                edges[0][a] + scores[a] + Move(a, b, 1) + scores[S + b] + Move(b, c, 2) + scores[2 * S + c] + edges[1][c]
            );
            total += likelihood;
            states[a] += likelihood;
            states[S + b] += likelihood;
            states[2 * S + c] += likelihood;
            all[a * S + b] += likelihood;
            all[b * S + c] += likelihood;
            blank[b * S + c] += likelihood;
        }

        double[] Shares(double[] sums) => [.. sums.Select(sum => sum / total)];

        return (Shares(states), Shares(all), Shares(blank));
    }

    static IEnumerable<(int A, int B, int C)> Readings() =>
        from a in Enumerable.Range(0, S)
        where ZoneStates.CanStart(a)
        from b in Enumerable.Range(0, S)
        where ZoneStates.CanFollow(a, b)
        from c in Enumerable.Range(0, S)
        where ZoneStates.CanFollow(b, c) && ZoneStates.CanEnd(c)
        select (a, b, c);
}
