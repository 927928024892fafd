using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsApi.Gateway.Persistence;
using NewsApi.Gateway.Processing;

namespace NewsApi.Gateway.Articles.Intake;

public enum IntakeOutcome
{
    /// <summary>The page was new.</summary>
    Created,

    /// <summary>The article was known, the text was not.</summary>
    Revised,

    /// <summary>The article was known with this text.</summary>
    Known,
}

/// <summary>What became of a submitted page.</summary>
/// <param name="Lease">Held by the submitter, who analyses the page next; null when it is for others to do or done.</param>
public sealed record Accepted(Guid ArticleId, IntakeOutcome Outcome, Lease? Lease);

/// <summary>
/// Keeps submitted pages: after <see cref="KeepAsync"/> the page is on the disk. Who the page is gets decided inside the one writing
/// transaction that stores it, so that of two submits of one page the second finds the first.
/// </summary>
public sealed class ArticleIntake(NewsStore store, IOptions<ProcessingOptions> processing, TimeProvider clock)
{
    /// <param name="analyzeNow">True when the caller goes on to analyse the page itself; false leaves it to the worker.</param>
    public Task<Accepted> KeepAsync(SubmittedPage page, bool analyzeNow, CancellationToken cancellation)
    {
        var identity = new ArticleIdentity(page);
        var content = new ContentRow
        {
            Hash = page.Content.ContentHash,
            Length = page.Content.Bytes.Length,
            Compressed = Brotli.Compress(page.Content.Bytes),
        };
        return store.WriteAsync(
            async db =>
            {
                var now = clock.GetUtcNow();
                var article = await identity.FindAsync(db, cancellation);
                if (article is not null && identity.HasTextOf(article))
                    return await KeepKnownAsync(db, article, identity, page.Claims, now, cancellation);

                var outcome = article is null ? IntakeOutcome.Created : IntakeOutcome.Revised;
                if (article is null)
                    db.Articles.Add(article = Create(identity, now));
                else
                    article.Revision++;
                await ReviseAsync(db, article, identity, page, content, now, cancellation);
                return new Accepted(article.Id, outcome, LeaseTo(article, analyzeNow, now));
            },
            cancellation
        );
    }

    static ArticleRow Create(ArticleIdentity identity, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            TextHash = identity.TextHash,
            GroupId = identity.GroupId,
            StoredAt = now,
            UpdatedAt = now,
        };

    static async Task<Accepted> KeepKnownAsync(
        NewsDbContext db,
        ArticleRow article,
        ArticleIdentity identity,
        PageClaims claims,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var more = await identity.CompleteAsync(article, db, cancellation);
        if (claims.PublishedAt is { } published && article.SubmittedPublishedAt is null)
        {
            article.SetSubmittedPublished(published);
            more = true;
        }
        if (more)
            await db.AddChangeAsync(article, now);
        return new Accepted(article.Id, IntakeOutcome.Known, Lease: null);
    }

    static async Task ReviseAsync(
        NewsDbContext db,
        ArticleRow article,
        ArticleIdentity identity,
        SubmittedPage page,
        ContentRow content,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        article.TextHash = identity.TextHash;
        article.GroupId = identity.GroupId;
        await identity.CompleteAsync(article, db, cancellation);
        if (page.Claims.PublishedAt is { } published)
            article.SetSubmittedPublished(published);

        if (!await db.Contents.AnyAsync(row => row.Hash == content.Hash, cancellation))
            db.Contents.Add(content);
        db.Revisions.Add(
            new RevisionRow
            {
                ArticleId = article.Id,
                Number = article.Revision,
                ContentHash = content.Hash,
                MediaType = page.Content.MediaType,
                TextHash = identity.TextHash,
                StoredAt = now,
            }
        );
    }

    Lease? LeaseTo(ArticleRow article, bool analyzeNow, DateTimeOffset now)
    {
        article.State = ArticleState.Pending;
        article.FailureReason = null;
        article.Attempts = 0;
        article.LeaseUntil = now;
        return analyzeNow ? Lease.Take(article, now, processing.Value.Deadline) : null;
    }
}
