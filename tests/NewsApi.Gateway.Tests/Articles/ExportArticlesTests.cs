using System.Net;
using System.Text.Json;

namespace NewsApi.Gateway.Tests.Articles;

public sealed class ExportArticlesTests : ReadingTests
{
    const string Path = "/v1/exports/articles.ndjson";

    async Task<List<JsonElement>> ExportAsync(string query = "")
    {
        using var client = Gateway.CreateClient();
        using var response = await client.GetAsync(Path + query);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/x-ndjson");
        var text = await response.Content.ReadAsStringAsync();
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    [Fact]
    public async Task Export_OfMoreThanOneBatch_HasEachArticleOnce_AsTheListHasIt()
    {
        const int Count = 203;
        for (var i = 0; i < Count; i++)
            (await Gateway.SubmitAsync($"Tin số {i}\n\nXã đón {i} khách.")).IsSuccessStatusCode.ShouldBeTrue();

        var lines = await ExportAsync();

        lines.Select(line => line.GetProperty("id").GetGuid()).Distinct().Count().ShouldBe(Count);
        lines[0].GetProperty("title").GetString().ShouldBe($"Tin số {Count - 1}");
        var listed = (await GetJsonAsync("/v1/articles?view=full&pageSize=1")).GetProperty("articles")[0];
        lines[0].GetRawText().ShouldBe(listed.GetRawText());
    }

    [Fact]
    public async Task Export_OfAQuery_HasWhatMeetsIt()
    {
        await Gateway.SubmitAsync("Phà chạy lại\n\nBến phà mở cửa.", ("source", "a"));
        await Gateway.SubmitAsync("Cầu mới\n\nCầu thông xe.", ("source", "b"));

        (await ExportAsync("?source=b&view=basic")).ShouldHaveSingleItem().GetProperty("title").GetString().ShouldBe("Cầu mới");
        (await ExportAsync("?source=c")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("?q=(", "q")]
    [InlineData("?sort=relevance&q=a", "sort")]
    [InlineData("?pageSize=10", "pageSize")]
    public async Task Export_OfAQueryThatIsNotAllowed_IsAProblem(string query, string name)
    {
        using var client = Gateway.CreateClient();
        using var response = await client.GetAsync(Path + query);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain($"\"{name}\"");
    }
}
