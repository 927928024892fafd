namespace NewsApi.Evaluation.Measures;

/// <summary>Multisets: items and how often each occurs. Enumeration follows the first occurrences.</summary>
static class Bag
{
    public static Dictionary<T, int> Of<T>(IEnumerable<T> items)
        where T : notnull
    {
        var bag = new Dictionary<T, int>();
        foreach (var item in items)
        {
            bag[item] = bag.GetValueOrDefault(item) + 1;
        }
        return bag;
    }

    public static int Size<T>(IReadOnlyDictionary<T, int> bag) => bag.Values.Sum();

    public static int Shared<T>(IReadOnlyDictionary<T, int> left, IReadOnlyDictionary<T, int> right) =>
        left.Sum(item => Math.Min(item.Value, right.GetValueOrDefault(item.Key)));

    /// <summary>The items that <paramref name="left"/> has more often, each once.</summary>
    public static IEnumerable<T> Surplus<T>(IReadOnlyDictionary<T, int> left, IReadOnlyDictionary<T, int> right) =>
        left.Where(item => item.Value > right.GetValueOrDefault(item.Key)).Select(item => item.Key);
}
