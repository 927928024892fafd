using System.Buffers;
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
    const int LongestStart = 48;
    const int LongestSearched = 240;

    readonly Dictionary<string, PageCues> whole = new(StringComparer.Ordinal);
    readonly Dictionary<string, PageCues> start = new(StringComparer.Ordinal);
    readonly Dictionary<string, PageCues> within = new(StringComparer.Ordinal);
    readonly SearchValues<string> anyWithin;

    internal PhraseLexicon(IEnumerable<LexiconEntry> entries)
    {
        foreach (var entry in entries)
        {
            var phrase = Folding.Fold(entry[0]);
            var cue = ParseCue(entry);
            var map = entry[2] switch
            {
                "line" => whole,
                "start" => start,
                "within" => within,
                _ => throw entry.Error($"match '{entry[2]}' is none of line, start, within"),
            };
            var key = map == whole ? Outer(phrase).ToString() : phrase;
            map[key] = map.GetValueOrDefault(key) | cue;

            // What begins lines or stands in them may also be all there is.
            var alone = Outer(phrase).ToString();
            whole[alone] = whole.GetValueOrDefault(alone) | cue;
        }

        anyWithin = SearchValues.Create([.. within.Keys], StringComparison.Ordinal);
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
        if (folded.Length > 120)
        {
            return PageCues.None;
        }

        var lookup = whole.GetAlternateLookup<ReadOnlySpan<char>>();
        var outer = Outer(folded);
        if (lookup.TryGetValue(outer, out var cues))
        {
            return cues;
        }

        // "Bình luận (12)", "Chia sẻ 4": the count changes, the phrase does not.
        var uncounted = Outer(outer.TrimEnd("0123456789.,kK+() "));
        return uncounted.Length < outer.Length && lookup.TryGetValue(uncounted, out cues) ? cues : PageCues.None;
    }

    PageCues FindStart(string folded)
    {
        var lookup = start.GetAlternateLookup<ReadOnlySpan<char>>();
        var cues = PageCues.None;
        var from = folded.AsSpan().IndexOfAnyExcept(" •-–·*|▪►▶●".AsSpan());
        foreach (var begin in from > 0 ? [0, from] : (ReadOnlySpan<int>)[0])
        {
            var line = folded.AsSpan(begin);
            for (var end = 1; end <= Math.Min(line.Length, LongestStart); end++)
            {
                if (IsBoundary(line, end) && lookup.TryGetValue(line[..end], out var found))
                {
                    cues |= found;
                }
            }
        }

        return cues;
    }

    PageCues FindWithin(string folded)
    {
        var cues = PageCues.None;
        if (folded.AsSpan().IndexOfAny(anyWithin) < 0)
        {
            return cues;
        }

        foreach (var (phrase, cue) in within)
        {
            var at = folded.IndexOf(phrase, StringComparison.Ordinal);
            if (at >= 0 && IsBoundary(folded, at) && IsBoundary(folded, at + phrase.Length))
            {
                cues |= cue;
            }
        }

        return cues;
    }

    static bool IsBoundary(ReadOnlySpan<char> text, int at) =>
        at == 0 || at == text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at]);

    // Bullets, arrows, brackets and colons around a phrase belong to the site's drawing, not to the phrase.
    static ReadOnlySpan<char> Outer(ReadOnlySpan<char> text)
    {
        var (from, to) = (0, text.Length);
        while (from < to && !char.IsLetterOrDigit(text[from]))
        {
            from++;
        }

        while (to > from && !char.IsLetterOrDigit(text[to - 1]))
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
