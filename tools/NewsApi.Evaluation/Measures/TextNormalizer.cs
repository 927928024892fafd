using System.Globalization;
using System.Text;

namespace NewsApi.Evaluation.Measures;

/// <summary>The forms in which texts are compared.</summary>
public static class TextNormalizer
{
    /// <summary>NFC, every run of white space one space and none at the ends, case folded.</summary>
    public static string Normalize(string text)
    {
        var normal = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (IsWhiteSpace(rune))
            {
                gap = normal.Length > 0;
                continue;
            }
            if (gap)
            {
                normal.Append(' ');
                gap = false;
            }
            CaseFolding.Append(normal, rune);
        }
        return normal.ToString();
    }

    /// <summary>The words of a normal form, in order: runs of letters, numbers and underscores.</summary>
    public static IReadOnlyList<string> Tokens(string normal) => Runs(normal, IsWordCharacter);

    public static IReadOnlyDictionary<string, int> CountTokens(string normal) => Bag.Of(Tokens(normal));

    /// <summary>The runs of decimal digits in a normal form; a full stop or comma between two digits does not part them.</summary>
    public static IReadOnlyList<string> Digits(string normal)
    {
        var runes = normal.EnumerateRunes().ToArray();
        var joined = new StringBuilder(normal.Length);
        for (var i = 0; i < runes.Length; i++)
        {
            var separates =
                runes[i].Value is '.' or ',' && i > 0 && i + 1 < runes.Length && Rune.IsDigit(runes[i - 1]) && Rune.IsDigit(runes[i + 1]);
            joined.Append(separates ? "" : runes[i].ToString());
        }
        return Runs(joined.ToString(), Rune.IsDigit);
    }

    /// <summary>
    /// The harmonic mean of precision and recall over two texts' words, repetitions counted: 0 to 1, and 1 for two texts without words.
    /// </summary>
    public static double TokenF1(IReadOnlyDictionary<string, int> left, IReadOnlyDictionary<string, int> right)
    {
        if (left.Count == 0 && right.Count == 0)
        {
            return 1;
        }
        var shared = Bag.Shared(left, right);
        return shared == 0 ? 0 : 2.0 * shared / (Bag.Size(left) + Bag.Size(right));
    }

    static List<string> Runs(string text, Predicate<Rune> belongs)
    {
        var runs = new List<string>();
        var run = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (belongs(rune))
            {
                run.Append(rune.ToString());
            }
            else if (run.Length > 0)
            {
                runs.Add(run.ToString());
                run.Clear();
            }
        }
        if (run.Length > 0)
        {
            runs.Add(run.ToString());
        }
        return runs;
    }

    /// <summary>Unicode's white space, and the four separators of ASCII (U+001C to U+001F) that .NET leaves out.</summary>
    static bool IsWhiteSpace(Rune rune) => Rune.IsWhiteSpace(rune) || rune.Value is >= 0x1C and <= 0x1F;

    /// <summary>Not the regular expressions' <c>\w</c> of .NET: combining marks part words here, numbers of all kinds do not.</summary>
    static bool IsWordCharacter(Rune rune) =>
        rune.Value == '_'
        || Rune.IsLetter(rune)
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber;
}
