using Microsoft.EntityFrameworkCore;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Similar;

/// <summary>Keeps the sketches of articles, and finds articles by them.</summary>
public static class SimilarArticles
{
    /// <summary>Looked at, those that share most keys first: a sentence that thousands of articles have must not make a request long.</summary>
    const int MostCandidates = 500;

    /// <summary>Puts the sketch of an article's text in the place of the one it had, and tells which article it is a copy of.</summary>
    public static async Task WriteAsync(NewsDbContext db, ArticleRow article, Document document, string text)
    {
        await db.ArticleSketches.Where(row => row.ArticleId == article.Id).ExecuteDeleteAsync();
        await db.SketchKeys.Where(row => row.ArticleId == article.Id).ExecuteDeleteAsync();
        await ForgetAsync(db, article.Id);
        article.CopyOf = null;
        var sketch = TextSketch.Of(document, text);
        if (sketch.Runs == 0 || article.Kind != "article")
            return;
        db.ArticleSketches.Add(
            new ArticleSketchRow
            {
                ArticleId = article.Id,
                Runs = sketch.Runs,
                Hashes = sketch.ToBytes(),
            }
        );
        db.SketchKeys.AddRange(sketch.LookupKeys.Select(key => new SketchKeyRow { Key = key, ArticleId = article.Id }));

        var copies = (await FindAsync(db, article.Id, sketch, 0, CancellationToken.None))
            .Where(found => found.Overlap.IsCopy)
            .Select(found => found.Article)
            .ToList();
        await GroupAsync(db, article, copies);
    }

    /// <summary>Before an article is deleted: of its copies the one that was kept next is the first now.</summary>
    public static async Task ForgetAsync(NewsDbContext db, Guid articleId)
    {
        var copies = db.Articles.Where(row => row.CopyOf == articleId);
        var next = await copies.OrderBy(row => row.Id).Select(row => (Guid?)row.Id).FirstOrDefaultAsync();
        await copies.ExecuteUpdateAsync(row => row.SetProperty(copy => copy.CopyOf, copy => copy.Id == next ? null : next));
    }

    // Ids have the order of creation: the smallest was kept first. A copy of a copy is one of the first.
    static async Task GroupAsync(NewsDbContext db, ArticleRow article, List<ArticleRow> copies)
    {
        var first = copies.Select(copy => copy.CopyOf ?? copy.Id).Append(article.Id).Min();
        if (first != article.Id)
        {
            article.CopyOf = first;
            return;
        }

        var ids = copies.ConvertAll(copy => (Guid?)copy.Id);
        await db
            .Articles.Where(row => ids.Contains(row.CopyOf))
            .ExecuteUpdateAsync(row => row.SetProperty(copy => copy.CopyOf, article.Id));
        foreach (var copy in copies)
            copy.CopyOf = article.Id;
    }

    /// <summary>Articles that have something in common with one, those that have most first.</summary>
    public static async Task<List<(ArticleRow Article, TextOverlap Overlap)>> FindAsync(
        NewsDbContext db,
        Guid articleId,
        double least,
        CancellationToken cancellation
    )
    {
        var own = await db.ArticleSketches.FirstOrDefaultAsync(row => row.ArticleId == articleId, cancellation);
        if (own is null)
            return [];
        return await FindAsync(db, articleId, TextSketch.Read(own.Runs, own.Hashes), least, cancellation);
    }

    static async Task<List<(ArticleRow Article, TextOverlap Overlap)>> FindAsync(
        NewsDbContext db,
        Guid articleId,
        TextSketch sketch,
        double least,
        CancellationToken cancellation
    )
    {
        var keys = sketch.LookupKeys.ToList();
        var candidates = await db
            .SketchKeys.Where(row => keys.Contains(row.Key) && row.ArticleId != articleId)
            .GroupBy(row => row.ArticleId)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key)
            .Take(MostCandidates)
            .Select(group => group.Key)
            .ToListAsync(cancellation);
        var sketches = await db.ArticleSketches.Where(row => candidates.Contains(row.ArticleId)).ToListAsync(cancellation);
        var overlaps = sketches
            .Select(row => (row.ArticleId, Overlap: sketch.With(TextSketch.Read(row.Runs, row.Hashes))))
            .Where(found => found.Overlap.Containment >= least)
            .ToDictionary(found => found.ArticleId, found => found.Overlap);
        var articles = await db.Articles.Where(row => overlaps.Keys.Contains(row.Id)).ToListAsync(cancellation);
        return
        [
            .. articles
                .Where(article => article.State == ArticleState.Ready)
                .Select(article => (Article: article, Overlap: overlaps[article.Id]))
                .OrderByDescending(found => found.Overlap.Containment)
                .ThenByDescending(found => found.Overlap.Resemblance)
                .ThenBy(found => found.Article.Id),
        ];
    }
}
