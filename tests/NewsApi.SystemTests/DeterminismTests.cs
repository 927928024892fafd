using System.Net;
using System.Text;

namespace NewsApi.SystemTests;

/// <summary>What the API says of a page is the same to the byte: asked twice, and asked of two gateways with an engine each.</summary>
public sealed class DeterminismTests : IAsyncLifetime
{
    const string Analyses = "/v1/analyses?features=sentences,tokens,explanations";

    // All pages in the long runs, else so many that it takes seconds.
    static readonly int Step = Environment.GetEnvironmentVariable("LONG_TESTS") == "1" ? 1 : 10;

    readonly Stand _one = new();
    readonly Stand _other = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task Analyses_OfPagesWithGold_AreTheSameBytesTwiceAndFromAnotherGateway()
    {
        string[] pages =
        [
            .. Directory
                .GetFiles(GatewayProcess.QualityPages, "*.txt", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Where((_, n) => n % Step == 0),
        ];
        pages.Length.ShouldBeGreaterThan(50);
        var one = await _one.StartAsync(GatewayProcess.Engine);
        var other = await _other.StartAsync(GatewayProcess.Engine);
        await one.ReadyEngineAsync();
        await other.ReadyEngineAsync();
        foreach (var page in pages)
        {
            var text = await File.ReadAllTextAsync(page, Encoding.UTF8);
            var first = await AnalyzeAsync(one, text);
            (await AnalyzeAsync(one, text)).ShouldBe(first, page);
            (await AnalyzeAsync(other, text)).ShouldBe(first, page);
        }
    }

    static async Task<string> AnalyzeAsync(GatewayProcess gateway, string text)
    {
        using var content = new StringContent(text, Encoding.UTF8, "text/plain");
        using var response = await gateway.Http.PostAsync(Analyses, content);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadAsStringAsync();
    }
}
