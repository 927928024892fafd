using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.Options;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Entities.Linking;
using NewsApi.Gateway.Persistence;
using NewsApi.Gateway.Processing;
using NewsApi.Gateway.Search;

namespace NewsApi.Gateway.Articles.Intake;

public enum AnalysisOutcome
{
    Ready,

    /// <summary>The attempt failed; the worker makes the next one.</summary>
    Postponed,

    /// <summary>The engine never saw the page: this was no attempt.</summary>
    EngineAway,

    /// <summary>The last attempt failed.</summary>
    Failed,

    /// <summary>The article was deleted, revised or taken by another meanwhile.</summary>
    Superseded,
}

/// <summary>Has the engine read a kept page, and keeps what it read or why it could not.</summary>
public sealed partial class ArticleAnalyzer(
    NewsStore store,
    ProcessingClient engine,
    EngineTurns turns,
    EntityLinking linking,
    IOptions<IntakeOptions> options,
    TimeProvider clock,
    ILogger<ArticleAnalyzer> logger
)
{
    /// <summary>What is asked of the engine for every page that is kept. Tokens are many and cheap to make again: they come on request.</summary>
    static readonly Feature[] Features = [Feature.Sentences, Feature.Explanations, Feature.Mentions, Feature.Facts];

    /// <summary>
    /// Makes one attempt. Cancelled, it gives the page back as if it had not been taken. Once the engine has answered the outcome is
    /// kept in any case.
    /// </summary>
    public async Task<AnalysisOutcome> AnalyzeAsync(Lease lease, string text, CancellationToken cancellation)
    {
        AnalyzeResponse response;
        try
        {
            using var turn = await turns.TakeAsync(lease.IsSuspect, cancellation);
            response = await engine.AnalyzeAsync(new AnalyzeRequest { Text = text, Features = { Features } }, cancellation);
        }
        catch (RpcException exception)
        {
            var outcome = await ChangeAsync(lease, (db, article) => PostponeAsync(db, article, exception));
            LogFailedAttempt(logger, lease.ArticleId, lease.Revision, exception.StatusCode, outcome);
            return outcome;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await ChangeAsync(lease, (_, article) => Task.FromResult(GiveBack(article)));
            throw;
        }
        var kept = await KeepAsync(lease, response, text);
        if (kept == AnalysisOutcome.Ready)
            await linking.TryLinkAsync(lease.ArticleId);
        return kept;
    }

    /// <summary>Reads the text of a ready article anew.</summary>
    /// <exception cref="RpcException">The engine failed or is away.</exception>
    public async Task<AnalyzeResponse> ReadAgainAsync(string text, CancellationToken cancellation)
    {
        using var turn = await turns.TakeAsync(alone: false, cancellation);
        return await engine.AnalyzeAsync(new AnalyzeRequest { Text = text, Features = { Features } }, cancellation);
    }

    /// <summary>Keeps a new reading of a ready article in the place of the last. False where the article was deleted or revised meanwhile.</summary>
    public async Task<bool> KeepAgainAsync(Guid articleId, int revision, AnalyzeResponse response, string text)
    {
        var document = Brotli.Compress(response.Document.ToByteArray());
        var isKept = await store.WriteAsync(
            async db =>
            {
                var article = await db.Articles.FindAsync(articleId);
                if (article is not { State: ArticleState.Ready } || article.Revision != revision)
                    return false;
                var now = clock.GetUtcNow();
                await db.KeepAnalysisAsync(new Lease(articleId, revision, now), response.PipelineVersion, document, now);
                article.Show(response);
                await SearchIndex.WriteAsync(db, article, response.Document, text);
                await db.AddChangeAsync(article, now);
                return true;
            },
            CancellationToken.None
        );
        if (isKept)
            await linking.TryLinkAsync(articleId);
        return isKept;
    }

    /// <summary>Takes the page out of the queue with what it says, unless somebody else holds it by now.</summary>
    Task<AnalysisOutcome> ChangeAsync(Lease lease, Func<NewsDbContext, ArticleRow, Task<AnalysisOutcome>> change) =>
        store.WriteAsync(
            async db =>
                await db.Articles.FindAsync(lease.ArticleId) is { } article && lease.IsOn(article)
                    ? await change(db, article)
                    : AnalysisOutcome.Superseded,
            CancellationToken.None
        );

    AnalysisOutcome GiveBack(ArticleRow article)
    {
        article.Attempts--;
        article.LeaseUntil = clock.GetUtcNow();
        return AnalysisOutcome.EngineAway;
    }

    async Task<AnalysisOutcome> PostponeAsync(NewsDbContext db, ArticleRow article, RpcException exception)
    {
        article.FailureReason = Reason(exception.StatusCode);
        if (ProcessingClient.NeverReached(exception))
            return GiveBack(article);
        if (article.Attempts < options.Value.MaxAttempts)
        {
            article.LeaseUntil = clock.GetUtcNow() + options.Value.RetryDelayAfter(article.Attempts);
            return AnalysisOutcome.Postponed;
        }
        await db.FailAsync(article, clock.GetUtcNow());
        return AnalysisOutcome.Failed;
    }

    /// <summary>The engine's own words stay out: they may quote the page.</summary>
    static string Reason(StatusCode code) =>
        code switch
        {
            StatusCode.DeadlineExceeded => "The processing service did not answer in time.",
            StatusCode.Unavailable => Lease.BrokeOff,
            StatusCode.InvalidArgument or StatusCode.ResourceExhausted or StatusCode.OutOfRange =>
                $"The processing service refused the page ({code}).",
            _ => $"The processing service failed on the page ({code}).",
        };

    Task<AnalysisOutcome> KeepAsync(Lease lease, AnalyzeResponse response, string text)
    {
        var document = Brotli.Compress(response.Document.ToByteArray());
        return store.WriteAsync(
            async db =>
            {
                var article = await db.Articles.FindAsync(lease.ArticleId);
                if (article is null)
                    return AnalysisOutcome.Superseded;

                var now = clock.GetUtcNow();
                await db.KeepAnalysisAsync(lease, response.PipelineVersion, document, now);
                // An answer that comes after its lease is as good as any; only one for an earlier text is not.
                if (article.Revision != lease.Revision || article.State == ArticleState.Ready)
                    return AnalysisOutcome.Superseded;
                article.Show(response);
                await SearchIndex.WriteAsync(db, article, response.Document, text);
                await db.AddChangeAsync(article, now);
                return AnalysisOutcome.Ready;
            },
            CancellationToken.None
        );
    }

    [LoggerMessage(
        EventId = 1,
        Level = LogLevel.Warning,
        Message = "Article {ArticleId}, revision {Revision}: analysis ended with {Status}; {Outcome}"
    )]
    static partial void LogFailedAttempt(ILogger logger, Guid articleId, int revision, StatusCode status, AnalysisOutcome outcome);
}
