using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Entities.Linking;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Entities;

/// <summary>What an editor decided, kept beside the links so that a later analysis of the article keeps to it. Runs inside a writing transaction.</summary>
static class EntityDecisions
{
    /// <summary>The links are of this entity from now on.</summary>
    public static async Task DecideAsync(NewsDbContext db, IQueryable<ArticleEntityRow> links, Guid entityId, DateTimeOffset now)
    {
        var rows = await links.ToListAsync();
        var articles = rows.Select(row => row.ArticleId).Distinct().ToList();
        var known = (await db.EntityDecisions.Where(row => articles.Contains(row.ArticleId)).ToListAsync()).ToDictionary(row =>
            (row.ArticleId, row.Type, row.Name)
        );
        foreach (var link in rows)
        {
            link.EntityId = entityId;
            link.Score = 1;
            link.Signs = EntityLinkWriter.EditorSign;
            if (known.TryGetValue((link.ArticleId, link.Type, link.Name), out var decision))
                (decision.EntityId, decision.At) = (entityId, now);
            else
                db.EntityDecisions.Add(
                    new EntityDecisionRow
                    {
                        ArticleId = link.ArticleId,
                        Type = link.Type,
                        Name = link.Name,
                        EntityId = entityId,
                        At = now,
                    }
                );
        }
        await db.SaveChangesAsync();
        await db
            .Articles.Where(row => articles.Contains(row.Id))
            .ExecuteUpdateAsync(row =>
                row.SetProperty(article => article.LinkVersion, article => article.LinkVersion + 1)
                    // Facts are told apart by whom they are of.
                    .SetProperty(article => article.FactsRevision, (int?)null)
            );
    }
}
