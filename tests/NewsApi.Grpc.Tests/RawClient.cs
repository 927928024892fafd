using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using Google.Protobuf;
using Grpc.Core;

namespace NewsApi.Grpc.Tests;

/// <summary>Sends bytes of the test's choice to a server, over HTTP/2, and shows the answer as it came.</summary>
static class RawClient
{
    static readonly HttpMessageInvoker Http = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>Each chunk leaves in a DATA frame of its own.</summary>
    public static Task<RawResponse> SendAsync(Uri address, params byte[][] chunks) => SendAsync(address, _ => { }, chunks);

    public static async Task<RawResponse> SendAsync(Uri address, Action<HttpRequestMessage> change, params byte[][] chunks)
    {
        using var patience = new CancellationTokenSource(EchoHost.Patience);
        using var request = Request(address, chunks);
        change(request);
        using var response = await Http.SendAsync(request, patience.Token);
        var body = await response.Content.ReadAsByteArrayAsync(patience.Token);
        return new RawResponse(
            response.StatusCode,
            response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.Ordinal),
            response.TrailingHeaders.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.Ordinal),
            body
        );
    }

    public static HttpRequestMessage Request(Uri address, params byte[][] chunks)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ChunkedContent(chunks),
        };
        request.Headers.TryAddWithoutValidation("te", "trailers");
        request.Content.Headers.TryAddWithoutValidation("content-type", "application/grpc");
        return request;
    }

    public static byte[] Frame(IMessage message) => Frame(0, message.ToByteArray());

    public static byte[] Frame(byte flag, byte[] payload)
    {
        var frame = new byte[5 + payload.Length];
        frame[0] = flag;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), payload.Length);
        payload.CopyTo(frame, 5);
        return frame;
    }

    sealed class ChunkedContent(byte[][] chunks) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            foreach (var chunk in chunks)
            {
                await stream.WriteAsync(chunk);
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}

sealed record RawResponse(
    HttpStatusCode Http,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> Trailers,
    byte[] Body
)
{
    /// <summary>Null where there is no grpc-status.</summary>
    public StatusCode? Status =>
        (Trailers.GetValueOrDefault("grpc-status") ?? Headers.GetValueOrDefault("grpc-status")) is { } code
            ? (StatusCode)int.Parse(code, CultureInfo.InvariantCulture)
            : null;

    /// <summary>The payload of the only frame, which must not be compressed.</summary>
    public T Message<T>(MessageParser<T> parser)
        where T : IMessage<T>
    {
        Body[0].ShouldBe((byte)0);
        BinaryPrimitives.ReadInt32BigEndian(Body.AsSpan(1)).ShouldBe(Body.Length - 5);
        return parser.ParseFrom(Body, 5, Body.Length - 5);
    }
}
