using NewsApi.Language.Lexicons;

namespace NewsApi.Language.Zoning;

/// <summary>For each line, what stands near it and how far away the last signposts are. -1 means that there is none before.</summary>
sealed class PageContext
{
    const int LongWindow = 3;
    const int RepeatWindow = 5;
    const int DateWindow = 4;
    const int ShortestStatement = 120;

    public PageContext(PageFacts page)
    {
        var lines = page.All;
        ShortRun = RunsOfShortLines(lines);
        LongNear = CountNear(lines.Length, LongWindow, i => lines[i].IsLongStop);
        RepeatsNear = CountNear(
            lines.Length,
            RepeatWindow,
            i => page.Repeats.HasEarlier(i) || page.Repeats.HasLater(i) || lines[i].DoubledLength > 0
        );
        DatesNear = CountNear(lines.Length, DateWindow, i => lines[i].Shape is LineShape.DateOnly or LineShape.DateWithRest);
        SinceRelatedHeading = Since(lines, line => line.Shape == LineShape.RelatedHeading);
        SinceInlineMarker = Since(lines, line => ((line.Cues.Whole | line.Cues.Start) & PageCues.InlineMarker) != 0);
        SinceComments = Since(lines, line => ((line.Cues.Whole | line.Cues.Start) & PageCues.Comments) != 0);
        SinceTags = Since(lines, line => ((line.Cues.Whole | line.Cues.Start) & PageCues.Tags) != 0);
        SinceMenu = Since(lines, line => line.Shape == LineShape.Category);
        SinceFooter = Since(lines, (line, i) => i > page.CoreEnd && line.Shape == LineShape.Footer);
        HasSpeaker = Array.ConvertAll(lines, FeatureExtractor.HasSpeaker);
        IsStatement = [.. HasSpeaker.Select((hasSpeaker, i) => hasSpeaker && lines[i].Length > ShortestStatement)];
        HasNamedSpeaker = Array.ConvertAll(lines, line => line.HasNamedSpeaker);
        MarkedRuns = Zoning.MarkedRuns.Find(page);
        NearLength = MeanLengthNear(lines);
        FirstDateLine = FirstIndex(lines, line => line.Shape is LineShape.DateOnly or LineShape.DateWithRest && line.Date.Date is not null);
    }

    /// <summary>How many lines without the end of a sentence stand in one row with this one; 0 for a line that ends a sentence.</summary>
    public int[] ShortRun { get; }
    public int[] LongNear { get; }
    public int[] RepeatsNear { get; }
    public int[] DatesNear { get; }
    public int[] SinceRelatedHeading { get; }
    public int[] SinceInlineMarker { get; }
    public int[] SinceComments { get; }
    public int[] SinceTags { get; }
    public int[] SinceMenu { get; }
    public int[] SinceFooter { get; }
    public MarkedRun[] MarkedRuns { get; }

    /// <summary>The line is "Capitals: a sentence".</summary>
    public bool[] HasSpeaker { get; }

    /// <summary>Such a line, long enough to be set off as a statement.</summary>
    public bool[] IsStatement { get; }

    public bool[] HasNamedSpeaker { get; }

    /// <summary>The mean length of the two lines before and the two behind.</summary>
    public int[] NearLength { get; }
    public int FirstDateLine { get; }

    static int[] RunsOfShortLines(LineFacts[] lines)
    {
        var runs = new int[lines.Length];
        for (var start = 0; start < lines.Length; )
        {
            var end = start;
            while (end < lines.Length && !lines[end].EndsSentence && lines[end].Length < 140)
            {
                end++;
            }

            runs.AsSpan(start, end - start).Fill(end - start);
            start = end + 1;
        }

        return runs;
    }

    static int[] CountNear(int count, int window, Func<int, bool> isOne)
    {
        var before = new int[count + 1];
        for (var i = 0; i < count; i++)
        {
            before[i + 1] = before[i] + (isOne(i) ? 1 : 0);
        }

        var near = new int[count];
        for (var i = 0; i < count; i++)
        {
            var own = before[i + 1] - before[i];
            near[i] = before[Math.Min(count, i + window + 1)] - before[Math.Max(0, i - window)] - own;
        }

        return near;
    }

    static int[] MeanLengthNear(LineFacts[] lines)
    {
        var means = new int[lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            var (sum, count) = (0, 0);
            for (var near = Math.Max(0, i - 2); near <= Math.Min(lines.Length - 1, i + 2); near++)
            {
                sum += near == i ? 0 : lines[near].Length;
                count += near == i ? 0 : 1;
            }

            means[i] = count == 0 ? 0 : sum / count;
        }

        return means;
    }

    static int[] Since(LineFacts[] lines, Func<LineFacts, bool> isSign) => Since(lines, (line, _) => isSign(line));

    static int[] Since(LineFacts[] lines, Func<LineFacts, int, bool> isSign)
    {
        var since = new int[lines.Length];
        var last = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            last = isSign(lines[i], i) ? i : last;
            since[i] = last < 0 ? -1 : i - last;
        }

        return since;
    }

    static int FirstIndex(LineFacts[] lines, Func<LineFacts, bool> isOne)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (isOne(lines[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
