using NewsApi.Evaluation.Annotations;

namespace NewsApi.Evaluation.Topics;

/// <summary>What a page is about, as a reader judged it: codes of the top level, two digits.</summary>
/// <param name="Page">The page's path below the folder of pages.</param>
/// <param name="Required">The main topic first.</param>
/// <param name="Optional">Those that may be found as well.</param>
public sealed record TopicGold(string Page, IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    /// <summary>Reads a file of three columns parted by tabs; lines that begin with "#" are comments.</summary>
    /// <exception cref="InputException">A line that is none of both, or a page that comes twice.</exception>
    public static IReadOnlyList<TopicGold> Read(string path)
    {
        var pages = new List<TopicGold>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var lines = AnnotationFile.ReadText(path).Split('\n');
        for (var n = 0; n < lines.Length; n++)
        {
            if (lines[n].Length == 0 || lines[n][0] == '#')
            {
                continue;
            }

            var fields = lines[n].Split('\t');
            if (fields.Length != 3 || Codes(fields[1]) is not { Count: > 0 } required || Codes(fields[2]) is not { } optional)
            {
                throw new InputException($"{path}({n + 1}): not a page, its topics and those that may be found too");
            }

            if (!seen.Add(fields[0]))
            {
                throw new InputException($"{path}({n + 1}): {fields[0]} comes twice");
            }

            pages.Add(new TopicGold(fields[0], required, optional));
        }

        return pages.Count > 0 ? pages : throw new InputException($"{path}: no pages in this file");
    }

    // Null where a code is not two digits.
    static List<string>? Codes(string field)
    {
        List<string> codes = [.. field.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        return codes.TrueForAll(code => code.Length == 2 && char.IsAsciiDigit(code[0]) && char.IsAsciiDigit(code[1])) ? codes : null;
    }
}
