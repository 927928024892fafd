using System.Text.Json;
using NewsApi.FakeEngine;

namespace NewsApi.Gateway.Tests.OpenApi;

/// <summary>A gateway and the document it gives of itself.</summary>
public sealed class ApiDocumentFixture : IAsyncLifetime
{
    ProgrammableEngine _engine = null!;

    public TestGateway Gateway { get; private set; } = null!;

    public JsonElement Document { get; private set; }

    public async Task InitializeAsync()
    {
        _engine = await ProgrammableEngine.StartNewAsync();
        Gateway = new TestGateway(_engine.Address);
        Gateway.StartServer();
        var response = await Gateway.CreateClient().GetAsync("/openapi/v1.json");
        response.EnsureSuccessStatusCode();
        Document = await response.JsonAsync();
    }

    public async Task DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await _engine.DisposeAsync();
    }
}
