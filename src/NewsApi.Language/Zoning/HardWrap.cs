namespace NewsApi.Language.Zoning;

/// <summary>Where in a paragraph a line stands that was broken at a fixed width.</summary>
public enum WrapPart
{
    None,
    First,
    Middle,
    Last,
}

/// <summary>
/// Pages that were broken at a fixed width, as mail and old sites are: a line that ends only because the next word had no room goes on in
/// the next one. Each such line is seen with the length and the end of its whole paragraph.
/// </summary>
static class HardWrap
{
    const int Narrowest = 40;
    const int Widest = 110;
    const int FewestFullLines = 8;

    /// <param name="lines">The page's lines that are not blank; those of broken paragraphs are changed.</param>
    /// <param name="blanksBefore">How many blank lines stand before each.</param>
    public static void Join(IReadOnlyList<LineFacts> lines, IReadOnlyList<int> blanksBefore)
    {
        var width = WidthOf(lines);
        if (width is < Narrowest or > Widest)
        {
            return;
        }

        var goesOn = new bool[lines.Count];
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            goesOn[i] = blanksBefore[i + 1] == 0 && IsFull(lines[i], lines[i + 1], width);
        }

        // A list of titles may have lines of one length, too; but each begins with a capital.
        var full = goesOn.Count(isFull => isFull);
        var lower = Enumerable.Range(0, lines.Count).Count(i => goesOn[i] && lines[i + 1].Start == LineStart.Lower);
        if (full < FewestFullLines || full * 4 < lines.Count || lower * 2 < full)
        {
            return;
        }

        for (var start = 0; start < lines.Count; )
        {
            var end = start;
            while (goesOn[end])
            {
                end++;
            }

            JoinRun(lines, start, end);
            start = end + 1;
        }
    }

    // The longest line, save for one in twenty: an address or a table may be longer.
    static int WidthOf(IReadOnlyList<LineFacts> lines)
    {
        if (lines.Count == 0)
        {
            return 0;
        }

        var lengths = lines.Select(line => line.Text.Length).Order().ToArray();
        return lengths[(lengths.Length - 1) * 19 / 20];
    }

    static bool IsFull(LineFacts line, LineFacts next, int width)
    {
        var word = next.Text.IndexOf(' ') is var end and > 0 ? end : next.Text.Length;
        return line.Text.Length * 10 >= width * 7 && line.Text.Length + 1 + word > width;
    }

    static void JoinRun(IReadOnlyList<LineFacts> lines, int start, int end)
    {
        if (start == end)
        {
            return;
        }

        var length = end - start;
        for (var i = start; i <= end; i++)
        {
            length += lines[i].Text.Length;
        }

        for (var i = start; i <= end; i++)
        {
            lines[i]
                .Join(
                    length,
                    lines[end].End,
                    i == start ? WrapPart.First
                        : i == end ? WrapPart.Last
                        : WrapPart.Middle
                );
        }
    }
}
