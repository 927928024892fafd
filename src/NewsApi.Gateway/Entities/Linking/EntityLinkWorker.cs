using System.Linq.Expressions;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsApi.Gateway.Articles.Intake;
using NewsApi.Gateway.Persistence;
using NewsApi.Gateway.Processing;

namespace NewsApi.Gateway.Entities.Linking;

/// <summary>
/// Links the entities of articles that were left: the engine was away, the gateway ended, or the article was analysed before entities
/// were linked. One that fails again and again holds up no other: the next round comes to it.
/// </summary>
public sealed partial class EntityLinkWorker(
    NewsStore store,
    EntityLinking linking,
    EngineChannels engines,
    IOptions<IntakeOptions> options,
    TimeProvider clock,
    ILogger<EntityLinkWorker> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var arrival = engines.NextArrival;
            var isDone = false;
            try
            {
                isDone = await LinkAllAsync(stoppingToken);
                if (isDone)
                    await linking.WaitForLeftOverAsync(options.Value.MaxSleep, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogFailed(logger, exception);
            }
            if (!isDone)
                await arrival
                    .WaitAsync(options.Value.MaxPause, clock, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>False where some could not be linked.</returns>
    async Task<bool> LinkAllAsync(CancellationToken stopping)
    {
        var areLinked = await ForEachAsync(row => row.LinkedRevision == null, linking.LinkAsync, stopping);
        var haveFacts = await ForEachAsync(
            row => row.LinkedRevision != null && row.FactsRevision == null,
            linking.WriteFactsAsync,
            stopping
        );
        return areLinked && haveFacts;
    }

    async Task<bool> ForEachAsync(
        Expression<Func<ArticleRow, bool>> waits,
        Func<Guid, CancellationToken, Task> work,
        CancellationToken stopping
    )
    {
        var isDone = true;
        Guid? last = null;
        while (await NextAsync(waits, last, stopping) is { } next)
        {
            last = next;
            try
            {
                await work(next, stopping);
            }
            catch (RpcException exception) when (ProcessingClient.NeverReached(exception))
            {
                return false;
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                isDone = false;
                LogLater(logger, next, exception is RpcException rpc ? rpc.StatusCode.ToString() : exception.GetType().Name);
            }
        }
        return isDone;
    }

    async Task<Guid?> NextAsync(Expression<Func<ArticleRow, bool>> waits, Guid? last, CancellationToken stopping)
    {
        await using var db = store.OpenReader();
        var waiting = db.Articles.Where(row => row.State == ArticleState.Ready).Where(waits);
        if (last is { } id)
            waiting = waiting.Where(row => row.Id.CompareTo(id) > 0);
        return await waiting.OrderBy(row => row.Id).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(stopping);
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Entities could not be linked; another try follows")]
    static partial void LogFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "The entities of article {ArticleId} are linked later: {Reason}")]
    static partial void LogLater(ILogger logger, Guid articleId, string reason);
}
