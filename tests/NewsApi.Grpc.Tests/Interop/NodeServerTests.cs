using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using NewsApi.Grpc.Tests.Echo;

namespace NewsApi.Grpc.Tests.Interop;

/// <summary>Our client calls @grpc/grpc-js: tests/interop/server.mjs, which compresses what it sends.</summary>
public sealed class NodeServerTests : IAsyncLifetime
{
    const string Vietnamese = "Không tìm thấy: Đường Nguyễn Huệ, 100% \"ở\" đây";
    static readonly byte[] AllBytes = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];

    PeerProcess _node = null!;
    GrpcChannel _channel = null!;

    EchoService.EchoServiceClient Client => new(_channel);

    public async Task InitializeAsync()
    {
        if (Peer.Node.SkipReason is null)
        {
            _node = PeerProcess.Start(Peer.Node, "server.mjs");
            _channel = GrpcChannel.ForAddress($"http://127.0.0.1:{await _node.ReadLineAsync()}");
        }
    }

    public async Task DisposeAsync()
    {
        if (Peer.Node.SkipReason is null)
        {
            _channel.Dispose();
            await _node.DisposeAsync();
        }
    }

    static DateTime In(TimeSpan time) => TimeProvider.System.GetUtcNow().UtcDateTime + time;

    [NodeFact]
    public async Task Unary() => (await Client.UnaryAsync(new EchoRequest { Text = "Thời sự" })).Text.ShouldBe("Thời sự");

    [NodeFact]
    public async Task Unary_of_megabytes()
    {
        var payload = ByteString.CopyFrom([.. Enumerable.Range(0, 3_000_000).Select(i => (byte)i)]);

        (await Client.UnaryAsync(new EchoRequest { Payload = payload })).Payload.Equals(payload).ShouldBeTrue();
    }

    [NodeFact]
    public async Task Client_streaming()
    {
        using var call = Client.ClientStream();
        foreach (var text in (string[])["một", "hai", "ba"])
        {
            await call.RequestStream.WriteAsync(new EchoRequest { Text = text });
        }

        await call.RequestStream.CompleteAsync();

        (await call).ShouldBe(new EchoResponse { Text = "một hai ba", Index = 3 });
    }

    [NodeFact]
    public async Task Server_streaming()
    {
        using var call = Client.ServerStream(new EchoRequest { Text = "a", Repeat = 500 });

        var indexes = new List<int>();
        await foreach (var response in call.ResponseStream.ReadAllAsync())
        {
            indexes.Add(response.Index);
        }

        indexes.ShouldBe(Enumerable.Range(0, 500));
    }

    [NodeFact]
    public async Task Bidirectional_streaming()
    {
        using var call = Client.Duplex();
        for (var i = 0; i < 10; i++)
        {
            await call.RequestStream.WriteAsync(new EchoRequest { Text = $"{i}" });
            (await call.ResponseStream.MoveNext()).ShouldBeTrue();
            call.ResponseStream.Current.Text.ShouldBe($"{i}");
        }

        await call.RequestStream.CompleteAsync();
        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
    }

    [NodeFact]
    public async Task Metadata_of_text_and_bytes()
    {
        var sent = new Metadata
        {
            { "echo-text", "a, b" },
            { "echo-bytes-bin", AllBytes },
            { "trail-text", "x" },
            { "trail-bytes-bin", AllBytes },
        };
        using var call = Client.UnaryAsync(new EchoRequest(), sent);

        var headers = await call.ResponseHeadersAsync;
        await call;

        headers.GetValue("echo-text").ShouldBe("a, b");
        headers.GetValueBytes("echo-bytes-bin").ShouldBe(AllBytes);
        call.GetTrailers().GetValue("trail-text").ShouldBe("x");
        call.GetTrailers().GetValueBytes("trail-bytes-bin").ShouldBe(AllBytes);
    }

    [NodeFact]
    public async Task Status_with_message_and_trailers()
    {
        var request = new EchoRequest { StatusCode = (int)StatusCode.NotFound, StatusDetail = Vietnamese };

        var failure = await Should.ThrowAsync<RpcException>(async () => await Client.UnaryAsync(request));

        failure.StatusCode.ShouldBe(StatusCode.NotFound);
        failure.Status.Detail.ShouldBe(Vietnamese);
        failure.Trailers.GetValue("reason").ShouldBe("asked-for");
    }

    [NodeFact]
    public async Task Status_after_messages()
    {
        using var call = Client.ServerStream(new EchoRequest { Repeat = 2, StatusCode = (int)StatusCode.Aborted });
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();

        (await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext())).StatusCode.ShouldBe(StatusCode.Aborted);
    }

    [NodeFact]
    public async Task Deadline()
    {
        var failure = await Should.ThrowAsync<RpcException>(async () =>
            await Client.UnaryAsync(new EchoRequest { Hang = true }, deadline: In(TimeSpan.FromMilliseconds(500)))
        );

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        (await _node.ReadLineAsync()).ShouldBe("cancelled");
    }

    [NodeFact]
    public async Task Cancel()
    {
        using var cancellation = new CancellationTokenSource();
        using var call = Client.ServerStream(new EchoRequest { Repeat = 1, Hang = true }, cancellationToken: cancellation.Token);
        await call.ResponseStream.MoveNext();

        await cancellation.CancelAsync();

        (await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext())).StatusCode.ShouldBe(StatusCode.Cancelled);
        (await _node.ReadLineAsync()).ShouldBe("cancelled");
    }

    [NodeFact]
    public async Task Gzip_both_ways()
    {
        var text = new string('ộ', 20_000);
        using var call = Client.UnaryAsync(new EchoRequest { Text = text }, EchoHost.Gzip());

        (await call).Text.ShouldBe(text);
    }

    [NodeFact]
    public async Task Unimplemented_method() =>
        (await Should.ThrowAsync<RpcException>(async () => await Client.NotThereAsync(new EchoRequest()))).StatusCode.ShouldBe(
            StatusCode.Unimplemented
        );
}
