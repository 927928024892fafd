using NewsApi.Text;

namespace NewsApi.Language.Reading;

/// <summary>Text → page of lines.</summary>
public static class PageReader
{
    /// <summary>Accepts any string.</summary>
    public static Page Read(string text)
    {
        var source = NormalizedText.From(text);
        var spans = LineSplitter.Split(source.Text);
        var lines = new Line[spans.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            var content = Trim(source.Text, spans[i]);
            lines[i] = new Line(i + 1, spans[i], content, content.Slice(source.Text));
        }

        return new Page(source, lines);
    }

    static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    // Crawlers leave zero-width marks and byte order marks where a page had buttons and icons.
    static bool IsBlank(char c) =>
        char.IsWhiteSpace(c) || c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' || char.IsControl(c);
}
