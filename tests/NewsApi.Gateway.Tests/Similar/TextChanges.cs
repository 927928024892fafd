using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsApi.Gateway.Tests.Similar;

/// <summary>The content of own pages, and what editors elsewhere do to it.</summary>
static partial class TextChanges
{
    static readonly string[] Words = ["nhanh", "mới", "cũng", "đang", "rất", "từng", "khá", "vẫn", "đều", "thêm"];

    /// <summary>Lead, headings and paragraphs of a page of tests/quality/pages ("blind-1/name").</summary>
    public static List<string> ContentOf(string page)
    {
        var path = Path.Combine(MarkdownTable.Repository(), "tests", "quality", "pages", page);
        var lines = File.ReadAllText(path + ".txt").Split('\n');
        using var gold = JsonDocument.Parse(File.ReadAllText(path + ".gold.json"));
        return
        [
            .. gold
                .RootElement.GetProperty("lines")
                .EnumerateArray()
                .Where(line => line.GetProperty("role").GetString() is "lead" or "paragraph" or "heading")
                .Select(line => lines[line.GetProperty("line").GetInt32() - 1].Trim()),
        ];
    }

    /// <summary>Changes one after the other, as "cut 45; syllables 12".</summary>
    public static List<string> Apply(List<string> lines, string changes)
    {
        foreach (var change in changes.Split("; "))
        {
            var parts = change.Split(' ');
            lines = Apply(lines, parts[0], parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        }
        return lines;
    }

    static List<string> Apply(List<string> lines, string change, int number) =>
        change switch
        {
            // So much in a hundred of the lines, from the beginning, the end or the middle.
            "cut" => lines[..Share(lines, number)],
            "tail" => lines[^Share(lines, number)..],
            "middle" => lines.GetRange((lines.Count - Share(lines, number)) / 2, Share(lines, number)),
            "drop" => [.. lines.Where((_, i) => i % number != number - 1)],
            "insert" => [.. lines.SelectMany((line, i) => i % number == number - 1 ? (string[])[line, Comment(i)] : [line])],
            // Every so manieth syllable is another.
            "syllables" => [.. lines.Select(line => Replace(line, number))],
            "shuffle" => [.. lines.Where((_, i) => i % 2 == 1), .. lines.Where((_, i) => i % 2 == 0)],
            "join" => [.. lines.Chunk(2).Select(pair => string.Join(' ', pair))],
            "split" => [.. lines.SelectMany(line => line.Split(". "))],
            "tone" => [.. lines.Select(line => line.Replace("oà", "òa", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))],
            "numbers" => [.. lines.Select(line => Digits().Replace(line, "7"))],
            "headline" => lines,
            _ => throw new ArgumentException($"There is no change \"{change}\".", nameof(change)),
        };

    static int Share(List<string> lines, int percent) => Math.Max(1, lines.Count * percent / 100);

    static string Comment(int i) =>
        $"Chúng tôi sẽ tiếp tục cập nhật thông tin số {i} về vụ việc này đến bạn đọc trong các bản tin tiếp theo của tòa soạn.";

    static string Replace(string line, int every) =>
        string.Join(' ', line.Split(' ').Select((syllable, i) => i % every == every - 1 ? Words[i % Words.Length] : syllable));

    [GeneratedRegex("[0-9]+", RegexOptions.ExplicitCapture)]
    private static partial Regex Digits();
}
