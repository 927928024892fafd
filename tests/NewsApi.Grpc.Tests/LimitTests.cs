using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using NewsApi.Grpc.Tests.Echo;

namespace NewsApi.Grpc.Tests;

/// <summary>Sizes of messages. A message's bytes are those of its payload field and 4 or 5 more.</summary>
public sealed class LimitTests
{
    const int FourMiB = 4 * 1024 * 1024;

    static EchoRequest Sized(int bytes) => new() { Payload = UnsafeByteOperations.UnsafeWrap(new byte[bytes]) };

    static async Task<Status> StatusOf(EchoHost host, EchoRequest request, Metadata? headers = null)
    {
        using var call = host.Client.UnaryAsync(request, headers);
        await call.ResponseAsync.ContinueWith(_ => { }, TaskScheduler.Default);
        return call.GetStatus();
    }

    [Fact]
    public async Task Server_takes_four_MiB_by_default_and_no_byte_more()
    {
        await using var host = await EchoHost.StartAsync(channel: new GrpcChannelOptions { MaxReceiveMessageSize = null });
        var overhead = Sized(FourMiB).CalculateSize() - FourMiB;

        (await StatusOf(host, Sized(FourMiB - overhead))).StatusCode.ShouldBe(StatusCode.OK);
        (await StatusOf(host, Sized(FourMiB - overhead + 1))).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task Client_takes_four_MiB_by_default_and_no_byte_more()
    {
        await using var host = await EchoHost.StartAsync(options => options.MaxReceiveMessageSize = null);
        var overhead = Sized(FourMiB).CalculateSize() - FourMiB;

        (await StatusOf(host, Sized(FourMiB - overhead))).StatusCode.ShouldBe(StatusCode.OK);
        (await StatusOf(host, Sized(FourMiB - overhead + 1))).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task Without_limits_a_message_over_the_body_limit_of_Kestrel_passes()
    {
        await using var host = await EchoHost.StartAsync(
            options => options.MaxReceiveMessageSize = null,
            new GrpcChannelOptions { MaxReceiveMessageSize = null }
        );

        (await StatusOf(host, Sized(40_000_000))).StatusCode.ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task Client_does_not_send_more_than_its_limit()
    {
        await using var host = await EchoHost.StartAsync(channel: new GrpcChannelOptions { MaxSendMessageSize = 100 });

        (await StatusOf(host, Sized(90))).StatusCode.ShouldBe(StatusCode.OK);
        (await StatusOf(host, Sized(101))).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        (await StatusOf(host, Sized(101), EchoHost.Gzip())).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task Server_does_not_send_more_than_its_limit()
    {
        await using var host = await EchoHost.StartAsync(options => options.MaxSendMessageSize = 100);

        (await StatusOf(host, Sized(90))).StatusCode.ShouldBe(StatusCode.OK);
        (await StatusOf(host, Sized(101))).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task A_write_over_the_limit_fails_and_leaves_the_stream_as_it_was()
    {
        await using var host = await EchoHost.StartAsync(channel: new GrpcChannelOptions { MaxSendMessageSize = 100 });
        using var call = host.Client.ClientStream();

        (await Should.ThrowAsync<RpcException>(() => call.RequestStream.WriteAsync(Sized(101)))).StatusCode.ShouldBe(
            StatusCode.ResourceExhausted
        );
        await call.RequestStream.WriteAsync(new EchoRequest { Text = "a" });
        await call.RequestStream.CompleteAsync();

        (await call).Text.ShouldBe("a");
    }
}
