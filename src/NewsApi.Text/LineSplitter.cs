namespace NewsApi.Text;

/// <summary>
/// Splits a text into lines at LF, CR LF, CR, NEL (U+0085), LINE SEPARATOR (U+2028) and PARAGRAPH SEPARATOR (U+2029).
/// </summary>
public static class LineSplitter
{
    /// <summary>
    /// The spans of the lines, end marks left out, in order. A mark at the very end opens no further line; the empty text has no line.
    /// </summary>
    public static List<TextSpan> Split(string text)
    {
        var lines = new List<TextSpan>();
        var start = 0;
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny("\n\r\u0085\u2028\u2029");
            if (length < 0)
            {
                lines.Add(new TextSpan(start, text.Length));
                return lines;
            }

            var mark = start + length;
            lines.Add(new TextSpan(start, mark));
            start = text[mark] == '\r' && mark + 1 < text.Length && text[mark + 1] == '\n' ? mark + 2 : mark + 1;
        }

        return lines;
    }

    /// <summary>How many lines <see cref="Split"/> gives, without making them.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (!text.IsEmpty)
        {
            count++;
            var mark = text.IndexOfAny("\n\r\u0085\u2028\u2029");
            if (mark < 0)
            {
                break;
            }

            var two = text[mark] == '\r' && mark + 1 < text.Length && text[mark + 1] == '\n';
            text = text[(mark + (two ? 2 : 1))..];
        }

        return count;
    }
}
