using System.Globalization;
using System.Text;

namespace NewsApi.Evaluation.Measures;

/// <summary>
/// Unicode's full case folding ("ß" becomes "ss", "ς" becomes "σ"), which .NET does not have: lower case, with the exceptions of
/// CaseFolding.tsv.
/// </summary>
static class CaseFolding
{
    static readonly Dictionary<Rune, string> Exceptions = Load();

    public static void Append(StringBuilder text, Rune rune)
    {
        if (Exceptions.TryGetValue(rune, out var folded))
        {
            text.Append(folded);
        }
        else
        {
            text.Append(Rune.ToLowerInvariant(rune).ToString());
        }
    }

    static Dictionary<Rune, string> Load()
    {
        using var stream = typeof(CaseFolding).Assembly.GetManifestResourceStream("CaseFolding.tsv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var exceptions = new Dictionary<Rune, string>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                var columns = line.Split('\t');
                exceptions.Add(ParseRune(columns[0]), string.Concat(columns[1].Split(' ').Select(ParseRune)));
            }
        }
        return exceptions;
    }

    static Rune ParseRune(string hex) => new(int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
