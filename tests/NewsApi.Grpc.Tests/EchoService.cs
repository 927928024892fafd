using System.Globalization;
using Grpc.Core;
using NewsApi.Grpc.Tests.Echo;

namespace NewsApi.Grpc.Tests;

/// <summary>
/// Behaves as each request asks, and tells what became of calls that the client left. Metadata that begin with "echo-" come back as headers,
/// with "trail-" as trailers; "tell-port" asks for the header "port".
/// </summary>
sealed class EchoServer : EchoService.EchoServiceBase
{
    readonly TaskCompletionSource<ServerCallContext> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _written;
    int _hanging;

    /// <summary>The first call that hangs.</summary>
    public Task<ServerCallContext> Started => _started.Task;

    /// <summary>Set when the token of a call that hangs, or that streams its responses, was.</summary>
    public Task Cancelled => _cancelled.Task;

    /// <summary>Responses that flow control has taken.</summary>
    public int Written => Volatile.Read(ref _written);

    /// <summary>Ends the calls that are deaf.</summary>
    public void LetGo() => _letGo.TrySetResult();

    /// <summary>Calls that still hang though their clients have gone, after they had time to notice.</summary>
    public async Task<int> HangingAtTheEndAsync()
    {
        for (var i = 0; i < 100 && Volatile.Read(ref _hanging) > 0; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        return Volatile.Read(ref _hanging);
    }

    public override async Task<EchoResponse> Unary(EchoRequest request, ServerCallContext context)
    {
        await ObeyAsync(request, context);
        return new EchoResponse { Text = request.Text, Payload = request.Payload };
    }

    public override async Task<EchoResponse> ClientStream(IAsyncStreamReader<EchoRequest> requestStream, ServerCallContext context)
    {
        var texts = new List<string>();
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            await ObeyAsync(request, context);
            texts.Add(request.Text);
        }

        return new EchoResponse { Text = string.Join(' ', texts), Index = texts.Count };
    }

    public override async Task ServerStream(
        EchoRequest request,
        IServerStreamWriter<EchoResponse> responseStream,
        ServerCallContext context
    )
    {
        await using var registration = context.CancellationToken.Register(() => _cancelled.TrySetResult());
        for (var i = 0; i < request.Repeat; i++)
        {
            await responseStream.WriteAsync(
                new EchoResponse
                {
                    Text = request.Text,
                    Index = i,
                    Payload = request.Payload,
                }
            );
            Interlocked.Increment(ref _written);
        }

        await ObeyAsync(request, context);
    }

    public override async Task Duplex(
        IAsyncStreamReader<EchoRequest> requestStream,
        IServerStreamWriter<EchoResponse> responseStream,
        ServerCallContext context
    )
    {
        var index = 0;
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            await ObeyAsync(request, context);
            await responseStream.WriteAsync(
                new EchoResponse
                {
                    Text = request.Text,
                    Index = index++,
                    Payload = request.Payload,
                }
            );
        }
    }

    async Task ObeyAsync(EchoRequest request, ServerCallContext context)
    {
        await ReturnMetadataAsync(context);
        if (request.Fail)
        {
            throw new InvalidOperationException("secret: /etc/newsapi");
        }

        if (request.StatusCode != 0)
        {
            throw new RpcException(
                new Status((StatusCode)request.StatusCode, request.StatusDetail),
                new Metadata { { "reason", "asked-for" } }
            );
        }

        if (request.Deaf)
        {
            await _letGo.Task;
        }

        if (request.Hang)
        {
            await HangAsync(context);
        }
    }

    static async Task ReturnMetadataAsync(ServerCallContext context)
    {
        var headers = new Metadata();
        foreach (var entry in context.RequestHeaders)
        {
            if (entry.Key.StartsWith("echo-", StringComparison.Ordinal))
            {
                headers.Add(entry);
            }
            else if (entry.Key.StartsWith("trail-", StringComparison.Ordinal))
            {
                context.ResponseTrailers.Add(entry);
            }
        }

        if (context.RequestHeaders.Get("tell-port") is not null)
        {
            headers.Add("port", context.GetHttpContext().Connection.LocalPort.ToString(CultureInfo.InvariantCulture));
        }

        if (headers.Count > 0)
        {
            await context.WriteResponseHeadersAsync(headers);
        }
    }

    async Task HangAsync(ServerCallContext context)
    {
        _started.TrySetResult(context);
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.CancellationToken.UnsafeRegister(_ => cancelled.SetResult(), null);
        Interlocked.Increment(ref _hanging);
        await cancelled.Task;
        Interlocked.Decrement(ref _hanging);
        _cancelled.TrySetResult();
        context.CancellationToken.ThrowIfCancellationRequested();
    }
}
