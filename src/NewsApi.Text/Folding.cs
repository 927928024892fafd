using System.Runtime.CompilerServices;
using System.Text;

namespace NewsApi.Text;

/// <summary>
/// Forms of a Vietnamese text for comparing. Both take NFC and keep the length, so that an offset into one is an offset into the other.
/// </summary>
public static class Folding
{
    const string Marked = "àáảãạèéẻẽẹỳýỷỹỵ";
    const string Plain = "aaaaaeeeeeyyyyy";
    const string MarkedO = "òóỏõọ";
    const string MarkedU = "ùúủũụ";

    /// <summary>
    /// Lower case, with the tone of open "oa", "oe", "uy" on the first vowel: "Hoà", "hòa" → "hòa"; "Uỷ", "Ủy" → "ủy"; "quý" stays.
    /// </summary>
    public static string Fold(string text)
    {
        var same = LengthOfFolded(text);
        return same == text.Length
            ? text
            : string.Create(text.Length, (text, same), static (folded, source) => Fold(source.text, folded, source.same));
    }

    // How much of the text stays as it is.
    static int LengthOfFolded(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Letters.ToLower(text[i]) != text[i])
            {
                return i;
            }

            // The tone moves to the letter before.
            if (IsMovable(text, i))
            {
                return i - 1;
            }
        }

        return text.Length;
    }

    static void Fold(ReadOnlySpan<char> text, Span<char> folded, int same)
    {
        text[..same].CopyTo(folded);
        for (var i = same; i < folded.Length; i++)
        {
            folded[i] = Letters.ToLower(text[i]);
        }

        for (var i = Math.Max(same, 1); i < folded.Length; i++)
        {
            if (IsMovable(folded, i))
            {
                var vowel = Marked.IndexOf(folded[i], StringComparison.Ordinal);
                folded[i - 1] = (folded[i - 1] == 'o' ? MarkedO : MarkedU)[vowel % 5];
                folded[i] = Plain[vowel];
            }
        }
    }

    // "oà" and "oè" at the end of a syllable, "uỳ" there unless the u belongs to "qu".
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool IsMovable(ReadOnlySpan<char> text, int i) =>
        text[i] >= 'à' && i > 0 && text[i - 1] is 'o' or 'u' && IsMovableVowel(text, i);

    static bool IsMovableVowel(ReadOnlySpan<char> text, int i)
    {
        if (i + 1 < text.Length && char.IsLetter(text[i + 1]))
        {
            return false;
        }

        var vowel = Marked.AsSpan().IndexOf(text[i]);
        if (vowel < 0)
        {
            return false;
        }

        var isY = vowel >= 10;
        return text[i - 1] == 'o' ? !isY : isY && (i < 2 || text[i - 2] is not ('q' or 'Q'));
    }

    /// <summary>Without marks: "Đường" → "duong". Takes NFC; a letter outside Latin is kept.</summary>
    public static string StripMarks(string text)
    {
        var stripped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            stripped.Append(StripMarks(char.ToLowerInvariant(c)));
        }

        return stripped.ToString();
    }

    /// <summary>One letter without its marks, or the letter itself where it has none.</summary>
    public static char StripMarks(char c)
    {
        if (c < '\u00C0' || char.IsSurrogate(c) || c == '\uFFFE')
        {
            return c;
        }

        if (c is 'đ' or 'Đ')
        {
            return c == 'đ' ? 'd' : 'D';
        }

        var decomposed = c.ToString().Normalize(NormalizationForm.FormD);
        return decomposed[0] < '\u0250' ? decomposed[0] : c;
    }
}
