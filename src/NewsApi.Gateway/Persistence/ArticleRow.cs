using System.Globalization;

namespace NewsApi.Gateway.Persistence;

/// <summary>Where an article stands between being accepted and being read.</summary>
public enum ArticleState
{
    /// <summary>Kept; its current revision is not analysed yet.</summary>
    Pending,

    /// <summary>Its current revision is analysed.</summary>
    Ready,

    /// <summary>Given up after the last attempt; <see cref="ArticleRow.FailureReason"/> says why.</summary>
    Failed,
}

/// <summary>
/// One article: who it is, where its processing stands, and copies of what lists filter, sort and show. The copies are of
/// <see cref="AnalyzedRevision"/>; everything else of an analysis is in <see cref="AnalysisRow"/>.
/// </summary>
public sealed class ArticleRow
{
    /// <summary>A UUIDv7, stored as text: its order as text is the order of creation.</summary>
    public required Guid Id { get; init; }

    public ArticleState State { get; set; }

    /// <summary>How often the current revision went to the engine.</summary>
    public int Attempts { get; set; }

    /// <summary>While pending: until then nobody else may take it. Null once ready or failed.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Why the last attempt failed; null when there was none or the article is ready. Never holds article text.</summary>
    public string? FailureReason { get; set; }

    /// <summary>A label chosen by the submitter ("vnexpress").</summary>
    public string? Source { get; set; }

    /// <summary>The submitter's own id, unique within <see cref="Source"/>.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Source and external id in one, unique; null without an external id.</summary>
    public string? ExternalKey { get; set; }

    /// <summary>As submitted.</summary>
    public string? Url { get; set; }

    /// <summary>Unique; null without a URL.</summary>
    public string? CanonicalUrl { get; set; }

    /// <summary>SHA-256 over the UTF-8 of the current revision's decoded text.</summary>
    public required byte[] TextHash { get; set; }

    /// <summary>Shared by all articles with this text.</summary>
    public required Guid GroupId { get; set; }

    /// <summary>The article that was kept first of those with much the same text; null for that one and for what has no copy.</summary>
    public Guid? CopyOf { get; set; }

    /// <summary>Number of the current revision, from 1.</summary>
    public int Revision { get; set; } = 1;

    /// <summary>The revision whose analysis the columns below show; null until the first analysis. Behind <see cref="Revision"/> while pending.</summary>
    public int? AnalyzedRevision { get; set; }

    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>When a client could last see a difference.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The submitter's publication time, RFC 3339 with its offset. It goes before the page's own.</summary>
    public string? SubmittedPublishedAt { get; set; }

    /// <summary>article, listing, error, consent or other; null until the first analysis.</summary>
    public string? Kind { get; set; }

    public string? KindReason { get; set; }

    public string? Title { get; set; }

    public string? Lead { get; set; }

    /// <summary>The instant, in UTC. <see cref="Published"/> has it with its offset.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    public int? PublishedOffsetMinutes { get; set; }

    /// <summary>The day in Vietnam, as <see cref="DateOnly.DayNumber"/>: what is counted by day.</summary>
    public int? PublishedDay { get; set; }

    /// <summary>BCP 47.</summary>
    public string? Language { get; set; }

    public string? PipelineVersion { get; set; }

    public bool NeedsReview { get; set; }

    /// <summary>The revision whose entities are linked; null while that is still to be done.</summary>
    public int? LinkedRevision { get; set; }

    /// <summary>The revision whose facts are in rows; null while that is still to be done, which it is after its entities are linked.</summary>
    public int? FactsRevision { get; set; }

    /// <summary>The revision whose words are in the search index; null while that is still to be done.</summary>
    public int? IndexedRevision { get; set; }

    /// <summary>How often it came out that the article names other entities than before: part of the tags of what shows them.</summary>
    public int LinkVersion { get; set; }

    /// <summary>The begin of the day, month or year that the text alone tells of where the page has no publication time.</summary>
    public DateTimeOffset? InferredAt { get; set; }

    /// <summary>When it is taken to tell what it tells: published, or else what its text tells of the time, or else kept. Not a column.</summary>
    public DateTimeOffset SeenAt => PublishedAt ?? InferredAt ?? StoredAt;

    /// <summary>The page, its submitter or its text tells of the time. Not a column.</summary>
    public bool HasTime => PublishedAt is not null || InferredAt is not null;

    /// <summary>The publication time with the offset it was given with. Not a column.</summary>
    public DateTimeOffset? Published => PublishedAt?.ToOffset(TimeSpan.FromMinutes(PublishedOffsetMinutes ?? 0));

    public void SetPublished(DateTimeOffset? published)
    {
        PublishedAt = published?.ToUniversalTime();
        PublishedOffsetMinutes = (int?)published?.TotalOffsetMinutes;
        PublishedDay = published is { } time ? DateOnly.FromDateTime(time.ToOffset(TimeSpan.FromHours(7)).DateTime).DayNumber : null;
    }

    /// <summary>The submitter says when the page was published: that goes before what the page says.</summary>
    public void SetSubmittedPublished(DateTimeOffset published)
    {
        SubmittedPublishedAt = published.ToString("O", CultureInfo.InvariantCulture);
        // What is told of entities over time goes by the article's time.
        LinkedRevision = null;
        SetPublished(published);
    }
}
