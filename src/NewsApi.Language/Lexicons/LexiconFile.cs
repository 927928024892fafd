using System.Text;

namespace NewsApi.Language.Lexicons;

/// <summary>A data file is broken: names the file, the line and the reason.</summary>
public sealed class LexiconException(string file, int line, string reason) : Exception($"{file}, line {line}: {reason}");

/// <summary>One entry of a lexicon file: its fields, and the line it stands on for messages.</summary>
public readonly record struct LexiconEntry(string File, int Line, string[] Fields)
{
    public string this[int column] =>
        column < Fields.Length ? Fields[column] : throw new LexiconException(File, Line, $"column {column + 1} is missing");

    public LexiconException Error(string reason) => new(File, Line, reason);
}

/// <summary>
/// Reads the tab-separated data files that are built into this assembly: UTF-8, NFC, one entry a line, lines that begin with "# " are the
/// header.
/// </summary>
public static class LexiconFile
{
    /// <exception cref="LexiconException">No such file, or an entry with an empty field.</exception>
    public static IEnumerable<LexiconEntry> Read(string name)
    {
        using var reader = new StreamReader(Open(name), Encoding.UTF8);
        foreach (var entry in Read(name, reader))
        {
            yield return entry;
        }
    }

    /// <param name="name">What messages call the file.</param>
    internal static IEnumerable<LexiconEntry> Read(string name, TextReader reader)
    {
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            // A header line is "# …"; an entry may be "#" itself.
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal))
            {
                continue;
            }

            var fields = line.Split('\t');
            if (Array.FindIndex(fields, string.IsNullOrWhiteSpace) is var empty and >= 0)
            {
                throw new LexiconException(name, number, $"column {empty + 1} is empty");
            }

            yield return new LexiconEntry(name, number, fields);
        }
    }

    /// <summary>The bytes of a data file, for the pipeline's version.</summary>
    public static Stream Open(string name) =>
        typeof(LexiconFile).Assembly.GetManifestResourceStream(name) ?? throw new LexiconException(name, 0, "no such data file");

    /// <summary>The names of all data files, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(LexiconFile)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".tsv", StringComparison.Ordinal) || name.EndsWith(".bin", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}
