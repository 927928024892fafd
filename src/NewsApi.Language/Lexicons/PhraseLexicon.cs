using NewsApi.Text;

namespace NewsApi.Language.Lexicons;

/// <summary>What a phrase that sites print around an article is a sign of.</summary>
[Flags]
public enum PageCues
{
    None = 0,
    RelatedHeading = 1 << 0,
    InlineMarker = 1 << 1,
    Widget = 1 << 2,
    Footer = 1 << 3,
    Breadcrumb = 1 << 4,
    CaptionMarker = 1 << 5,
    Byline = 1 << 6,
    Source = 1 << 7,
    Published = 1 << 8,
    Listing = 1 << 9,
    Error = 1 << 10,
    Consent = 1 << 11,
    Comments = 1 << 12,
    Tags = 1 << 13,
    Caption = 1 << 14,
}

/// <summary>The cues found in one line, by where in the line the phrase stands.</summary>
public readonly record struct LineCues(PageCues Whole, PageCues Start, PageCues Within)
{
    public PageCues Any => Whole | Start | Within;
}

/// <summary>The phrases of page_phrases.tsv: "Tin liên quan", "Chia sẻ", "Bản quyền thuộc về".</summary>
public sealed class PhraseLexicon
{
    const int LongestWhole = 120;
    const int LongestStart = 48;
    const int LongestSearched = 240;

    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> whole;
    readonly PhraseTrie start;
    readonly PhraseTrie within;

    internal PhraseLexicon(IEnumerable<LexiconEntry> entries)
    {
        // The values are cues, as numbers.
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var starts = new Dictionary<string, int>(StringComparer.Ordinal);
        var parts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var phrase = Folding.Fold(entry[0]);
            var cue = (int)ParseCue(entry);
            var map = entry[2] switch
            {
                "line" => lines,
                "start" => starts,
                "within" => parts,
                _ => throw entry.Error($"match '{entry[2]}' is none of line, start, within"),
            };
            var key = map == lines ? Outer(phrase).ToString() : phrase;
            map[key] = map.GetValueOrDefault(key) | cue;

            // What begins lines or stands in them may also be all there is.
            var alone = Outer(phrase).ToString();
            lines[alone] = lines.GetValueOrDefault(alone) | cue;
        }

        (whole, start, within) = (lines.GetAlternateLookup<ReadOnlySpan<char>>(), new(starts), new(parts));
    }

    public static PhraseLexicon Load() => new(LexiconFile.Read("vi/page_phrases.tsv"));

    /// <param name="folded">The line's text, folded (<see cref="Folding.Fold"/>), with single blanks.</param>
    public LineCues Find(string folded)
    {
        if (folded.Length == 0)
        {
            return default;
        }

        return new LineCues(FindWhole(folded), FindStart(folded), folded.Length <= LongestSearched ? FindWithin(folded) : PageCues.None);
    }

    PageCues FindWhole(string folded)
    {
        if (folded.Length > LongestWhole)
        {
            return PageCues.None;
        }

        var outer = Outer(folded);
        if (whole.TryGetValue(outer, out var cues))
        {
            return (PageCues)cues;
        }

        // "Bình luận (12)", "Chia sẻ 4": the count changes, the phrase does not.
        var uncounted = Outer(outer.TrimEnd("0123456789.,kK+() "));
        return uncounted.Length < outer.Length && whole.TryGetValue(uncounted, out cues) ? (PageCues)cues : PageCues.None;
    }

    PageCues FindStart(ReadOnlySpan<char> folded)
    {
        var behindBullets = folded.IndexOfAnyExcept(" •-–·*|▪►▶●");
        return FindAtStart(folded) | (behindBullets > 0 ? FindAtStart(folded[behindBullets..]) : PageCues.None);
    }

    PageCues FindAtStart(ReadOnlySpan<char> line)
    {
        var cues = 0;
        var node = start.MayBegin(line, 0) ? PhraseTrie.Root : PhraseTrie.None;
        for (var at = 0; node != PhraseTrie.None && at < Math.Min(line.Length, LongestStart); at++)
        {
            node = start.Next(node, line[at]);
            cues |= start.ValueAt(node) is var cue and not 0 && IsBoundary(line, at + 1) ? cue : 0;
        }

        return (PageCues)cues;
    }

    PageCues FindWithin(ReadOnlySpan<char> folded)
    {
        var cues = 0;
        var (isInWord, wasInWord) = (false, false);
        for (var from = 0; from < folded.Length; from++)
        {
            (isInWord, wasInWord) = (Letters.IsLetterOrDigit(folded[from]), isInWord);
            if ((isInWord && wasInWord) || !within.MayBegin(folded, from))
            {
                continue;
            }

            var node = within.Next(PhraseTrie.Root, folded[from]);
            for (
                var end = from + 1;
                node != PhraseTrie.None;
                node = end < folded.Length ? within.Next(node, folded[end++]) : PhraseTrie.None
            )
            {
                cues |= within.ValueAt(node) is var cue and not 0 && IsBoundary(folded, end) && IsFirst(folded, from, end) ? cue : 0;
            }
        }

        return (PageCues)cues;
    }

    // A phrase that stands inside a longer word first is not looked for behind it.
    static bool IsFirst(ReadOnlySpan<char> text, int from, int end) => text[..(end - 1)].IndexOf(text[from..end]) < 0;

    static bool IsBoundary(ReadOnlySpan<char> text, int at) =>
        at == 0 || at == text.Length || !Letters.IsLetterOrDigit(text[at - 1]) || !Letters.IsLetterOrDigit(text[at]);

    // Bullets, arrows, brackets and colons around a phrase belong to the site's drawing, not to the phrase.
    static ReadOnlySpan<char> Outer(ReadOnlySpan<char> text)
    {
        var (from, to) = (0, text.Length);
        while (from < to && !Letters.IsLetterOrDigit(text[from]))
        {
            from++;
        }

        while (to > from && !Letters.IsLetterOrDigit(text[to - 1]))
        {
            to--;
        }

        return from < to ? text[from..to] : text;
    }

    static PageCues ParseCue(LexiconEntry entry) =>
        entry[1] switch
        {
            "related_heading" => PageCues.RelatedHeading,
            "inline_marker" => PageCues.InlineMarker,
            "widget" => PageCues.Widget,
            "footer" => PageCues.Footer,
            "breadcrumb" => PageCues.Breadcrumb,
            "caption_marker" => PageCues.CaptionMarker,
            "byline" => PageCues.Byline,
            "source" => PageCues.Source,
            "published" => PageCues.Published,
            "listing" => PageCues.Listing,
            "error" => PageCues.Error,
            "consent" => PageCues.Consent,
            "comments" => PageCues.Comments,
            "tags" => PageCues.Tags,
            "caption" => PageCues.Caption,
            var cue => throw entry.Error($"cue '{cue}' is not known"),
        };
}
