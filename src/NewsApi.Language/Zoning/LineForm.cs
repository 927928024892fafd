namespace NewsApi.Language.Zoning;

/// <summary>What the letters and marks of a line tell, without any lexicon. Takes lines that are not empty.</summary>
static class LineForm
{
    const int ShortestNumber = 8;

    public static LineEnd EndOf(string text)
    {
        var at = text.Length - 1;

        // "./." closes an article of the national agency.
        if (text.EndsWith("./.", StringComparison.Ordinal))
        {
            return LineEnd.Stop;
        }

        return text[at] switch
        {
            '.' => at >= 2 && text[at - 1] == '.' ? LineEnd.Ellipsis : LineEnd.Stop,
            '…' => LineEnd.Ellipsis,
            '?' => LineEnd.Question,
            '!' => LineEnd.Exclamation,
            ':' => LineEnd.Colon,
            ',' or ';' => LineEnd.Comma,
            '"' or '”' or '\'' or '’' or '»' => at > 0 && text[at - 1] is '.' or '!' or '?' or '…' ? LineEnd.QuoteAfterStop : LineEnd.Quote,
            ')' or ']' => at > 0 && text[at - 1] is '.' ? LineEnd.Stop : LineEnd.Bracket,
            var c when char.IsLetter(c) => LineEnd.Letter,
            var c when char.IsDigit(c) => LineEnd.Digit,
            _ => LineEnd.Other,
        };
    }

    public static LineStart StartOf(string text) =>
        text[0] switch
        {
            '"' or '“' or '\'' or '‘' or '«' => LineStart.Quote,
            '(' or '[' => LineStart.Bracket,
            '#' or '@' => LineStart.Tag,
            '•' or '-' or '–' or '—' or '*' or '+' or '>' or '»' or '▪' or '►' or '▶' or '●' or '■' or '|' or '·' or '→' or '=' =>
                LineStart.Bullet,
            var c when char.IsUpper(c) => LineStart.Upper,
            var c when char.IsLower(c) => LineStart.Lower,
            var c when char.IsDigit(c) => LineStart.Digit,
            _ => LineStart.Other,
        };

    /// <summary>Sentence ends inside the line, the last one not counted.</summary>
    public static int InnerStops(ReadOnlySpan<char> text)
    {
        var stops = 0;
        for (var at = 1; at + 2 < text.Length; at++)
        {
            var next = text[at..^2].IndexOfAny(".!?…");
            if (next < 0)
            {
                break;
            }

            at += next;
            stops += text[at + 1] == ' ' && (char.IsUpper(text[at + 2]) || text[at + 2] is '"' or '“') ? 1 : 0;
        }

        return stops;
    }

    /// <param name="digits">How many digits the line has.</param>
    public static bool HasAddress(string text, string folded, int digits) =>
        text.Length <= 400
        && (
            text.AsSpan().ContainsAny('@', '©')
            || folded.Contains("http", StringComparison.Ordinal)
            || folded.Contains("www.", StringComparison.Ordinal)
            || (digits >= ShortestNumber && LongestDigitRun(text) >= ShortestNumber)
        );

    // A telephone number: digits with blanks, dots or dashes between them.
    static int LongestDigitRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run =
                char.IsDigit(c) ? run + 1
                : c is ' ' or '.' or '-' && run > 0 ? run
                : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    public static bool HasMenuMark(string text) =>
        text.Length <= 160 && (text.AsSpan().IndexOfAny(">»›|") >= 0 || text.AsSpan().Count(" : ") >= 2 || text.AsSpan().Count(" / ") >= 2);

    /// <summary>"Kinh tế   Xã hội   Thể thao": what stood apart on the page is one line of text.</summary>
    public static bool HasGaps(string text) => text.Length <= 400 && text.AsSpan().Trim().IndexOf("   ", StringComparison.Ordinal) > 0;

    public static bool HasMediaTag(string key) =>
        key.Length > 8
        && (
            key.StartsWith("[video]", StringComparison.Ordinal)
            || key.StartsWith("video:", StringComparison.Ordinal)
            || key.StartsWith("[ảnh]", StringComparison.Ordinal)
            || key.StartsWith("infographic", StringComparison.Ordinal)
            || key.StartsWith("[infographic]", StringComparison.Ordinal)
            || key.StartsWith("podcast", StringComparison.Ordinal)
            || key.StartsWith("trailer", StringComparison.Ordinal)
        );

    static readonly string[] DayWords = ["ngày", "sáng", "trưa", "chiều", "tối", "đêm", "rạng sáng", "hôm", "mới đây", "vừa qua", "theo"];

    public static bool OpensWithDay(string folded)
    {
        foreach (var word in DayWords)
        {
            if (
                folded.StartsWith(word, StringComparison.Ordinal)
                && folded.AsSpan(word.Length, Math.Min(10, folded.Length - word.Length)).IndexOfAnyInRange('0', '9') >= 0
            )
            {
                return true;
            }
        }

        return false;
    }

    // Card titles come twice on one line, once from the picture's alternative text.
    public static int DoubledLength(string text)
    {
        if (text.Length < 24 || text.Length > 600)
        {
            return 0;
        }

        for (var gap = 0; gap <= 2; gap++)
        {
            var length = (text.Length - gap) / 2;
            if (
                length * 2 + gap == text.Length
                && text.AsSpan(0, length).SequenceEqual(text.AsSpan(length + gap))
                && text.AsSpan(length, gap).IndexOfAnyExcept(" \u00A0|-".AsSpan()) < 0
            )
            {
                return length;
            }
        }

        return 0;
    }
}
