using Grpc.Net.Client;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsApi.Gateway.Persistence;
using NewsApi.Gateway.Processing;

namespace NewsApi.Gateway.Probes;

/// <summary>Looks whether the store and the engine do their work, each within <see cref="Patience"/>.</summary>
public sealed partial class Readiness(NewsStore store, EngineChannels engines, IOptions<StorageOptions> storage, ILogger<Readiness> logger)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<ReadinessResource> CheckAsync(CancellationToken cancellation)
    {
        var engine = IsEngineReadyAsync(cancellation);
        var storeIsReady = await IsStoreReadyAsync(cancellation);
        var engineIsReady = await engine;
        return new(State(storeIsReady && engineIsReady), State(storeIsReady), State(engineIsReady));
    }

    static HealthState State(bool isReady) => isReady ? HealthState.Ready : HealthState.Unavailable;

    /// <summary>
    /// Reads a row and takes the place of the writer for a moment. A file that was removed under open connections can still be read and
    /// written, and everything in it is lost when they close: that is not a store.
    /// </summary>
    async Task<bool> IsStoreReadyAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return File.Exists(storage.Value.Path)
                && await store.WriteAsync(db => db.Articles.Take(1).CountAsync(patience.Token), patience.Token) >= 0;
        }
        catch (Exception exception) when (exception is SqliteException or DbUpdateException)
        {
            LogStoreAway(logger, exception);
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>One that serves is enough: calls go to those that answer.</summary>
    async Task<bool> IsEngineReadyAsync(CancellationToken cancellation)
    {
        var checks = Enumerable
            .Range(0, engines.Count)
            .Select(_ => engines.Next())
            .OfType<GrpcChannel>()
            .Select(channel => EngineHealth.IsServingAsync(channel, Patience, cancellation));
        return (await Task.WhenAll(checks)).Contains(true);
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The store cannot be used")]
    static partial void LogStoreAway(ILogger logger, Exception exception);
}
