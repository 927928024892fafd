using System.Globalization;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Articles.Intake;

/// <summary>How an analysis is put into rows.</summary>
public static class KeptAnalysis
{
    /// <summary>One row for each revision and pipeline version; made again it is replaced, by the same bytes.</summary>
    public static async Task KeepAnalysisAsync(
        this NewsDbContext db,
        Lease lease,
        string pipelineVersion,
        byte[] document,
        DateTimeOffset now
    )
    {
        if (await db.Analyses.FindAsync(lease.ArticleId, lease.Revision, pipelineVersion) is { } kept)
        {
            kept.Document = document;
            kept.StoredAt = now;
            return;
        }
        db.Analyses.Add(
            new AnalysisRow
            {
                ArticleId = lease.ArticleId,
                Revision = lease.Revision,
                PipelineVersion = pipelineVersion,
                Document = document,
                StoredAt = now,
            }
        );
    }

    /// <summary>The article is ready: its columns show the analysis of its current revision.</summary>
    public static void Show(this ArticleRow article, AnalyzeResponse response)
    {
        var document = response.Document;
        article.State = ArticleState.Ready;
        article.LeaseUntil = null;
        article.FailureReason = null;
        article.AnalyzedRevision = article.Revision;
        article.LinkedRevision = null;
        article.FactsRevision = null;
        article.IndexedRevision = null;
        article.PipelineVersion = response.PipelineVersion;

        article.Kind = document.Kind.ToString().ToLowerInvariant();
        article.KindReason = document.KindReason;
        article.Title = document.Metadata?.Title?.Text;
        article.Lead = document.Metadata?.Lead?.Text;
        article.Language = document.Language;
        article.NeedsReview = document.ReviewReasons.Count > 0;
        var published = article.SubmittedPublishedAt ?? (document.Metadata is { HasPublished: true } page ? page.Published : null);
        article.SetPublished(published is null ? null : DateTimeOffset.Parse(published, CultureInfo.InvariantCulture, DateTimeStyles.None));
        article.InferredAt = document.Metadata is { HasPublishedInferred: true } told ? BeginOf(told.PublishedInferred) : null;
    }

    static readonly string[] PartialDates = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    /// <summary>In the time of Vietnam, as what pages print without an offset is read.</summary>
    static DateTimeOffset? BeginOf(string partialDate) =>
        DateTime.TryParseExact(partialDate, PartialDates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var begin)
            ? new DateTimeOffset(begin, TimeSpan.FromHours(7)).ToUniversalTime()
            : null;
}
