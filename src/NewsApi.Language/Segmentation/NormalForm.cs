using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Segmentation;

/// <summary>
/// The one spelling of a word, by which words are counted and compared: small letters, except those of names; one blank between syllables;
/// the tone of open "oa", "oe", "uy" on the first vowel ("Hoà bình" → "hòa bình"), where the letters are a Vietnamese syllable. Marks and
/// symbols stay as they are: an address may mean its capitals.
/// </summary>
static class NormalForm
{
    /// <param name="text">The token, in NFC.</param>
    /// <param name="folded"><paramref name="text"/>, folded (<see cref="Folding.Fold"/>).</param>
    /// <returns>Null where the text is its own normal form.</returns>
    public static string? Of(ReadOnlySpan<char> text, ReadOnlySpan<char> folded, TokenKind kind)
    {
        if (kind is TokenKind.Punctuation or TokenKind.Symbol || (text.SequenceEqual(folded) && !HasOddBlank(text)))
        {
            return null;
        }

        var normal = new char[text.Length];
        var lowersSyllables = kind == TokenKind.Name && LowersPlainCapitals(text, folded);
        var length = 0;
        for (var at = 0; at < text.Length; )
        {
            var end = EndOfRun(text, at);
            length += Write(text[at..end], folded[at..end], kind, lowersSyllables, normal.AsSpan(length));
            at = end;
        }

        return text.SequenceEqual(normal.AsSpan(0, length)) ? null : new string(normal, 0, length);
    }

    static bool HasOddBlank(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && (text[i] != ' ' || text[i - 1] == ' '))
            {
                return true;
            }
        }

        return false;
    }

    // A run is letters, or white space, or one character of any other kind.
    static int EndOfRun(ReadOnlySpan<char> text, int start)
    {
        var end = start + 1;
        while (
            end < text.Length
            && (char.IsLetter(text[start]) ? char.IsLetter(text[end]) : char.IsWhiteSpace(text[start]) && char.IsWhiteSpace(text[end]))
        )
        {
            end++;
        }

        return end;
    }

    static int Write(ReadOnlySpan<char> run, ReadOnlySpan<char> folded, TokenKind kind, bool lowersPlain, Span<char> normal)
    {
        if (char.IsWhiteSpace(run[0]))
        {
            normal[0] = ' ';
            return 1;
        }

        run.ToLowerInvariant(normal);
        var isMoved = !folded.SequenceEqual(normal[..run.Length]);
        if (isMoved && VietnameseSyllable.IsOne(folded))
        {
            folded.CopyTo(normal);
        }

        if (kind == TokenKind.Name)
        {
            var capitals = IsCapitalSyllable(run, folded) && (lowersPlain || !System.Text.Ascii.IsValid(run)) ? 1 : run.Length;
            KeepCapitals(run[..capitals], normal);
        }

        return run.Length;
    }

    static void KeepCapitals(ReadOnlySpan<char> run, Span<char> normal)
    {
        for (var i = 0; i < run.Length; i++)
        {
            normal[i] =
                char.ToLowerInvariant(run[i]) == run[i] ? normal[i]
                : char.ToLowerInvariant(run[i]) == normal[i] ? run[i]
                : char.ToUpperInvariant(normal[i]);
        }
    }

    // "AN GIANG" is written in capitals; "AI" and "VN" are abbreviations, for all that can be seen.
    static bool LowersPlainCapitals(ReadOnlySpan<char> text, ReadOnlySpan<char> folded)
    {
        var syllables = 0;
        for (var at = 0; at < text.Length; )
        {
            var end = EndOfRun(text, at);
            syllables += IsCapitalSyllable(text[at..end], folded[at..end]) ? 1 : 0;
            at = end;
        }

        return syllables > 1;
    }

    static bool IsCapitalSyllable(ReadOnlySpan<char> run, ReadOnlySpan<char> folded)
    {
        foreach (var c in run)
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return run.Length > 1 && VietnameseSyllable.IsOne(folded);
    }
}
