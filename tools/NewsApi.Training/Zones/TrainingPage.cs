using System.Text.Json;
using NewsApi.Language.Documents;
using NewsApi.Language.Reading;
using NewsApi.Language.Zoning;

namespace NewsApi.Training.Zones;

/// <summary>One line of a page for training; blank lines have the role <see cref="LineRole.Blank"/>.</summary>
readonly record struct TrainingLine(string Text, LineRole Role);

/// <summary>A page with the role of each line, as its gold file tells.</summary>
sealed record TrainingPage(string Name, IReadOnlyList<TrainingLine> Lines)
{
    /// <summary>Reads all NAME.txt with NAME.gold.json of a folder, in the order of their names.</summary>
    /// <exception cref="InvalidDataException">A text without gold, or a gold whose lines are not those of the text.</exception>
    public static IReadOnlyList<TrainingPage> ReadFolder(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(Read)];

    static TrainingPage Read(string path)
    {
        var page = PageReader.Read(File.ReadAllText(path));
        using var gold = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(path, ".gold.json")));
        var roles = gold
            .RootElement.GetProperty("lines")
            .EnumerateArray()
            .Select(ReadRole(path))
            .ToDictionary(line => line.Number, line => line.Role);
        return new TrainingPage(
            Path.GetFileNameWithoutExtension(path),
            [
                .. page.Lines.Select(line => new TrainingLine(
                    line.Text,
                    line.IsBlank ? LineRole.Blank
                        : roles.TryGetValue(line.Number, out var role) && role != LineRole.Blank ? role
                        : throw new InvalidDataException($"{path}: line {line.Number} has no role")
                )),
            ]
        );
    }

    static Func<JsonElement, (int Number, LineRole Role)> ReadRole(string path) =>
        line =>
            LineRoles.TryParse(line.GetProperty("role").GetString() ?? "", out var role)
                ? (line.GetProperty("line").GetInt32(), role)
                : throw new InvalidDataException($"{path}: role {line.GetProperty("role")} is not known");

    public PageFacts ToFacts(LineObserver observer) =>
        PageFacts.Of(PageReader.Read(string.Join('\n', Lines.Select(line => line.Text))), observer);

    public ZoneExample ToExample(LineObserver observer)
    {
        var facts = ToFacts(observer);
        return new ZoneExample(
            Name,
            FeatureExtractor.Extract(facts),
            facts.BlanksBefore,
            [.. Lines.Where(line => line.Role != LineRole.Blank).Select(line => line.Role)]
        );
    }
}

/// <summary>What the learner sees of a page.</summary>
sealed record ZoneExample(string Name, int[][] Features, int[] BlanksBefore, LineRole[] Roles)
{
    public int[] States { get; } = ZoneStates.Of(Roles);
}
