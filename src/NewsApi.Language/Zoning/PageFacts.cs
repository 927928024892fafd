using NewsApi.Language.Lexicons;
using NewsApi.Language.Reading;

namespace NewsApi.Language.Zoning;

/// <summary>
/// What can be seen of a page's lines together: what is repeated, where the running text is, which line looks like its headline. Blank
/// lines are left out; <see cref="BlanksBefore"/> keeps how many stood before each line.
/// </summary>
public sealed class PageFacts
{
    // So many short lines in a row end a stretch of running text.
    const int ShortLinesThatEndText = 4;

    PageFacts(LineFacts[] lines, int[] blanksBefore, int blanksAtEnd)
    {
        Lines = lines;
        All = lines;
        BlanksBefore = blanksBefore;
        BlanksAtEnd = blanksAtEnd;
        Repeats = new Repetitions(lines);
        Cards = new CardFinder(lines, Repeats);
        (CoreStart, CoreEnd) = FindCore();
        CoreLength = HasCore
            ? lines.Skip(CoreStart).Take(CoreEnd - CoreStart + 1).Where(line => line.IsLongStop).Sum(line => line.Length)
            : 0;
        HasMessage = lines.Any(line => (line.Cues.Any & (PageCues.Error | PageCues.Consent)) != 0);
        Affinity = new LexicalAffinity(lines, CoreStart, CoreEnd);
        Headline = FindHeadline();
        FirstText = FindFirstText();
        TypicalBlanks = FindTypicalBlanks();
        IsStatement = Statements.Find(lines);
    }

    public IReadOnlyList<LineFacts> Lines { get; }

    /// <summary>The same: an array answers at once what a list is asked for a hundred times a line.</summary>
    internal LineFacts[] All { get; }
    public int[] BlanksBefore { get; }
    public int BlanksAtEnd { get; }
    public Repetitions Repeats { get; }
    public CardFinder Cards { get; }
    public LexicalAffinity Affinity { get; }

    /// <summary>The first and last line of the longest stretch of running text; -1 and -1 where the page has none.</summary>
    public int CoreStart { get; }
    public int CoreEnd { get; }

    /// <summary>Characters of running text in the core.</summary>
    public int CoreLength { get; }

    /// <summary>A line holds the words of an error page or a wall.</summary>
    public bool HasMessage { get; }

    /// <summary>The line that looks most like the headline, or -1. A guess: the decoder may choose another.</summary>
    public int Headline { get; }

    /// <summary>The first line behind the headline that reads like a sentence, or -1.</summary>
    public int FirstText { get; }

    /// <summary>True where most lines of running text stand apart by blank lines.</summary>
    public bool TypicalBlanks { get; }

    /// <summary>For each line whether it opens one of a row of statements by different persons.</summary>
    public bool[] IsStatement { get; }

    /// <summary>What card the line is part of, where the card shows another article: the page's own headline may come twice too.</summary>
    public CardPart CardPartOf(int i)
    {
        var part = Cards.PartOf(i);
        return part != CardPart.None && Headline >= 0 && Repeats.Same(Cards.TitleOf(i), Headline) ? CardPart.None : part;
    }

    public bool HasCore => CoreStart >= 0;

    /// <exception cref="OperationCanceledException">Between lines.</exception>
    public static PageFacts Of(Page page, LineObserver observer, CancellationToken cancellation = default)
    {
        var lines = new List<LineFacts>(page.Lines.Count);
        var blanks = new List<int>(page.Lines.Count);
        var pending = 0;
        foreach (var line in page.Lines)
        {
            if (line.IsBlank)
            {
                pending++;
                continue;
            }

            cancellation.ThrowIfCancellationRequested();
            lines.Add(observer.Observe(line));
            blanks.Add(pending);
            pending = 0;
        }

        HardWrap.Join(lines, blanks);
        return new PageFacts([.. lines], [.. blanks], pending);
    }

    /// <summary>Running text of the article's kind: not the summary of a card.</summary>
    bool IsText(int i) => All[i].IsLongStop && Cards.PartOf(i) == CardPart.None && !All[i].Credit.HasValue;

    (int Start, int End) FindCore()
    {
        var best = (Start: -1, End: -1, Weight: 0);
        var current = (Start: -1, End: -1, Weight: 0);
        var shorts = 0;
        for (var i = 0; i < All.Length; i++)
        {
            if (IsText(i))
            {
                current = current.Start < 0 ? (i, i, All[i].Length) : (current.Start, i, current.Weight + All[i].Length);
                shorts = 0;
                best = current.Weight > best.Weight ? current : best;
                continue;
            }

            shorts = All[i].EndsSentence && All[i].Length > 60 ? shorts : shorts + 1;
            if (shorts >= ShortLinesThatEndText || All[i].Shape == LineShape.RelatedHeading)
            {
                current = (-1, -1, 0);
            }
        }

        return (best.Start, best.End);
    }

    int FindHeadline()
    {
        var limit = HasCore ? CoreStart : Math.Min(All.Length - 1, 12);
        var (best, bestScore) = (-1, 0);
        for (var i = 0; i <= limit; i++)
        {
            var line = All[i];
            if (!MayBeHeadline(line))
            {
                continue;
            }

            // Nearness to the text breaks ties between lines that share as much with it.
            var score =
                10 + Affinity.WithCore(i) * 2 + (Repeats.HasLater(i) ? 15 : 0) + Math.Min(line.Syllables, 14) + (i * 4 / (limit + 1));
            if (score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        return best;
    }

    int FindFirstText()
    {
        for (var i = Math.Max(0, Headline + 1); i < All.Length; i++)
        {
            if (All[i].EndsSentence && All[i].Length >= 60 && All[i].Credit is null)
            {
                return i;
            }
        }

        return -1;
    }

    bool FindTypicalBlanks()
    {
        var (apart, together) = (0, 0);
        for (var i = Math.Max(1, CoreStart); i <= CoreEnd; i++)
        {
            apart += BlanksBefore[i] > 0 ? 1 : 0;
            together += BlanksBefore[i] == 0 ? 1 : 0;
        }

        return apart > together;
    }

    static bool MayBeHeadline(LineFacts line) =>
        line.Length is >= 16 and <= 220
        && line.Syllables >= 4
        && line.End is not (LineEnd.Stop or LineEnd.Colon or LineEnd.Comma)
        && line.Shape is LineShape.ShortOpen or LineShape.ShortStop or LineShape.LongOpen or LineShape.Slug or LineShape.DateWithRest
        && (line.Cues.Whole | line.Cues.Start & (PageCues.Widget | PageCues.Published | PageCues.Breadcrumb)) == 0
        && !line.HasMenuMark;
}
