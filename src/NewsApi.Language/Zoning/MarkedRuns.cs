using NewsApi.Language.Lexicons;

namespace NewsApi.Language.Zoning;

/// <summary>What a line is in a run of titles with a marking line above them ("Tin liên quan", "Đọc thêm").</summary>
enum MarkedPart
{
    None,
    Mark,
    Title,
}

/// <param name="IsHeading">The mark is one that heads lists.</param>
/// <param name="IsMarker">The mark is one that teasers carry; it may be both.</param>
/// <param name="Titles">How many titles stand below the mark.</param>
/// <param name="IsTextBehind">Running text goes on right behind the run.</param>
readonly record struct MarkedRun(MarkedPart Part, bool IsHeading, bool IsMarker, int Titles, bool IsTextBehind);

/// <summary>
/// Finds lines that say that other articles follow, with the titles below them. One title under such a line is a teaser; of several, most
/// sites make a list, in the middle of the text as behind it.
/// </summary>
static class MarkedRuns
{
    const int ShortestTitle = 12;
    const int LongestTitle = 220;
    const int LongestMark = 48;

    /// <returns>For each line the run that it is part of.</returns>
    public static MarkedRun[] Find(PageFacts page)
    {
        var runs = new MarkedRun[page.All.Length];
        for (var start = 0; start < runs.Length; )
        {
            var mark = MarkOf(page.All[start]);
            var end = start + 1;
            if (mark == PageCues.None)
            {
                start = end;
                continue;
            }

            var titles = 0;
            for (; end < runs.Length && IsTitle(page.All[end]); end++)
            {
                titles += page.Repeats.SameAsPrevious(end) ? 0 : 1;
            }

            var run = new MarkedRun(
                MarkedPart.Mark,
                (mark & PageCues.RelatedHeading) != 0,
                (mark & PageCues.InlineMarker) != 0,
                titles,
                end < runs.Length && page.All[end].IsLongStop
            );
            runs[start] = run;
            runs.AsSpan(start + 1, end - start - 1).Fill(run with { Part = MarkedPart.Title });
            start = end;
        }

        return runs;
    }

    // A marker at the start of a longer line has its title on the same line.
    static PageCues MarkOf(LineFacts line) =>
        line.Length > LongestMark ? PageCues.None : line.Cues.Whole & (PageCues.RelatedHeading | PageCues.InlineMarker);

    static bool IsTitle(LineFacts line) =>
        line.Length is >= ShortestTitle and <= LongestTitle
        && line.End is not (LineEnd.Stop or LineEnd.QuoteAfterStop or LineEnd.Colon)
        && !line.Date.IsAny
        && (line.Cues.Whole & (PageCues.RelatedHeading | PageCues.InlineMarker)) == 0;
}
