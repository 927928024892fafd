using System.IO.Compression;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using NewsApi.Grpc.Wire;

namespace Grpc.AspNetCore.Server;

/// <summary>
/// The response of one call. It ends once: with the call's handler, or at the deadline whatever the handler does; afterwards the
/// handler's writes throw. The gate keeps the two apart, since a response has one writer.
/// </summary>
sealed class CallResponse(HttpResponse response, GrpcServiceOptions options)
{
    /// <summary>Error codes of RFC 9113, section 7.</summary>
    const int NoError = 0x0;
    const int CancelStream = 0x8;

    readonly Lock _gate = new();
    readonly FrameWriter _writer = new(options.MaxSendMessageSize, options.ResponseCompressionLevel ?? CompressionLevel.Fastest);
    Task _write = Task.CompletedTask;
    bool _compresses;
    bool _isOver;

    /// <summary>Compresses from the first message on, where the service is set to and the client accepts it.</summary>
    public void Negotiate(string? acceptEncoding)
    {
        _compresses = options.ResponseCompressionAlgorithm == Encodings.Gzip && Headers.AcceptsGzip(acceptEncoding);
        if (_compresses)
        {
            response.Headers[Headers.Encoding] = Encodings.Gzip;
        }
    }

    /// <summary>Throws <see cref="InvalidOperationException"/> where the headers have left, or the call is over.</summary>
    public Task WriteHeadersAsync(Metadata headers, CancellationToken cancellationToken) =>
        Guard(() =>
        {
            if (response.HasStarted)
            {
                throw new InvalidOperationException("The response headers have left already.");
            }

            ResponseStatus.Append(response.Headers, Headers.ToFields(headers));
            return response.BodyWriter.FlushAsync(cancellationToken).AsTask();
        });

    /// <summary>Ends when flow control has taken the message; with <see cref="WriteFlags.BufferHint"/> when it is in the buffer.</summary>
    public async Task WriteAsync<T>(T message, Marshaller<T> marshaller, WriteFlags flags, CancellationToken cancellationToken)
    {
        if (!response.HasStarted)
        {
            await Guard(() => response.StartAsync(cancellationToken));
        }

        await Guard(() =>
        {
            _writer.Write(message, marshaller, response.BodyWriter, _compresses && !flags.HasFlag(WriteFlags.NoCompress));
            return flags.HasFlag(WriteFlags.BufferHint) ? Task.CompletedTask : response.BodyWriter.FlushAsync(cancellationToken).AsTask();
        });
    }

    /// <summary>Writes the status, unless the deadline has done so. A write that the handler left running is waited for.</summary>
    public async Task EndAsync(Status status, Metadata trailers)
    {
        if (TryEnd(out var write))
        {
            await write.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            WriteStatus(status, trailers);
        }
    }

    /// <summary>Ends the call with DEADLINE_EXCEEDED, whatever its handler is doing.</summary>
    public async Task ExpireAsync()
    {
        if (!TryEnd(out var write))
        {
            return;
        }

        var reset = response.HttpContext.Features.GetRequiredFeature<IHttpResetFeature>();
        if (!write.IsCompleted)
        {
            // The client takes no more bytes, so that a status would never leave; it has the same deadline.
            reset.Reset(CancelStream);
            return;
        }

        WriteStatus(new Status(StatusCode.DeadlineExceeded, "The deadline has passed."), Metadata.Empty);
        await response.CompleteAsync();
        reset.Reset(NoError);
    }

    /// <summary>Runs one step of writing, alone, and keeps its task for whoever ends the call.</summary>
    Task Guard(Func<Task> write)
    {
        lock (_gate)
        {
            if (_isOver)
            {
                throw new InvalidOperationException("The call is over: nothing more can be written.");
            }

            if (!_write.IsCompleted)
            {
                throw new InvalidOperationException("The previous write is still in progress.");
            }

            _write = write();
            return _write;
        }
    }

    /// <summary>False where the call is over already.</summary>
    bool TryEnd(out Task lastWrite)
    {
        lock (_gate)
        {
            lastWrite = _write;
            return !_isOver && (_isOver = true);
        }
    }

    void WriteStatus(Status status, Metadata trailers)
    {
        List<KeyValuePair<string, string>> fields;
        try
        {
            fields = [.. Headers.ToFields(trailers)];
        }
        catch (RpcException e)
        {
            (status, fields) = (e.Status, []);
        }

        ResponseStatus.Write(response, status, fields);
    }
}
