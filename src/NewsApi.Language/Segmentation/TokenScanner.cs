using System.Globalization;
using System.Text;
using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Segmentation;

/// <summary>
/// Cuts a text into the smallest pieces: syllables, numbers, marks, addresses. Everything but white space is in exactly one piece.
/// </summary>
public static class TokenScanner
{
    // A megabyte without a blank is looked at once, not once for each of its pieces.
    const int LongestAddress = 1_000;

    /// <summary>The pieces of <paramref name="part"/> of <paramref name="text"/>, in order. Syllables come as words.</summary>
    public static List<Token> Scan(string text, TextSpan part)
    {
        // Syllables have four letters and a blank, more or less.
        var pieces = new List<Token>((part.Length / 4) + 1);
        for (var at = part.Start; at < part.End; )
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var piece = Next(text, at, part.End);
            pieces.Add(piece);
            at = piece.Span.End;
        }

        return pieces;
    }

    static Token Next(string text, int at, int limit)
    {
        if (AddressEnd(text, at, limit) is var address and > 0)
        {
            return new Token(new TextSpan(at, address), TokenKind.Symbol, 0);
        }

        if (char.IsDigit(text[at]))
        {
            return Number(text, at, limit);
        }

        return IsLetterAt(text, at, limit) ? Syllable(text, at, limit) : Mark(text, at, limit);
    }

    // "https://…", "www.…", "a@b.vn", "baotintuc.vn", "#tag", "@name": up to the next blank, closing marks left out.
    static int AddressEnd(string text, int at, int limit)
    {
        if (!char.IsAsciiLetterOrDigit(text[at]) && text[at] is not ('#' or '@'))
        {
            return 0;
        }

        var end = at;
        limit = Math.Min(limit, at + LongestAddress + 1);
        while (end < limit && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '“' or '”' or ',' or ';' or '(' or ')'))
        {
            end++;
        }

        if (end - at > LongestAddress)
        {
            return 0;
        }

        while (end > at && text[end - 1] is '.' or ':' or '!' or '?' or '…' or ']' or '\'' or '’')
        {
            end--;
        }

        return end - at >= 3 && IsAddress(text.AsSpan(at, end - at)) ? end : 0;
    }

    static bool IsAddress(ReadOnlySpan<char> word)
    {
        if (word[0] is '#' or '@')
        {
            return char.IsLetter(word[1]);
        }

        if (word.StartsWith("http://") || word.StartsWith("https://") || word.StartsWith("www."))
        {
            return true;
        }

        if (!char.IsAsciiLetterOrDigit(word[0]) || !Ascii.IsValid(word))
        {
            return false;
        }

        return word.IndexOf('@') > 0 ? word.LastIndexOf('.') > word.IndexOf('@') : IsDomain(word);
    }

    static bool IsDomain(ReadOnlySpan<char> word)
    {
        var slash = word.IndexOf('/');
        var host = slash < 0 ? word : word[..slash];
        var dot = host.LastIndexOf('.');
        return dot > 1
            && host[(dot + 1)..] is "vn" or "com" or "net" or "org" or "gov" or "edu" or "info" or "asia" or "eu"
            && host.IndexOfAnyExceptInRange('-', 'z') < 0;
    }

    // "1.234,5", "14/12/2021", "10:30", "2021-2025", "3G", "18-NQ/TW" up to the letters.
    static Token Number(string text, int at, int limit)
    {
        var end = at;
        while (
            end < limit
            && (char.IsDigit(text[end]) || (text[end] is '.' or ',' or '/' or ':' or '-' && end + 1 < limit && char.IsDigit(text[end + 1])))
        )
        {
            end++;
        }

        return new Token(new TextSpan(at, end), TokenKind.Number, 1);
    }

    static Token Syllable(string text, int at, int limit)
    {
        var end = at;
        while (end < limit)
        {
            if (IsLetterAt(text, end, limit) || char.IsDigit(text[end]))
            {
                end += RuneLength(text, end, limit);
            }
            else if (IsInnerMark(text[end]) && end + 1 < limit && IsLetterAt(text, end + 1, limit))
            {
                // "Vla-đi-mia", "D'Alma", "TP.HCM", "TTXVN/Vietnam" stops at the slash.
                end++;
            }
            else
            {
                break;
            }
        }

        return new Token(new TextSpan(at, end), TokenKind.Word, 1);
    }

    static bool IsInnerMark(char c) => c is '-' or '\'' or '’' or '.' or '&';

    static Token Mark(string text, int at, int limit)
    {
        var end = at + RuneLength(text, at, limit);
        while (end < limit && text[end] == text[at] && text[at] is '.' or '-' or '!' or '?' or '*' or '_' or '=')
        {
            end++;
        }

        // A mark that combines with what is before it stays with it: emoji of several parts are one symbol.
        while (end < limit && IsJoined(text, end, limit))
        {
            end += RuneLength(text, end, limit);
        }

        var kind = char.IsPunctuation(text, at) ? TokenKind.Punctuation : TokenKind.Symbol;
        return new Token(new TextSpan(at, end), kind, 0);
    }

    static bool IsJoined(string text, int at, int limit) =>
        text[at] is '\u200D' or '\uFE0F'
        || text[at - 1] == '\u200D'
        || (Rune.TryGetRuneAt(text, at, out var rune) && IsMarkRune(rune) && at < limit);

    static bool IsLetterAt(string text, int at, int limit)
    {
        if (char.IsLetter(text[at]))
        {
            return true;
        }

        return Rune.TryGetRuneAt(text, at, out var rune)
            && at + rune.Utf16SequenceLength <= limit
            && (Rune.IsLetter(rune) || IsMarkRune(rune));
    }

    static bool IsMarkRune(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    static int RuneLength(string text, int at, int limit) =>
        char.IsHighSurrogate(text[at]) && at + 1 < limit && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
}
