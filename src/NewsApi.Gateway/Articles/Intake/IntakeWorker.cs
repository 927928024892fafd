using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsApi.Gateway.Persistence;
using NewsApi.Gateway.Processing;

namespace NewsApi.Gateway.Articles.Intake;

/// <summary>Has pages analysed that their submitters left: the engine was away or too slow, or a gateway ended meanwhile.</summary>
public sealed partial class IntakeWorker(
    NewsStore store,
    PendingArticles pending,
    ArticleAnalyzer analyzer,
    EngineChannels engines,
    IOptions<IntakeOptions> options,
    TimeProvider clock,
    ILogger<IntakeWorker> logger
) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.Concurrency).Select(_ => WorkAsync(stoppingToken)));

    async Task WorkAsync(CancellationToken stopping)
    {
        var pause = TimeSpan.Zero;
        while (!stopping.IsCancellationRequested)
        {
            // Asked for before the attempt: a service that comes while the attempt fails is one to go on with at once.
            var arrival = engines.NextArrival;
            try
            {
                pause = await AnalyzeNextAsync(stopping) is AnalysisOutcome.EngineAway ? Longer(pause) : TimeSpan.Zero;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // A full disk, a locked file: the page keeps its lease and comes again when it ends.
                LogFailed(logger, exception);
                pause = options.Value.MaxPause;
            }
            if (pause > TimeSpan.Zero)
                await arrival.WaitAsync(pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Waits for a page and has it analysed; null when none came.</summary>
    async Task<AnalysisOutcome?> AnalyzeNextAsync(CancellationToken stopping)
    {
        if (await pending.TakeAsync(stopping) is { } lease)
            return await ReadTextAsync(lease, stopping) is { } text
                ? await analyzer.AnalyzeAsync(lease, text, stopping)
                : AnalysisOutcome.Superseded;
        await pending.WaitAsync(stopping);
        return null;
    }

    /// <summary>Null when the article was deleted since.</summary>
    async Task<string?> ReadTextAsync(Lease lease, CancellationToken stopping)
    {
        await using var db = store.OpenReader();
        var kept = await db
            .Revisions.Where(row => row.ArticleId == lease.ArticleId && row.Number == lease.Revision)
            .Join(db.Contents, revision => revision.ContentHash, content => content.Hash, (revision, content) => new { revision, content })
            .SingleOrDefaultAsync(stopping);
        return kept is null ? null : SubmittedText.Read(kept.content, kept.revision);
    }

    TimeSpan Longer(TimeSpan pause)
    {
        var longest = options.Value.MaxPause;
        var next = pause == TimeSpan.Zero ? longest / 10 : pause * 2;
        return next < longest ? next : longest;
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "The intake worker could not go on and tries again")]
    static partial void LogFailed(ILogger logger, Exception exception);
}
