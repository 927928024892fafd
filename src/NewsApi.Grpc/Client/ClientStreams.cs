using Grpc.Core;
using NewsApi.Grpc.Wire;

namespace Grpc.Net.Client;

sealed class ClientStreamWriter<TRequest, TResponse>(
    HttpCall<TRequest, TResponse> call,
    MessageStreamContent content,
    WriteOptions? writeOptions
) : IClientStreamWriter<TRequest>
    where TRequest : class
    where TResponse : class
{
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
            await SendAsync(message);
        }
        catch (Exception e) when (call.Lifetime.HasEnded)
        {
            throw Ended(e);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            // The status is the response's to tell: to the reader of the response.
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
        content.Complete();
        Volatile.Write(ref _isWriting, 0);
        return Task.CompletedTask;
    }

    void Enter()
    {
        if (Interlocked.Exchange(ref _isWriting, 1) == 1)
        {
            throw new InvalidOperationException("The previous write is still in progress.");
        }

        if (content.IsCompleted)
        {
            Volatile.Write(ref _isWriting, 0);
            throw new InvalidOperationException("The request stream is complete.");
        }
    }

    async Task SendAsync(TRequest message)
    {
        var token = call.Lifetime.Token;
        var options = WriteOptions;
        using var buffer = new PooledBuffer();
        call.Serialize(message, buffer, options);
        var stream = await content.Stream.WaitAsync(token);
        await stream.WriteAsync(buffer.Written, token);
        if (options is null || !options.Flags.HasFlag(WriteFlags.BufferHint))
        {
            await stream.FlushAsync(token);
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

    public TResponse Current => _current ?? throw new InvalidOperationException("There is no message: none was read, or the stream has ended.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        using var cancels = call.Lifetime.CancelWith(cancellationToken);
        _current = await call.ReadAsync();
        if (_current is not null)
        {
            return true;
        }

        var status = await call.Lifetime.Ended;
        return status.StatusCode == StatusCode.OK ? false : throw call.Lifetime.CreateException();
    }
}
