using System.IO.Compression;
using Grpc.Core;
using NewsApi.Grpc.Tests.Echo;

namespace NewsApi.Grpc.Tests;

public sealed class CompressionTests
{
    static readonly EchoRequest Long = new() { Text = new string('ộ', 10_000) };

    static Uri Unary(EchoHost host) => new(host.Address, "/newsapi.testing.v1.EchoService/Unary");

    static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionMode.Compress))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray();
    }

    [Fact]
    public async Task Both_directions_compressed_give_the_message_back()
    {
        await using var host = await EchoHost.StartAsync(options => options.ResponseCompressionAlgorithm = "gzip");
        using var call = host.Client.Duplex(EchoHost.Gzip());
        for (var i = 0; i < 3; i++)
        {
            await call.RequestStream.WriteAsync(Long);
            (await call.ResponseStream.MoveNext()).ShouldBeTrue();
            call.ResponseStream.Current.Text.ShouldBe(Long.Text);
        }

        await call.RequestStream.CompleteAsync();
        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
    }

    [Fact]
    public async Task Client_sends_a_compressed_frame_and_names_the_encoding()
    {
        byte[] body = [];
        var encoding = "";
        await using var server = await RawServer.StartAsync(async http =>
        {
            using var copy = new MemoryStream();
            await http.Request.Body.CopyToAsync(copy);
            (body, encoding) = (copy.ToArray(), http.Request.Headers["grpc-encoding"].ToString());
            http.Response.Headers["grpc-status"] = "5";
        });

        await Should.ThrowAsync<RpcException>(async () => await server.Client.UnaryAsync(Long, EchoHost.Gzip()));

        encoding.ShouldBe("gzip");
        body[0].ShouldBe((byte)1);
        body.Length.ShouldBeLessThan(1000);
    }

    [Fact]
    public async Task Client_sends_a_message_as_it_is_with_NoCompress()
    {
        byte flag = 9;
        await using var server = await RawServer.StartAsync(async http =>
        {
            var first = new byte[1];
            await http.Request.Body.ReadExactlyAsync(first);
            flag = first[0];
            http.Response.Headers["grpc-status"] = "5";
        });
        var options = new CallOptions(EchoHost.Gzip(), writeOptions: new WriteOptions(WriteFlags.NoCompress));

        await Should.ThrowAsync<RpcException>(async () => await server.Client.UnaryAsync(Long, options));

        flag.ShouldBe((byte)0);
    }

    [Theory]
    [InlineData("identity,gzip", true)]
    [InlineData("deflate, gzip", true)]
    [InlineData("identity", false)]
    [InlineData("gzipped", false)]
    [InlineData(null, false)]
    public async Task Server_compresses_for_clients_that_accept_it(string? accepts, bool isCompressed)
    {
        await using var host = await EchoHost.StartAsync(options => options.ResponseCompressionAlgorithm = "gzip");

        var response = await RawClient.SendAsync(
            Unary(host),
            request => request.Headers.TryAddWithoutValidation("grpc-accept-encoding", accepts is null ? [] : [accepts]),
            RawClient.Frame(Long)
        );

        response.Headers.GetValueOrDefault("grpc-encoding").ShouldBe(isCompressed ? "gzip" : null);
        response.Body[0].ShouldBe(isCompressed ? (byte)1 : (byte)0);
    }

    [Fact]
    public async Task Server_does_not_compress_unless_it_is_told_to()
    {
        await using var host = await EchoHost.StartAsync();

        var response = await RawClient.SendAsync(
            Unary(host),
            request => request.Headers.TryAddWithoutValidation("grpc-accept-encoding", "gzip"),
            RawClient.Frame(Long)
        );

        response.Message(EchoResponse.Parser).Text.ShouldBe(Long.Text);
    }

    [Fact]
    public async Task Server_reads_compressed_and_plain_messages_of_one_call()
    {
        await using var host = await EchoHost.StartAsync();
        var plain = RawClient.Frame(new EchoRequest { Text = "a" });
        var compressed = RawClient.Frame(1, Gzip(plain[5..]));

        var response = await RawClient.SendAsync(
            new Uri(host.Address, "/newsapi.testing.v1.EchoService/ClientStream"),
            request => request.Headers.TryAddWithoutValidation("grpc-encoding", "gzip"),
            compressed,
            plain,
            compressed
        );

        response.Message(EchoResponse.Parser).Text.ShouldBe("a a a");
    }
}
