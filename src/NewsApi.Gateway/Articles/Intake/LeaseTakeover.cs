using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Articles.Intake;

/// <summary>
/// Before this gateway serves or works: takes over what gateways held that were killed, so that their pages need not wait until a lease
/// ends. Where another gateway lives on the same database it takes nothing, and leases end in their time. Comes after migration, which
/// is registered before it.
/// </summary>
sealed partial class LeaseTakeover(GatewayLock gateways, PendingArticles pending, ILogger<LeaseTakeover> logger) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) =>
        gateways.EnterAsync(() => TakeOverAsync(cancellationToken), cancellationToken);

    async Task TakeOverAsync(CancellationToken cancellation)
    {
        if (await pending.TakeOverAsync(cancellation) is var count and > 0)
            LogTakenOver(logger, count);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Took over {Count} pages from gateways that ended before")]
    static partial void LogTakenOver(ILogger logger, int count);
}
