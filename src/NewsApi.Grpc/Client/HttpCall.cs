using System.IO.Pipelines;
using Grpc.Core;
using Grpc.Net.Client.Balancer;
using NewsApi.Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>One call: a request and its response, tied together by a <see cref="CallLifetime"/>. The request may be made more than once.</summary>
sealed class HttpCall<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    /// <summary>Half of the largest DATA frame that Kestrel sends unless told otherwise.</summary>
    static readonly StreamPipeReaderOptions BufferOptions = new(bufferSize: 8192);

    readonly GrpcChannel _channel;
    readonly Method<TRequest, TResponse> _method;
    readonly string? _host;
    readonly CallOptions _options;
    readonly FrameWriter _writer;
    readonly RetryState? _retry;
    readonly TaskCompletionSource<Metadata> _headers = new(TaskCreationOptions.RunContinuationsAsynchronously);
    bool _compresses;
    Backend _backend;
    Func<Stream, CancellationToken, Task> _write = null!;
    Task<bool>? _isOpen;
    HttpResponseMessage? _response;
    PipeReader? _pipe;
    FrameReader? _frames;
    volatile bool _isCommitted;

    public HttpCall(GrpcChannel channel, Method<TRequest, TResponse> method, string? host, in CallOptions options)
    {
        _channel = channel;
        _method = method;
        _host = host;
        _options = options;
        _retry = channel.RetriesOf(method);
        _backend = channel.NextBackend();
        _writer = new FrameWriter(channel.MaxSendMessageSize);
        Lifetime = new CallLifetime(channel, options);
    }

    public CallLifetime Lifetime { get; }
    public GrpcChannel Channel => _channel;
    public Task<Metadata> ResponseHeadersAsync => _headers.Task;

    public void SendSingle(TRequest request) =>
        Send(
            async (stream, cancellationToken) =>
            {
                try
                {
                    using var frame = new PooledBuffer();
                    Frame(request, _options.WriteOptions, frame);
                    if (_retry is not null && frame.Written.Length > _channel.MaxRetryBytesOfCall)
                    {
                        Commit();
                    }

                    await stream.WriteAsync(frame.Written, cancellationToken);
                }
                catch (RpcException e)
                {
                    // Ends the call with its own status, not with one for a request that failed.
                    Lifetime.Finish(e.Status);
                    throw;
                }
            }
        );

    public IClientStreamWriter<TRequest> SendStream()
    {
        var options = new WriteOptions(_options.WriteOptions?.Flags ?? default);
        ClientStreamWriter<TRequest, TResponse> writer = _retry is null
            ? new DirectStreamWriter<TRequest, TResponse>(this, options)
            : new KeepingStreamWriter<TRequest, TResponse>(this, options);
        Send(writer.OpenAsync);
        return writer;
    }

    /// <summary>Writes a message with its head into the buffer.</summary>
    /// <exception cref="RpcException">It is over the limit.</exception>
    public void Frame(TRequest message, WriteOptions? options, PooledBuffer buffer)
    {
        var flags = options?.Flags ?? default;
        _writer.Write(message, _method.RequestMarshaller, buffer, _compresses && !flags.HasFlag(WriteFlags.NoCompress));
    }

    /// <summary>From now on the call is what becomes of this attempt.</summary>
    public void Commit() => _isCommitted = true;

    public bool IsCommitted => _isCommitted;

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
        _write = write;

        // The first request is made here, since what is wrong with the options is the caller's to hear at once.
        _isOpen = SendAsync(CreateRequest());
    }

    HttpRequestMessage CreateRequest()
    {
        var request = CallRequest.Create(_backend.AddressOf(_method), _host, _options, out _compresses);
        if (_retry is { Failed: > 0 })
        {
            request.Headers.TryAddWithoutValidation(RetryState.PreviousAttempts, $"{_retry.Failed}");
        }

        request.Content = new MessageContent(_write);
        Lifetime.Own(request);
        return request;
    }

    /// <summary>Whether messages may follow; else the call has ended.</summary>
    async Task<bool> SendAsync(HttpRequestMessage request)
    {
        var addressesLeft = _channel.AddressCount - 1;
        while (true)
        {
            Status status;
            var headers = Metadata.Empty;
            HttpResponseMessage? response = null;
            Exception? failure = null;
            try
            {
                response = await _channel.Http.SendAsync(request, Lifetime.Token);
                _backend.Reached();
                headers = ResponseHead.ReadMetadata(response.Headers);
                if (ResponseHead.FindStatus(response) is not { } told)
                {
                    await OpenAsync(response);
                    _headers.TrySetResult(headers);
                    return true;
                }

                status = told;
            }
            catch (Exception e)
            {
                status = CallStatus.Of(e);
                failure = e;
            }

            if (await GoesOnAsync() && !Lifetime.HasEnded)
            {
                response?.Dispose();
                _backend = _channel.NextBackend();
                request = CreateRequest();
                continue;
            }

            Close(response, status, headers, failure);
            return false;

            // Where nothing has left for an address, another may have the call at once: that is no repetition.
            async Task<bool> GoesOnAsync()
            {
                if (failure is HttpRequestException { HttpRequestError: var error } && CallStatus.IsOfConnecting(error))
                {
                    _backend.NotReached();
                    if (addressesLeft-- > 0)
                    {
                        return true;
                    }
                }

                return await WaitToRepeatAsync(status, headers);
            }
        }
    }

    async Task<bool> WaitToRepeatAsync(Status status, Metadata trailers)
    {
        if (_isCommitted || Lifetime.HasEnded || _retry?.NextWait(status, trailers) is not { } wait)
        {
            return false;
        }

        await Task.WhenAny(Task.Delay(wait, Lifetime.Token), Lifetime.Ended);
        return !_isCommitted;
    }

    async Task OpenAsync(HttpResponseMessage response)
    {
        Commit();
        Lifetime.Own(_response = response);
        _pipe = PipeReader.Create(await response.Content.ReadAsStreamAsync(Lifetime.Token), BufferOptions);
        var encoding = ResponseHead.FindField(response.Headers, Headers.Encoding);
        _frames = new FrameReader(_pipe, _channel.MaxReceiveMessageSize, encoding, unsupported: StatusCode.Internal);
    }

    /// <summary>Ends the call before a message of it came.</summary>
    void Close(HttpResponseMessage? response, Status status, Metadata headers, Exception? failure)
    {
        if (response is not null)
        {
            Lifetime.Own(response);
        }

        Lifetime.Finish(status, headers);
        if (failure is null)
        {
            _headers.TrySetResult(headers);
            return;
        }

        _headers.TrySetException(Lifetime.CreateException());

        // Few callers wait for headers, and the exception is not theirs alone: the response has it too.
        _ = _headers.Task.Exception;
    }

    /// <summary>Gives the buffers back. A call that ends otherwise leaves them to the collector, since a read may be under way.</summary>
    void End()
    {
        _pipe!.Complete();
        var trailers = _response!.TrailingHeaders;
        var status = ResponseHead.ReadStatus(trailers) ?? new Status(StatusCode.Unknown, "The response ended without a status.");
        if (status.StatusCode == StatusCode.OK)
        {
            _retry?.Succeeded();
        }

        Lifetime.Finish(status, ResponseHead.ReadMetadata(trailers));
    }
}
