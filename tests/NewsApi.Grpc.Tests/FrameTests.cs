using System.IO.Compression;
using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using NewsApi.Grpc.Tests.Echo;

namespace NewsApi.Grpc.Tests;

/// <summary>What either side makes of bytes as they come, in chunks that respect no message.</summary>
public sealed class FrameTests : IAsyncLifetime
{
    static readonly byte[] Request = RawClient.Frame(new EchoRequest { Text = "Tin mới" });
    static readonly byte[] Response = RawClient.Frame(new EchoResponse { Text = "Tin mới" });

    EchoHost _host = null!;

    Uri Unary => new(_host.Address, "/newsapi.testing.v1.EchoService/Unary");

    public async Task InitializeAsync() => _host = await EchoHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    static byte[][] ByteByByte(byte[] frames) => [.. frames.Select(b => new[] { b })];

    [Fact]
    public async Task Server_reads_a_frame_that_comes_byte_by_byte()
    {
        var response = await RawClient.SendAsync(Unary, ByteByByte(Request));

        response.Status.ShouldBe(StatusCode.OK);
        response.Message(EchoResponse.Parser).Text.ShouldBe("Tin mới");
    }

    [Fact]
    public async Task Server_reads_several_frames_that_come_in_one_chunk()
    {
        var path = new Uri(_host.Address, "/newsapi.testing.v1.EchoService/ClientStream");

        var response = await RawClient.SendAsync(
            path,
            [
                [.. Request, .. RawClient.Frame(new EchoRequest()), .. Request],
            ]
        );

        response.Message(EchoResponse.Parser).Index.ShouldBe(3);
    }

    [Fact]
    public async Task Client_reads_a_frame_that_comes_byte_by_byte()
    {
        await using var server = await RawServer.StartAsync(ByteByByte(Response));

        (await server.Client.UnaryAsync(new EchoRequest())).Text.ShouldBe("Tin mới");
    }

    [Fact]
    public async Task Client_reads_several_frames_that_come_in_one_chunk()
    {
        byte[] empty = RawClient.Frame(new EchoResponse());
        await using var server = await RawServer.StartAsync([.. Response, .. empty, .. Response, .. empty]);
        using var call = server.Client.ServerStream(new EchoRequest());

        var texts = new List<string>();
        await foreach (var response in call.ResponseStream.ReadAllAsync())
        {
            texts.Add(response.Text);
        }

        texts.ShouldBe(["Tin mới", "", "Tin mới", ""]);
    }

    public static TheoryData<string, byte[], string?, StatusCode> BadRequests =>
        new()
        {
            { "compressed, without an encoding", RawClient.Frame(1, [1, 2]), null, StatusCode.Internal },
            { "compressed, encoding is identity", RawClient.Frame(1, [1, 2]), "identity", StatusCode.Internal },
            { "compressed, unknown encoding", RawClient.Frame(1, [1, 2]), "snappy", StatusCode.Unimplemented },
            { "compressed, not gzip", RawClient.Frame(1, [1, 2]), "gzip", StatusCode.Internal },
            { "a flag that is neither 0 nor 1", RawClient.Frame(2, [1, 2]), null, StatusCode.Internal },
            { "ends in the header", [0, 0, 0], null, StatusCode.Internal },
            { "ends in the payload", [0, 0, 0, 0, 9, 1], null, StatusCode.Internal },
            { "no message", [], null, StatusCode.Internal },
            { "two messages", [.. Request, .. Request], null, StatusCode.Internal },
            { "not protobuf", RawClient.Frame(0, [0xff, 0xff]), null, StatusCode.Internal },
            { "a length of 4 GiB - 1", [0, 0xff, 0xff, 0xff, 0xff, 1], null, StatusCode.ResourceExhausted },
        };

    [Theory]
    [MemberData(nameof(BadRequests))]
    public async Task Server_answers_malformed_frames_with_a_status(string what, byte[] bytes, string? encoding, StatusCode expected)
    {
        var response = await RawClient.SendAsync(
            Unary,
            request => request.Headers.TryAddWithoutValidation("grpc-encoding", encoding is null ? [] : [encoding]),
            bytes
        );

        response.Status.ShouldBe(expected, what);
        response.Http.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Server_names_the_encodings_it_has_where_it_does_not_know_one()
    {
        var response = await RawClient.SendAsync(
            Unary,
            request => request.Headers.TryAddWithoutValidation("grpc-encoding", "snappy"),
            RawClient.Frame(1, [1])
        );

        response.Headers["grpc-accept-encoding"].ShouldBe("identity,gzip");
    }

    [Theory]
    [InlineData("compressed, without an encoding", new byte[] { 1, 0, 0, 0, 1, 1 }, StatusCode.Internal)]
    [InlineData("ends in the payload", new byte[] { 0, 0, 0, 0, 9, 1 }, StatusCode.Internal)]
    [InlineData("no message", new byte[] { }, StatusCode.Internal)]
    [InlineData("two messages", new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, StatusCode.Internal)]
    [InlineData("over the limit", new byte[] { 0, 0x7f, 0xff, 0xff, 0xff, 1 }, StatusCode.ResourceExhausted)]
    public async Task Client_ends_a_call_with_malformed_frames_with_a_status(string what, byte[] bytes, StatusCode expected)
    {
        await using var server = await RawServer.StartAsync(bytes);

        var failure = await Should.ThrowAsync<RpcException>(() => server.Client.UnaryAsync(new EchoRequest()).ResponseAsync);

        failure.StatusCode.ShouldBe(expected, what);
    }

    [Fact]
    public async Task Client_sends_exactly_one_frame_for_a_unary_call()
    {
        byte[] body = [];
        await using var server = await RawServer.StartAsync(async http =>
        {
            using var copy = new MemoryStream();
            await http.Request.Body.CopyToAsync(copy);
            body = copy.ToArray();
            await http.Response.Body.WriteAsync(Response);
            http.Response.AppendTrailer("grpc-status", "0");
        });

        await server.Client.UnaryAsync(new EchoRequest { Text = "Tin mới" });

        body.ShouldBe(Request);
    }

    [Fact]
    public async Task Client_sends_the_headers_of_the_protocol()
    {
        HeaderDictionary? headers = null;
        await using var server = await RawServer.StartAsync(async http =>
        {
            headers = new HeaderDictionary(http.Request.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase));
            await http.Response.Body.WriteAsync(Response);
            http.Response.AppendTrailer("grpc-status", "0");
        });

        await server.Client.UnaryAsync(new EchoRequest());

        headers!["te"].ToString().ShouldBe("trailers");
        headers["content-type"].ToString().ShouldBe("application/grpc");
        headers["grpc-accept-encoding"].ToString().ShouldBe("identity,gzip");
        headers["user-agent"].ToString().ShouldStartWith("newsapi-grpc/");
        headers.ContainsKey("grpc-timeout").ShouldBeFalse();
    }

    [Fact]
    public async Task Server_sends_status_and_message_in_the_headers_where_nothing_else_is_sent()
    {
        var response = await RawClient.SendAsync(Unary, RawClient.Frame(new EchoRequest { StatusCode = 5, StatusDetail = "Đ" }));

        response.Headers["grpc-status"].ShouldBe("5");
        response.Headers["grpc-message"].ShouldBe("%C4%90");
        response.Body.ShouldBeEmpty();
        response.Trailers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Server_sends_the_status_in_the_trailers_after_a_message()
    {
        var response = await RawClient.SendAsync(Unary, Request);

        response.Trailers["grpc-status"].ShouldBe("0");
        response.Headers.Keys.ShouldNotContain("grpc-status");
    }

    [Fact]
    public async Task Decompressed_message_over_the_limit_is_RESOURCE_EXHAUSTED()
    {
        using var bomb = new MemoryStream();
        await using (var gzip = new GZipStream(bomb, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(new byte[50_000_000]);
        }

        var response = await RawClient.SendAsync(
            Unary,
            request => request.Headers.TryAddWithoutValidation("grpc-encoding", "gzip"),
            RawClient.Frame(1, bomb.ToArray())
        );

        response.Status.ShouldBe(StatusCode.ResourceExhausted);
    }
}
