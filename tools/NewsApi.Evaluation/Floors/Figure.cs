using NewsApi.Evaluation.Measures;

namespace NewsApi.Evaluation.Floors;

/// <summary>One number that must not fall. Values are 0 to 1, null where gold has nothing to measure it on.</summary>
/// <param name="Name">As floors files write it.</param>
public sealed record Figure(string Name, Func<Score, double?> Measure)
{
    /// <summary>How many decimals are kept and compared: a floor copied from a report is then a floor that holds.</summary>
    const int Decimals = 4;

    public static IReadOnlyList<Figure> All { get; } =
    [
        new("roleAccuracy", score => score.Lines.NonBlank.Accuracy),
        new("roleMacroF1", score => score.Lines.MacroF1),
        new("contentF1", score => score.Lines.Content.F1),
        new("title", score => score.Metadata.Values["title"].Accuracy),
        new("lead", score => score.Metadata.Values["lead"].Accuracy),
        new("published", score => score.Metadata.Values["published"].Accuracy),
        new("authorsF1", score => score.Metadata.Authors.F1),
        new("agency", score => score.Metadata.Values["agency"].Accuracy),
        new("source", score => score.Metadata.Values["source"].Accuracy),
        new("captionsF1", score => score.Metadata.Captions.F1),
        new("relatedTitlesF1", score => score.Metadata.RelatedTitles.F1),
        new("kind", score => score.Metadata.Kind.Accuracy),
    ];

    /// <summary>The figures of a score that have something to measure, rounded, in the order of <see cref="All"/>.</summary>
    public static Dictionary<string, double> MeasureAll(Score score)
    {
        var measured = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var figure in All)
        {
            if (figure.Measure(score) is { } value)
            {
                measured[figure.Name] = Math.Round(value, Decimals);
            }
        }
        return measured;
    }
}
