using System.Globalization;
using System.Text.RegularExpressions;
using NewsApi.Language.Documents;
using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Zoning.Metadata;

/// <summary>The title of another article within its line, and the time that stands beside it on the line.</summary>
/// <param name="Span">Within the line; empty where the line only announces titles.</param>
readonly record struct RelatedTitle(TextSpan Span, DateTimeOffset? Published);

/// <summary>
/// Takes the title out of a line of a list: "• Tựa bài (17/11/2010)", "1. Tựa bài", "07:30 Tựa bài", ">> Đọc thêm: Tựa bài", "Tựa bài Tựa bài".
/// </summary>
sealed partial class RelatedTitleReader(PhraseLexicon phrases)
{
    const int LongestLabel = 32;

    public static RelatedTitleReader Load() => new(PhraseLexicon.Load());

    public RelatedTitle Read(ZonedPage page, int i)
    {
        var line = page.Lines[i];
        var copy = MetadataReader.OneCopy(line.Facts);
        var text = line.Text[..copy.End];
        var start = BehindBullets(text, 0);
        if (IsMarker(text[start..]))
        {
            return default;
        }

        start = BehindLabel(text, start);
        start = BehindRank(page, i, text, start);
        var before = TimeBefore().Match(text, start, text.Length - start);
        start += before.Success ? before.Length : 0;
        var end = EndBeforeTime(page, i, text, start);
        var time = DateReader.Read(before.Success ? before.Value : text[end..]);
        return new RelatedTitle(new TextSpan(start, end), time.Moment);
    }

    static int BehindBullets(string text, int start)
    {
        while (
            start < text.Length
            && (
                text[start] is '>' or '»' or '-' or '–' or '•' or '*' or '=' or '+' or '►' or '▶' or '▪' or '●' or '→' or '|' or '·' or '■'
                || char.IsWhiteSpace(text[start])
            )
        )
        {
            start++;
        }

        return start;
    }

    // "Đọc thêm" alone, with the titles on the lines behind it.
    bool IsMarker(string text) => (phrases.Find(Folding.Fold(text)).Whole & (PageCues.InlineMarker | PageCues.RelatedHeading)) != 0;

    // "Đọc thêm: Tựa bài", but "Hải Phòng: Gặp mặt …" is the title itself.
    int BehindLabel(string text, int start)
    {
        var colon = text.AsSpan(start, Math.Min(LongestLabel, text.Length - start)).IndexOf(':');
        if (colon <= 0)
        {
            return start;
        }

        var cues = phrases.Find(Folding.Fold(text.Substring(start, colon + 1)));
        return ((cues.Whole | cues.Start) & PageCues.InlineMarker) != 0 ? BehindBullets(text, start + colon + 1) : start;
    }

    // "1. Tựa bài"; a number without a stop is a rank where the list counts on: "5 cách giữ ấm" alone is a title.
    static int BehindRank(ZonedPage page, int i, string text, int start)
    {
        var rank = Rank().Match(text, start);
        if (!rank.Success || page.Lines[i].Role != LineRole.RelatedItem)
        {
            return start;
        }

        var isRank =
            rank.Groups["mark"].Length > 0 || CountsOn(page, i, int.Parse(rank.Groups["n"].ValueSpan, CultureInfo.InvariantCulture));
        return isRank ? BehindBullets(text, start + rank.Length) : start;
    }

    static bool CountsOn(ZonedPage page, int i, int rank) =>
        RankOf(Beside(page, i, -1)) == rank - 1 || RankOf(Beside(page, i, 1)) == rank + 1;

    static int? RankOf(string text)
    {
        var match = Rank().Match(text, BehindBullets(text, 0));
        return match.Success ? int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    // "(02/11)" is when the article came out where its neighbours have such a day too; "Ngày Quốc tế Phụ nữ (8/3)" alone is a title.
    static int EndBeforeTime(ZonedPage page, int i, string text, int start)
    {
        var time = TimeBehind().Match(text, start);
        var isTime =
            time.Success && time.Index > start && (time.Groups["y"].Success || IsDated(Beside(page, i, -1)) || IsDated(Beside(page, i, 1)));
        // "Tựa bài - (02/11)": the dash belongs to the day.
        return isTime ? start + text.AsSpan(start, time.Index - start).TrimEnd(" -–|").Length : text.Length;
    }

    static bool IsDated(string text) => TimeBehind().IsMatch(text);

    /// <summary>The line of the next title of the same list in one direction; empty where there is none.</summary>
    static string Beside(ZonedPage page, int i, int step)
    {
        for (var at = i + step; at >= 0 && at < page.Lines.Count && page.Lines[at].Role != LineRole.RelatedHeading; at += step)
        {
            if (page.Lines[at].Role == LineRole.RelatedItem)
            {
                return page.Lines[at].Text;
            }
        }

        return "";
    }

    // "1. ", "01 ", "1) ", and "1" written together with the title: "1Vì sao …".
    [GeneratedRegex(@"\G(?<n>[0-9]{1,2})(?:(?<mark>[.)])\s+|\s+|(?=\p{Lu}\p{Ll}))")]
    private static partial Regex Rank();

    // "07:30 ", "22/07/2011 17:05 - ", "21-08-2013 ", "21-08-2013Tựa bài": a day without year is part of a title ("8/3 của người thợ mỏ").
    [GeneratedRegex(
        @"\G(?:(?:[0-9]{1,2}[/.-][0-9]{1,2}[/.-]20[0-9]{2}(?:\s*[-|,]?\s*[0-9]{1,2}[:h][0-9]{2})?|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)(?:\s*[-–|:]\s*|\s+)(?=\S)|[0-9]{1,2}[/.-][0-9]{1,2}[/.-]20[0-9]{2}(?=\p{Lu}))"
    )]
    private static partial Regex TimeBefore();

    // " (17/11/2010)", " (02/11)", " (10:35 - 02/11/2010)", " - 17/11/2010", " 17/11/2010 10:35"; not the second day of "30/4/1975 - 30/4/2025".
    [GeneratedRegex(
        @"(?:\s+\((?<y>[0-9]{1,2}:[0-9]{2})\)|\s*[(\[]\s*(?:[0-9]{1,2}[:h][0-9]{2}\s*[-|,]?\s*)?[0-9]{1,2}[/.-][0-9]{1,2}(?<y>[/.-](?:20)?[0-9]{2})?(?:\s*[-|,]?\s*[0-9]{1,2}[:h][0-9]{2})?\s*[)\]]|(?<![/.-][0-9]{4})(?<!\s)\s+[-–|]\s*[0-9]{1,2}[/.-][0-9]{1,2}(?<y>[/.-]20[0-9]{2})|\s+[0-9]{1,2}[/.-][0-9]{1,2}(?<y>[/.-]20[0-9]{2})\s*[-|,]?\s*[0-9]{1,2}[:h][0-9]{2})\s*$"
    )]
    private static partial Regex TimeBehind();
}
