using NewsApi.Evaluation.Annotations;

namespace NewsApi.Evaluation.Measures;

/// <summary>Which prediction answers which gold item: pairs of indexes, one to one.</summary>
public sealed class Matching
{
    readonly HashSet<int> gold = [];
    readonly HashSet<int> predicted = [];

    /// <summary>Best pairs first.</summary>
    public List<(int Gold, int Predicted)> Pairs { get; } = [];

    public bool HasGold(int index) => gold.Contains(index);

    public bool HasPredicted(int index) => predicted.Contains(index);

    /// <summary>
    /// Greedy, the best quality first; among equals those that gold counts before the optional ones, then in the order of gold and of the
    /// predictions. A quality of 0 is no match.
    /// </summary>
    public static Matching Greedy<T>(IReadOnlyList<T> golds, IReadOnlyList<T> predictions, Func<T, T, double> quality)
        where T : IAnnotation
    {
        var candidates =
            from i in Enumerable.Range(0, golds.Count)
            from j in Enumerable.Range(0, predictions.Count)
            let q = quality(golds[i], predictions[j])
            where q != 0
            orderby q descending, golds[i].Optional, i, j
            select (i, j);
        var matching = new Matching();
        foreach (var (i, j) in candidates)
        {
            matching.TryPair(i, j);
        }
        return matching;
    }

    /// <summary>Right, extra and missed, with optional gold items left out of all three.</summary>
    public Tally Count<T>(IReadOnlyList<T> golds, IReadOnlyList<T> predictions)
        where T : IAnnotation
    {
        var required = golds.Count(item => !item.Optional);
        var right = Pairs.Count(pair => !golds[pair.Gold].Optional);
        return new Tally(right, predictions.Count - Pairs.Count, required - right);
    }

    void TryPair(int i, int j)
    {
        if (gold.Contains(i) || predicted.Contains(j))
        {
            return;
        }
        gold.Add(i);
        predicted.Add(j);
        Pairs.Add((i, j));
    }
}
