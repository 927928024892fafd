namespace NewsApi.Language.Zoning;

/// <summary>
/// The names of all features that zoning knows, with the number of each. Models and explanations speak of features by name; decoding by
/// number.
/// </summary>
public static class FeatureNames
{
    static readonly List<string> All = [];
    static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal);

    public static int Count => All.Count;

    public static string Name(int feature) => All[feature];

    public static bool TryGetNumber(string name, out int feature) => Numbers.TryGetValue(name, out feature);

    internal static int One(string name)
    {
        Numbers.Add(name, All.Count);
        All.Add(name);
        return All.Count - 1;
    }

    /// <summary>A row of features "name.value", one for each value.</summary>
    internal static int[] Each(string name, params IEnumerable<string> values) => [.. values.Select(value => One($"{name}.{value}"))];

    internal static int[] Each<T>(string name)
        where T : struct, Enum => Each(name, Enum.GetNames<T>());
}

/// <summary>Values as one of a row of features: the first bound that is not below the value decides.</summary>
sealed class Bucket
{
    readonly int[] bounds;
    readonly int[] features;

    public Bucket(string name, params int[] bounds)
    {
        this.bounds = bounds;
        features = FeatureNames.Each(name, [.. bounds.Select(bound => $"<={bound}"), $">{bounds[^1]}"]);
    }

    public int Count => features.Length;

    public int Of(int value) => features[IndexOf(value)];

    public int IndexOf(int value)
    {
        for (var i = 0; i < bounds.Length; i++)
        {
            if (value <= bounds[i])
            {
                return i;
            }
        }

        return bounds.Length;
    }

    public IEnumerable<string> Labels => [.. bounds.Select(bound => $"<={bound}"), $">{bounds[^1]}"];
}
