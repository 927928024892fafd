using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Articles;
using NewsApi.Gateway.Facts;
using NewsApi.Gateway.Persistence;
using NewsApi.Gateway.Processing;

namespace NewsApi.Gateway.Entities.Linking;

/// <summary>
/// Ties the entities of an analysed article to those of all articles. The engine chooses among candidates from the store; what it
/// chose is kept in one transaction, and only if the candidates are still the same: otherwise it is asked again.
/// </summary>
public sealed partial class EntityLinking(NewsStore store, ProcessingClient engine, TimeProvider clock, ILogger<EntityLinking> logger)
    : IDisposable
{
    const int MostTries = 5;

    // Two articles that are linked at once may both make the same new entity; the second would have to ask again.
    readonly SemaphoreSlim _turn = new(1, 1);
    readonly SemaphoreSlim _leftOver = new(0);

    /// <summary>Links the article; where that fails now it is left to <see cref="EntityLinkWorker"/>.</summary>
    public async Task TryLinkAsync(Guid articleId)
    {
        try
        {
            await LinkAsync(articleId, CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogFailed(logger, articleId, exception is RpcException rpc ? rpc.StatusCode.ToString() : exception.GetType().Name);
            LeaveOver();
        }
    }

    /// <summary>Does nothing where the article is gone, not analysed, or linked.</summary>
    /// <exception cref="RpcException">The engine failed or is away.</exception>
    public async Task LinkAsync(Guid articleId, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            for (var tries = 1; ; tries++)
            {
                if (await ReadAsync(articleId, cancellation) is not { } question)
                    return;
                var choices = await ChooseAsync(question, cancellation);
                if (await store.WriteAsync(db => KeepAsync(db, question, choices, tries == MostTries), cancellation))
                    return;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Puts the facts of a linked article into rows anew, after an editor moved its entities.</summary>
    public Task WriteFactsAsync(Guid articleId, CancellationToken cancellation) =>
        store.WriteAsync(
            async db =>
            {
                var article = await db.Articles.FindAsync([articleId], cancellation);
                if (article is not { State: ArticleState.Ready, LinkedRevision: not null, FactsRevision: null })
                    return false;
                var analysis = await db
                    .Analyses.AsNoTracking()
                    .SingleAsync(
                        row =>
                            row.ArticleId == articleId
                            && row.Revision == article.AnalyzedRevision
                            && row.PipelineVersion == article.PipelineVersion,
                        cancellation
                    );
                await FactWriter.WriteAsync(db, article, KeptArticles.Read(analysis));
                return true;
            },
            cancellation
        );

    /// <summary>Tells that an article waits for the worker.</summary>
    public void LeaveOver() => _leftOver.Release();

    /// <summary>Returns when an article was left over, or after <paramref name="longest"/>.</summary>
    public Task<bool> WaitForLeftOverAsync(TimeSpan longest, CancellationToken cancellation) => _leftOver.WaitAsync(longest, cancellation);

    public void Dispose()
    {
        _turn.Dispose();
        _leftOver.Dispose();
    }

    async Task<Question?> ReadAsync(Guid articleId, CancellationToken cancellation)
    {
        await using var db = store.OpenReader();
        await using var snapshot = await db.BeginSnapshotAsync(cancellation);
        var article = await db.Articles.FirstOrDefaultAsync(row => row.Id == articleId, cancellation);
        if (article is not { State: ArticleState.Ready, LinkedRevision: null })
            return null;
        var analysis = await db.Analyses.SingleAsync(
            row => row.ArticleId == articleId && row.Revision == article.AnalyzedRevision && row.PipelineVersion == article.PipelineVersion,
            cancellation
        );
        var document = KeptArticles.Read(analysis);
        var entities = NamedEntity.AllIn(document);
        var candidates = await EntityCandidates.FindAsync(db, entities, cancellation);
        var asked = Enumerable.Range(0, entities.Count).Where(i => candidates[i].Count > 0).ToList();
        var request = await EntityCandidates.AskAsync(db, asked.Select(i => (entities[i], candidates[i])), cancellation);
        return new Question(article, document, entities, candidates, asked, request);
    }

    async Task<EntityChoice[]> ChooseAsync(Question question, CancellationToken cancellation)
    {
        var choices = new EntityChoice[question.Entities.Count];
        Array.Fill(choices, new EntityChoice { Signs = { LinkSign.NoCandidate } });
        if (question.Asked.Count == 0)
            return choices;
        var response = await engine.LinkEntitiesAsync(question.Request, cancellation);
        for (var i = 0; i < question.Asked.Count; i++)
            choices[question.Asked[i]] = response.Choices[i];
        return choices;
    }

    /// <returns>False where others have changed the candidates meanwhile.</returns>
    async Task<bool> KeepAsync(NewsDbContext db, Question question, EntityChoice[] choices, bool isLastTry)
    {
        var article = await db.Articles.FindAsync(question.Article.Id);
        if (
            article is not { State: ArticleState.Ready, LinkedRevision: null }
            || article.AnalyzedRevision != question.Article.AnalyzedRevision
            || article.PipelineVersion != question.Article.PipelineVersion
        )
            return true;
        var now = await EntityCandidates.FindAsync(db, question.Entities, CancellationToken.None);
        var isSame = now.Zip(question.Candidates).All(pair => Ids(pair.First).SequenceEqual(Ids(pair.Second)));
        if (!isSame && !isLastTry)
            return false;
        if (!isSame)
            throw new InvalidOperationException("The candidates change faster than they are chosen from.");
        await EntityLinkWriter.WriteAsync(db, article, question.Entities, choices, clock.GetUtcNow());
        await FactWriter.WriteAsync(db, article, question.Document);
        return true;
    }

    static IEnumerable<Guid> Ids(IEnumerable<KnownEntity> candidates) => candidates.Select(candidate => candidate.Row.Id);

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The entities of article {ArticleId} are linked later: {Reason}")]
    static partial void LogFailed(ILogger logger, Guid articleId, string reason);

    /// <param name="Asked">The entities that have candidates, by their place.</param>
    sealed record Question(
        ArticleRow Article,
        Document Document,
        List<NamedEntity> Entities,
        List<IReadOnlyList<KnownEntity>> Candidates,
        List<int> Asked,
        LinkEntitiesRequest Request
    );
}
