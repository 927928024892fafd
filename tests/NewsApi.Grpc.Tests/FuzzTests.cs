using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsApi.Grpc.Tests.Echo;
using Xunit.Abstractions;

namespace NewsApi.Grpc.Tests;

/// <summary>
/// Both sides are sent frames, lengths, flags, metadata and compression that are none. Whatever comes, a call ends with a status; nothing hangs, nothing
/// is kept. A failure tells its seed.
/// </summary>
[Collection(Alone)]
public sealed class FuzzTests(ITestOutputHelper output)
{
    const string Alone = "Alone";
    const int AtOnce = 8;
    const long Growth = 24 << 20;

    /// <summary>Small, so that what is over it is so too: memory for large messages is kept for the next ones, and would hide what is lost.</summary>
    const int MaxMessage = 32 * 1024;

    static readonly int Inputs = Environment.GetEnvironmentVariable("LONG_TESTS") == "1" ? 500_000 : 15_000;
    static readonly string[] Methods = ["Unary", "ClientStream", "ServerStream", "Duplex", "NotThere"];
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Server_answers_whatever_comes_with_a_status()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2)
        );
        builder.Services.AddGrpc(options => options.MaxReceiveMessageSize = MaxMessage);
        builder.Services.AddSingleton<CountingServer>();
        await using var app = builder.Build();
        app.MapGrpcService<CountingServer>();
        await app.StartAsync();
        var address = new Uri(app.Urls.Single());
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false, EnableMultipleHttp2Connections = true });

        var refused = 0;

        // Kestrel refuses streams where many were broken off at once, and then their connection (ENHANCE_YOUR_CALM).
        async Task<HttpResponseMessage?> SendAsync(HttpRequestMessage request, CancellationToken patience)
        {
            try
            {
                var response = await http.SendAsync(request, patience);
                await response.Content.LoadIntoBufferAsync(patience);
                return response;
            }
            catch (HttpRequestException e)
                when (e.InnerException is HttpProtocolException { ErrorCode: 0xb } or IOException or HttpRequestException)
            {
                return null;
            }
        }

        await RunAsync(async seed =>
        {
            var mutations = new Mutations(seed);
            var path = new Uri(address, $"/newsapi.testing.v1.EchoService/{mutations.OneOf(Methods)}");
            using var request = RawClient.Request(path, mutations.Chunks());
            request.Content!.Headers.Remove("content-type");
            request.Content.Headers.TryAddWithoutValidation("content-type", mutations.ContentType);
            Add(request, mutations.Next(3) == 0 ? ("grpc-timeout", mutations.Timeout) : default);
            Add(request, mutations.Next(2) == 0 ? ("grpc-encoding", mutations.Encoding) : default);
            Add(request, mutations.Next(4) == 0 ? ("grpc-accept-encoding", mutations.Encoding) : default);
            Add(request, mutations.Next(3) == 0 ? mutations.Header : default);
            using var patience = new CancellationTokenSource(Patience);
            using var response = await SendAsync(request, patience.Token);
            if (response is null)
            {
                Interlocked.Increment(ref refused);
                return;
            }

            if (response.StatusCode == HttpStatusCode.OK)
            {
                var told = response.TrailingHeaders.Concat(response.Headers).Single(header => header.Key == "grpc-status").Value.Single();
                int.Parse(told, System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(0, 16);
            }
            else
            {
                // What is not called gRPC at all, or has a path that is none.
                ((int)response.StatusCode).ShouldBeOneOf(404, 415);
            }
        });
        var counter = app.Services.GetRequiredService<CountingServer>();
        output.WriteLine($"{counter.Messages} messages reached a handler; {refused} requests were refused for coming too fast");

        // How many depends on how fast the machine happens to be; that most got through is told by the messages.
        refused.ShouldBeLessThan(Inputs / 10);
        counter.Messages.ShouldBeGreaterThan(Inputs / 4);
        counter.Open.ShouldBe(0);
    }

    [Fact]
    public async Task Client_ends_every_call_whatever_the_server_sends()
    {
        var (answers, failures) = (0, 0);
        await using var server = await RawServer.StartAsync(
            async http =>
            {
                var mutations = new Mutations(int.Parse(http.Request.Headers["seed"]!, System.Globalization.CultureInfo.InvariantCulture));
                http.Response.ContentType = mutations.ContentType;
                http.Response.StatusCode = mutations.Next(20) == 0 ? 400 + mutations.Next(150) : 200;
                Set(http.Response, mutations.Next(2) == 0 ? ("grpc-encoding", mutations.Encoding) : default);
                Set(http.Response, mutations.Next(4) == 0 ? mutations.Header : default);
                Set(http.Response, mutations.Next(8) == 0 ? ("grpc-status", mutations.Status) : default);
                foreach (var chunk in mutations.Chunks())
                {
                    await http.Response.Body.WriteAsync(chunk);
                    if (mutations.Next(4) == 0)
                    {
                        await http.Response.Body.FlushAsync();
                    }
                }

                if (mutations.Next(30) == 0)
                {
                    http.Abort();
                }
                else if (mutations.Next(10) > 0)
                {
                    http.Response.AppendTrailer("grpc-status", mutations.Next(3) > 0 ? "0" : mutations.Status);
                    http.Response.AppendTrailer("grpc-message", mutations.Message);
                }
            },
            new GrpcChannelOptions { MaxReceiveMessageSize = MaxMessage }
        );

        await RunAsync(async seed =>
        {
            var options = EchoHost.Soon().WithHeaders(new Metadata { { "seed", $"{seed}" } });
            try
            {
                await CallAsync(server.Client, seed % 4, options);
                Interlocked.Increment(ref answers);
            }
            catch (RpcException failure)
            {
                failure.StatusCode.ShouldNotBe(StatusCode.DeadlineExceeded);
                Interlocked.Increment(ref failures);
            }
        });
        output.WriteLine($"{answers} answers, {failures} failures");
        answers.ShouldBeGreaterThan(0);
        failures.ShouldBeGreaterThan(0);
    }

    static async Task CallAsync(EchoService.EchoServiceClient client, int kind, CallOptions options)
    {
        switch (kind)
        {
            case 0:
                await client.UnaryAsync(new EchoRequest(), options);
                break;
            case 1:
                using (var call = client.ServerStream(new EchoRequest(), options))
                {
                    await DrainAsync(call.ResponseStream);
                }

                break;
            case 2:
                using (var call = client.ClientStream(options))
                {
                    await call.RequestStream.CompleteAsync();
                    await call;
                }

                break;
            default:
                using (var call = client.Duplex(options))
                {
                    await call.RequestStream.CompleteAsync();
                    await DrainAsync(call.ResponseStream);
                }

                break;
        }
    }

    static async Task DrainAsync(IAsyncStreamReader<EchoResponse> responses)
    {
        while (await responses.MoveNext())
        {
            responses.Current.ShouldNotBeNull();
        }
    }

    /// <summary>What the process holds is measured, so no other test may run beside these.</summary>
    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class AloneDefinition;

    /// <summary>All inputs, some at a time; and no memory is left behind by the last nine tenths of them.</summary>
    async Task RunAsync(Func<int, Task> run)
    {
        await RunAsync(0, Inputs / 10, run);
        var early = GC.GetTotalMemory(forceFullCollection: true);
        await RunAsync(Inputs / 10, Inputs - Inputs / 10, run);

        // Broken connections and their buffers are let go of a little after the calls that they ended.
        var late = GC.GetTotalMemory(forceFullCollection: true);
        for (var wait = 0; wait < 20 && late - early >= Growth; wait++)
        {
            await Task.Delay(500);
            late = GC.GetTotalMemory(forceFullCollection: true);
        }

        output.WriteLine($"{Inputs} inputs; {early >> 20} MiB in use after a tenth, {late >> 20} MiB at the end");
        (late - early).ShouldBeLessThan(Growth);
    }

    static Task RunAsync(int first, int count, Func<int, Task> run) =>
        Parallel.ForEachAsync(
            Enumerable.Range(first, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (seed, cancellation) =>
            {
                try
                {
                    await run(seed).WaitAsync(Patience, cancellation);
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    throw new InvalidOperationException($"seed {seed}: {fault.Message}", fault);
                }
            }
        );

    static void Add(HttpRequestMessage request, (string Name, string Value) header)
    {
        if (header.Name is not null)
        {
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }
    }

    static void Set(HttpResponse response, (string Name, string Value) header)
    {
        // Kestrel refuses to send some names at all.
        if (header.Name is not null && header.Name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            response.Headers[header.Name] = header.Value;
        }
    }

    /// <summary>Reads what there is and tells how much it was.</summary>
    sealed class CountingServer : EchoService.EchoServiceBase
    {
        int _messages;
        int _open;

        public int Messages => Volatile.Read(ref _messages);
        public int Open => Volatile.Read(ref _open);

        public override Task<EchoResponse> Unary(EchoRequest request, ServerCallContext context) => Task.FromResult(Answer());

        public override async Task<EchoResponse> ClientStream(IAsyncStreamReader<EchoRequest> requestStream, ServerCallContext context)
        {
            Interlocked.Increment(ref _open);
            try
            {
                await foreach (var _ in requestStream.ReadAllAsync(context.CancellationToken))
                {
                    Answer();
                }
            }
            finally
            {
                Interlocked.Decrement(ref _open);
            }

            return Answer();
        }

        public override async Task ServerStream(
            EchoRequest request,
            IServerStreamWriter<EchoResponse> responseStream,
            ServerCallContext context
        )
        {
            for (var i = 0; i < 3; i++)
            {
                await responseStream.WriteAsync(Answer(), context.CancellationToken);
            }
        }

        public override async Task Duplex(
            IAsyncStreamReader<EchoRequest> requestStream,
            IServerStreamWriter<EchoResponse> responseStream,
            ServerCallContext context
        )
        {
            Interlocked.Increment(ref _open);
            try
            {
                await foreach (var _ in requestStream.ReadAllAsync(context.CancellationToken))
                {
                    await responseStream.WriteAsync(Answer(), context.CancellationToken);
                }
            }
            finally
            {
                Interlocked.Decrement(ref _open);
            }
        }

        EchoResponse Answer() => new() { Index = Interlocked.Increment(ref _messages) };
    }
}
