using Grpc.Core;
using NewsApi.Grpc.Tests.Echo;

namespace NewsApi.Grpc.Tests;

public sealed class DeadlineTests : IAsyncLifetime
{
    EchoHost _host = null!;

    Uri Unary => new(_host.Address, "/newsapi.testing.v1.EchoService/Unary");

    public async Task InitializeAsync() => _host = await EchoHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    static DateTime In(TimeSpan time) => TimeProvider.System.GetUtcNow().UtcDateTime + time;

    Task<RawResponse> SendAsync(string timeout, EchoRequest request) =>
        RawClient.SendAsync(Unary, http => http.Headers.TryAddWithoutValidation("grpc-timeout", timeout), RawClient.Frame(request));

    [Fact]
    public async Task Client_ends_the_call_at_its_deadline_though_the_server_does_not_answer()
    {
        await using var server = await RawServer.StartAsync(http => Task.Delay(Timeout.Infinite, http.RequestAborted));

        var failure = await Should.ThrowAsync<RpcException>(async () =>
            await server.Client.UnaryAsync(new EchoRequest(), deadline: In(TimeSpan.FromMilliseconds(100)))
        );

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Fact]
    public async Task Client_ends_a_call_whose_deadline_has_passed_without_sending_it()
    {
        var failure = await Should.ThrowAsync<RpcException>(async () =>
            await _host.Client.UnaryAsync(new EchoRequest { Hang = true }, deadline: In(TimeSpan.FromSeconds(-1)))
        );

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        _host.Server.Started.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Client_ends_a_stream_at_its_deadline_between_messages()
    {
        using var call = _host.Client.ServerStream(new EchoRequest { Repeat = 1, Hang = true }, deadline: In(TimeSpan.FromSeconds(2)));
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();

        var failure = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext());

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Fact]
    public void A_deadline_that_is_not_in_UTC_throws() =>
        Should.Throw<ArgumentException>(() =>
            _host.Client.UnaryAsync(new EchoRequest(), deadline: new DateTime(2099, 1, 1, 0, 0, 0, DateTimeKind.Local))
        );

    /// <summary>Whether the handler is called at all is open: the deadline may pass before the request is read.</summary>
    [Theory]
    [InlineData("1n")]
    [InlineData("99u")]
    [InlineData("50m")]
    public async Task Server_answers_DEADLINE_EXCEEDED_however_short_the_time(string timeout)
    {
        var response = await SendAsync(timeout, new EchoRequest { Hang = true });

        response.Status.ShouldBe(StatusCode.DeadlineExceeded);
        response.Body.ShouldBeEmpty();
        (await _host.Server.HangingAtTheEndAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Server_answers_DEADLINE_EXCEEDED_and_tells_its_handler()
    {
        var response = await SendAsync("2S", new EchoRequest { Hang = true });

        response.Status.ShouldBe(StatusCode.DeadlineExceeded);
        response.Body.ShouldBeEmpty();
        await _host.Server.Started.WaitAsync(EchoHost.Patience);
        await _host.Server.Cancelled.WaitAsync(EchoHost.Patience);
    }

    [Fact]
    public async Task Server_answers_DEADLINE_EXCEEDED_though_its_handler_does_not_end()
    {
        var response = await SendAsync("50m", new EchoRequest { Deaf = true });

        response.Status.ShouldBe(StatusCode.DeadlineExceeded);
        _host.Server.LetGo();
    }

    [Fact]
    public async Task Server_resets_a_stream_whose_client_has_stopped_reading_before_the_deadline()
    {
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
        using var request = RawClient.Request(
            new Uri(_host.Address, "/newsapi.testing.v1.EchoService/ServerStream"),
            RawClient.Frame(new EchoRequest { Repeat = int.MaxValue, Payload = Google.Protobuf.ByteString.CopyFrom(new byte[10_000]) })
        );
        request.Headers.TryAddWithoutValidation("grpc-timeout", "3S");
        using var response = await http.SendAsync(request, CancellationToken.None);

        await _host.Server.Cancelled.WaitAsync(EchoHost.Patience);

        var written = _host.Server.Written;
        written.ShouldBePositive();
        var reset = await Should.ThrowAsync<HttpProtocolException>(() => ReadToEndAsync(response));
        reset.ErrorCode.ShouldBe(0x8);
        _host.Server.Written.ShouldBe(written);
    }

    static async Task ReadToEndAsync(HttpResponseMessage response)
    {
        await using var body = await response.Content.ReadAsStreamAsync();
        await body.CopyToAsync(Stream.Null).WaitAsync(EchoHost.Patience);
    }

    [Fact]
    public async Task Server_answers_DEADLINE_EXCEEDED_while_a_stream_of_requests_is_open()
    {
        using var call = _host.Client.Duplex(deadline: In(TimeSpan.FromSeconds(2)));
        await call.RequestStream.WriteAsync(new EchoRequest());
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();

        var failure = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext());

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Theory]
    [InlineData("99999999m", 99_999.999)]
    [InlineData("90S", 90)]
    [InlineData("2M", 120)]
    [InlineData("1H", 3600)]
    [InlineData("90000000u", 90)]
    public async Task Server_tells_its_handler_the_deadline(string timeout, double seconds)
    {
        var before = TimeProvider.System.GetUtcNow().UtcDateTime;
        var call = SendAsync(timeout, new EchoRequest { Hang = true });

        var context = await _host.Server.Started.WaitAsync(EchoHost.Patience);

        context.Deadline.ShouldBeInRange(before.AddSeconds(seconds), TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(seconds));
        context.Deadline.Kind.ShouldBe(DateTimeKind.Utc);
        context.GetHttpContext().Abort();
        await Should.ThrowAsync<HttpRequestException>(() => call);
    }

    [Fact]
    public async Task Server_tells_its_handler_of_a_call_without_deadline_the_end_of_time()
    {
        using var call = _host.Client.UnaryAsync(new EchoRequest { Hang = true });

        (await _host.Server.Started.WaitAsync(EchoHost.Patience)).Deadline.ShouldBe(DateTime.MaxValue);
    }

    [Theory]
    [InlineData("10")]
    [InlineData("S")]
    [InlineData("10s")]
    [InlineData("-1S")]
    [InlineData("+1S")]
    [InlineData("1.5S")]
    [InlineData("123456789S")]
    public async Task Server_answers_a_malformed_timeout_with_INTERNAL(string timeout) =>
        (await SendAsync(timeout, new EchoRequest())).Status.ShouldBe(StatusCode.Internal);

    [Fact]
    public async Task Server_takes_the_longest_timeout_there_is() =>
        (await SendAsync("99999999H", new EchoRequest())).Status.ShouldBe(StatusCode.OK);

    [Theory]
    [InlineData(40, 'u')]
    [InlineData(90, 'u')]
    [InlineData(3600, 'm')]
    [InlineData(1e6, 'S')]
    [InlineData(1e9, 'M')]
    [InlineData(1e10, 'H')]
    public async Task Client_sends_the_time_left_in_at_most_eight_digits(double seconds, char unit)
    {
        var timeout = "";
        await using var server = await RawServer.StartAsync(http =>
        {
            timeout = http.Request.Headers["grpc-timeout"].ToString();
            http.Response.Headers["grpc-status"] = "5";
            return Task.CompletedTask;
        });

        await Should.ThrowAsync<RpcException>(async () =>
            await server.Client.UnaryAsync(new EchoRequest(), deadline: In(TimeSpan.FromSeconds(seconds)))
        );

        timeout.Length.ShouldBeInRange(2, 9);
        timeout[^1].ShouldBe(unit);
    }
}
