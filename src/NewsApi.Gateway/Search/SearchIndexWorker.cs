using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsApi.Gateway.Articles;
using NewsApi.Gateway.Articles.Intake;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Search;

/// <summary>Indexes articles that were kept before there was an index, or by an earlier way of indexing. New ones are indexed as they become ready.</summary>
public sealed partial class SearchIndexWorker(
    NewsStore store,
    IOptions<IntakeOptions> options,
    TimeProvider clock,
    ILogger<SearchIndexWorker> logger
) : BackgroundService
{
    /// <summary>So many are indexed in one transaction: others who write do not wait long.</summary>
    const int Batch = 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ForgetEarlierAsync(stoppingToken);
                while (await IndexSomeAsync(stoppingToken)) { }
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogFailed(logger, exception);
            }
            await Task.Delay(options.Value.MaxPause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    Task<int> ForgetEarlierAsync(CancellationToken stopping) =>
        store.WriteAsync(
            async db =>
            {
                var earlier = db.SearchDocuments.Where(row => row.Version != SearchIndex.Version).Select(row => row.ArticleId);
                return await db
                    .Articles.Where(row => earlier.Contains(row.Id))
                    .ExecuteUpdateAsync(row => row.SetProperty(article => article.IndexedRevision, (int?)null), stopping);
            },
            stopping
        );

    /// <returns>Whether there may be more.</returns>
    Task<bool> IndexSomeAsync(CancellationToken stopping) =>
        store.WriteAsync(
            async db =>
            {
                var rows = await db
                    .Articles.Where(row => row.State == ArticleState.Ready && row.IndexedRevision == null)
                    .OrderBy(row => row.Id)
                    .Take(Batch)
                    .ToListAsync(stopping);
                var articles = new KeptArticles(db);
                foreach (var row in rows)
                    await SearchIndex.WriteAsync(
                        db,
                        row,
                        await articles.DocumentAsync(row, stopping),
                        await articles.TextAsync(row, stopping)
                    );
                return rows.Count == Batch;
            },
            stopping
        );

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Articles could not be indexed; another try follows")]
    static partial void LogFailed(ILogger logger, Exception exception);
}
