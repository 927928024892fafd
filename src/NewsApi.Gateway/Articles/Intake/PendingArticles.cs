using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsApi.Gateway.Persistence;
using NewsApi.Gateway.Processing;

namespace NewsApi.Gateway.Articles.Intake;

/// <summary>The queue of pages that wait to be analysed: the pending articles themselves, in the order in which their leases end.</summary>
public sealed class PendingArticles(
    NewsStore store,
    IOptions<IntakeOptions> options,
    IOptions<ProcessingOptions> processing,
    TimeProvider clock
) : IDisposable
{
    readonly SemaphoreSlim _arrived = new(0);

    /// <summary>Takes the one that waits longest; null when none is due.</summary>
    public async Task<Lease?> TakeAsync(CancellationToken cancellation)
    {
        // Most times nothing waits: that is found out without holding up a writer.
        if (await TimeToNextAsync(cancellation) is not { } time || time > TimeSpan.Zero)
            return null;
        return await store.WriteAsync(
            async db =>
            {
                var now = clock.GetUtcNow();
                var article = await Waiting(db).FirstOrDefaultAsync(row => row.LeaseUntil <= now, cancellation);
                if (article is null)
                    return null;
                if (article.Attempts < options.Value.MaxAttempts)
                    return Lease.Take(article, now, processing.Value.Deadline);
                // Whoever made the last attempt ended with it.
                article.FailureReason = "The gateway ended or failed while the page was processed.";
                await db.FailAsync(article, now);
                return null;
            },
            cancellation
        );
    }

    /// <summary>
    /// Makes every page due that another holds, or that waits for its next attempt: whatever they wait for ended with the gateways before
    /// this one. For who knows that none of them lives (<see cref="GatewayLock"/>). Attempts that were begun stay counted: a page may be
    /// what ended its gateway.
    /// </summary>
    /// <returns>How many there are.</returns>
    public Task<int> TakeOverAsync(CancellationToken cancellation) =>
        store.WriteAsync(
            db =>
            {
                var now = clock.GetUtcNow();
                return Waiting(db)
                    .Where(row => row.LeaseUntil > now)
                    .ExecuteUpdateAsync(row => row.SetProperty(article => article.LeaseUntil, now), cancellation);
            },
            cancellation
        );

    /// <summary>Returns when a page was announced, or the next lease ends, or <see cref="IntakeOptions.MaxSleep"/> is over.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        var next = await TimeToNextAsync(cancellation);
        var time = next < options.Value.MaxSleep ? next.Value : options.Value.MaxSleep;
        if (time <= TimeSpan.Zero)
            return;
        using var timeout = new CancellationTokenSource(time, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            await _arrived.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The time is up: one of the things waited for.
        }
    }

    /// <summary>Tells that a page is due. Wakes one waiter.</summary>
    public void Announce() => _arrived.Release();

    public void Dispose() => _arrived.Dispose();

    async Task<TimeSpan?> TimeToNextAsync(CancellationToken cancellation)
    {
        await using var db = store.OpenReader();
        var until = await Waiting(db).Select(row => row.LeaseUntil).FirstOrDefaultAsync(cancellation);
        return until - clock.GetUtcNow();
    }

    static IQueryable<ArticleRow> Waiting(NewsDbContext db) =>
        db.Articles.Where(row => row.State == ArticleState.Pending && row.LeaseUntil != null).OrderBy(row => row.LeaseUntil);
}
