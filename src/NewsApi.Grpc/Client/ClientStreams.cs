using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>The requests of a streaming call. Its content is this writer, from the first flush to <see cref="CompleteAsync"/> or the call's end.</summary>
sealed class ClientStreamWriter<TRequest, TResponse>(HttpCall<TRequest, TResponse> call, WriteOptions? writeOptions)
    : IClientStreamWriter<TRequest>
    where TRequest : class
    where TResponse : class
{
    readonly TaskCompletionSource<Stream> _stream = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _isWriting;

    public WriteOptions? WriteOptions { get; set; } = writeOptions;

    public Task WriteAsync(TRequest message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(TRequest message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        Enter();
        try
        {
            using var cancels = call.Lifetime.CancelWith(cancellationToken);
            var stream = await _stream.Task.WaitAsync(call.Lifetime.Token);
            await call.WriteAsync(message, stream, WriteOptions, call.Lifetime.Token);
        }
        catch (Exception e) when (call.Lifetime.HasEnded)
        {
            throw Ended(e);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            // The status is the response's to tell, to the one who reads that.
            throw new RpcException(CallStatus.Of(e));
        }
        finally
        {
            Volatile.Write(ref _isWriting, 0);
        }
    }

    public Task CompleteAsync()
    {
        Enter();
        _completed.SetResult();
        Volatile.Write(ref _isWriting, 0);
        return Task.CompletedTask;
    }

    /// <summary>The request's body, for <see cref="MessageContent"/>.</summary>
    public async Task OpenAsync(Stream stream, CancellationToken cancellationToken)
    {
        // The server is to see the call before its first message.
        await stream.FlushAsync(cancellationToken);
        _stream.TrySetResult(stream);
        await Task.WhenAny(_completed.Task, call.Lifetime.Ended);
    }

    void Enter()
    {
        if (Interlocked.Exchange(ref _isWriting, 1) == 1)
        {
            throw new InvalidOperationException("The previous write is still in progress.");
        }

        if (_completed.Task.IsCompleted)
        {
            Volatile.Write(ref _isWriting, 0);
            throw new InvalidOperationException("The request stream is complete.");
        }
    }

    Exception Ended(Exception cause) =>
        call.Lifetime.GetStatus().StatusCode == StatusCode.OK
            ? new InvalidOperationException("The server has ended the call and reads no more.", cause)
            : call.Lifetime.CreateException();
}

sealed class ResponseStreamReader<TRequest, TResponse>(HttpCall<TRequest, TResponse> call) : IAsyncStreamReader<TResponse>
    where TRequest : class
    where TResponse : class
{
    TResponse? _current;
    int _isReading;

    public TResponse Current =>
        _current ?? throw new InvalidOperationException("There is no message: none was read, or the stream has ended.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isReading, 1) == 1)
        {
            throw new InvalidOperationException("The previous read is still in progress.");
        }

        using (call.Lifetime.CancelWith(cancellationToken))
        {
            _current = await call.ReadAsync();
        }

        Volatile.Write(ref _isReading, 0);
        if (_current is not null)
        {
            return true;
        }

        var status = await call.Lifetime.Ended;
        return status.StatusCode == StatusCode.OK ? false : throw call.Lifetime.CreateException();
    }
}
