using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Search;

/// <summary>Finds articles by their words.</summary>
public static class ArticleSearch
{
    /// <exception cref="ProblemException">invalid-parameter: the query cannot be read.</exception>
    public static SearchNode Parse(string query)
    {
        try
        {
            return SearchParser.Parse(query);
        }
        catch (SearchSyntaxException exception)
        {
            throw new ProblemException(
                new Problem(ProblemKind.InvalidParameter, "The search query cannot be read.")
                {
                    Errors = [new ProblemError(exception.Message, Parameter: "q", Position: exception.Position)],
                }
            );
        }
    }

    /// <summary>The ids of articles that meet a query.</summary>
    public static IQueryable<Guid> Found(NewsDbContext db, SearchNode query, Diacritics diacritics)
    {
        var match = MatchExpression.Of(query, diacritics);
        return db.Database.SqlQuery<Guid>(
            $"""
            SELECT d.ArticleId AS Value FROM ArticleSearch s JOIN SearchDocuments d ON d.Id = s.rowid
            WHERE s.ArticleSearch MATCH {match}
            """
        );
    }

    /// <summary>
    /// The ids of articles that meet a query, the most relevant first: those that have the words just as they were typed before those that
    /// have them with other marks, and in each part by BM25, a word in the headline counting most.
    /// </summary>
    public static async Task<List<Guid>> RankedAsync(
        NewsDbContext db,
        SearchNode query,
        Diacritics diacritics,
        IQueryable<ArticleRow> among,
        int most,
        CancellationToken cancellation
    )
    {
        var match = MatchExpression.Of(query, diacritics);
        var exact = MatchExpression.Of(query, Diacritics.Exact);
        // Ranks are told only by the query that searches: they are taken first, and the rest of the filters chooses among them.
        var ranked = await db
            .Database.SqlQuery<RankedArticle>(
                $"""
                SELECT d.ArticleId AS Id, s.Score AS Score, s.rowid IN (SELECT e.rowid FROM ArticleSearch e WHERE e.ArticleSearch MATCH {exact}) AS IsExact
                FROM (SELECT rowid, bm25(ArticleSearch, 10.0, 5.0, 1.0, 2.0, 10.0, 5.0, 1.0, 2.0) AS Score FROM ArticleSearch WHERE ArticleSearch MATCH {match}) s
                JOIN SearchDocuments d ON d.Id = s.rowid
                ORDER BY 3 DESC, 2, 1 DESC
                """
            )
            .Select(row => row.Id)
            .ToListAsync(cancellation);
        var found = new List<Guid>();
        foreach (var chunk in ranked.Chunk(1000))
        {
            var ids = chunk.ToList();
            var kept = (await among.Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellation)).ToHashSet();
            found.AddRange(ids.Where(kept.Contains));
            if (found.Count >= most)
                break;
        }
        return found[..Math.Min(most, found.Count)];
    }
}

sealed class RankedArticle
{
    public Guid Id { get; init; }

    public double Score { get; init; }

    public bool IsExact { get; init; }
}
