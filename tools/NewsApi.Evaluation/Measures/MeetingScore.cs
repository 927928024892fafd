using NewsApi.Evaluation.Annotations;

namespace NewsApi.Evaluation.Measures;

/// <summary>
/// The recall of meetings with half credit: a matched meeting is 1; one that is not, but shares two or more participants with a meeting
/// that was predicted and matches nothing, is 1/2.
/// </summary>
sealed class MeetingScore
{
    readonly MeanCounter credit = new();

    public double? Recall => credit.Mean;

    public void Add(IReadOnlyList<StatedFact> golds, IReadOnlyList<StatedFact> predictions, Matching matching)
    {
        var left = predictions.Where((fact, j) => fact.Type == "meeting" && !matching.HasPredicted(j)).ToList();
        for (var i = 0; i < golds.Count; i++)
        {
            if (golds[i] is { Type: "meeting", Optional: false })
            {
                credit.Add(
                    matching.HasGold(i) ? 1
                    : TakeOverlapping(golds[i], left) ? 0.5
                    : 0
                );
            }
        }
    }

    static bool TakeOverlapping(StatedFact gold, List<StatedFact> left)
    {
        var participants = gold.Args["participants"].AsSet();
        var overlapping = left.FindIndex(fact => fact.Args["participants"].AsSet().Count(participants.Contains) >= 2);
        if (overlapping < 0)
        {
            return false;
        }
        left.RemoveAt(overlapping);
        return true;
    }
}
