using Grpc.Core;
using Grpc.Net.Client;
using NewsApi.Grpc.Tests.Echo;

namespace NewsApi.Grpc.Tests;

public sealed class CancellationTests : IAsyncLifetime
{
    EchoHost _host = null!;

    public async Task InitializeAsync() => _host = await EchoHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    Task ServerStarted => _host.Server.Started.WaitAsync(EchoHost.Patience);

    Task ServerCancelled => _host.Server.Cancelled.WaitAsync(EchoHost.Patience);

    [Fact]
    public async Task A_token_that_is_set_ends_the_call_on_both_sides()
    {
        using var cancellation = new CancellationTokenSource();
        using var call = _host.Client.UnaryAsync(new EchoRequest { Hang = true }, cancellationToken: cancellation.Token);
        await ServerStarted;

        await cancellation.CancelAsync();

        (await Should.ThrowAsync<RpcException>(() => call.ResponseAsync)).StatusCode.ShouldBe(StatusCode.Cancelled);
        await ServerCancelled;
    }

    [Fact]
    public async Task A_token_that_was_set_before_ends_the_call_without_sending_it()
    {
        var failure = await Should.ThrowAsync<RpcException>(async () =>
            await _host.Client.UnaryAsync(new EchoRequest { Hang = true }, cancellationToken: new CancellationToken(canceled: true))
        );

        failure.StatusCode.ShouldBe(StatusCode.Cancelled);
        _host.Server.Started.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Disposing_a_call_ends_it_on_both_sides()
    {
        var call = _host.Client.ServerStream(new EchoRequest { Hang = true, Repeat = 1 });
        await call.ResponseStream.MoveNext();
        await ServerStarted;

        call.Dispose();

        (await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext())).StatusCode.ShouldBe(StatusCode.Cancelled);
        await ServerCancelled;
    }

    [Fact]
    public async Task A_token_given_to_a_read_ends_the_call()
    {
        using var cancellation = new CancellationTokenSource();
        using var call = _host.Client.ServerStream(new EchoRequest { Hang = true, Repeat = 1 });
        await call.ResponseStream.MoveNext();
        await ServerStarted;

        var read = call.ResponseStream.MoveNext(cancellation.Token);
        await cancellation.CancelAsync();

        (await Should.ThrowAsync<RpcException>(() => read)).StatusCode.ShouldBe(StatusCode.Cancelled);
        await ServerCancelled;
    }

    [Fact]
    public async Task Disposing_the_channel_ends_its_calls()
    {
        using var channel = GrpcChannel.ForAddress(_host.Address.ToString());
        using var call = new EchoService.EchoServiceClient(channel).UnaryAsync(new EchoRequest { Hang = true });
        await ServerStarted;

        channel.Dispose();

        (await Should.ThrowAsync<RpcException>(() => call.ResponseAsync)).StatusCode.ShouldBe(StatusCode.Cancelled);
        await ServerCancelled;
        Should.Throw<ObjectDisposedException>(() => new EchoService.EchoServiceClient(channel).UnaryAsync(new EchoRequest()));
    }

    [Fact]
    public async Task Cancelling_while_the_server_reads_a_stream_ends_its_reading()
    {
        using var cancellation = new CancellationTokenSource();
        using var call = _host.Client.Duplex(cancellationToken: cancellation.Token);
        await call.RequestStream.WriteAsync(new EchoRequest { Hang = true });
        await ServerStarted;

        await cancellation.CancelAsync();

        await ServerCancelled;
        (await Should.ThrowAsync<RpcException>(() => call.RequestStream.WriteAsync(new EchoRequest()))).StatusCode.ShouldBe(
            StatusCode.Cancelled
        );
    }

    [Theory]
    [InlineData(0x0, StatusCode.Internal)]
    [InlineData(0x1, StatusCode.Internal)]
    [InlineData(0x2, StatusCode.Internal)]
    [InlineData(0x7, StatusCode.Unavailable)]
    [InlineData(0x8, StatusCode.Cancelled)]
    [InlineData(0xb, StatusCode.ResourceExhausted)]
    [InlineData(0xc, StatusCode.PermissionDenied)]
    public async Task A_stream_that_the_server_resets_ends_with_the_status_of_its_error(int error, StatusCode expected)
    {
        await using var server = await RawServer.StartAsync(http =>
        {
            http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpResetFeature>()!.Reset(error);
            return Task.CompletedTask;
        });

        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client.UnaryAsync(new EchoRequest()));

        failure.StatusCode.ShouldBe(expected);
    }
}
