using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Segmentation;

/// <summary>
/// Splits the text of one line into sentences. A stop inside "GS.TS. Nguyễn", "TP. Hà Nội", "1.234,5", "1. Mở đầu" ends none; quotes and
/// brackets behind a stop belong to the sentence before.
/// </summary>
public sealed class SentenceSplitter
{
    // A mark that nothing closes is no quotation, and a megabyte is not looked back over at each of its ellipses.
    const int LongestQuotation = 1_000;

    readonly Abbreviations abbreviations;
    readonly WordSet openers;

    internal SentenceSplitter(Abbreviations abbreviations, WordSet openers) =>
        (this.abbreviations, this.openers) = (abbreviations, openers);

    public static SentenceSplitter Load() =>
        new(new Abbreviations(LexiconFile.Read("vi/abbreviations.tsv")), WordSet.Load("vi/sentence_openers.tsv"));

    /// <summary>Sentences within <paramref name="part"/> of <paramref name="text"/>, without the white space between them.</summary>
    public IEnumerable<TextSpan> Split(string text, TextSpan part)
    {
        var start = SkipBlanks(text, part.Start, part.End);
        for (var at = start; at < part.End; )
        {
            var end = EndAt(text, start, at, part.End);
            if (end < 0)
            {
                at++;
                continue;
            }

            yield return new TextSpan(start, end);
            start = at = SkipBlanks(text, end, part.End);
        }

        if (start < part.End)
        {
            yield return new TextSpan(start, TrimEnd(text, start, part.End));
        }
    }

    // The place behind the sentence that a mark at `at` ends, or -1.
    int EndAt(string text, int start, int at, int limit)
    {
        if (text[at] is ':' or ';')
        {
            return at > start && !char.IsDigit(text[at - 1]) && OpensNumberedItem(text, at + 1, limit) ? at + 1 : -1;
        }

        if (text[at] is not ('.' or '!' or '?' or '…'))
        {
            return -1;
        }

        var mark = at;
        while (
            mark + 1 < limit
            && text[mark + 1] is '.' or '!' or '?' or '…' or '/'
            && (text[mark + 1] != '/' || IsClosingSlash(text, mark + 1, limit))
        )
        {
            mark++;
        }

        var end = mark + 1;
        while (end < limit && text[end] is '"' or '”' or '’' or '\'' or ')' or ']' or '»')
        {
            end++;
        }

        if (end >= limit)
        {
            return limit;
        }

        var isSingleStop = mark == at && text[at] == '.';
        if (!char.IsWhiteSpace(text[end]))
        {
            return isSingleStop && end == mark + 1 && IsGlued(text, start, at, limit) ? end : -1;
        }

        var next = SkipBlanks(text, end, limit);
        if (next >= limit)
        {
            return TrimEnd(text, start, limit);
        }

        var isEllipsis = text[at] == '…' || (text[at] == '.' && (mark > at || (at > start && text[at - 1] == '.')));

        // "Tôi bị mất giọng trước giờ diễn 2 tiếng... Tôi không bao biện.": who is quoted halts.
        if (isEllipsis && end == mark + 1 && text[mark] is '.' or '…' && IsQuoted(text, start, at))
        {
            return -1;
        }

        return OpensSentence(text, next, limit) && !(isSingleStop && end == mark + 1 && IsInside(text, start, at, next)) ? end : -1;
    }

    // "Hồ sơ gồm: 1. Đơn dự tuyển; 2. Bản sao học bạ": every item is a sentence of its own.
    static bool OpensNumberedItem(string text, int at, int limit)
    {
        var number = SkipBlanks(text, at, limit);
        var end = number;
        while (end < limit && end - number < 2 && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return number > at
            && end > number
            && end + 2 < limit
            && text[end] == '.'
            && char.IsWhiteSpace(text[end + 1])
            && char.IsUpper(text[SkipBlanks(text, end + 1, limit - 1)]);
    }

    // "./." closes an article of the national agency.
    static bool IsClosingSlash(string text, int at, int limit) => at + 1 < limit && text[at + 1] == '.';

    static bool OpensSentence(string text, int at, int limit)
    {
        while (
            at < limit
            && text[at]
                is '"'
                    or '“'
                    or '‘'
                    or '\''
                    or '('
                    or '['
                    or '«'
                    or '-'
                    or '–'
                    or '—'
                    or '•'
                    or '*'
                    or '…'
                    or '.'
                    or ' '
                    or '>'
                    or '+'
        )
        {
            at++;
        }

        return at >= limit || char.IsUpper(text[at]) || char.IsDigit(text[at]) || !char.IsLetter(text[at]) || IsCaseless(text[at]);
    }

    static bool IsCaseless(char c) => char.IsLetter(c) && !char.IsUpper(c) && !char.IsLower(c);

    // The stop belongs to an abbreviation, an initial or the number of a list.
    bool IsInside(string text, int start, int stop, int next)
    {
        var wordStart = stop;
        while (wordStart > start && (char.IsLetterOrDigit(text[wordStart - 1]) || text[wordStart - 1] is '.' or '/' or '-'))
        {
            wordStart--;
        }

        var word = text.AsSpan(wordStart, stop - wordStart);
        if (word.IsEmpty)
        {
            return false;
        }

        if (IsListNumber(word) && (wordStart == start || IsNumbered(text[start..wordStart])))
        {
            return true;
        }

        // An initial: "Nguyễn V. Anh", "J. Biden"; not "vitamin C. Rau …", "41 °C. Ngành …".
        if (word.Length == 1 && char.IsUpper(word[0]))
        {
            if (wordStart > start && text[wordStart - 1] == '°')
            {
                return false;
            }

            var before = WordBefore(text, start, wordStart);
            // "trong quý I. Ông …": a number, not an initial.
            return !IsRoman(word, before)
                && !abbreviations.IsLettered(before)
                && !IsForeignName(before, text, next)
                && !openers.Contains(Folding.Fold(WordAt(text, next)));
        }

        // "trong quý IV. Ông …".
        if (word.IndexOfAnyExcept("IVX") < 0)
        {
            return false;
        }

        // "Nghị định 57/2025/NĐ-CP. Theo …": a document's number, whatever it ends with.
        if (word.Contains('/') && word.IndexOfAnyInRange('0', '9') >= 0)
        {
            return false;
        }

        if (abbreviations.Contains(word, out var mayEnd) || abbreviations.Contains(LastPart(word), out mayEnd))
        {
            return (!mayEnd && !IsMeasure(text, start, wordStart, next)) || char.IsLower(text[next]);
        }

        return false;
    }

    // Without the quotation mark before it.
    static string WordAt(string text, int at)
    {
        while (at < text.Length && !char.IsLetter(text[at]))
        {
            at++;
        }

        var end = at;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[at..end];
    }

    static bool IsRoman(ReadOnlySpan<char> word, ReadOnlySpan<char> before) =>
        word[0] is 'I' or 'V' or 'X'
        && (
            before.Equals("quý", StringComparison.OrdinalIgnoreCase)
            || before.Equals("thứ", StringComparison.OrdinalIgnoreCase)
            || before.Equals("khóa", StringComparison.OrdinalIgnoreCase)
            || before.Equals("khoá", StringComparison.OrdinalIgnoreCase)
            || before.Equals("kỳ", StringComparison.OrdinalIgnoreCase)
            || before.Equals("cấp", StringComparison.OrdinalIgnoreCase)
        );

    static bool IsQuoted(string text, int start, int at)
    {
        if (at - start > LongestQuotation)
        {
            return false;
        }

        var before = text.AsSpan(start, at - start);
        return before.LastIndexOf('“') > before.LastIndexOf('”') || before.Count('"') % 2 == 1;
    }

    // "bằng tên lửa Epsilon S. Nặng 570kg, …": a foreign name with its letter, then a Vietnamese word; not "Donald J. Trump", "Nguyễn V. Anh".
    static bool IsForeignName(string before, string text, int next)
    {
        var end = next;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return before.Length > 2
            && char.IsUpper(before[0])
            && !VietnameseSyllable.IsOne(Folding.Fold(before))
            && !System.Text.Ascii.IsValid(text.AsSpan(next, end - next));
    }

    // "Điều 5. Hiệu lực thi hành", "Chương II. Tổ chức".
    bool IsNumbered(string before) => before.EndsWith(' ') && abbreviations.IsNumbered(before.Trim());

    // "lúc 8 h. Sau đó …": what is counted ends a sentence as any word does; "tr. 12" and "Q. 1" are not counted.
    static bool IsMeasure(string text, int start, int wordStart, int next) =>
        wordStart - 2 >= start
        && text[wordStart - 1] == ' '
        && char.IsDigit(text[wordStart - 2])
        && char.IsLower(text[wordStart])
        && (char.IsUpper(text[next]) || text[next] is '"' or '“');

    static ReadOnlySpan<char> LastPart(ReadOnlySpan<char> word) => word[(word.LastIndexOfAny("./-") + 1)..];

    static string WordBefore(string text, int start, int wordStart)
    {
        var end = wordStart - 1;
        while (end > start && char.IsLetter(text[end - 1]))
        {
            end--;
        }

        return end < wordStart - 1 ? text[end..(wordStart - 1)] : "";
    }

    // "1", "12", "3.1", "IV", "a": what numbers a list.
    static bool IsListNumber(ReadOnlySpan<char> word) =>
        word.IndexOfAnyExcept("0123456789.") < 0
        || (word.Length <= 4 && word.IndexOfAnyExcept("IVX") < 0)
        || (word.Length == 1 && char.IsLetter(word[0]));

    // "… hội nghị.Ông nói": the blank was lost. Not "TP.HCM", "baotintuc.vn", "N.V.A".
    bool IsGlued(string text, int start, int stop, int limit)
    {
        if (stop - 2 < start || !char.IsLower(text[stop - 1]) || !char.IsLower(text[stop - 2]) || stop + 2 >= limit)
        {
            return false;
        }

        if (!char.IsUpper(text[stop + 1]) || !(char.IsLower(text[stop + 2]) || text[stop + 2] == ' '))
        {
            return false;
        }

        var wordStart = stop;
        while (wordStart > start && char.IsLetter(text[wordStart - 1]))
        {
            wordStart--;
        }

        return !abbreviations.Contains(text.AsSpan(wordStart, stop - wordStart), out _);
    }

    static int SkipBlanks(string text, int at, int limit)
    {
        while (at < limit && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    static int TrimEnd(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }
}
