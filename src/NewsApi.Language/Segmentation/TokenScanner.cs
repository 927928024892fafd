using System.Globalization;
using System.Text;
using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Segmentation;

/// <summary>
/// Cuts a text into the smallest pieces: syllables, numbers, marks, addresses. Everything but white space is in exactly one piece.
/// </summary>
/// <remarks>
/// What belongs to a number or an abbreviation follows the treebank where it has examples. A number keeps the marks between its digits
/// ("1.234,5", "14/12", "10:30", "5-10", "90+4"). Its unit is a piece of its own, with a blank or without: "400|km", "2|%", "16|h", "35|°C";
/// with digits behind the unit it is one: "10h30", "1m76", "4x6". Codes are one: "5G", "37A-123.45", "154/2025/NĐ-CP", "Covid-19",
/// "III/2025". An abbreviation keeps its stops: "TP.HCM", "v.v.", "Đ.V.H.", and inside a sentence "TS.", "TP.".
/// </remarks>
public static class TokenScanner
{
    // A megabyte without a blank is looked at once, not once for each of its pieces.
    const int LongestAddress = 1_000;

    // A long run of letters, digits and marks is no code, and is not looked at again at each of its numbers.
    const int LongestCode = 40;

    // "PGS.TS.KTS"
    const int LongestAbbreviation = 12;

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

    // "1.234,5", "14/12/2021", "10:30", "2021-2025", "90+4", "10h30", "1m76"; up to the letters in "400km".
    static Token Number(string text, int at, int limit)
    {
        var end = at;
        while (end < limit && (char.IsDigit(text[end]) || IsBetweenDigits(text, end, limit)))
        {
            end++;
        }

        if (CodeEnd(text, end, limit) is var code and > 0)
        {
            return new Token(new TextSpan(at, code), TokenKind.Word, 1);
        }

        while (UnitBeforeDigits(text, end, limit) is var unit and > 0)
        {
            end += unit;
            while (end < limit && char.IsDigit(text[end]))
            {
                end++;
            }
        }

        return new Token(new TextSpan(at, end), TokenKind.Number, 1);
    }

    static bool IsBetweenDigits(string text, int at, int limit) =>
        text[at] is '.' or ',' or '/' or ':' or '-' or '+' && at + 1 < limit && char.IsDigit(text[at + 1]);

    // "5G", "37A-123.45"; "48-CT/TW", "154/2025/NĐ-CP". The end of the code whose first letter or mark is behind a number, or 0.
    static int CodeEnd(string text, int at, int limit)
    {
        var isLetter = at < limit && char.IsUpper(text[at]) && (at + 1 == limit || !char.IsLetter(text[at + 1]));
        var isMark = at + 2 < limit && text[at] is '-' or '/' && char.IsUpper(text[at + 1]) && char.IsUpper(text[at + 2]);
        if (!isLetter && !isMark)
        {
            return 0;
        }

        var end = at + 1;
        while (
            end < limit
            && end - at <= LongestCode
            && (
                char.IsUpper(text[end])
                || char.IsDigit(text[end])
                || (
                    text[end] is '-' or '/' or '.'
                    && end + 1 < limit
                    && (char.IsDigit(text[end + 1]) || (text[end] != '.' && char.IsUpper(text[end + 1])))
                )
            )
        )
        {
            end++;
        }

        return end - at > LongestCode || (end < limit && char.IsLetter(text[end])) ? 0 : end;
    }

    // How many letters stand between two digits: "h" in "10h30"; 0 where none or more than two do.
    static int UnitBeforeDigits(string text, int at, int limit)
    {
        var end = at;
        while (end < limit && end - at < 2 && char.IsAsciiLetterLower(text[end]))
        {
            end++;
        }

        return end < limit && char.IsDigit(text[end]) ? end - at : 0;
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
            else if (end + 1 < limit && GoesOnBehind(text, at, end, limit))
            {
                end++;
            }
            else
            {
                break;
            }
        }

        return new Token(new TextSpan(at, end + (KeepsStop(text, at, end, limit) ? 1 : 0)), TokenKind.Word, 1);
    }

    // "Vla-đi-mia", "D'Alma", "TP.HCM"; "Covid-19", "III/2025"; "TTXVN/Vietnam" stops at the slash.
    static bool GoesOnBehind(string text, int start, int mark, int limit) =>
        IsInnerMark(text[mark]) && IsLetterAt(text, mark + 1, limit)
        || (
            char.IsDigit(text[mark + 1])
            && (
                (text[mark] == '-' && char.IsUpper(text[start]))
                || (text[mark] == '/' && text.AsSpan(start, mark - start).IndexOfAnyExcept("IVX") < 0)
            )
        );

    // The last stop of "v.v.", "Đ.V.H."; of "TS.", "TP." where the sentence goes on behind it.
    static bool KeepsStop(string text, int start, int stop, int limit)
    {
        if (stop >= limit || text[stop] != '.' || (stop + 1 < limit && text[stop + 1] == '.'))
        {
            return false;
        }

        var word = text.AsSpan(start, stop - start);
        var last = word[(word.LastIndexOf('.') + 1)..];
        return last.Length < word.Length
            ? last.Length == 1 || (stop + 2 < limit && word.Length <= LongestAbbreviation)
            : char.IsUpper(word[0]) && word.Length < 5 && stop + 2 < limit && text[stop + 1] == ' ';
    }

    static bool IsInnerMark(char c) => c is '-' or '\'' or '’' or '.' or '&';

    static Token Mark(string text, int at, int limit)
    {
        if (text[at] == '°' && at + 1 < limit && text[at + 1] is 'C' or 'F' && (at + 2 >= limit || !char.IsLetterOrDigit(text[at + 2])))
        {
            return new Token(new TextSpan(at, at + 2), TokenKind.Symbol, 0);
        }

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
