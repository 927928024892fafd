using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>Starts each call as one HTTP/2 request of its channel.</summary>
sealed class HttpCallInvoker(GrpcChannel channel) : CallInvoker
{
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options,
        TRequest request
    ) =>
        // On the pool: the caller's thread may have a synchronization context, and is about to block it.
        Task.Run(async () =>
            {
                using var call = AsyncUnaryCall(method, host, options, request);
                return await call;
            })
            .GetAwaiter()
            .GetResult();

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options,
        TRequest request
    )
    {
        var call = Start(method, host, options);
        call.SendSingle(request);
        return new(
            call.ReadSingleAsync(),
            call.ResponseHeadersAsync,
            call.Lifetime.GetStatus,
            call.Lifetime.GetTrailers,
            call.Lifetime.Dispose
        );
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options,
        TRequest request
    )
    {
        var call = Start(method, host, options);
        call.SendSingle(request);
        return new(
            new ResponseStreamReader<TRequest, TResponse>(call),
            call.ResponseHeadersAsync,
            call.Lifetime.GetStatus,
            call.Lifetime.GetTrailers,
            call.Lifetime.Dispose
        );
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options
    )
    {
        var call = Start(method, host, options);
        var writer = call.SendStream();
        return new(
            writer,
            call.ReadSingleAsync(),
            call.ResponseHeadersAsync,
            call.Lifetime.GetStatus,
            call.Lifetime.GetTrailers,
            call.Lifetime.Dispose
        );
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options
    )
    {
        var call = Start(method, host, options);
        var writer = call.SendStream();
        return new(
            writer,
            new ResponseStreamReader<TRequest, TResponse>(call),
            call.ResponseHeadersAsync,
            call.Lifetime.GetStatus,
            call.Lifetime.GetTrailers,
            call.Lifetime.Dispose
        );
    }

    HttpCall<TRequest, TResponse> Start<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options)
        where TRequest : class
        where TResponse : class => new(channel, method, host, options);
}
