using NewsApi.Language.Documents;
using NewsApi.Language.Lexicons;

namespace NewsApi.Language.Zoning;

/// <summary>Decides whether a page holds an article, from its first reading and from what error pages and walls say of themselves.</summary>
public static class PageKindDecision
{
    // Less running text than this beside the words of an error page or a wall is part of the message.
    const int MessageLength = 400;

    public static (PageKind Kind, string Reason) Decide(PageFacts page, ZoneReading reading)
    {
        if (page.Lines.Count == 0)
        {
            return (PageKind.Other, "The page has no text.");
        }

        var text = 0;
        var cues = new Dictionary<PageCues, LineFacts>();
        var titles = 0;
        for (var i = 0; i < page.Lines.Count; i++)
        {
            var role = reading.Role(i);
            var line = page.Lines[i];
            text += role is LineRole.Paragraph or LineRole.Lead or LineRole.PullQuote or LineRole.Caption ? line.Length : 0;
            titles += role == LineRole.Title ? 1 : 0;
            AddCue(cues, PageCues.Error, line);
            AddCue(cues, PageCues.Consent, line);
            AddCue(cues, PageCues.Listing, line);
        }

        return Decide(text, titles, cues, page.Lines.Count);
    }

    static (PageKind Kind, string Reason) Decide(int text, int titles, Dictionary<PageCues, LineFacts> cues, int lines)
    {
        if (text < MessageLength && cues.TryGetValue(PageCues.Error, out var error))
        {
            return (PageKind.Error, $"Line {error.Line.Number} is the message of an error page, and there is no article beside it.");
        }

        if (text < MessageLength && cues.TryGetValue(PageCues.Consent, out var consent))
        {
            return (PageKind.Consent, $"Line {consent.Line.Number} asks for consent or a log-in, and there is no article beside it.");
        }

        if (text > 0 || titles > 0)
        {
            return (PageKind.Article, titles > 0 ? "The page has a headline and running text." : "The page has running text.");
        }

        if (cues.TryGetValue(PageCues.Listing, out var listing))
        {
            return (PageKind.Listing, $"Line {listing.Line.Number} announces a list, and there is no running text.");
        }

        return lines >= 8
            ? (PageKind.Listing, "The page is a list of titles without running text.")
            : (PageKind.Other, "The page has no running text.");
    }

    static void AddCue(Dictionary<PageCues, LineFacts> cues, PageCues cue, LineFacts line)
    {
        if (((line.Cues.Whole | line.Cues.Start | line.Cues.Within) & cue) != 0)
        {
            cues.TryAdd(cue, line);
        }
    }
}
