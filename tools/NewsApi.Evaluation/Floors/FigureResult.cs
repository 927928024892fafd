using System.Globalization;

namespace NewsApi.Evaluation.Floors;

/// <summary>One figure of one set, judged.</summary>
/// <param name="Value">Null where there was nothing to measure.</param>
/// <param name="Fault">Null when the figure passes.</param>
public sealed record FigureResult(string Set, string Figure, double? Value, double? Floor, double? FirstRun, string? Fault)
{
    /// <summary>Judges the figures that were measured or have a floor. Files that are not those the floors were set on fail them all.</summary>
    /// <param name="sha256">Over the files as they are now.</param>
    public static IEnumerable<FigureResult> Judge(FloorSet set, IReadOnlyDictionary<string, double> scores, string sha256)
    {
        foreach (var figure in Floors.Figure.All.Select(figure => figure.Name))
        {
            var value = Find(scores, figure);
            var floor = Find(set.Floor, figure);
            if (value is not null || floor is not null)
            {
                var fault = set.Sha256 == sha256 ? FaultOf(value, floor) : "the set's files changed";
                yield return new FigureResult(set.Name, figure, value, floor, Find(set.FirstRun?.Scores, figure), fault);
            }
        }
    }

    public override string ToString()
    {
        var verdict = Fault is null ? "" : $"  FAILED: {Fault}";
        return $"{Set}  {Figure, -15}  {Show(Value)}  floor {Show(Floor)}  first run {Show(FirstRun)}{verdict}";
    }

    static string? FaultOf(double? value, double? floor) =>
        (value, floor) switch
        {
            (_, null) => "no floor is set",
            (null, _) => "gold has nothing to measure it on",
            _ => value < floor ? "under its floor" : null,
        };

    static double? Find(IReadOnlyDictionary<string, double>? values, string figure) =>
        values is not null && values.TryGetValue(figure, out var value) ? value : null;

    static string Show(double? value) => (value?.ToString("F4", CultureInfo.InvariantCulture) ?? "-").PadRight(6);
}
