using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Articles.Intake;

/// <summary>What is written to the log of changes, in the transaction of the change itself.</summary>
public static class ChangeLog
{
    /// <summary>
    /// The first entry of an article says that it was created, whatever became of it. A page that waits for its first analysis has none
    /// yet: nobody was told of it.
    /// </summary>
    public static async Task AddChangeAsync(this NewsDbContext db, ArticleRow article, DateTimeOffset now)
    {
        article.UpdatedAt = now;
        var known = await db.Changes.AnyAsync(change => change.ArticleId == article.Id);
        if (!known && article.State == ArticleState.Pending)
            return;
        var kind = known ? ChangeKind.Updated : ChangeKind.Created;
        db.Changes.Add(
            new ChangeRow
            {
                Kind = kind,
                ArticleId = article.Id,
                At = now,
            }
        );
    }

    /// <summary>Gives a page up, with the reason that is on it.</summary>
    public static Task FailAsync(this NewsDbContext db, ArticleRow article, DateTimeOffset now)
    {
        article.State = ArticleState.Failed;
        article.LeaseUntil = null;
        return db.AddChangeAsync(article, now);
    }
}
