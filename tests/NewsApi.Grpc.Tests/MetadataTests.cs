using Grpc.Core;
using Microsoft.AspNetCore.Http;
using NewsApi.Grpc.Tests.Echo;

namespace NewsApi.Grpc.Tests;

public sealed class MetadataTests : IAsyncLifetime
{
    static readonly byte[] AllBytes = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];

    EchoHost _host = null!;

    public async Task InitializeAsync() => _host = await EchoHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Text_and_bytes_come_back_in_headers_and_trailers()
    {
        var sent = new Metadata
        {
            { "echo-text", "a, b=c" },
            { "echo-bytes-bin", AllBytes },
            { "Trail-Text", "x" },
            { "trail-bytes-bin", AllBytes },
        };
        using var call = _host.Client.UnaryAsync(new EchoRequest(), sent);

        var headers = await call.ResponseHeadersAsync;
        await call;

        headers.GetValue("echo-text").ShouldBe("a, b=c");
        headers.GetValueBytes("echo-bytes-bin").ShouldBe(AllBytes);
        call.GetTrailers().GetValue("trail-text").ShouldBe("x");
        call.GetTrailers().GetValueBytes("trail-bytes-bin").ShouldBe(AllBytes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Bytes_of_any_length_come_back(int length)
    {
        using var call = _host.Client.UnaryAsync(new EchoRequest(), new Metadata { { "echo-bin", AllBytes[^length..] } });

        (await call.ResponseHeadersAsync).GetValueBytes("echo-bin").ShouldBe(AllBytes[^length..]);
    }

    [Fact]
    public async Task Equal_keys_keep_their_order()
    {
        await using var server = await RawServer.StartAsync(async http =>
        {
            await http.Response.Body.WriteAsync(RawClient.Frame(new EchoResponse()));
            http.Response.AppendTrailer("grpc-status", "0");
            http.Response.AppendTrailer("trail-a", "1");
            http.Response.AppendTrailer("trail-a", "2");
        });
        using var call = server.Client.UnaryAsync(new EchoRequest());
        await call;

        call.GetTrailers().GetAll("trail-a").Select(entry => entry.Value).ShouldBe(["1", "2"]);
        call.GetTrailers().GetValue("trail-a").ShouldBe("2");
    }

    [Fact]
    public async Task Server_splits_bytes_that_were_joined_with_commas_and_takes_both_paddings()
    {
        var path = new Uri(_host.Address, "/newsapi.testing.v1.EchoService/Unary");

        var response = await RawClient.SendAsync(
            path,
            request => request.Headers.TryAddWithoutValidation("trail-bin", "AQ==,Ag"),
            RawClient.Frame(new EchoRequest())
        );

        response.Trailers["trail-bin"].ShouldBe("AQ,Ag");
    }

    [Fact]
    public async Task Server_answers_bytes_that_are_no_base64_with_a_status()
    {
        var path = new Uri(_host.Address, "/newsapi.testing.v1.EchoService/Unary");

        var response = await RawClient.SendAsync(
            path,
            request => request.Headers.TryAddWithoutValidation("trail-bin", "*"),
            RawClient.Frame(new EchoRequest())
        );

        response.Status.ShouldBe(StatusCode.Internal);
    }

    [Fact]
    public async Task Server_hides_the_headers_that_gRPC_keeps_for_itself()
    {
        using var call = _host.Client.UnaryAsync(
            new EchoRequest { Hang = true },
            deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1)
        );
        var context = await _host.Server.Started.WaitAsync(EchoHost.Patience);

        context.RequestHeaders.Select(entry => entry.Key).ShouldBe(["user-agent"]);
    }

    [Fact]
    public async Task A_text_that_is_not_ASCII_ends_the_call_with_a_status()
    {
        var failure = await Should.ThrowAsync<RpcException>(async () =>
            await _host.Client.UnaryAsync(new EchoRequest(), new Metadata { { "echo-text", "Hà Nội" } })
        );

        failure.StatusCode.ShouldBe(StatusCode.Internal);
        failure.Status.Detail.ShouldContain("echo-text");
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("khóa")]
    [InlineData("a:b")]
    [InlineData("")]
    public void Add_with_characters_that_a_key_may_not_have_throws(string key) =>
        Should.Throw<ArgumentException>(() => new Metadata { { key, "value" } });

    [Fact]
    public void Add_with_the_wrong_kind_of_value_for_the_key_throws()
    {
        Should.Throw<ArgumentException>(() => new Metadata { { "key-bin", "text" } });
        Should.Throw<ArgumentException>(() => new Metadata { { "key", new byte[] { 1 } } });
    }

    [Fact]
    public void Empty_cannot_be_added_to() => Should.Throw<InvalidOperationException>(() => Metadata.Empty.Add("key", "value"));
}
