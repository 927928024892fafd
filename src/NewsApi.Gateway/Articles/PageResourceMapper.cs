using System.Globalization;
using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Gateway.Articles;

/// <summary>Writes what the engine read into what the API shows.</summary>
public static class PageResourceMapper
{
    /// <summary>Fills in everything that comes from the document. Of a page that is no article: kind, reason, language.</summary>
    public static void Show(this PageResource page, Document document, OffsetConverter offsets)
    {
        page.Kind = document.Kind;
        page.KindReason = document.KindReason;
        page.Language = document.Language;
        page.NeedsReview = document.ReviewReasons.Count > 0;
        page.ReviewReasons = [.. document.ReviewReasons.Select(reason => new ReviewReasonResource(reason.Code, reason.Detail))];
        page.OffsetUnit = offsets.Unit;
        if (document.Kind != PageKind.Article)
            return;

        ShowMetadata(page, document.Metadata ?? new Metadata(), offsets);
        page.Topics = [.. document.Topics.Select(found => Topic(found, offsets))];
        page.Sections = [.. document.Sections.Select(section => Section(section, offsets))];
    }

    static void ShowMetadata(PageResource page, Metadata metadata, OffsetConverter offsets)
    {
        page.Title = metadata.Title?.Text;
        page.TitleSpan = metadata.Title is { } title ? offsets.Convert(title.Span) : null;
        page.Lead = metadata.Lead?.Text;
        page.LeadSpan = metadata.Lead is { } lead ? offsets.Convert(lead.Span) : null;
        page.Published ??= metadata.HasPublished ? DateTimeOffset.Parse(metadata.Published, CultureInfo.InvariantCulture) : null;
        page.PublishedText = metadata.PublishedText?.Text;
        page.PublishedInferred = metadata.HasPublishedInferred ? metadata.PublishedInferred : null;
        page.Authors = [.. metadata.Authors.Select(author => Text(author, offsets)!)];
        page.Agency = metadata.HasAgency ? metadata.Agency : null;
        page.PrintedSource = metadata.HasSource ? metadata.Source : null;
        page.Captions =
        [
            .. metadata.Captions.Select(caption => new CaptionResource(
                caption.Text.Text,
                offsets.Convert(caption.Text.Span),
                Text(caption.Credit, offsets)
            )),
        ];
        page.Related = [.. metadata.Related.Select(related => Related(related, offsets))];
        page.Keywords = [.. metadata.Keywords];
    }

    static TopicResource Topic(ArticleTopic found, OffsetConverter offsets) =>
        new(
            found.Topic.Code,
            found.Topic.HasParent ? found.Topic.Parent : null,
            found.Topic.Label,
            found.Topic.EnglishLabel,
            found.Score,
            [.. found.Evidence.Select(place => Text(place, offsets)!)]
        );

    static RelatedResource Related(RelatedArticle related, OffsetConverter offsets) =>
        new(
            related.Title.Text,
            offsets.Convert(related.Title.Span),
            related.HasPublished ? related.Published : null,
            related.HasCategory ? related.Category : null,
            Text(related.Summary, offsets),
            related.HasList ? related.List : null,
            related.Inline
        );

    static SectionResource Section(Section section, OffsetConverter offsets) =>
        new(
            Text(section.Heading, offsets),
            [.. section.Blocks.Select(block => new BlockResource(block.Kind, block.Text.Text, offsets.Convert(block.Text.Span)))]
        );

    static TextResource? Text(TextValue? value, OffsetConverter offsets) =>
        value is null ? null : new TextResource(value.Text, offsets.Convert(value.Span));
}
