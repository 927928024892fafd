using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using Microsoft.AspNetCore.Http;
using NewsApi.Grpc.Tests.Echo;

namespace NewsApi.Grpc.Tests;

/// <summary>What a failed call does where its channel has a policy. The server answers attempt by attempt as each test tells it.</summary>
public sealed class RetryTests
{
    static readonly byte[] Answer = RawClient.Frame(new EchoResponse { Text = "ok" });

    readonly List<HttpRequest> _attempts = [];
    readonly List<string> _previous = [];
    readonly List<byte[]> _bodies = [];

    static RetryPolicy Policy(int attempts = 3) =>
        new()
        {
            MaxAttempts = attempts,
            InitialBackoff = TimeSpan.FromMilliseconds(1),
            MaxBackoff = TimeSpan.FromMilliseconds(5),
            BackoffMultiplier = 2,
            RetryableStatusCodes = { StatusCode.Unavailable },
        };

    static GrpcChannelOptions Options(RetryPolicy policy, params MethodName[] names)
    {
        var method = new MethodConfig { RetryPolicy = policy };
        foreach (var name in names is [] ? [MethodName.Default] : names)
        {
            method.Names.Add(name);
        }

        return new GrpcChannelOptions { ServiceConfig = new ServiceConfig { MethodConfigs = { method } } };
    }

    /// <summary>Fails with these codes, one an attempt, then answers. A code may have a pushback behind it: "14 250".</summary>
    Task<RawServer> ServerAsync(GrpcChannelOptions options, params string[] failures) =>
        RawServer.StartAsync(
            async http =>
            {
                int attempt;
                using var body = new MemoryStream();
                await http.Request.Body.CopyToAsync(body);
                lock (_attempts)
                {
                    attempt = _attempts.Count;
                    _attempts.Add(http.Request);
                    _previous.Add(http.Request.Headers["grpc-previous-rpc-attempts"].ToString());
                    _bodies.Add(body.ToArray());
                }

                http.Response.ContentType = "application/grpc";
                if (attempt < failures.Length)
                {
                    var parts = failures[attempt].Split(' ');
                    http.Response.Headers["grpc-status"] = parts[0];
                    if (parts.Length > 1)
                    {
                        http.Response.Headers["grpc-retry-pushback-ms"] = parts[1];
                    }

                    return;
                }

                await http.Response.Body.WriteAsync(Answer);
                http.Response.AppendTrailer("grpc-status", "0");
            },
            options
        );

    static async Task<StatusCode> CodeAsync(RawServer server)
    {
        try
        {
            await server.Client.UnaryAsync(new EchoRequest { Text = "x" }, EchoHost.Soon());
            return StatusCode.OK;
        }
        catch (RpcException failure)
        {
            return failure.StatusCode;
        }
    }

    [Fact]
    public async Task A_call_is_made_again_and_tells_how_often_it_was()
    {
        await using var server = await ServerAsync(Options(Policy()), "14", "14");

        (await CodeAsync(server)).ShouldBe(StatusCode.OK);

        _previous.ShouldBe(["", "1", "2"]);
        _bodies.ShouldAllBe(body => body.SequenceEqual(_bodies[0]));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(5, 5)]
    [InlineData(9, 5)]
    public async Task A_call_has_as_many_attempts_as_its_policy_says_and_five_at_most(int asked, int made)
    {
        await using var server = await ServerAsync(Options(Policy(asked)), [.. Enumerable.Repeat("14", 20)]);

        (await CodeAsync(server)).ShouldBe(StatusCode.Unavailable);

        _attempts.Count.ShouldBe(made);
    }

    [Fact]
    public async Task Other_codes_end_the_call()
    {
        await using var server = await ServerAsync(Options(Policy()), "13");

        (await CodeAsync(server)).ShouldBe(StatusCode.Internal);

        _attempts.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("14 -1")]
    [InlineData("14 soon")]
    public async Task A_server_may_forbid_it(string failure)
    {
        await using var server = await ServerAsync(Options(Policy()), failure);

        (await CodeAsync(server)).ShouldBe(StatusCode.Unavailable);

        _attempts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_may_name_the_wait()
    {
        await using var server = await ServerAsync(Options(Policy()), "14 300");
        var start = Stopwatch.GetTimestamp();

        (await CodeAsync(server)).ShouldBe(StatusCode.OK);

        Stopwatch.GetElapsedTime(start).TotalMilliseconds.ShouldBeGreaterThan(290);
        _attempts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_deadline_is_that_of_all_attempts()
    {
        await using var server = await ServerAsync(Options(Policy()), "14 20000");

        var failure = await Should.ThrowAsync<RpcException>(async () =>
            await server.Client.UnaryAsync(
                new EchoRequest(),
                deadline: TimeProvider.System.GetUtcNow().UtcDateTime + TimeSpan.FromMilliseconds(300)
            )
        );

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        _attempts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_cancelled_call_does_not_wait()
    {
        await using var server = await ServerAsync(Options(Policy()), "14 20000");
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        var failure = await Should.ThrowAsync<RpcException>(async () =>
            await server.Client.UnaryAsync(new EchoRequest(), cancellationToken: cancellation.Token)
        );

        failure.StatusCode.ShouldBe(StatusCode.Cancelled);
    }

    [Fact]
    public async Task A_call_whose_response_has_begun_is_not_made_again()
    {
        await using var server = await RawServer.StartAsync(
            async http =>
            {
                lock (_attempts)
                {
                    _attempts.Add(http.Request);
                }

                http.Response.ContentType = "application/grpc";
                await http.Response.StartAsync();
                http.Response.AppendTrailer("grpc-status", "14");
            },
            Options(Policy())
        );

        (await CodeAsync(server)).ShouldBe(StatusCode.Unavailable);

        _attempts.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("newsapi.testing.v1.EchoService", "Unary", 2)]
    [InlineData("newsapi.testing.v1.EchoService", null, 2)]
    [InlineData(null, null, 2)]
    [InlineData("newsapi.testing.v1.EchoService", "Duplex", 1)]
    [InlineData("newsapi.testing.v1.Other", null, 1)]
    public async Task A_policy_holds_for_the_methods_that_it_names(string? service, string? method, int made)
    {
        await using var server = await ServerAsync(Options(Policy(2), new MethodName { Service = service, Method = method }), "14", "14");

        (await CodeAsync(server)).ShouldBe(StatusCode.Unavailable);

        _attempts.Count.ShouldBe(made);
    }

    [Fact]
    public async Task Streamed_requests_are_sent_again_and_the_rest_behind_them()
    {
        await using var server = await ServerAsync(Options(Policy()), "14");
        using var call = server.Client.ClientStream(EchoHost.Soon());
        foreach (var text in (string[])["một", "hai", "ba"])
        {
            await call.RequestStream.WriteAsync(new EchoRequest { Text = text });
        }

        await call.RequestStream.CompleteAsync();

        (await call).Text.ShouldBe("ok");
        _bodies.Count.ShouldBe(2);
        _bodies[1].ShouldBe(_bodies[0]);
        _bodies[0].ShouldBe([.. ((string[])["một", "hai", "ba"]).SelectMany(text => RawClient.Frame(new EchoRequest { Text = text }))]);
    }

    [Fact]
    public async Task A_server_that_refuses_before_the_requests_have_ended_gets_them_all_the_next_time()
    {
        await using var server = await RawServer.StartAsync(
            async http =>
            {
                int attempt;
                lock (_attempts)
                {
                    attempt = _attempts.Count;
                    _attempts.Add(http.Request);
                }

                http.Response.ContentType = "application/grpc";
                if (attempt == 0)
                {
                    // Reads one message of three and refuses.
                    (await http.Request.Body.ReadAtLeastAsync(new byte[8], 8)).ShouldBe(8);
                    http.Response.Headers["grpc-status"] = "14";
                    return;
                }

                using var body = new MemoryStream();
                await http.Request.Body.CopyToAsync(body);
                _bodies.Add(body.ToArray());
                await http.Response.Body.WriteAsync(Answer);
                http.Response.AppendTrailer("grpc-status", "0");
            },
            Options(Policy())
        );
        using var call = server.Client.ClientStream(EchoHost.Soon());
        for (var i = 0; i < 20; i++)
        {
            await call.RequestStream.WriteAsync(new EchoRequest { Text = $"message {i}" });
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        await call.RequestStream.CompleteAsync();

        (await call).Text.ShouldBe("ok");
        _bodies.Single().ShouldBe([.. Enumerable.Range(0, 20).SelectMany(i => RawClient.Frame(new EchoRequest { Text = $"message {i}" }))]);
    }

    [Theory]
    [InlineData(100, null, 1)]
    [InlineData(null, 100, 2)]
    [InlineData(10_000, 10_000, 2)]
    public async Task A_request_over_the_limit_is_sent_once(int? ofCall, int? ofChannel, int made)
    {
        var options = Options(Policy());
        (options.MaxRetryBufferPerCallSize, options.MaxRetryBufferSize) = (ofCall, ofChannel);
        await using var server = await ServerAsync(options, "14");
        var request = new EchoRequest { Text = new string('x', 5_000) };

        await Record.ExceptionAsync(async () => await server.Client.UnaryAsync(request, EchoHost.Soon()));

        // One message is not kept: it is there anyway, and counts for its call alone.
        _attempts.Count.ShouldBe(made);
    }

    [Theory]
    [InlineData(100, null)]
    [InlineData(null, 100)]
    public async Task A_stream_over_a_limit_is_sent_once(int? ofCall, int? ofChannel)
    {
        var options = Options(Policy());
        (options.MaxRetryBufferPerCallSize, options.MaxRetryBufferSize) = (ofCall, ofChannel);
        await using var server = await ServerAsync(options, "14");
        using var call = server.Client.ClientStream(EchoHost.Soon());
        await call.RequestStream.WriteAsync(new EchoRequest { Text = new string('x', 5_000) });
        await call.RequestStream.CompleteAsync();

        (await Should.ThrowAsync<RpcException>(async () => await call)).StatusCode.ShouldBe(StatusCode.Unavailable);
        _attempts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_streams_keep_is_given_back()
    {
        var options = Options(Policy());
        options.MaxRetryBufferSize = 12_000;
        await using var server = await ServerAsync(options, "14", "13", "14", "13", "14", "13");
        for (var i = 0; i < 3; i++)
        {
            using var call = server.Client.ClientStream(EchoHost.Soon());
            await call.RequestStream.WriteAsync(new EchoRequest { Text = new string('x', 10_000) });
            await call.RequestStream.CompleteAsync();
            (await Should.ThrowAsync<RpcException>(async () => await call)).StatusCode.ShouldBe(StatusCode.Internal);
        }

        _attempts.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Many_failures_stop_the_repetitions_and_successes_allow_them_again()
    {
        var options = Options(Policy());
        options.ServiceConfig!.RetryThrottling = new RetryThrottlingPolicy { MaxTokens = 4, TokenRatio = 1 };
        await using var server = await ServerAsync(options, "14", "14", "14", "0", "0", "0", "14");

        // Tokens 4, 3: again. Then 2, which is half: no more.
        (await CodeAsync(server)).ShouldBe(StatusCode.Unavailable);
        _attempts.Count.ShouldBe(2);
        (await CodeAsync(server)).ShouldBe(StatusCode.Unavailable);
        _attempts.Count.ShouldBe(3);

        // Answers of status OK, though without a message, give back what failures took.
        for (var i = 0; i < 3; i++)
        {
            (await CodeAsync(server)).ShouldBe(StatusCode.Internal);
        }

        (await CodeAsync(server)).ShouldBe(StatusCode.OK);
        _attempts.Count.ShouldBe(8);
    }

    [Fact]
    public void A_policy_that_lacks_a_value_is_refused()
    {
        var policy = Policy();
        policy.MaxBackoff = null;

        Should
            .Throw<InvalidOperationException>(() => GrpcChannel.ForAddress("http://127.0.0.1:1", Options(policy)))
            .Message.ShouldContain("MaxBackoff");
    }
}
