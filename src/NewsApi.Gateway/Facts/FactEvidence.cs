using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Articles;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Facts;

/// <summary>The words that state facts, with the articles that they are from.</summary>
public sealed class FactEvidence(NewsDbContext db, KeptArticles articles)
{
    /// <summary>The latest article first, of all the facts together at the most so many. Runs inside the caller's snapshot.</summary>
    public async Task<IReadOnlyList<StoredEvidenceResource>> OfAsync(
        IReadOnlyCollection<Guid> facts,
        int most,
        CancellationToken cancellation
    )
    {
        var rows = await db
            .FactEvidence.Where(row => facts.Contains(row.FactId))
            .Join(db.Articles, evidence => evidence.ArticleId, article => article.Id, (evidence, article) => new { evidence, article })
            .OrderByDescending(row => row.evidence.SeenAt)
            .ThenBy(row => row.evidence.ArticleId)
            .ThenBy(row => row.evidence.Ordinal)
            .ThenBy(row => row.evidence.FactId)
            .Take(most)
            .ToListAsync(cancellation);
        var shown = new List<StoredEvidenceResource>(rows.Count);
        foreach (var ofArticle in rows.GroupBy(row => row.article.Id))
        {
            var article = ofArticle.First().article;
            // The rows are of this revision until the next one is analysed.
            var text = await articles.TextAsync(article, article.AnalyzedRevision!.Value, cancellation);
            shown.AddRange(ofArticle.Select(row => Of(row.evidence, article, text)));
        }
        return shown;
    }

    static StoredEvidenceResource Of(FactEvidenceRow row, ArticleRow article, string text) =>
        new(
            article.Id,
            article.Title,
            article.Source,
            article.Published,
            row.Line,
            new SpanResource(row.SentenceStart, row.SentenceEnd),
            new SpanResource(row.Start, row.End),
            text[row.SentenceStart..row.SentenceEnd],
            row.Extractor,
            row.Pattern,
            row.Confidence
        );
}
