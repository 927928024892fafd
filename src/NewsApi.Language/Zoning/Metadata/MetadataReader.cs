using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Zoning.Metadata;

/// <summary>Zoned page → what it says of its article.</summary>
public sealed class MetadataReader
{
    readonly BylineReader bylines = BylineReader.Load();
    readonly RelatedReader related = RelatedReader.Load();

    public static MetadataReader Load() => new();

    public Documents.Metadata Read(ZonedPage page)
    {
        if (page.Kind != PageKind.Article)
        {
            return new(null, null, null, null, null, [], null, null, [], related.Read(page), []);
        }

        var published = PublishedReader.Read(page);
        var byline = bylines.Read(page);
        return new Documents.Metadata(
            Title(page),
            Lead(page),
            published.Moment,
            published.Text,
            published.Moment is null ? PublishedInference.Read(page) : null,
            byline.Authors,
            byline.Agency,
            byline.Source,
            CaptionReader.Read(page),
            related.Read(page),
            KeywordReader.Read(page)
        );
    }

    static TextValue? Title(ZonedPage page) =>
        page.Of(LineRole.Title).Select(line => page.Value(line, OneCopy(line.Facts))).FirstOrDefault();

    /// <summary>A title that stands twice on its line counts once.</summary>
    internal static TextSpan OneCopy(LineFacts line) => new(0, line.DoubledLength > 0 ? line.DoubledLength : line.Text.Length);

    static TextValue? Lead(ZonedPage page)
    {
        var lines = page.Of(LineRole.Lead).Select(page.Value).ToArray();
        return lines.Length == 0
            ? null
            : new TextValue(
                string.Join(' ', lines.Select(line => line.Text)),
                new TextSpan(lines[0].Span.Start, lines[^1].Span.End),
                lines[0].Line
            );
    }
}
