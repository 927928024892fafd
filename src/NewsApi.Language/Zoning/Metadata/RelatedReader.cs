using NewsApi.Language.Documents;

namespace NewsApi.Language.Zoning.Metadata;

/// <summary>The other articles that a page points to: lists around the article, teasers inside it.</summary>
sealed class RelatedReader(RelatedTitleReader titles)
{
    // A teaser's second line is its summary where it is this much longer than a title.
    const int SummaryLength = 110;

    public static RelatedReader Load() => new(RelatedTitleReader.Load());

    public IReadOnlyList<RelatedArticle> Read(ZonedPage page)
    {
        var related = new List<RelatedArticle>();
        string? list = null;
        var teaser = -1;
        var item = -1;
        for (var i = 0; i < page.Lines.Count; i++)
        {
            var line = page.Lines[i];
            switch (line.Role)
            {
                case LineRole.RelatedHeading:
                    list = line.Text.Trim(' ', ':', '-', '–', '|');
                    item = -1;
                    break;
                case LineRole.RelatedItem:
                    item = AddItem(page, related, item, i, list);
                    break;
                case LineRole.RelatedMeta when item >= 0:
                    related[item] = WithMeta(related[item], line);
                    break;
                case LineRole.RelatedSummary when item >= 0 && related[item].Summary is null:
                    related[item] = related[item] with { Summary = page.Value(line) };
                    break;
                case LineRole.InlineRelated:
                    teaser = AddTeaser(page, related, teaser, i);
                    break;
                default:
                    break;
            }

            teaser = line.Role == LineRole.InlineRelated ? teaser : -1;
        }

        return related;
    }

    int AddItem(ZonedPage page, List<RelatedArticle> related, int last, int i, string? list)
    {
        var line = page.Lines[i];
        var (span, published) = titles.Read(page, i);
        if (span.IsEmpty)
        {
            return last;
        }

        var title = page.Value(line, span);
        if (last >= 0 && IsSame(related[last].Title, title))
        {
            related[last] = related[last] with { AlsoLines = [.. related[last].AlsoLines, line.Number] };
            return last;
        }

        related.Add(new RelatedArticle(title, published, null, null, list, Inline: false, [], null));
        return related.Count - 1;
    }

    static RelatedArticle WithMeta(RelatedArticle article, ZonedLine line)
    {
        var date = line.Facts.Date;
        var category = date.IsAny ? date.Rest : line.Text;
        return article with
        {
            Published = article.Published ?? date.Moment,
            Category = article.Category ?? (category.Length > 0 ? category : null),
            MetaLine = article.MetaLine ?? line.Number,
        };
    }

    int AddTeaser(ZonedPage page, List<RelatedArticle> related, int last, int i)
    {
        var line = page.Lines[i];
        var (part, published) = titles.Read(page, i);
        if (part.IsEmpty)
        {
            return last;
        }

        if (last >= 0 && IsSummary(related[last], line.Facts))
        {
            related[last] = related[last] with { Summary = page.Value(line) };
            return last;
        }

        var title = page.Value(line, part);
        if (last >= 0 && IsSame(related[last].Title, title))
        {
            related[last] = related[last] with { AlsoLines = [.. related[last].AlsoLines, line.Number] };
            return last;
        }

        related.Add(new RelatedArticle(title, published, null, null, null, Inline: true, [], null));
        return related.Count - 1;
    }

    static bool IsSummary(RelatedArticle teaser, LineFacts line) =>
        teaser.Summary is null && line.DoubledLength == 0 && (line.Length >= SummaryLength || line.End is LineEnd.Stop or LineEnd.Ellipsis);

    static bool IsSame(TextValue a, TextValue b) => string.Equals(a.Text, b.Text, StringComparison.OrdinalIgnoreCase);
}
