using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsApi.FakeEngine;

namespace NewsApi.Gateway.Tests.Probes;

public sealed class HealthEndpointsTests : IAsyncLifetime
{
    ProgrammableEngine _engine = null!;
    TestGateway _gateway = null!;

    public async Task InitializeAsync()
    {
        _engine = await ProgrammableEngine.StartNewAsync();
        _gateway = new TestGateway(_engine.Address);
        _gateway.StartServer();
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _engine.DisposeAsync();
    }

    [Fact]
    public async Task Ready_WithStoreAndEngine_IsReady() =>
        await ShouldAnswerAsync("/health/ready", 200, """{"status":"ready","store":"ready","engine":"ready"}""");

    [Fact]
    public async Task Ready_WhileTheEngineIsAway_IsNotAndIsAgainWhenItIsBack()
    {
        await _engine.StopAsync();
        await ShouldAnswerAsync("/health/ready", 503, """{"status":"unavailable","store":"ready","engine":"unavailable"}""");

        await _engine.StartAsync();
        await ShouldAnswerAsync("/health/ready", 200, """{"status":"ready","store":"ready","engine":"ready"}""");
    }

    [Fact]
    public async Task Ready_WhenTheStoresFileIsGone_IsNot()
    {
        File.Delete(_gateway.DatabasePath);
        await ShouldAnswerAsync("/health/ready", 503, """{"status":"unavailable","store":"unavailable","engine":"ready"}""");
    }

    [Fact]
    public async Task Ready_WhenTheStoresTablesAreGone_IsNot()
    {
        await _gateway.Store.WriteAsync(db => db.Database.ExecuteSqlAsync($"ALTER TABLE Articles RENAME TO Gone"), CancellationToken.None);
        await ShouldAnswerAsync("/health/ready", 503, """{"status":"unavailable","store":"unavailable","engine":"ready"}""");
    }

    [Fact]
    public async Task Live_WithNothingElse_IsReady()
    {
        await _engine.StopAsync();
        File.Delete(_gateway.DatabasePath);
        await ShouldAnswerAsync("/health/live", 200, """{"status":"ready"}""");
    }

    async Task ShouldAnswerAsync(string path, int status, string json)
    {
        var response = await _gateway.CreateClient().GetAsync(path);
        (await response.Content.ReadAsStringAsync()).ShouldBe(json);
        response.StatusCode.ShouldBe((HttpStatusCode)status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
    }
}
