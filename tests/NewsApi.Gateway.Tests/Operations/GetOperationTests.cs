using System.Net;
using NewsApi.Gateway.Tests.Articles;

namespace NewsApi.Gateway.Tests.Operations;

public sealed class GetOperationTests : ReadingTests
{
    [Fact]
    public async Task Operation_OfAPendingArticle_IsNotDoneAndThenLeadsToTheArticle()
    {
        await Engine.StopAsync();
        var submitted = await Gateway.SubmitAsync(Page);
        var path = submitted.Headers.GetValues("Operation-Location").Single();
        var response = await GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(2));
        var pending = await response.JsonAsync();
        pending.GetProperty("done").GetBoolean().ShouldBeFalse();
        pending.TryGetProperty("article", out _).ShouldBeFalse();

        await Engine.StartAsync();
        await Eventually.BeTrueAsync(async () => (await GetJsonAsync(path)).GetProperty("done").GetBoolean(), "the operation was not done");
        var done = await GetAsync(path);
        done.Headers.RetryAfter.ShouldBeNull();
        var article = (await done.JsonAsync()).GetProperty("article").GetString()!;
        (await GetJsonAsync(article)).GetProperty("state").GetString().ShouldBe("ready");
    }

    [Fact]
    public async Task Operation_OfAFailedArticle_IsDoneWithTheReason()
    {
        var operation = await GetJsonAsync($"/v1/operations/{await SubmitFailingAsync(Page)}");
        operation.GetProperty("done").GetBoolean().ShouldBeTrue();
        operation.TryGetProperty("article", out _).ShouldBeFalse();
        var error = operation.GetProperty("error");
        error.GetProperty("type").GetString().ShouldBe("urn:newsapi:problem:not-analyzed");
        error.GetProperty("detail").GetString().ShouldBe("The processing service failed on the page (Internal).");
    }

    [Theory]
    [InlineData(NobodysId)]
    [InlineData("none")]
    public async Task Operation_ThatThereIsNot_IsNotFound(string id) =>
        await ShouldBeProblemAsync(await GetAsync($"/v1/operations/{id}"), HttpStatusCode.NotFound, "operation-not-found", "id");
}
