using System.Globalization;
using NewsApi.Language.Documents;
using NewsApi.Language.Lexicons;

namespace NewsApi.Language.Zoning;

/// <summary>
/// The integer weights of the zone labeller: points that a feature gives to a role, that one role gives to the next, and that a role gets
/// before and after the headline. Learned by NewsApi.Training from pages written for it; kept as text, one feature a line.
/// </summary>
public sealed class ZoneModel
{
    public const string File = "models/zones.tsv";

    public static readonly int Roles = LineRoles.All.Count;

    readonly int[] emission;
    readonly int[] transition;
    readonly int[] transitionOverBlank;
    readonly int[] stage;

    public ZoneModel(int[] emission, int[] transition, int[] transitionOverBlank, int[] stage)
    {
        this.emission = emission;
        this.transition = transition;
        this.transitionOverBlank = transitionOverBlank;
        this.stage = stage;
    }

    /// <summary>A model without weights.</summary>
    public static ZoneModel Empty() => new(new int[FeatureNames.Count * Roles], new int[Roles * Roles], new int[Roles * Roles], new int[2 * Roles]);

    public static int EmissionIndex(int feature, LineRole role) => feature * Roles + (int)role;

    public static int TransitionIndex(LineRole from, LineRole to) => (int)from * Roles + (int)to;

    public static int StageIndex(bool afterTitle, LineRole role) => (afterTitle ? Roles : 0) + (int)role;

    public ReadOnlySpan<int> Emission => emission;

    public int Points(int feature, LineRole role) => emission[EmissionIndex(feature, role)];

    public int Transition(LineRole from, LineRole to, bool overBlank) =>
        transition[TransitionIndex(from, to)] + (overBlank ? transitionOverBlank[TransitionIndex(from, to)] : 0);

    public int Stage(bool afterTitle, LineRole role) => stage[StageIndex(afterTitle, role)];

    /// <exception cref="LexiconException">A line that names no known feature or role, or whose weight is no number.</exception>
    public static ZoneModel Load()
    {
        var model = Empty();
        foreach (var entry in LexiconFile.Read(File))
        {
            for (var column = 1; column < entry.Fields.Length; column++)
            {
                var (role, weight) = ParseWeight(entry, entry[column]);
                model.Set(entry, role, weight);
            }
        }

        return model;
    }

    static (LineRole Role, int Weight) ParseWeight(LexiconEntry entry, string field)
    {
        var equals = field.IndexOf('=', StringComparison.Ordinal);
        if (
            equals < 0
            || !LineRoles.TryParse(field[..equals], out var role)
            || !int.TryParse(field.AsSpan(equals + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var weight)
        )
        {
            throw entry.Error($"'{field}' is not role=weight");
        }

        return (role, weight);
    }

    void Set(LexiconEntry entry, LineRole role, int weight)
    {
        var name = entry[0];
        if (name.StartsWith('@'))
        {
            Structural(entry, name)[StructuralIndex(entry, name, role)] = weight;
        }
        else if (FeatureNames.TryGetNumber(name, out var feature))
        {
            emission[EmissionIndex(feature, role)] = weight;
        }
        else
        {
            throw entry.Error($"feature '{name}' is not known");
        }
    }

    int[] Structural(LexiconEntry entry, string name) =>
        name[..name.IndexOf('.', StringComparison.Ordinal)] switch
        {
            "@after" => transition,
            "@after-over-blank" => transitionOverBlank,
            "@stage" => stage,
            _ => throw entry.Error($"'{name}' is not known"),
        };

    static int StructuralIndex(LexiconEntry entry, string name, LineRole role)
    {
        var value = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return value switch
        {
            "before-title" => StageIndex(false, role),
            "after-title" => StageIndex(true, role),
            _ => LineRoles.TryParse(value, out var from) ? TransitionIndex(from, role) : throw entry.Error($"'{value}' is no role"),
        };
    }

    /// <summary>The weights as the lines of a model file, without its header, in a fixed order; zero weights are left out.</summary>
    public IEnumerable<string> ToLines()
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var feature = 0; feature < FeatureNames.Count; feature++)
        {
            AddRow(rows, FeatureNames.Name(feature), emission.AsSpan(feature * Roles, Roles));
        }

        foreach (var from in LineRoles.All)
        {
            AddRow(rows, $"@after.{from.Name()}", transition.AsSpan((int)from * Roles, Roles));
            AddRow(rows, $"@after-over-blank.{from.Name()}", transitionOverBlank.AsSpan((int)from * Roles, Roles));
        }

        AddRow(rows, "@stage.before-title", stage.AsSpan(0, Roles));
        AddRow(rows, "@stage.after-title", stage.AsSpan(Roles, Roles));
        return rows.Select(row => row.Key + row.Value);
    }

    static void AddRow(SortedDictionary<string, string> rows, string name, ReadOnlySpan<int> weights)
    {
        var row = "";
        foreach (var role in LineRoles.All)
        {
            var weight = weights[(int)role];
            row += weight == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"\t{role.Name()}={weight}");
        }

        if (row.Length > 0)
        {
            rows.Add(name, row);
        }
    }
}
