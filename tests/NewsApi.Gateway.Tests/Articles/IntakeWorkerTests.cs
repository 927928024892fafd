using System.Net;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using NewsApi.FakeEngine;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Tests.Articles;

/// <summary>What becomes of pages that were kept and not analysed, by a clock that the test moves.</summary>
public sealed class IntakeWorkerTests : IAsyncLifetime
{
    const string Page = "Hoà bình\n\nHội nghị khai mạc.";
    static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    ProgrammableEngine _engine = null!;
    TestGateway _gateway = null!;

    public async Task InitializeAsync()
    {
        _engine = await ProgrammableEngine.StartNewAsync();
        // One at a time: this clock runs so fast that a lease ends within milliseconds, and a second worker would take the page.
        _gateway = new TestGateway(_engine.Address, _clock, ("Intake:MaxAttempts", "3"), ("Intake:Concurrency", "1"));
        _gateway.StartServer();
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _engine.DisposeAsync();
    }

    [Fact]
    public async Task APageThatTheEngineFailsOn_FailsAfterItsAttempts()
    {
        _engine.Analyze = (_, _) => throw new RpcException(new Status(StatusCode.Internal, "quotes: " + Page));
        var response = await _gateway.SubmitAsync(Page);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var id = await response.IdAsync();

        await ReachAsync(id, ArticleState.Failed);
        _engine.Texts.Count.ShouldBe(3);
        var article = await _gateway.ArticleAsync(id);
        article.FailureReason.ShouldBe("The processing service failed on the page (Internal).");
        article.LeaseUntil.ShouldBeNull();
        (await _gateway.QueryAsync(db => db.Changes.SingleAsync())).Kind.ShouldBe(ChangeKind.Created);
    }

    [Fact]
    public async Task APageThatEndsTheEngine_FailsAfterItsAttempts()
    {
        _engine.Analyze = (_, context) =>
        {
            context.GetHttpContext().Abort();
            throw new RpcException(Status.DefaultCancelled);
        };
        var id = await (await _gateway.SubmitAsync(Page)).IdAsync();

        await ReachAsync(id, ArticleState.Failed);
        _engine.Texts.Count.ShouldBe(3);
    }

    [Fact]
    public async Task AFailedPage_SubmittedAgain_IsNotTriedAgain()
    {
        _engine.Analyze = (_, _) => throw new RpcException(new Status(StatusCode.Internal, ""));
        await ReachAsync(await (await _gateway.SubmitAsync(Page)).IdAsync(), ArticleState.Failed);

        var again = await _gateway.SubmitAsync(Page);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await again.JsonAsync()).GetProperty("state").GetString().ShouldBe("failed");
        _engine.Texts.Count.ShouldBe(3);
    }

    [Fact]
    public async Task AFailedArticle_WithANewText_IsTriedAgain()
    {
        _engine.Analyze = (request, _) =>
            request.Text == Page
                ? throw new RpcException(new Status(StatusCode.Internal, ""))
                : Task.FromResult(FakeAnswer.To(request.Text));
        var id = await (await _gateway.SubmitAsync(Page, ("url", "https://a.vn/x"))).IdAsync();
        await ReachAsync(id, ArticleState.Failed);

        (await _gateway.SubmitAsync("Tin khác", ("url", "https://a.vn/x"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var article = await _gateway.ArticleAsync(id);
        (article.State, article.Revision, article.Attempts, article.FailureReason).ShouldBe((ArticleState.Ready, 2, 1, null));
    }

    [Fact]
    public async Task AFailedAttempt_IsFollowedByTheNextAfterALongerDelayEachTime()
    {
        _engine.Analyze = (_, _) => throw new RpcException(new Status(StatusCode.Internal, ""));
        var id = await (await _gateway.SubmitAsync(Page)).IdAsync();

        (await _gateway.ArticleAsync(id)).LeaseUntil.ShouldBe(_clock.GetUtcNow() + TimeSpan.FromSeconds(2));
        _clock.Advance(TimeSpan.FromSeconds(2));
        await Eventually.BeTrueAsync(
            async () => (await _gateway.ArticleAsync(id)).LeaseUntil == _clock.GetUtcNow() + TimeSpan.FromSeconds(8),
            "the second attempt was not followed by 8 s"
        );
        (await _gateway.ArticleAsync(id)).Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task AnEngineThatIsAway_DoesNotCountAsAnAttempt()
    {
        await _engine.StopAsync();
        var submit = _gateway.SubmitAsync(Page);
        await Eventually.BeTrueAsync(() => Task.FromResult(submit.IsCompleted), "the submit was not answered", _clock, Tick);
        var id = await (await submit).IdAsync();
        var started = _clock.GetUtcNow();
        await Eventually.BeTrueAsync(
            () => Task.FromResult(_clock.GetUtcNow() - started > TimeSpan.FromHours(1)),
            "an hour did not pass",
            _clock,
            TimeSpan.FromMinutes(1)
        );
        (await _gateway.ArticleAsync(id)).State.ShouldBe(ArticleState.Pending);

        await _engine.StartAsync();
        await ReachAsync(id, ArticleState.Ready);
        (await _gateway.ArticleAsync(id)).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task APageWhoseSubmitterDied_IsAnalysedWhenItsLeaseEnds()
    {
        var id = await KeepAsync(attempts: 1, leaseUntil: _clock.GetUtcNow() + TimeSpan.FromSeconds(90));
        // Wakes the worker, which sees that the lease still runs and sleeps until it ends.
        await _gateway.SubmitAsync("Tin khác");
        (await _gateway.ArticleAsync(id)).State.ShouldBe(ArticleState.Pending);
        _engine.Texts.ShouldBe(["Tin khác"]);

        await ReachAsync(id, ArticleState.Ready);
        _engine.Texts.ShouldBe(["Tin khác", Page]);
        (_clock.GetUtcNow() >= _clock.Start + TimeSpan.FromSeconds(90)).ShouldBeTrue();
        (await _gateway.ArticleAsync(id)).Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task APageWhoseHoldersDiedAtEachAttempt_FailsWithoutAnother()
    {
        var id = await KeepAsync(attempts: 3, leaseUntil: _clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        await ReachAsync(id, ArticleState.Failed);
        _engine.Texts.ShouldBeEmpty();
        (await _gateway.ArticleAsync(id)).FailureReason.ShouldNotBeNull().ShouldContain("gateway");
    }

    [Fact]
    public async Task AnAnswerThatComesAfterTheArticleIsDeleted_IsDropped()
    {
        var reached = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        _engine.Analyze = async (request, _) =>
        {
            reached.SetResult();
            await go.Task;
            return FakeAnswer.To(request.Text);
        };
        var submit = _gateway.SubmitAsync(Page);
        await reached.Task;
        var id = await _gateway.QueryAsync(db => db.Articles.Select(row => row.Id).SingleAsync());
        (await _gateway.CreateClient().DeleteAsync($"/v1/articles/{id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        go.SetResult();

        (await submit).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _gateway.QueryAsync(db => db.Analyses.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task AnAnswerForAnEarlierText_IsKeptAndDoesNotMakeTheArticleReady()
    {
        var reached = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        _engine.Analyze = async (request, _) =>
        {
            if (request.Text == Page)
            {
                reached.SetResult();
                await go.Task;
                return FakeAnswer.To(request.Text);
            }
            throw new RpcException(new Status(StatusCode.Internal, ""));
        };
        var first = _gateway.SubmitAsync(Page, ("url", "https://a.vn/x"));
        await reached.Task;
        var id = await (await _gateway.SubmitAsync("Tin khác", ("url", "https://a.vn/x"))).IdAsync();
        go.SetResult();

        (await first).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var article = await _gateway.ArticleAsync(id);
        (article.State, article.Revision, article.AnalyzedRevision).ShouldBe((ArticleState.Pending, 2, null));
        (await _gateway.QueryAsync(db => db.Analyses.Select(row => row.Revision).ToListAsync())).ShouldBe([1]);
    }

    [Fact]
    public async Task AGatewayThatEnds_LeavesThePageForTheNextOne()
    {
        var reached = new TaskCompletionSource();
        _engine.Analyze = async (_, context) =>
        {
            reached.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            throw new RpcException(Status.DefaultCancelled);
        };
        var id = await KeepAsync(attempts: 0, leaseUntil: _clock.GetUtcNow());
        await Eventually.BeTrueAsync(() => Task.FromResult(reached.Task.IsCompleted), "the worker did not begin", _clock, Tick);

        await _gateway.EndAsync();
        var article = await _gateway.ReadFileAsync(db => db.Articles.SingleAsync(row => row.Id == id));
        (article.State, article.Attempts).ShouldBe((ArticleState.Pending, 0));
        article.LeaseUntil.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(_clock.GetUtcNow());
    }

    /// <summary>As a gateway leaves it that dies between keeping a page and analysing it.</summary>
    async Task<Guid> KeepAsync(int attempts, DateTimeOffset leaseUntil)
    {
        var text = NewsApi.Gateway.Articles.SubmittedText.FromJson(Page);
        var article = new ArticleRow
        {
            Id = Guid.CreateVersion7(),
            TextHash = text.TextHash,
            GroupId = Guid.Empty,
            StoredAt = _clock.GetUtcNow(),
            UpdatedAt = _clock.GetUtcNow(),
            Attempts = attempts,
            LeaseUntil = leaseUntil,
        };
        await _gateway.Store.WriteAsync(
            db =>
            {
                db.Add(article);
                db.Add(
                    new ContentRow
                    {
                        Hash = text.ContentHash,
                        Length = text.Bytes.Length,
                        Compressed = Brotli.Compress(text.Bytes),
                    }
                );
                db.Add(
                    new RevisionRow
                    {
                        ArticleId = article.Id,
                        Number = 1,
                        ContentHash = text.ContentHash,
                        MediaType = text.MediaType,
                        TextHash = text.TextHash,
                        StoredAt = _clock.GetUtcNow(),
                    }
                );
                return Task.FromResult(0);
            },
            CancellationToken.None
        );
        return article.Id;
    }

    Task ReachAsync(Guid id, ArticleState state) =>
        Eventually.BeTrueAsync(async () => (await _gateway.ArticleAsync(id)).State == state, $"the article was not {state}", _clock, Tick);
}
