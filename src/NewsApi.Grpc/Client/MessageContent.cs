using System.Net;

namespace Grpc.Net.Client;

/// <summary>A request body that is written by whoever has the messages; it ends when they are done.</summary>
sealed class MessageContent : HttpContent
{
    readonly Func<Stream, CancellationToken, Task> _write;

    public MessageContent(Func<Stream, CancellationToken, Task> write)
    {
        _write = write;
        Headers.TryAddWithoutValidation("content-type", NewsApi.Grpc.Wire.Headers.ContentType);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _write(stream, cancellationToken);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _write(stream, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
