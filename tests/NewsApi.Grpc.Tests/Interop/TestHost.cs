using System.Diagnostics;
using System.Globalization;
using System.Net;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NewsApi.Grpc.Tests.Interop;

/// <summary>What gRPC's interoperability cases send, and where our side of them stands.</summary>
static class TestContract
{
    public const string InitialKey = "x-grpc-test-echo-initial";
    public const string TrailingKey = "x-grpc-test-echo-trailing-bin";

    /// <summary>A trailer: how many responses of a stream had been taken when it was a second old.</summary>
    public const string EarlyKey = "x-written-in-a-second";

    public static Payload Zeros(int size) => new() { Body = ByteString.CopyFrom(new byte[size]) };

    /// <summary>A file with the contract, for a language whose protobuf is older than our compiler.</summary>
    public static string WriteDescriptors()
    {
        var path = Path.Combine(Path.GetTempPath(), $"newsapi-{Guid.NewGuid():N}.pb");
        var files = new FileDescriptorSet { File = { FileDescriptorProto.Parser.ParseFrom(TestReflection.Descriptor.SerializedData) } };
        File.WriteAllBytes(path, files.ToByteArray());
        return path;
    }
}

/// <summary>The test service of gRPC's interoperability cases on our server, on a free port of 127.0.0.1.</summary>
sealed class TestHost(WebApplication app) : IAsyncDisposable
{
    public string Authority { get; } = new Uri(app.Urls.Single()).Authority;

    public static async Task<TestHost> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2)
        );
        builder.Services.AddGrpc(options => options.ResponseCompressionAlgorithm = "gzip");
        var app = builder.Build();
        app.MapGrpcService<TestServer>();
        await app.StartAsync();
        return new TestHost(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

sealed class TestServer : TestService.TestServiceBase
{
    public override Task<Empty> EmptyCall(Empty request, ServerCallContext context) => Task.FromResult(new Empty());

    public override async Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context)
    {
        await EchoAsync(context);
        ExpectCompressed(request.ExpectCompressed, context);
        FailAsAsked(request.ResponseStatus);
        Compress(request.ResponseCompressed, context);
        return new SimpleResponse { Payload = TestContract.Zeros(request.ResponseSize) };
    }

    public override async Task StreamingOutputCall(
        StreamingOutputCallRequest request,
        IServerStreamWriter<StreamingOutputCallResponse> responseStream,
        ServerCallContext context
    )
    {
        await EchoAsync(context);
        var (start, early) = (Stopwatch.GetTimestamp(), 0);

        // Uncompressed: zeros would go into the client's window all at once.
        context.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
        await AnswerAsync(request, responseStream, context, () => early += Stopwatch.GetElapsedTime(start).TotalSeconds < 1 ? 1 : 0);
        context.ResponseTrailers.Add(TestContract.EarlyKey, early.ToString(CultureInfo.InvariantCulture));
    }

    public override async Task<StreamingInputCallResponse> StreamingInputCall(
        IAsyncStreamReader<StreamingInputCallRequest> requestStream,
        ServerCallContext context
    )
    {
        var sum = 0;
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            sum += request.Payload.Body.Length;
        }

        return new StreamingInputCallResponse { AggregatedPayloadSize = sum };
    }

    public override async Task FullDuplexCall(
        IAsyncStreamReader<StreamingOutputCallRequest> requestStream,
        IServerStreamWriter<StreamingOutputCallResponse> responseStream,
        ServerCallContext context
    )
    {
        await EchoAsync(context);
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            FailAsAsked(request.ResponseStatus);
            await AnswerAsync(request, responseStream, context, () => { });
        }
    }

    static async Task AnswerAsync(
        StreamingOutputCallRequest request,
        IServerStreamWriter<StreamingOutputCallResponse> responses,
        ServerCallContext context,
        Action onWritten
    )
    {
        foreach (var parameters in request.ResponseParameters)
        {
            if (parameters.IntervalUs > 0)
            {
                await Task.Delay(TimeSpan.FromMicroseconds(parameters.IntervalUs), context.CancellationToken);
            }

            await responses.WriteAsync(new StreamingOutputCallResponse { Payload = TestContract.Zeros(parameters.Size) });
            onWritten();
        }
    }

    static async Task EchoAsync(ServerCallContext context)
    {
        if (context.RequestHeaders.GetValueBytes(TestContract.TrailingKey) is { } trailing)
        {
            context.ResponseTrailers.Add(TestContract.TrailingKey, trailing);
        }

        if (context.RequestHeaders.GetValue(TestContract.InitialKey) is { } initial)
        {
            await context.WriteResponseHeadersAsync([new Metadata.Entry(TestContract.InitialKey, initial)]);
        }
    }

    static void FailAsAsked(EchoStatus? status)
    {
        if (status is { Code: not 0 })
        {
            throw new RpcException(new Status((StatusCode)status.Code, status.Message));
        }
    }

    static void ExpectCompressed(BoolValue? expected, ServerCallContext context)
    {
        if (expected is { Value: true } && context.GetHttpContext().Request.Headers["grpc-encoding"] != "gzip")
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, "The request is not compressed."));
        }
    }

    static void Compress(BoolValue? compressed, ServerCallContext context) =>
        context.WriteOptions = compressed is { Value: true } ? null : new WriteOptions(WriteFlags.NoCompress);
}
