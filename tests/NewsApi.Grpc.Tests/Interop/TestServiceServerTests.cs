using System.Globalization;
using System.Reflection;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Testing;

namespace NewsApi.Grpc.Tests.Interop;

/// <summary>gRPC's interoperability cases: our client calls servers of @grpc/grpc-js and of Python's grpcio.</summary>
public sealed class TestServiceServerTests
{
    public sealed class NodeTests(NodeTests.Server server) : IClassFixture<NodeTests.Server>
    {
        [NodeTheory, ClassData(typeof(TestServiceCases))]
        public Task Server_answers(string name) => server.RunAsync(name);

        public sealed class Server() : PeerServer(Peer.Node, _ => ["test-server.mjs"]);
    }

    public sealed class PythonTests(PythonTests.Server server) : IClassFixture<PythonTests.Server>
    {
        [PythonTheory, ClassData(typeof(TestServiceCases))]
        public Task Server_answers(string name) => server.RunAsync(name);

        public sealed class Server() : PeerServer(Peer.Python, descriptors => ["test_server.py", descriptors]);
    }

    public abstract class PeerServer : IAsyncLifetime
    {
        readonly Peer _peer;
        readonly Func<string, string[]> _command;
        readonly string _descriptors = TestContract.WriteDescriptors();
        PeerProcess? _process;
        GrpcChannel? _channel;

        private protected PeerServer(Peer peer, Func<string, string[]> command) => (_peer, _command) = (peer, command);

        public async Task InitializeAsync()
        {
            if (_peer.SkipReason is null)
            {
                var command = _command(_descriptors);
                _process = PeerProcess.Start(_peer, command[0], command[1..]);
                _channel = GrpcChannel.ForAddress($"http://127.0.0.1:{await _process.ReadLineAsync()}");
            }
        }

        public Task RunAsync(string name)
        {
            var method = typeof(ClientCases).GetMethod(Pascal(name), BindingFlags.Public | BindingFlags.Instance);
            method.ShouldNotBeNull(name);
            return (Task)method.Invoke(new ClientCases(_channel!), [])!;
        }

        public async Task DisposeAsync()
        {
            _channel?.Dispose();
            if (_process is not null)
            {
                await _process.DisposeAsync();
            }

            File.Delete(_descriptors);
        }

        static string Pascal(string name) =>
            string.Concat(name.Split('_').Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));
    }
}

/// <summary>
/// Our client's side of the cases. That a server refuses an uncompressed request which was to be compressed is not asked of these two: their libraries do
/// not tell a service how a message came.
/// </summary>
sealed class ClientCases(GrpcChannel channel)
{
    const int FourMebibytes = 4 * 1024 * 1024;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    static readonly byte[] Trailing = [0xab, 0xab, 0xab];

    readonly TestService.TestServiceClient _client = new(channel);

    static DateTime Soon => In(Patience);

    static Metadata Echoed => new() { { TestContract.InitialKey, "test_initial_metadata_value" }, { TestContract.TrailingKey, Trailing } };

    public async Task EmptyUnary() => (await _client.EmptyCallAsync(new Empty(), deadline: Soon)).ShouldBe(new Empty());

    public async Task LargeUnary() => (await _client.UnaryCallAsync(Large(), deadline: Soon)).Payload.Body.Length.ShouldBe(314_159);

    public async Task ClientCompressedUnary()
    {
        var request = Large();
        request.ExpectCompressed = new BoolValue { Value = true };
        (await _client.UnaryCallAsync(request, EchoHost.Gzip(), Soon)).Payload.Body.Length.ShouldBe(314_159);
        request.ExpectCompressed.Value = false;
        (await _client.UnaryCallAsync(request, deadline: Soon)).Payload.Body.Length.ShouldBe(314_159);
    }

    public async Task ServerCompressedUnary()
    {
        foreach (var compressed in (bool[])[true, false])
        {
            var request = Large();
            request.ResponseCompressed = new BoolValue { Value = compressed };
            (await _client.UnaryCallAsync(request, deadline: Soon)).Payload.Body.Length.ShouldBe(314_159);
        }
    }

    public async Task ClientStreaming()
    {
        using var call = _client.StreamingInputCall(deadline: Soon);
        foreach (var size in (int[])[27_182, 8, 1_828, 45_904])
        {
            await call.RequestStream.WriteAsync(new StreamingInputCallRequest { Payload = TestContract.Zeros(size) });
        }

        await call.RequestStream.CompleteAsync();

        (await call).AggregatedPayloadSize.ShouldBe(74_922);
    }

    public async Task ServerStreaming()
    {
        int[] sizes = [31_415, 9, 2_653, 58_979];
        using var call = _client.StreamingOutputCall(Output(sizes), deadline: Soon);

        (await SizesAsync(call.ResponseStream)).ShouldBe(sizes);
    }

    public async Task PingPong()
    {
        using var call = _client.FullDuplexCall(deadline: Soon);
        foreach (var (size, payload) in ((int, int)[])[(31_415, 27_182), (9, 8), (2_653, 1_828), (58_979, 45_904)])
        {
            var request = Output(size);
            request.Payload = TestContract.Zeros(payload);
            await call.RequestStream.WriteAsync(request);
            (await call.ResponseStream.MoveNext()).ShouldBeTrue();
            call.ResponseStream.Current.Payload.Body.Length.ShouldBe(size);
        }

        await call.RequestStream.CompleteAsync();
        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }

    public async Task EmptyStream()
    {
        using var call = _client.FullDuplexCall(deadline: Soon);
        await call.RequestStream.CompleteAsync();

        (await SizesAsync(call.ResponseStream)).ShouldBeEmpty();
    }

    public async Task TimeoutOnSleepingServer()
    {
        using var call = _client.FullDuplexCall(deadline: In(TimeSpan.FromMilliseconds(1)));
        var request = Output(1);
        (request.Payload, request.ResponseParameters[0].IntervalUs) = (TestContract.Zeros(27_182), 5_000_000);

        // The deadline may be met before the write is.
        var write = await Record.ExceptionAsync(() => call.RequestStream.WriteAsync(request));
        if (write is not null)
        {
            write.ShouldBeOfType<RpcException>().StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        }

        (await FailureAsync(() => call.ResponseStream.MoveNext())).StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }

    public async Task CancelAfterBegin()
    {
        using var cancellation = new CancellationTokenSource();
        using var call = _client.StreamingInputCall(deadline: Soon, cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();

        (await FailureAsync(async () => await call)).StatusCode.ShouldBe(StatusCode.Cancelled);
    }

    public async Task CancelAfterFirstResponse()
    {
        using var cancellation = new CancellationTokenSource();
        using var call = _client.FullDuplexCall(deadline: Soon, cancellationToken: cancellation.Token);
        var request = Output(31_415);
        request.Payload = TestContract.Zeros(27_182);
        await call.RequestStream.WriteAsync(request);
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        await cancellation.CancelAsync();

        (await FailureAsync(() => call.ResponseStream.MoveNext())).StatusCode.ShouldBe(StatusCode.Cancelled);
    }

    public async Task CustomMetadata()
    {
        using (var call = _client.UnaryCallAsync(Large(), Echoed, Soon))
        {
            await call;
            CheckEchoes(await call.ResponseHeadersAsync, call.GetTrailers());
        }

        using var duplex = _client.FullDuplexCall(Echoed, Soon);
        await duplex.RequestStream.WriteAsync(Output(314_159));
        await duplex.RequestStream.CompleteAsync();
        (await SizesAsync(duplex.ResponseStream)).ShouldBe([314_159]);
        CheckEchoes(await duplex.ResponseHeadersAsync, duplex.GetTrailers());
    }

    public async Task StatusCodeAndMessage()
    {
        var status = new EchoStatus { Code = 2, Message = "test status message" };
        var expected = new Status(StatusCode.Unknown, "test status message");

        var unary = await FailureAsync(async () =>
            await _client.UnaryCallAsync(new SimpleRequest { ResponseStatus = status }, deadline: Soon)
        );
        (unary.StatusCode, unary.Status.Detail).ShouldBe((expected.StatusCode, expected.Detail));

        using var call = _client.FullDuplexCall(deadline: Soon);
        await call.RequestStream.WriteAsync(new StreamingOutputCallRequest { ResponseStatus = status });
        var duplex = await FailureAsync(() => call.ResponseStream.MoveNext());
        (duplex.StatusCode, duplex.Status.Detail).ShouldBe((expected.StatusCode, expected.Detail));
    }

    public async Task SpecialStatusMessage()
    {
        const string Special = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n";
        var request = new SimpleRequest
        {
            ResponseStatus = new EchoStatus { Code = 2, Message = Special },
        };

        var failure = await FailureAsync(async () => await _client.UnaryCallAsync(request, deadline: Soon));

        (failure.StatusCode, failure.Status.Detail).ShouldBe((StatusCode.Unknown, Special));
    }

    public async Task UnimplementedMethod() =>
        (await FailureAsync(async () => await _client.UnimplementedCallAsync(new Empty(), deadline: Soon))).StatusCode.ShouldBe(
            StatusCode.Unimplemented
        );

    public async Task UnimplementedService()
    {
        var client = new UnimplementedService.UnimplementedServiceClient(channel);

        (await FailureAsync(async () => await client.UnimplementedCallAsync(new Empty(), deadline: Soon))).StatusCode.ShouldBe(
            StatusCode.Unimplemented
        );
    }

    public async Task AByteOverFourMebibytes()
    {
        async Task<SimpleResponse> SendAsync(int sent, int asked) =>
            await _client.UnaryCallAsync(new SimpleRequest { Payload = TestContract.Zeros(sent), ResponseSize = asked }, deadline: Soon);

        // A message is some bytes longer than its payload.
        (await SendAsync(FourMebibytes - 20, FourMebibytes - 20)).Payload.Body.Length.ShouldBe(FourMebibytes - 20);
        (await FailureAsync(() => SendAsync(FourMebibytes + 1, 0))).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        (await FailureAsync(() => SendAsync(0, FourMebibytes + 1))).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    public async Task TenThousandCallsOneAfterTheOther()
    {
        for (var i = 0; i < 10_000; i++)
        {
            await _client.EmptyCallAsync(new Empty(), deadline: Soon);
        }
    }

    public async Task TwoHundredStreamsAtOnce()
    {
        int[] sizes = [1_000, 1_001, 1_002, 1_003, 1_004];

        async Task<List<int>> StreamAsync()
        {
            using var call = _client.FullDuplexCall(deadline: Soon);
            foreach (var size in sizes)
            {
                await call.RequestStream.WriteAsync(Output(size));
            }

            await call.RequestStream.CompleteAsync();
            return await SizesAsync(call.ResponseStream);
        }

        foreach (var received in await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => StreamAsync())))
        {
            received.ShouldBe(sizes);
        }
    }

    public async Task AClientThatStopsReading()
    {
        using var call = _client.StreamingOutputCall(Output([.. Enumerable.Repeat(65_536, 1_000)]), deadline: Soon);
        await call.ResponseHeadersAsync;
        await Task.Delay(TimeSpan.FromSeconds(1.5));

        (await SizesAsync(call.ResponseStream)).Count.ShouldBe(1_000);
        var early = int.Parse(call.GetTrailers().GetValue(TestContract.EarlyKey)!, CultureInfo.InvariantCulture);
        early.ShouldBeInRange(0, 500);
    }

    static DateTime In(TimeSpan time) => TimeProvider.System.GetUtcNow().UtcDateTime + time;

    static SimpleRequest Large() => new() { ResponseSize = 314_159, Payload = TestContract.Zeros(271_828) };

    static StreamingOutputCallRequest Output(params int[] sizes) =>
        new() { ResponseParameters = { sizes.Select(size => new ResponseParameters { Size = size }) } };

    static async Task<List<int>> SizesAsync(IAsyncStreamReader<StreamingOutputCallResponse> responses)
    {
        var sizes = new List<int>();
        await foreach (var response in responses.ReadAllAsync())
        {
            sizes.Add(response.Payload.Body.Length);
        }

        return sizes;
    }

    static Task<RpcException> FailureAsync(Func<Task> action) => Should.ThrowAsync<RpcException>(action);

    static void CheckEchoes(Metadata headers, Metadata trailers)
    {
        headers.GetValue(TestContract.InitialKey).ShouldBe("test_initial_metadata_value");
        trailers.GetValueBytes(TestContract.TrailingKey).ShouldBe(Trailing);
    }
}
