using System.Globalization;
using NewsApi.Language.Lexicons;

namespace NewsApi.Language.Zoning;

/// <summary>
/// The integer weights of the zone labeller: what the network learned of lines, the points that one state gives to the next, and points that a
/// feature gives to a state directly. Learned by tools/NewsApi.Training from pages written for it; all but the network is kept as text, one
/// row a line.
/// </summary>
public sealed class ZoneModel
{
    public const string File = "models/zones.tsv";

    const string After = "@after.";
    const string AfterOverBlank = "@after-over-blank.";
    const string AtStart = "@start";
    const string AtEnd = "@end";

    static readonly int States = ZoneStates.Count;

    /// <param name="network">None: only what is set by hand speaks.</param>
    public ZoneModel(ZoneNetwork? network = null)
    {
        Network = network;
        ZoneRules.AddTo(this);
    }

    public ZoneNetwork? Network { get; }

    readonly int[] emission = new int[FeatureExtractor.NamedCount * States];
    readonly int[] transition = new int[States * States];
    readonly int[] transitionOverBlank = new int[States * States];
    readonly int[] start = new int[States];
    readonly int[] end = new int[States];

    /// <summary>Points that one feature gives directly, for all states; words of a line give none.</summary>
    public Span<int> Emission(int feature) => feature < FeatureExtractor.NamedCount ? emission.AsSpan(feature * States, States) : [];

    /// <summary>What a feature of a line gives to a state, directly and through the network.</summary>
    public int PointsOf(int feature, int[] features, int state)
    {
        var direct = Emission(feature);
        return (direct.IsEmpty ? 0 : direct[state]) + (Network?.PointsOf(feature, features, state) ?? 0);
    }

    /// <summary>Points of one state for all states that may stand on the next line that is not blank.</summary>
    public Span<int> Transition(int from) => transition.AsSpan(from * States, States);

    /// <summary>Points that come on top where blank lines stand between the two.</summary>
    public Span<int> TransitionOverBlank(int from) => transitionOverBlank.AsSpan(from * States, States);

    public Span<int> Start => start;

    public Span<int> End => end;

    /// <exception cref="LexiconException">A line that names no known feature or state, or whose weight is no number.</exception>
    public static ZoneModel Load() => Read(LexiconFile.Read(File), ZoneNetwork.Load());

    internal static ZoneModel Read(IEnumerable<LexiconEntry> entries) => Read(entries, null);

    static ZoneModel Read(IEnumerable<LexiconEntry> entries, ZoneNetwork? network)
    {
        var model = new ZoneModel(network);
        foreach (var entry in entries)
        {
            var row = model.Row(entry[0]);
            if (row.IsEmpty)
            {
                throw entry.Error($"'{entry[0]}' is not known");
            }

            for (var column = 1; column < entry.Fields.Length; column++)
            {
                var (state, weight) = ParseWeight(entry, entry[column]);
                row[state] = weight;
            }
        }

        return model;
    }

    Span<int> Row(string name)
    {
        if (name.StartsWith(After, StringComparison.Ordinal))
        {
            return ZoneStates.TryParse(name[After.Length..], out var from) ? Transition(from) : [];
        }

        if (name.StartsWith(AfterOverBlank, StringComparison.Ordinal))
        {
            return ZoneStates.TryParse(name[AfterOverBlank.Length..], out var from) ? TransitionOverBlank(from) : [];
        }

        return name switch
        {
            AtStart => start,
            AtEnd => end,
            _ => FeatureNames.TryGetNumber(name, out var feature) ? Emission(feature) : [],
        };
    }

    static (int State, int Weight) ParseWeight(LexiconEntry entry, string field)
    {
        var equals = field.IndexOf('=', StringComparison.Ordinal);
        if (
            equals < 0
            || !ZoneStates.TryParse(field[..equals], out var state)
            || !int.TryParse(field.AsSpan(equals + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var weight)
        )
        {
            throw entry.Error($"'{field}' is not state=weight");
        }

        return (state, weight);
    }

    /// <summary>The weights as the lines of a model file, without its header, in ordinal order; zero weights are left out.</summary>
    public IEnumerable<string> ToLines()
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var feature = 0; feature < FeatureExtractor.NamedCount; feature++)
        {
            if (ZoneRules.IsRule(feature))
            {
                continue;
            }

            AddRow(rows, FeatureNames.Name(feature), Emission(feature));
        }

        for (var from = 0; from < States; from++)
        {
            AddRow(rows, After + ZoneStates.Name(from), Transition(from));
            AddRow(rows, AfterOverBlank + ZoneStates.Name(from), TransitionOverBlank(from));
        }

        AddRow(rows, AtStart, start);
        AddRow(rows, AtEnd, end);
        return rows.Select(row => row.Key + row.Value);
    }

    static void AddRow(SortedDictionary<string, string> rows, string name, ReadOnlySpan<int> weights)
    {
        var row = "";
        for (var state = 0; state < weights.Length; state++)
        {
            row += weights[state] == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"\t{ZoneStates.Name(state)}={weights[state]}");
        }

        if (row.Length > 0)
        {
            rows.Add(name, row);
        }
    }
}
