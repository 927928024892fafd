using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsApi.Evaluation.Annotations;

namespace NewsApi.Evaluation.Floors;

/// <summary>The pinned quality of the engine: named sets of pages with gold, and what each figure must reach on them.</summary>
/// <param name="Sets">In the order they are checked.</param>
public sealed record FloorsFile(IReadOnlyList<FloorSet> Sets)
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    public static FloorsFile Read(string path)
    {
        try
        {
            var file = JsonSerializer.Deserialize<FloorsFile>(AnnotationFile.ReadText(path), Options);
            return file is { Sets.Count: > 0 } ? file.Checked(path) : throw new InputException($"{path}: no sets in this file");
        }
        catch (JsonException e)
        {
            throw new InputException($"{path}({e.LineNumber + 1},{e.BytePositionInLine + 1}): broken JSON: {e.Message}", e);
        }
    }

    /// <summary>Replaces the file in one step: a run that is cut off leaves the old one.</summary>
    public void Write(string path)
    {
        var unfinished = path + ".new";
        File.WriteAllText(unfinished, JsonSerializer.Serialize(this, Options) + "\n");
        File.Move(unfinished, path, overwrite: true);
    }

    FloorsFile Checked(string path)
    {
        var twice = Sets.GroupBy(set => set.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new InputException($"{path}: two sets are called {twice.Key}");
        }
        var known = Figure.All.Select(figure => figure.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var set in Sets)
        {
            Require(!set.Paragraphs || set.Gold is null, $"{path}: set {set.Name}: the gold of paragraphs stands beside them");
            foreach (var (figure, floor) in set.Floor ?? [])
            {
                Require(known.Contains(figure), $"{path}: set {set.Name}: no figure {figure}; there are {string.Join(", ", known)}");
                Require(floor is >= 0 and <= 1, $"{path}: set {set.Name}: the floor of {figure} must be 0 to 1");
            }
        }
        return this;
    }

    static void Require(bool holds, string fault)
    {
        if (!holds)
        {
            throw new InputException(fault);
        }
    }
}

/// <summary>Pages, their gold, and the figures pinned on them.</summary>
/// <param name="Pages">Folder of NAME.txt, relative to the floors file. Outside the repository it may be missing.</param>
/// <param name="Gold">Folder of NAME.gold.json, relative to the floors file; null where gold stands beside the pages.</param>
/// <param name="Sha256">Over the set's files, hexadecimal; null before the first update.</param>
/// <param name="FirstRun">What the engine reached when it first met the set. Written once: later runs may have learned from it.</param>
/// <param name="Latest">What the engine reached at the last update.</param>
/// <param name="Floor">What each figure must reach. Set by people, never by an update.</param>
/// <param name="Paragraphs">No whole pages: gold tells what each line is for, and mentions and positions are measured alone.</param>
public sealed record FloorSet(
    string Name,
    string Pages,
    string? Gold = null,
    string? Sha256 = null,
    FirstRun? FirstRun = null,
    Dictionary<string, double>? Latest = null,
    Dictionary<string, double>? Floor = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Paragraphs = false
)
{
    /// <summary>
    /// The set with what was measured. A first run that is there stays as it is; one that was not kept when the set was first measured
    /// cannot be made up for.
    /// </summary>
    /// <param name="date">The date of a first run, ISO 8601.</param>
    public FloorSet Updated(string sha256, Dictionary<string, double> scores, string? date) =>
        this with
        {
            Sha256 = sha256,
            FirstRun =
                Latest is null && FirstRun is null
                    ? new FirstRun(date ?? throw new InputException($"set {Name} has no first run yet: give its date with --date"), scores)
                    : FirstRun,
            Latest = scores,
        };
}

/// <param name="Date">ISO 8601.</param>
public sealed record FirstRun(string Date, Dictionary<string, double> Scores);
