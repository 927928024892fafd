using System.Text.Json;
using NewsApi.Language.Documents;

namespace NewsApi.Training.Spans;

/// <summary>A mention or a position (without a type) in a line, as gold marks it; offsets are UTF-16 code units of the line.</summary>
readonly record struct Mark(int Start, int End, EntityType? Type, string Entity);

/// <summary>A line of content with its marks, in their order.</summary>
sealed record MarkedLine(string Text, IReadOnlyList<Mark> Mentions, IReadOnlyList<Mark> Positions);

/// <summary>The content lines of a document of gold.</summary>
sealed record MarkedDocument(string Name, IReadOnlyList<MarkedLine> Lines)
{
    /// <summary>Reads all NAME.txt with NAME.gold.json of a folder, in the order of their names.</summary>
    /// <exception cref="InvalidDataException">A mark of a type that is not known.</exception>
    public static IReadOnlyList<MarkedDocument> ReadFolder(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(Read)];

    static MarkedDocument Read(string path)
    {
        var texts = File.ReadAllText(path).Split('\n');
        using var gold = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(path, ".gold.json")));
        var lines = new List<MarkedLine>();
        foreach (var line in gold.RootElement.GetProperty("lines").EnumerateArray())
        {
            var number = line.GetProperty("line").GetInt32();
            if (LineRoles.TryParse(line.GetProperty("role").GetString() ?? "", out var role) && role.IsContent())
            {
                lines.Add(
                    new MarkedLine(
                        texts[number - 1],
                        Marks(gold.RootElement, "mentions", number, path),
                        Marks(gold.RootElement, "positions", number, path)
                    )
                );
            }
        }

        return new MarkedDocument(Path.GetFileNameWithoutExtension(path), lines);
    }

    static List<Mark> Marks(JsonElement gold, string layer, int line, string path) =>
        [
            .. gold.GetProperty(layer)
                .EnumerateArray()
                .Where(mark => mark.GetProperty("line").GetInt32() == line && !(layer == "positions" && IsOptional(mark)))
                .Select(mark => new Mark(
                    mark.GetProperty("start").GetInt32(),
                    mark.GetProperty("end").GetInt32(),
                    layer == "positions" ? null : TypeOf(mark, path),
                    mark.TryGetProperty("entity", out var entity) ? entity.GetString() ?? "" : ""
                ))
                .OrderBy(mark => mark.Start),
        ];

    // Titles that one writer marks and another does not ("luật sư", "đại diện") are not to be learned.
    static bool IsOptional(JsonElement mark) => mark.TryGetProperty("optional", out var optional) && optional.GetBoolean();

    static EntityType TypeOf(JsonElement mark, string path) =>
        EntityTypes.TryParse(mark.GetProperty("type").GetString() ?? "", out var type)
            ? type
            : throw new InvalidDataException($"{path}: type {mark.GetProperty("type")} is not known");
}
