using NewsApi.Evaluation.Annotations;
using NewsApi.Evaluation.Measures;
using Shouldly;

namespace NewsApi.Evaluation.Tests.Measures;

public sealed class MatchingTests
{
    [Fact]
    public void Greedy_TwoFitOne_TakesTheBetterPairFirst()
    {
        double[,] quality =
        {
            { 1, 2 },
            { 0, 1 },
        };

        var matching = Matching.Greedy(
            [Item(0), Item(1)],
            [Item(0), Item(1)],
            (gold, answer) => quality[gold.Line!.Value, answer.Line!.Value]
        );

        // The better pair leaves the second gold item without one, although both could have been served.
        matching.Pairs.ShouldBe([(0, 1)]);
    }

    [Fact]
    public void Greedy_Equals_GoInTheOrderGiven() =>
        Matching.Greedy([Item(0), Item(1)], [Item(0), Item(1)], (_, _) => 1).Pairs.ShouldBe([(0, 0), (1, 1)]);

    [Fact]
    public void Count_OptionalHit_LeavesThePredictionOutOfTheFalseAlarms()
    {
        EntityMention[] golds = [Item(0), new EntityMention { Line = 1, Optional = true }];
        EntityMention[] predictions = [Item(1), Item(7)];
        var matching = Matching.Greedy(golds, predictions, (gold, answer) => gold.Line == answer.Line ? 1 : 0);

        matching.Count(golds, predictions).ShouldBe(new Tally(Right: 0, Extra: 1, Missed: 1));
    }

    static EntityMention Item(int line) => new() { Line = line };
}
