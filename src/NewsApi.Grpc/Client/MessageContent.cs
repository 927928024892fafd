using System.Net;
using NewsApi.Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>
/// The one message of a request, in rented memory. That goes back when the call has ended and no write of it runs any longer, whichever
/// comes last: a server may answer before it has read.
/// </summary>
sealed class SingleMessageContent : HttpContent
{
    readonly Lock _gate = new();
    int _writes;
    bool _isDisposed;

    public PooledBuffer Message { get; } = new();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _writes++;
        }

        try
        {
            await stream.WriteAsync(Message.Written, cancellationToken);
        }
        finally
        {
            ReleaseAfter(() => _writes--);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            ReleaseAfter(() => _isDisposed = true);
        }

        base.Dispose(disposing);
    }

    void ReleaseAfter(Action change)
    {
        lock (_gate)
        {
            change();
            if (_isDisposed && _writes == 0)
            {
                Message.Dispose();
            }
        }
    }
}

/// <summary>A request that goes on until it is completed, or until its call has ended.</summary>
sealed class MessageStreamContent(Task callEnded) : HttpContent
{
    readonly TaskCompletionSource<Stream> _stream = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Where to write, once the request is on its way.</summary>
    public Task<Stream> Stream => _stream.Task;

    public bool IsCompleted => _completed.Task.IsCompleted;

    public void Complete() => _completed.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // The server is to see the call before its first message.
        await stream.FlushAsync(cancellationToken);
        _stream.TrySetResult(stream);
        await Task.WhenAny(_completed.Task, callEnded);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
