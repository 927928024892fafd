using Microsoft.EntityFrameworkCore;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Articles;

/// <summary>
/// Reads kept articles. Text and analysis are looked up by revision: both never change once kept, so that what belongs together comes
/// together, also while somebody submits a new text.
/// </summary>
public sealed class KeptArticles(NewsDbContext db)
{
    /// <summary>When it is worth while to ask again for an article that waits to be analysed.</summary>
    public static readonly TimeSpan PendingRetryAfter = TimeSpan.FromSeconds(2);

    // Asked with nearly every request: what EF makes of it is kept.
    static readonly Func<NewsDbContext, Guid, CancellationToken, Task<ArticleRow?>> ById = EF.CompileAsyncQuery(
        (NewsDbContext db, Guid id, CancellationToken _) => db.Articles.FirstOrDefault(row => row.Id == id)
    );

    /// <summary>Null for an id that no article has, and for what is no id.</summary>
    public async Task<ArticleRow?> FindAsync(string id, CancellationToken cancellation) =>
        Guid.TryParseExact(id, "D", out var key) ? await ById(db, key, cancellation) : null;

    /// <exception cref="ProblemException">article-not-found.</exception>
    public async Task<ArticleRow> GetAsync(string id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ?? throw new ProblemException(ArticleNotFound(id));

    /// <summary>An article that has an analysis of its current revision.</summary>
    /// <exception cref="ProblemException">article-not-found; not-analyzed.</exception>
    public async Task<ArticleRow> GetAnalyzedAsync(string id, CancellationToken cancellation)
    {
        var article = await GetAsync(id, cancellation);
        return article.State == ArticleState.Ready ? article : throw new ProblemException(NotAnalyzed(article));
    }

    /// <summary>The text of the current revision.</summary>
    public Task<string> TextAsync(ArticleRow article, CancellationToken cancellation) => TextAsync(article, article.Revision, cancellation);

    /// <exception cref="ProblemException">article-not-found: the article was deleted since its row was read.</exception>
    public async Task<string> TextAsync(ArticleRow article, int revision, CancellationToken cancellation)
    {
        var kept =
            await Revisions(article.Id).FirstOrDefaultAsync(pair => pair.Revision.Number == revision, cancellation)
            ?? throw Gone(article.Id);
        return SubmittedText.Read(kept.Content, kept.Revision);
    }

    /// <summary>The revisions of an article with their bytes, in no order.</summary>
    public IQueryable<KeptRevision> Revisions(Guid articleId) =>
        db
            .Revisions.Where(revision => revision.ArticleId == articleId)
            .Join(
                db.Contents,
                revision => revision.ContentHash,
                content => content.Hash,
                (revision, content) => new KeptRevision { Revision = revision, Content = content }
            );

    /// <summary>The analysis of the current revision; null while the article is pending and where it failed.</summary>
    public async Task<Document?> FindDocumentAsync(ArticleRow article, CancellationToken cancellation)
    {
        if (article.State != ArticleState.Ready)
            return null;
        var kept = await db.Analyses.FirstOrDefaultAsync(
            row => row.ArticleId == article.Id && row.Revision == article.Revision && row.PipelineVersion == article.PipelineVersion,
            cancellation
        );
        return kept is null ? throw Gone(article.Id) : Read(kept);
    }

    /// <exception cref="ProblemException">not-analyzed.</exception>
    public async Task<Document> DocumentAsync(ArticleRow article, CancellationToken cancellation) =>
        await FindDocumentAsync(article, cancellation) ?? throw new ProblemException(NotAnalyzed(article));

    /// <summary>The articles, in the order of <paramref name="rows"/>.</summary>
    public async Task<IReadOnlyList<ArticleResource>> ReadAsync(
        IReadOnlyList<ArticleRow> rows,
        ArticleView view,
        OffsetUnit unit,
        CancellationToken cancellation
    )
    {
        var articles = new List<ArticleResource>(rows.Count);
        foreach (var row in rows)
            articles.Add(view == ArticleView.Basic ? ArticleResource.Of(row) : await ReadAsync(row, unit, cancellation));
        return articles;
    }

    /// <summary>With everything that was read in it.</summary>
    public async Task<ArticleResource> ReadAsync(ArticleRow row, OffsetUnit unit, CancellationToken cancellation)
    {
        var document = await FindDocumentAsync(row, cancellation);
        // Offsets that are given as the engine counted them need no text.
        var text = document is null || unit == OffsetUnit.Utf16 ? "" : await TextAsync(row, cancellation);
        return ArticleResource.Of(row, document, text, unit);
    }

    public static Document Read(AnalysisRow row) => Document.Parser.ParseFrom(Brotli.Decompress(row.Document));

    static Problem NotAnalyzed(ArticleRow article) =>
        article.State == ArticleState.Pending
            ? new(ProblemKind.NotAnalyzed, "The article is kept and waits to be analysed; ask again later.")
            {
                RetryAfter = PendingRetryAfter,
            }
            : new(ProblemKind.NotAnalyzed, "The analysis of the article was given up: " + article.FailureReason);

    public static ProblemException Gone(Guid id) => new(ArticleNotFound(id.ToString()));

    public static Problem ArticleNotFound(string id) =>
        new(ProblemKind.ArticleNotFound, "No article has this id.")
        {
            Errors = [new ProblemError($"\"{id}\" is the id of no article that is kept.", Parameter: "id")],
        };
}

/// <summary>A revision and the bytes it was made of.</summary>
public sealed class KeptRevision
{
    // Set by name and not by a constructor: only so can a query go on with them.
    public required RevisionRow Revision { get; init; }

    public required ContentRow Content { get; init; }
}
