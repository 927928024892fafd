using System.Collections.Concurrent;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using NewsApi.Grpc.Tests.Echo;

namespace NewsApi.Grpc.Tests;

public sealed class InterceptorTests
{
    static readonly string[] Kinds = ["unary", "client-stream", "server-stream", "duplex"];

    readonly ConcurrentQueue<string> _seen = new();

    [Fact]
    public async Task Server_interceptors_see_calls_of_every_kind_the_first_outermost()
    {
        await using var host = await EchoHost.StartAsync(options =>
        {
            options.Interceptors.Add<Recording>(_seen, "a");
            options.Interceptors.Add<Recording>(_seen, "b");
        });

        await CallAllAsync(host.Client);

        _seen.ShouldBe(Kinds.SelectMany(kind => (string[])[$"a {kind}", $"b {kind}", $"b {kind} done", $"a {kind} done"]));
    }

    [Fact]
    public async Task A_server_interceptor_may_answer_itself()
    {
        await using var host = await EchoHost.StartAsync(options => options.Interceptors.Add<Refusing>());

        (await Should.ThrowAsync<RpcException>(async () => await host.Client.UnaryAsync(new EchoRequest()))).StatusCode.ShouldBe(
            StatusCode.PermissionDenied
        );
    }

    [Fact]
    public void A_type_that_is_no_interceptor_is_refused() =>
        Should.Throw<ArgumentException>(() => new InterceptorCollection().Add(typeof(string)));

    [Fact]
    public async Task Client_interceptors_see_calls_of_every_kind_the_first_first()
    {
        await using var host = await EchoHost.StartAsync();
        var invoker = host.Channel.Intercept(new Recording(_seen, "a"), new Recording(_seen, "b"));

        await CallAllAsync(new EchoService.EchoServiceClient(invoker));

        _seen.ShouldBe(Kinds.SelectMany(kind => (string[])[$"a {kind}", $"b {kind}"]));
    }

    [Fact]
    public async Task A_blocking_call_is_seen_too()
    {
        await using var host = await EchoHost.StartAsync();
        var client = new EchoService.EchoServiceClient(host.Channel.CreateCallInvoker().Intercept(new Recording(_seen, "a")));

        client.Unary(new EchoRequest { Text = "x" }, EchoHost.Soon()).Text.ShouldBe("x");

        _seen.ShouldBe(["a blocking"]);
    }

    [Fact]
    public async Task A_client_interceptor_may_change_the_options()
    {
        await using var host = await EchoHost.StartAsync();
        var client = new EchoService.EchoServiceClient(host.Channel.Intercept(new Stamping()));
        using var call = client.UnaryAsync(new EchoRequest());

        await call;

        (await call.ResponseHeadersAsync).GetValue("echo-stamp").ShouldBe("stamped");
    }

    static async Task CallAllAsync(EchoService.EchoServiceClient client)
    {
        await client.UnaryAsync(new EchoRequest(), EchoHost.Soon());
        using (var requests = client.ClientStream(EchoHost.Soon()))
        {
            await requests.RequestStream.CompleteAsync();
            await requests;
        }

        using (var responses = client.ServerStream(new EchoRequest(), EchoHost.Soon()))
        {
            (await responses.ResponseStream.MoveNext()).ShouldBeFalse();
        }

        using var duplex = client.Duplex(EchoHost.Soon());
        await duplex.RequestStream.CompleteAsync();
        (await duplex.ResponseStream.MoveNext()).ShouldBeFalse();
    }

    /// <summary>Notes what it sees; on the server what ended, too, since the response leaves after the handler.</summary>
    public sealed class Recording(ConcurrentQueue<string> seen, string name) : Interceptor
    {
        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            BlockingUnaryCallContinuation<TRequest, TResponse> continuation
        ) => continuation(Note(request, "blocking"), context);

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation
        ) => continuation(Note(request, "unary"), context);

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation
        ) => continuation(Note(context, "client-stream"));

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation
        ) => continuation(Note(request, "server-stream"), context);

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation
        ) => continuation(Note(context, "duplex"));

        public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request,
            ServerCallContext context,
            UnaryServerMethod<TRequest, TResponse> continuation
        ) => Note(await continuation(Note(request, "unary"), context), "unary done");

        public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            ServerCallContext context,
            ClientStreamingServerMethod<TRequest, TResponse> continuation
        ) => Note(await continuation(Note(requestStream, "client-stream"), context), "client-stream done");

        public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            ServerStreamingServerMethod<TRequest, TResponse> continuation
        )
        {
            await continuation(Note(request, "server-stream"), responseStream, context);
            Note(request, "server-stream done");
        }

        public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            DuplexStreamingServerMethod<TRequest, TResponse> continuation
        )
        {
            await continuation(Note(requestStream, "duplex"), responseStream, context);
            Note(requestStream, "duplex done");
        }

        T Note<T>(T passed, string what)
        {
            seen.Enqueue($"{name} {what}");
            return passed;
        }
    }

    sealed class Refusing : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request,
            ServerCallContext context,
            UnaryServerMethod<TRequest, TResponse> continuation
        ) => throw new RpcException(new Status(StatusCode.PermissionDenied, "no"));
    }

    sealed class Stamping : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation
        )
        {
            var options = context.Options.WithHeaders(new Metadata { { "echo-stamp", "stamped" } });
            return continuation(request, new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, options));
        }
    }
}
