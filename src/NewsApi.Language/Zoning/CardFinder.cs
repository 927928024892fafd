namespace NewsApi.Language.Zoning;

/// <summary>What part of a card a line is. A card shows another article: its title, often twice, with a summary or a time.</summary>
public enum CardPart
{
    None,
    Title,
    Repeat,
    Summary,
    Meta,
    ListedTitle,
}

/// <summary>
/// Finds cards by their period alone, without any word: titles that come twice, titles with a line of time behind each, rows of lines that
/// all look like titles.
/// </summary>
public sealed class CardFinder
{
    // A row of fewer title-like lines may be headings or captions.
    const int ShortestRow = 4;
    const int ShortestTitle = 20;
    const int LongestTitle = 220;

    readonly LineFacts[] lines;
    readonly Repetitions repeats;
    readonly CardPart[] parts;
    readonly int[] group;
    readonly int[] title;

    public CardFinder(IReadOnlyList<LineFacts> lines, Repetitions repeats)
    {
        (this.lines, this.repeats) = (lines as LineFacts[] ?? [.. lines], repeats);
        parts = new CardPart[lines.Count];
        group = new int[lines.Count];
        title = new int[lines.Count];
        FindRepeatedTitles();
        FindTitlesWithTimes();
        FindRows();
        CountGroups();
        FindTitles();
    }

    public CardPart PartOf(int i) => parts[i];

    /// <summary>How many cards stand in one row with the card of this line; 0 for a line of no card.</summary>
    public int GroupSize(int i) => group[i];

    /// <summary>The line of the title of this line's card; the line itself where it is one or stands in no card.</summary>
    public int TitleOf(int i) => title[i];

    bool IsTitleLike(int i) =>
        lines[i] is { Length: >= ShortestTitle and <= LongestTitle, Syllables: >= 4, Date.IsAny: false }
        && lines[i].End is not (LineEnd.Stop or LineEnd.Colon or LineEnd.Comma or LineEnd.QuoteAfterStop);

    // "Tựa bài" / "Tựa bài" / summary, and "Tựa bài Tựa bài" / summary.
    void FindRepeatedTitles()
    {
        for (var i = 0; i < lines.Length; i++)
        {
            var next = lines[i].DoubledLength > 0 ? i : NextSame(i);
            if (next < 0 || parts[i] != CardPart.None || lines[i].Length > LongestTitle * 2)
            {
                continue;
            }

            parts[i] = CardPart.Title;
            while (next > i && next >= 0)
            {
                parts[next] = CardPart.Repeat;
                (i, next) = (next, NextSame(next));
            }

            MarkDetails(i + 1);
        }
    }

    int NextSame(int i) =>
        repeats.SameAsNext(i) ? i + 1
        : repeats.SameAsNext(i, 2) && lines[i + 1].Length < ShortestTitle ? i + 2
        : -1;

    // Behind a title: a time, then a summary, in either order, each at most once.
    void MarkDetails(int at)
    {
        for (var n = 0; n < 2 && at < lines.Length; n++, at++)
        {
            if (parts[at] != CardPart.None || lines[at].DoubledLength > 0 || NextSame(at) >= 0)
            {
                return;
            }

            if (IsTime(at))
            {
                parts[at] = CardPart.Meta;
            }
            else if (IsSummaryLike(at))
            {
                parts[at] = CardPart.Summary;
                return;
            }
            else
            {
                return;
            }
        }
    }

    bool IsTime(int i) => lines[i].Date.IsAny && lines[i].Length < 70 && lines[i].Date.Rest.Length < 40;

    bool IsSummaryLike(int i) =>
        lines[i].Length >= 50 && (lines[i].EndsSentence || lines[i].End == LineEnd.Ellipsis || lines[i].Length >= 100);

    // "Tựa bài" / "14:00 | 07/02/2026 Tin tức", or the time first, at least twice in a row.
    void FindTitlesWithTimes()
    {
        for (var i = 0; i + 3 < lines.Length; i++)
        {
            if (IsFree(i, 4) && IsTitleLike(i) && IsTime(i + 1) && IsTitleLike(i + 2) && IsTime(i + 3))
            {
                for (; i + 1 < lines.Length && IsFree(i, 2) && IsTitleLike(i) && IsTime(i + 1); i += 2)
                {
                    (parts[i], parts[i + 1]) = (CardPart.Title, CardPart.Meta);
                }

                i--;
            }
        }

        for (var i = 0; i + 5 < lines.Length; i++)
        {
            if (IsTitledTriple(i) && IsTitledTriple(i + 3))
            {
                for (; i + 2 < lines.Length && IsTitledTriple(i); i += 3)
                {
                    parts[i] = CardPart.Title;
                    (parts[i + 1], parts[i + 2]) = IsTime(i + 1) ? (CardPart.Meta, CardPart.Summary) : (CardPart.Summary, CardPart.Meta);
                }

                i--;
            }
        }
    }

    bool IsTitledTriple(int i) =>
        i + 2 < lines.Length
        && IsFree(i, 3)
        && IsTitleLike(i)
        && ((IsTime(i + 1) && IsSummaryLike(i + 2)) || (IsSummaryLike(i + 1) && IsTime(i + 2)));

    bool IsFree(int from, int count)
    {
        for (var i = from; i < from + count; i++)
        {
            if (parts[i] != CardPart.None)
            {
                return false;
            }
        }

        return true;
    }

    void FindRows()
    {
        for (var start = 0; start < lines.Length; )
        {
            var end = start;
            while (end < lines.Length && parts[end] == CardPart.None && IsListable(end))
            {
                end++;
            }

            if (end - start >= ShortestRow)
            {
                parts.AsSpan(start, end - start).Fill(CardPart.ListedTitle);
            }

            start = Math.Max(end, start + 1);
        }
    }

    // Inside a row a title may have been cut at a comma.
    bool IsListable(int i) =>
        lines[i].Credit is null
        && (IsTitleLike(i) || (lines[i].End == LineEnd.Comma && lines[i].Length is >= ShortestTitle and <= LongestTitle));

    void CountGroups()
    {
        for (var start = 0; start < lines.Length; )
        {
            var (end, cards) = (start, 0);
            while (end < lines.Length && parts[end] != CardPart.None)
            {
                cards += parts[end] is CardPart.Title or CardPart.ListedTitle ? 1 : 0;
                end++;
            }

            group.AsSpan(start, end - start).Fill(cards);
            start = Math.Max(end, start + 1);
        }
    }

    void FindTitles()
    {
        for (var (i, last) = (0, 0); i < lines.Length; i++)
        {
            last = parts[i] is CardPart.Repeat or CardPart.Summary or CardPart.Meta ? last : i;
            title[i] = parts[last] == CardPart.None ? i : last;
        }
    }
}
