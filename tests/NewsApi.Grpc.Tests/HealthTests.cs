using Grpc.Core;
using Grpc.Health.V1;

namespace NewsApi.Grpc.Tests;

public sealed class HealthTests : IAsyncLifetime
{
    const string Service = "newsapi.testing.v1.EchoService";

    EchoHost _host = null!;

    public async Task InitializeAsync() => _host = await EchoHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    Health.HealthClient Client => new(_host.Channel);

    static async Task<HealthCheckResponse.Types.ServingStatus> NextAsync(AsyncServerStreamingCall<HealthCheckResponse> call)
    {
        (await call.ResponseStream.MoveNext().WaitAsync(EchoHost.Patience)).ShouldBeTrue();
        return call.ResponseStream.Current.Status;
    }

    [Fact]
    public async Task Check_of_an_unknown_service_is_NOT_FOUND()
    {
        var failure = await Should.ThrowAsync<RpcException>(async () =>
            await Client.CheckAsync(new HealthCheckRequest { Service = Service })
        );

        failure.StatusCode.ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task Check_tells_the_status_that_was_set_last()
    {
        _host.Health.SetStatus("", HealthCheckResponse.Types.ServingStatus.NotServing);
        _host.Health.SetStatus("", HealthCheckResponse.Types.ServingStatus.Serving);

        (await Client.CheckAsync(new HealthCheckRequest())).Status.ShouldBe(HealthCheckResponse.Types.ServingStatus.Serving);
    }

    [Fact]
    public async Task Watch_tells_each_change_of_its_service()
    {
        using var call = Client.Watch(new HealthCheckRequest { Service = Service });
        (await NextAsync(call)).ShouldBe(HealthCheckResponse.Types.ServingStatus.ServiceUnknown);

        _host.Health.SetStatus("other", HealthCheckResponse.Types.ServingStatus.NotServing);
        _host.Health.SetStatus(Service, HealthCheckResponse.Types.ServingStatus.Serving);
        (await NextAsync(call)).ShouldBe(HealthCheckResponse.Types.ServingStatus.Serving);

        _host.Health.SetStatus(Service, HealthCheckResponse.Types.ServingStatus.Serving);
        _host.Health.SetStatus(Service, HealthCheckResponse.Types.ServingStatus.NotServing);
        (await NextAsync(call)).ShouldBe(HealthCheckResponse.Types.ServingStatus.NotServing);
    }
}
