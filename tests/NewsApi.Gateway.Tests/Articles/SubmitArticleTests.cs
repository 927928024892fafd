using System.Globalization;
using System.Net;
using System.Text;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using NewsApi.Contracts.Processing.V1;
using NewsApi.FakeEngine;
using NewsApi.Gateway.Articles;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Tests.Articles;

public sealed class SubmitArticleTests : IAsyncLifetime
{
    const string Page = "Hoà bình\n\nHội nghị khai mạc.";
    ProgrammableEngine _engine = null!;
    TestGateway _gateway = null!;

    public async Task InitializeAsync()
    {
        _engine = await ProgrammableEngine.StartNewAsync();
        _gateway = new TestGateway(_engine.Address, null, ("Processing:Deadline", "00:00:02"), ("Intake:RetryDelay", "00:00:00.1"));
        _gateway.StartServer();
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _engine.DisposeAsync();
    }

    [Fact]
    public async Task Submit_ANewPage_IsCreatedAndReady()
    {
        var response = await _gateway.SubmitAsync(Page, ("url", "https://a.vn/x"), ("source", "a"), ("externalId", "1"));

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var article = await response.JsonAsync();
        var id = article.GetProperty("id").GetGuid();
        id.Version.ShouldBe(7);
        response.Headers.Location!.ToString().ShouldBe($"/v1/articles/{id}");
        article.GetProperty("state").GetString().ShouldBe("ready");
        article.GetProperty("title").GetString().ShouldBe("Hoà bình");

        var row = await _gateway.ArticleAsync(id);
        (row.State, row.LeaseUntil, row.Kind, row.Title, row.Language, row.PipelineVersion).ShouldBe(
            (ArticleState.Ready, null, "article", "Hoà bình", "vi", FakeAnswer.PipelineVersion)
        );
        var change = await _gateway.QueryAsync(db => db.Changes.SingleAsync());
        (change.Kind, change.ArticleId).ShouldBe((ChangeKind.Created, id));
    }

    [Theory]
    [InlineData("text/plain; charset=utf-8", "EFBBBF")]
    [InlineData("text/plain; charset=utf-16", "FFFE")]
    public async Task Submit_Text_KeepsTheBytesAndAnalysesTheTextWithoutItsMark(string contentType, string mark)
    {
        var encoding = contentType.EndsWith("utf-8", StringComparison.Ordinal) ? Encoding.UTF8 : Encoding.Unicode;
        byte[] bytes = [.. Convert.FromHexString(mark), .. encoding.GetBytes(Page)];
        (await _gateway.SubmitAsync(bytes, contentType)).StatusCode.ShouldBe(HttpStatusCode.Created);

        _engine.Texts.ShouldBe([Page]);
        var content = await _gateway.QueryAsync(db => db.Contents.SingleAsync());
        Brotli.Decompress(content.Compressed).ShouldBe(bytes);
        content.Length.ShouldBe(bytes.Length);
        var revision = await _gateway.QueryAsync(db => db.Revisions.SingleAsync());
        revision.MediaType.ShouldBe(contentType);
        SubmittedText.Read(content, revision).ShouldBe(Page);
    }

    [Theory]
    [InlineData("2026-02-07T14:00:00+07:00", "2026-02-07T14:00:00+07:00")]
    [InlineData(null, "2026-01-01T08:30:00+09:00")]
    public async Task Submit_WithItsPublicationTime_PutsItBeforeThePagesOwn(string? submitted, string expected)
    {
        _engine.Analyze = (request, _) =>
        {
            var answer = FakeAnswer.To(request.Text);
            answer.Document.Metadata.Published = "2026-01-01T08:30:00+09:00";
            return Task.FromResult(answer);
        };
        var response = submitted is null ? await _gateway.SubmitAsync(Page) : await _gateway.SubmitAsync(Page, ("publishedAt", submitted));

        var published = (await _gateway.ArticleAsync(await response.IdAsync())).Published.ShouldNotBeNull();
        published.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture).ShouldBe(expected);
    }

    [Fact]
    public async Task Submit_APageThatIsNoArticle_IsKeptWithItsKind()
    {
        _engine.Analyze = (_, _) =>
            Task.FromResult(
                new AnalyzeResponse
                {
                    PipelineVersion = FakeAnswer.PipelineVersion,
                    Document = new Document
                    {
                        Kind = PageKind.Listing,
                        KindReason = "many titles, no body",
                        Language = "vi",
                    },
                }
            );
        var response = await _gateway.SubmitAsync(Page);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var article = await response.JsonAsync();
        article.GetProperty("kind").GetString().ShouldBe("listing");
        article.TryGetProperty("title", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Submit_WithPreferRespondAsync_IsAcceptedAndReadyLater()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/articles") { Content = new StringContent(Page) };
        request.Headers.Add("Prefer", "respond-async, wait=10");
        var response = await _gateway.CreateClient().SendAsync(request);

        response.Headers.GetValues("Preference-Applied").ShouldBe(["respond-async"]);
        await ShouldBeAcceptedAndReadyLaterAsync(response);
    }

    [Fact]
    public async Task Submit_WhileTheEngineIsAway_IsAcceptedAndReadyWhenItIsBack()
    {
        await _engine.StopAsync();
        var response = await _gateway.SubmitAsync(Page);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);

        await _engine.StartAsync();
        await ShouldBeAcceptedAndReadyLaterAsync(response);
    }

    [Fact]
    public async Task Submit_ToAnEngineThatIsTooSlow_IsAcceptedAndReadyLater()
    {
        var calls = 0;
        _engine.Analyze = async (request, context) =>
        {
            if (Interlocked.Increment(ref calls) == 1)
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return FakeAnswer.To(request.Text);
        };
        await ShouldBeAcceptedAndReadyLaterAsync(await _gateway.SubmitAsync(Page));
    }

    [Fact]
    public async Task Submit_ToAnEngineThatBreaksOff_IsNotSentAgainAtOnce()
    {
        var seen = 0;
        _engine.Analyze = (request, context) =>
        {
            if (Interlocked.Increment(ref seen) > 1)
                return Task.FromResult(FakeAnswer.To(request.Text));
            context.GetHttpContext().Abort();
            throw new RpcException(Status.DefaultCancelled);
        };
        var response = await _gateway.SubmitAsync(Page);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await ShouldBeAcceptedAndReadyLaterAsync(response);
    }

    [Fact]
    public async Task Submit_AKeptPageThatIsStillPending_IsAcceptedAgain()
    {
        await _engine.StopAsync();
        var first = await _gateway.SubmitAsync(Page);
        var second = await _gateway.SubmitAsync(Page);
        second.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await second.IdAsync()).ShouldBe(await first.IdAsync());
    }

    [Fact]
    public async Task Submit_ByAClientThatHangsUp_GoesOn()
    {
        var reached = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        _engine.Analyze = async (request, _) =>
        {
            reached.SetResult();
            await go.Task;
            return FakeAnswer.To(request.Text);
        };
        using var hangUp = new CancellationTokenSource();
        var submit = _gateway.CreateClient().PostAsync("/v1/articles", new StringContent(Page), hangUp.Token);
        await reached.Task;
        await hangUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => submit);
        go.SetResult();

        await Eventually.BeTrueAsync(
            () => _gateway.QueryAsync(db => db.Articles.AnyAsync(row => row.State == ArticleState.Ready && row.Attempts == 1)),
            "the article was not ready"
        );
    }

    [Fact]
    public async Task TheGatewayThatEndsWhileAPageIsAnalysed_AnswersItFirst()
    {
        var reached = new TaskCompletionSource();
        _engine.Analyze = async (request, _) =>
        {
            reached.SetResult();
            await Task.Delay(200);
            return FakeAnswer.To(request.Text);
        };
        // The gateway's own test clients go with it.
        using var client = new HttpClient { BaseAddress = _gateway.CreateClient().BaseAddress };
        var submit = client.PostAsync("/v1/articles", new StringContent(Page));
        await reached.Task;
        var ending = _gateway.EndAsync();
        (await submit).StatusCode.ShouldBe(HttpStatusCode.Created);
        await ending;
    }

    async Task ShouldBeAcceptedAndReadyLaterAsync(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var id = await response.IdAsync();
        response.Headers.GetValues("Operation-Location").ShouldBe([$"/v1/operations/{id}"]);
        response.Headers.RetryAfter!.Delta.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.Zero);
        await Eventually.BeTrueAsync(
            async () => (await _gateway.ArticleAsync(id)).State == ArticleState.Ready,
            "the article was not ready"
        );
        (await _gateway.ArticleAsync(id)).Title.ShouldBe("Hoà bình");
        (await _gateway.QueryAsync(db => db.Changes.CountAsync())).ShouldBe(1);
    }
}
