using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Gateway.Articles;

/// <summary>A half-open range of the text that /text gives, counted in offsetUnit.</summary>
/// <param name="Start">Where it begins, from 0.</param>
/// <param name="End">Where the first character after it begins.</param>
public sealed record SpanResource(int Start, int End);

/// <summary>A piece of text and the place it was read from.</summary>
/// <param name="Text">In NFC.</param>
/// <param name="Span">Slices the text as it was submitted.</param>
public sealed record TextResource(string Text, SpanResource Span);

/// <summary>A photo caption.</summary>
/// <param name="Text">In NFC, without the credit.</param>
/// <param name="Span">Where the caption stands.</param>
/// <param name="Credit">Who the picture is from; absent where the page does not say it.</param>
public sealed record CaptionResource(string Text, SpanResource Span, TextResource? Credit);

/// <summary>Another article that the page points to.</summary>
/// <param name="Title">Its headline, in NFC.</param>
/// <param name="Span">Where the headline stands.</param>
/// <param name="Published">RFC 3339 with offset.</param>
/// <param name="Category">As printed.</param>
/// <param name="Summary">The text under the headline.</param>
/// <param name="List">The heading of the list it stands in.</param>
/// <param name="Inline">True for a teaser inside the body.</param>
public sealed record RelatedResource(
    string Title,
    SpanResource Span,
    string? Published,
    string? Category,
    TextResource? Summary,
    string? List,
    bool Inline
);

/// <summary>A paragraph or a pull quote.</summary>
/// <param name="Kind">paragraph or pullQuote.</param>
/// <param name="Text">In NFC.</param>
/// <param name="Span">Slices the text as it was submitted.</param>
public sealed record BlockResource(BlockKind Kind, string Text, SpanResource Span);

/// <summary>A stretch of the body under one heading.</summary>
/// <param name="Heading">Absent in a first section without one.</param>
/// <param name="Blocks">In the order of the page.</param>
public sealed record SectionResource(TextResource? Heading, IReadOnlyList<BlockResource> Blocks);

/// <summary>A subject of the IPTC Media Topics that an article is about.</summary>
/// <param name="Code">Eight digits, as the standard has them.</param>
/// <param name="Parent">The code of the subject above it; absent at the top.</param>
/// <param name="Label">In Vietnamese.</param>
/// <param name="EnglishLabel">As the standard has it.</param>
/// <param name="Score">0 to 1: how much of what points to any subject points to this one.</param>
/// <param name="Evidence">The phrases that tell, the most telling first; at most five.</param>
public sealed record TopicResource(
    string Code,
    string? Parent,
    string Label,
    string EnglishLabel,
    double Score,
    IReadOnlyList<TextResource> Evidence
);

/// <summary>A sign that a person should look at the page.</summary>
/// <param name="Code">A stable name: low_score, no_title, no_body, conflicting_dates.</param>
/// <param name="Detail">The reason in words.</param>
public sealed record ReviewReasonResource(string Code, string Detail);

/// <summary>What a page says. Absent is what it does not say; a page that is no article has its kind and the reason, and no article fields.</summary>
public abstract class PageResource
{
    /// <summary>article, listing, error, consent or other.</summary>
    public PageKind? Kind { get; set; }

    /// <summary>Why the page was taken for that kind.</summary>
    public string? KindReason { get; set; }

    /// <summary>BCP 47; "und" where it cannot be told.</summary>
    public string? Language { get; set; }

    /// <summary>The same text and pipeline version give the same result.</summary>
    public string? PipelineVersion { get; set; }

    /// <summary>Whether there are signs that a person should look at the page.</summary>
    public bool? NeedsReview { get; set; }

    /// <summary>Those signs.</summary>
    public IReadOnlyList<ReviewReasonResource>? ReviewReasons { get; set; }

    /// <summary>The headline, in NFC.</summary>
    public string? Title { get; set; }

    public SpanResource? TitleSpan { get; set; }

    /// <summary>The standfirst between headline and body (sapo), in NFC.</summary>
    public string? Lead { get; set; }

    public SpanResource? LeadSpan { get; set; }

    /// <summary>RFC 3339 with offset: what the submitter said, else what the page says, in Vietnam time where it names no zone.</summary>
    public DateTimeOffset? Published { get; set; }

    /// <summary>The line of the publication time as written ("2 giờ trước").</summary>
    public string? PublishedText { get; set; }

    /// <summary>What the text alone tells of the time ("2014").</summary>
    public string? PublishedInferred { get; set; }

    /// <summary>Who wrote it, each with the place of the name.</summary>
    public IReadOnlyList<TextResource>? Authors { get; set; }

    /// <summary>A news agency in the byline or alone at the end ("TTXVN").</summary>
    public string? Agency { get; set; }

    /// <summary>Where the article was taken from, as the page prints it ("baotintuc.vn").</summary>
    public string? PrintedSource { get; set; }

    /// <summary>The submitter's name for where the page comes from.</summary>
    public string? Source { get; set; }

    /// <summary>Where the submitter found the page.</summary>
    public string? Url { get; set; }

    /// <summary>The submitter's id of the page, unique within its source.</summary>
    public string? ExternalId { get; set; }

    public IReadOnlyList<SectionResource>? Sections { get; set; }

    public IReadOnlyList<CaptionResource>? Captions { get; set; }

    public IReadOnlyList<RelatedResource>? Related { get; set; }

    public IReadOnlyList<string>? Keywords { get; set; }

    /// <summary>What the article is about, the main subject first; each subject of the top level is followed by those below it.</summary>
    public IReadOnlyList<TopicResource>? Topics { get; set; }

    /// <summary>What spans count; absent where there are none.</summary>
    public OffsetUnit? OffsetUnit { get; set; }
}
