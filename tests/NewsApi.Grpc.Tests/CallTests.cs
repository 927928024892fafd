using Grpc.Core;
using NewsApi.Grpc.Tests.Echo;

namespace NewsApi.Grpc.Tests;

public sealed class CallTests : IAsyncLifetime
{
    EchoHost _host = null!;

    public async Task InitializeAsync() => _host = await EchoHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Unary_returns_the_response_and_status_OK()
    {
        using var call = _host.Client.UnaryAsync(new EchoRequest { Text = "Thời sự" });

        (await call).Text.ShouldBe("Thời sự");
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }
}
