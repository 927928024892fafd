using System.Text.Json.Serialization;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Persistence;
using NewsApi.Gateway.Search;

namespace NewsApi.Gateway.Articles;

/// <summary>Paths of an article and its parts.</summary>
public sealed record ArticleLinks(
    string Self,
    string Text,
    string Lines,
    string Sentences,
    string Mentions,
    string Facts,
    string Similar,
    string Annotations,
    string Explanation,
    string Original,
    string Revisions
)
{
    public static ArticleLinks Of(Guid id)
    {
        var self = PathOf(id);
        return new(
            self,
            self + "/text",
            self + "/lines",
            self + "/sentences",
            self + "/mentions",
            self + "/facts",
            self + "/similar",
            self + "/annotations",
            self + "/explanation",
            self + "/original",
            self + "/revisions"
        );
    }

    public static string PathOf(Guid id) => $"/v1/articles/{id}";
}

/// <summary>A kept page. While it is pending or when it failed it has no article fields; with view=basic it has those that lists show.</summary>
public sealed class ArticleResource : PageResource
{
    /// <summary>A UUIDv7: ids sort by the time of their making.</summary>
    public required Guid Id { get; init; }

    /// <summary>pending until its current revision is analysed; ready; failed when that was given up.</summary>
    public required ArticleState State { get; init; }

    /// <summary>Why the analysis was given up, or why its last attempt failed.</summary>
    public string? FailureReason { get; init; }

    /// <summary>Number of the current revision, from 1. A new text of the same article is a new revision.</summary>
    public required int Revision { get; init; }

    /// <summary>Articles with the same text have the same group.</summary>
    public required Guid GroupId { get; init; }

    /// <summary>The article that was kept first of those with much the same text; absent where this is the first, or the only one.</summary>
    public Guid? CopyOf { get; init; }

    /// <summary>When the article was first kept.</summary>
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>When something about it last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    public required ArticleLinks Links { get; init; }

    /// <summary>In lists with q and highlights=true: where the words of the query stand, the headline first; at most five lines.</summary>
    public IReadOnlyList<HighlightResource>? Highlights { get; set; }

    /// <summary>The fields that are written; null for all. No part of the answer.</summary>
    [JsonIgnore]
    public IReadOnlySet<string>? Shown { get; set; }

    /// <summary>With what the article's row has: enough for view=basic.</summary>
    public static ArticleResource Of(ArticleRow row)
    {
        var article = new ArticleResource
        {
            Id = row.Id,
            State = row.State,
            FailureReason = row.State == ArticleState.Ready ? null : row.FailureReason,
            Revision = row.Revision,
            GroupId = row.GroupId,
            CopyOf = row.State == ArticleState.Ready ? row.CopyOf : null,
            StoredAt = row.StoredAt,
            UpdatedAt = row.UpdatedAt,
            Source = row.Source,
            Url = row.Url,
            ExternalId = row.ExternalId,
            Links = ArticleLinks.Of(row.Id),
        };
        if (row.State == ArticleState.Ready)
            article.ShowColumns(row);
        return article;
    }

    /// <summary>With everything that was read in it.</summary>
    /// <param name="document">Of the current revision; null where it is not analysed.</param>
    /// <param name="text">Of the current revision.</param>
    public static ArticleResource Of(ArticleRow row, Document? document, string text, OffsetUnit unit)
    {
        var article = Of(row);
        if (document is not null)
            article.Show(document, new OffsetConverter(text, unit));
        return article;
    }

    void ShowColumns(ArticleRow row)
    {
        Kind = Enum.Parse<PageKind>(row.Kind!, ignoreCase: true);
        KindReason = row.KindReason;
        Language = row.Language;
        PipelineVersion = row.PipelineVersion;
        NeedsReview = row.NeedsReview;
        if (Kind != PageKind.Article)
            return;
        Title = row.Title;
        Lead = row.Lead;
        Published = row.Published;
    }
}
