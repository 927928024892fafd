using System.Net;
using NewsApi.Gateway.Tests.OpenApi;

namespace NewsApi.Gateway.Tests.Http;

public sealed class HeadTests(ApiDocumentFixture fixture) : IClassFixture<ApiDocumentFixture>
{
    const string Page = "Hoà bình\n\nHội nghị khai mạc.";
    const string NobodysId = "0197f3a0-0000-7000-8000-000000000000";

    HttpClient Client => fixture.Gateway.CreateClient();

    [Theory]
    [InlineData("")]
    [InlineData("/text")]
    [InlineData("/lines")]
    [InlineData("/original")]
    public async Task Head_OfAnArticleAndItsParts_IsGetWithoutTheBody(string part)
    {
        var id = await (await fixture.Gateway.SubmitAsync(Page)).IdAsync();
        var get = await Client.GetAsync($"/v1/articles/{id}{part}");
        var head = await HeadAsync($"/v1/articles/{id}{part}");
        await ShouldBeLikeAsync(head, get);
        head.Headers.ETag.ShouldNotBeNull().ShouldBe(get.Headers.ETag);
    }

    [Theory]
    [InlineData("/v1/articles", HttpStatusCode.OK)]
    [InlineData("/v1/articles/count", HttpStatusCode.OK)]
    [InlineData("/v1/articles?pagesize=1", HttpStatusCode.BadRequest)]
    [InlineData($"/v1/articles/{NobodysId}", HttpStatusCode.NotFound)]
    [InlineData("/v1/pipeline", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/openapi/v1.json", HttpStatusCode.OK)]
    [InlineData("/docs", HttpStatusCode.OK)]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    public async Task Head_OfAnyPath_IsGetWithoutTheBody(string path, HttpStatusCode expected)
    {
        var head = await HeadAsync(path);
        head.StatusCode.ShouldBe(expected);
        await ShouldBeLikeAsync(head, await Client.GetAsync(path));
    }

    [Fact]
    public async Task Head_OfWhatTheClientHas_IsNotModified()
    {
        var id = await (await fixture.Gateway.SubmitAsync(Page)).IdAsync();
        var tag = (await HeadAsync($"/v1/articles/{id}")).Headers.ETag.ShouldNotBeNull();
        using var request = new HttpRequestMessage(HttpMethod.Head, $"/v1/articles/{id}");
        request.Headers.IfNoneMatch.Add(tag);
        (await Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Head_OfWhatCanOnlyBePosted_IsRefused()
    {
        var head = await HeadAsync("/v1/analyses");
        head.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        head.Content.Headers.Allow.ShouldBe(["POST"]);
    }

    [Fact]
    public async Task Allow_WherePathsCanBeRead_NamesHead()
    {
        var response = await Client.PutAsync("/v1/articles", null);
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET", "HEAD", "POST"], ignoreOrder: true);
    }

    async Task<HttpResponseMessage> HeadAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        return await Client.SendAsync(request);
    }

    static async Task ShouldBeLikeAsync(HttpResponseMessage head, HttpResponseMessage get)
    {
        head.StatusCode.ShouldBe(get.StatusCode);
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        head.Content.Headers.ContentType.ShouldBe(get.Content.Headers.ContentType);
    }
}
