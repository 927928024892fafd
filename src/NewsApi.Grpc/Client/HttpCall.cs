using System.IO.Pipelines;
using Grpc.Core;
using NewsApi.Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>One call: a request and its response, tied together by a <see cref="CallLifetime"/>.</summary>
sealed class HttpCall<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    /// <summary>Half of the largest DATA frame that Kestrel sends unless told otherwise.</summary>
    static readonly StreamPipeReaderOptions BufferOptions = new(bufferSize: 8192);

    readonly GrpcChannel _channel;
    readonly Method<TRequest, TResponse> _method;
    readonly WriteFlags _writeFlags;
    readonly bool _compresses;
    readonly HttpRequestMessage _request;
    readonly FrameWriter _writer;
    readonly TaskCompletionSource<Metadata> _headers = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Task<bool>? _isOpen;
    HttpResponseMessage? _response;
    PipeReader? _pipe;
    FrameReader? _frames;

    public HttpCall(GrpcChannel channel, Method<TRequest, TResponse> method, string? host, in CallOptions options)
    {
        _channel = channel;
        _method = method;
        _writeFlags = options.WriteOptions?.Flags ?? default;
        _request = CallRequest.Create(channel.AddressOf(method), host, options, out _compresses);
        _writer = new FrameWriter(channel.MaxSendMessageSize);
        Lifetime = new CallLifetime(channel, options);
    }

    public CallLifetime Lifetime { get; }
    public Task<Metadata> ResponseHeadersAsync => _headers.Task;

    public void SendSingle(TRequest request) =>
        Send(
            async (stream, cancellationToken) =>
            {
                try
                {
                    await WriteAsync(request, stream, new WriteOptions(WriteFlags.BufferHint | _writeFlags), cancellationToken);
                }
                catch (RpcException e)
                {
                    // Ends the call with its own status, not with one for a request that failed.
                    Lifetime.Finish(e.Status);
                    throw;
                }
            }
        );

    public ClientStreamWriter<TRequest, TResponse> SendStream()
    {
        var writer = new ClientStreamWriter<TRequest, TResponse>(this, new WriteOptions(_writeFlags));
        Send(writer.OpenAsync);
        return writer;
    }

    /// <summary>Ends when flow control has taken the message; with <see cref="WriteFlags.BufferHint"/> it may wait in a buffer.</summary>
    public async Task WriteAsync(TRequest message, Stream stream, WriteOptions? options, CancellationToken cancellationToken)
    {
        var flags = options?.Flags ?? default;
        using var buffer = new PooledBuffer();
        _writer.Write(message, _method.RequestMarshaller, buffer, _compresses && !flags.HasFlag(WriteFlags.NoCompress));
        await stream.WriteAsync(buffer.Written, cancellationToken);
        if (!flags.HasFlag(WriteFlags.BufferHint))
        {
            await stream.FlushAsync(cancellationToken);
        }
    }

    /// <summary>The next message; null where the call has ended, and <see cref="CallLifetime.Ended"/> then tells how. One read at a time.</summary>
    public async Task<TResponse?> ReadAsync()
    {
        if (!await _isOpen! || Lifetime.HasEnded)
        {
            return null;
        }

        try
        {
            var message = await _frames!.ReadAsync(_method.ResponseMarshaller, Lifetime.Token);
            if (message is null)
            {
                End();
            }

            return message;
        }
        catch (Exception e)
        {
            Lifetime.Finish(CallStatus.Of(e));
            return null;
        }
    }

    public async Task<TResponse> ReadSingleAsync()
    {
        var message = await ReadAsync();
        if (message is not null && await ReadAsync() is not null)
        {
            Lifetime.Finish(new Status(StatusCode.Internal, "The server sent more than one message to a call that has one."));
        }

        var status = await Lifetime.Ended;
        if (status.StatusCode != StatusCode.OK)
        {
            throw Lifetime.CreateException();
        }

        return message ?? throw new RpcException(new Status(StatusCode.Internal, "The server sent status OK without a message."));
    }

    void Send(Func<Stream, CancellationToken, Task> write)
    {
        _request.Content = new MessageContent(write);
        Lifetime.Own(_request);
        _isOpen = SendAsync();
    }

    /// <summary>Whether messages may follow; else the call has ended.</summary>
    async Task<bool> SendAsync()
    {
        try
        {
            _response = await _channel.Http.SendAsync(_request, Lifetime.Token);
            Lifetime.Own(_response);
            var headers = ResponseHead.ReadMetadata(_response.Headers);
            var status = ResponseHead.FindStatus(_response);
            if (status is not null)
            {
                Lifetime.Finish(status.Value, headers);
            }
            else
            {
                _pipe = PipeReader.Create(await _response.Content.ReadAsStreamAsync(Lifetime.Token), BufferOptions);
                var encoding = ResponseHead.FindField(_response.Headers, Headers.Encoding);
                _frames = new FrameReader(_pipe, _channel.MaxReceiveMessageSize, encoding, unsupported: StatusCode.Internal);
            }

            _headers.TrySetResult(headers);
            return status is null;
        }
        catch (Exception e)
        {
            Lifetime.Finish(CallStatus.Of(e));
            _headers.TrySetException(Lifetime.CreateException());

            // Few callers wait for headers, and the exception is not theirs alone: the response has it too.
            _ = _headers.Task.Exception;
            return false;
        }
    }

    /// <summary>Gives the buffers back. A call that ends otherwise leaves them to the collector, since a read may be under way.</summary>
    void End()
    {
        _pipe!.Complete();
        var trailers = _response!.TrailingHeaders;
        var status = ResponseHead.ReadStatus(trailers) ?? new Status(StatusCode.Unknown, "The response ended without a status.");
        Lifetime.Finish(status, ResponseHead.ReadMetadata(trailers));
    }
}
