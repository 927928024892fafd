using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace NewsApi.SystemTests;

/// <summary>Both services, one page.</summary>
public sealed class SubmitTests : IAsyncLifetime
{
    readonly Stand _stand = new();
    GatewayProcess _gateway = null!;

    public async Task InitializeAsync()
    {
        _gateway = await _stand.StartAsync(GatewayProcess.Engine);
        await _gateway.ReadyEngineAsync();
    }

    public async Task DisposeAsync() => await _stand.DisposeAsync();

    [Fact]
    public async Task Submit_APage_IsCreatedReadAndServed()
    {
        var page = Pages.Article(7);
        using var response = await _gateway.SubmitAsync(page);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var created = await response.Content.ReadFromJsonAsync<JsonElement>();
        created.GetProperty("state").GetString().ShouldBe("ready");
        created.GetProperty("kind").GetString().ShouldBe("article");
        created.GetProperty("title").GetString().ShouldBe(Pages.Title(7));

        var article = await _gateway.Http.GetFromJsonAsync<JsonElement>(response.Headers.Location);
        article.GetProperty("title").GetString().ShouldBe(Pages.Title(7));
        (await _gateway.Http.GetStringAsync(response.Headers.Location + "/text")).ShouldBe(page);
    }

    [Fact]
    public async Task Submit_APage_IsInTheFileAsItWasSent()
    {
        var page = Pages.Article(8);
        var answer = await _gateway.SubmitAsync(8, page);
        var stored = (await _stand.Database.ArticlesAsync()).ShouldHaveSingleItem();
        stored.ShouldBe(new StoredArticle(answer.Id, "Ready", 1, null, 1, Pages.Title(8)));
        (await _stand.Database.TextsAsync())[answer.Id].ShouldBe(page);
        await _stand.AssertWholeAsync();
    }

    [Fact]
    public async Task Submit_TheSamePageAgain_IsTheSameArticle()
    {
        var first = await _gateway.SubmitAsync(9, Pages.Article(9));
        var second = await _gateway.SubmitAsync(9, Pages.Article(9));
        second.ShouldBe(first with { Status = HttpStatusCode.OK });
    }
}
