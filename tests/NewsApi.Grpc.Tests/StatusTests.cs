using Grpc.Core;
using NewsApi.Grpc.Tests.Echo;

namespace NewsApi.Grpc.Tests;

public sealed class StatusTests : IAsyncLifetime
{
    EchoHost _host = null!;

    public async Task InitializeAsync() => _host = await EchoHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    static EchoRequest Failing(StatusCode code = StatusCode.NotFound, string detail = "no such page") =>
        new() { StatusCode = (int)code, StatusDetail = detail };

    static async Task<RpcException> FailureOf<T>(AsyncUnaryCall<T> call)
    {
        using (call)
        {
            return await Should.ThrowAsync<RpcException>(() => call.ResponseAsync);
        }
    }

    [Theory]
    [InlineData("no such page")]
    [InlineData("Không tìm thấy trang: Đường Nguyễn Huệ")]
    [InlineData("100% of \"it\"\n\ttab %41")]
    [InlineData("😀")]
    [InlineData("")]
    public async Task A_thrown_status_arrives_with_its_detail_unchanged(string detail)
    {
        var failure = await FailureOf(_host.Client.UnaryAsync(Failing(detail: detail)));

        failure.Status.StatusCode.ShouldBe(StatusCode.NotFound);
        failure.Status.Detail.ShouldBe(detail);
    }

    [Fact]
    public async Task Every_status_code_arrives()
    {
        foreach (var code in Enum.GetValues<StatusCode>().Where(code => code != StatusCode.OK))
        {
            (await FailureOf(_host.Client.UnaryAsync(Failing(code)))).StatusCode.ShouldBe(code);
        }
    }

    [Fact]
    public async Task Trailers_of_a_thrown_status_arrive_where_no_headers_left_before()
    {
        var failure = await FailureOf(_host.Client.UnaryAsync(Failing()));

        failure.Trailers.GetValue("reason").ShouldBe("asked-for");
    }

    [Fact]
    public async Task A_status_after_messages_arrives_after_them()
    {
        var request = Failing(StatusCode.Aborted);
        request.Repeat = 3;
        using var call = _host.Client.ServerStream(request);

        for (var i = 0; i < 3; i++)
        {
            (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        }

        var failure = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext());
        failure.StatusCode.ShouldBe(StatusCode.Aborted);
        failure.Trailers.GetValue("reason").ShouldBe("asked-for");
        call.GetStatus().StatusCode.ShouldBe(StatusCode.Aborted);
    }

    [Fact]
    public async Task A_status_while_the_client_still_writes_stops_the_writes()
    {
        using var call = _host.Client.ClientStream();
        await call.RequestStream.WriteAsync(Failing(StatusCode.ResourceExhausted)).ContinueWith(_ => { }, TaskScheduler.Default);

        (await Should.ThrowAsync<RpcException>(() => call.ResponseAsync)).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        (await Should.ThrowAsync<RpcException>(() => call.RequestStream.WriteAsync(new EchoRequest()))).StatusCode.ShouldBe(
            StatusCode.ResourceExhausted
        );
    }

    [Fact]
    public async Task An_exception_in_a_handler_is_UNKNOWN_and_keeps_its_text()
    {
        var failure = await FailureOf(_host.Client.UnaryAsync(new EchoRequest { Fail = true }));

        failure.StatusCode.ShouldBe(StatusCode.Unknown);
        failure.Status.Detail.ShouldBe("Exception was thrown by handler.");
    }

    [Fact]
    public async Task An_exception_in_a_handler_is_told_where_the_service_has_detailed_errors()
    {
        await using var host = await EchoHost.StartAsync(options => options.EnableDetailedErrors = true);

        var failure = await FailureOf(host.Client.UnaryAsync(new EchoRequest { Fail = true }));

        failure.Status.Detail.ShouldBe("Exception was thrown by handler. InvalidOperationException: secret: /etc/newsapi");
    }

    [Fact]
    public async Task A_method_that_the_service_does_not_have_is_UNIMPLEMENTED() =>
        (await FailureOf(_host.Client.NotThereAsync(new EchoRequest()))).StatusCode.ShouldBe(StatusCode.Unimplemented);

    [Fact]
    public async Task A_service_that_the_server_does_not_have_is_UNIMPLEMENTED()
    {
        var path = new Uri(_host.Address, "/newsapi.testing.v1.Elsewhere/Unary");

        var response = await RawClient.SendAsync(path, RawClient.Frame(new EchoRequest()));

        response.Status.ShouldBe(StatusCode.Unimplemented);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_UNAVAILABLE()
    {
        await _host.DisposeAsync();
        using var channel = global::Grpc.Net.Client.GrpcChannel.ForAddress(_host.Address.ToString());

        var failure = await FailureOf(new EchoService.EchoServiceClient(channel).UnaryAsync(new EchoRequest()));

        failure.StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    [Fact]
    public async Task ResponseHeadersAsync_of_a_call_that_never_got_a_response_throws_its_status()
    {
        await _host.DisposeAsync();
        using var channel = global::Grpc.Net.Client.GrpcChannel.ForAddress(_host.Address.ToString());
        using var call = new EchoService.EchoServiceClient(channel).ServerStream(new EchoRequest());

        var failure = await Should.ThrowAsync<RpcException>(() => call.ResponseHeadersAsync);

        failure.StatusCode.ShouldBe(StatusCode.Unavailable);
    }
}
