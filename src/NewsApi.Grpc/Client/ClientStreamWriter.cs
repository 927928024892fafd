using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using NewsApi.Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>The requests of a streaming call. Its content is this writer, from the first flush to <see cref="CompleteAsync"/> or the call's end.</summary>
abstract class ClientStreamWriter<TRequest, TResponse>(HttpCall<TRequest, TResponse> call, WriteOptions? writeOptions)
    : IClientStreamWriter<TRequest>
    where TRequest : class
    where TResponse : class
{
    int _isWriting;

    public WriteOptions? WriteOptions { get; set; } = writeOptions;
    protected TaskCompletionSource Completed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task WriteAsync(TRequest message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(TRequest message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        Enter();
        try
        {
            using var cancels = call.Lifetime.CancelWith(cancellationToken);
            using var frame = new PooledBuffer();
            call.Frame(message, WriteOptions, frame);
            await SendAsync(frame.Written, WriteOptions?.Flags.HasFlag(WriteFlags.BufferHint) != true);
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
        Completed.SetResult();
        Volatile.Write(ref _isWriting, 0);
        return Task.CompletedTask;
    }

    /// <summary>The request's body, for <see cref="MessageContent"/>.</summary>
    public abstract Task OpenAsync(Stream stream, CancellationToken cancellationToken);

    /// <summary>Ends when flow control has taken the message; where it is not flushed it may wait in a buffer.</summary>
    protected abstract Task SendAsync(ReadOnlyMemory<byte> frame, bool flushes);

    protected static async Task WriteAsync(Stream stream, ReadOnlyMemory<byte> frame, bool flushes, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(frame, cancellationToken);
        if (flushes)
        {
            await stream.FlushAsync(cancellationToken);
        }
    }

    void Enter()
    {
        if (Interlocked.Exchange(ref _isWriting, 1) == 1)
        {
            throw new InvalidOperationException("The previous write is still in progress.");
        }

        if (Completed.Task.IsCompleted)
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

/// <summary>Of a call that is made once.</summary>
sealed class DirectStreamWriter<TRequest, TResponse>(HttpCall<TRequest, TResponse> call, WriteOptions? writeOptions)
    : ClientStreamWriter<TRequest, TResponse>(call, writeOptions)
    where TRequest : class
    where TResponse : class
{
    readonly CallLifetime _lifetime = call.Lifetime;
    readonly TaskCompletionSource<Stream> _stream = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override async Task OpenAsync(Stream stream, CancellationToken cancellationToken)
    {
        // The server is to see the call before its first message.
        await stream.FlushAsync(cancellationToken);
        _stream.TrySetResult(stream);
        await Task.WhenAny(Completed.Task, _lifetime.Ended);
    }

    protected override async Task SendAsync(ReadOnlyMemory<byte> frame, bool flushes) =>
        await WriteAsync(await _stream.Task.WaitAsync(_lifetime.Token), frame, flushes, _lifetime.Token);
}

/// <summary>Of a call that may be repeated: keeps what was written until the call is bound to an attempt, and writes it to each.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "The semaphore has no handle.")]
sealed class KeepingStreamWriter<TRequest, TResponse>(HttpCall<TRequest, TResponse> call, WriteOptions? writeOptions)
    : ClientStreamWriter<TRequest, TResponse>(call, writeOptions)
    where TRequest : class
    where TResponse : class
{
    readonly HttpCall<TRequest, TResponse> _call = call;
    readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A message goes to an attempt either by itself or with those kept, not both.</summary>
    readonly SemaphoreSlim _gate = new(1, 1);
    readonly List<byte[]> _kept = [];
    long _keptBytes;
    Stream? _stream;

    public override async Task OpenAsync(Stream stream, CancellationToken cancellationToken)
    {
        await stream.FlushAsync(cancellationToken);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            foreach (var frame in _kept)
            {
                await stream.WriteAsync(frame, cancellationToken);
            }

            await stream.FlushAsync(cancellationToken);
            _stream = stream;
        }
        finally
        {
            _gate.Release();
        }

        _opened.TrySetResult();
        await Task.WhenAny(Completed.Task, _call.Lifetime.Ended, Task.Delay(Timeout.Infinite, cancellationToken));
    }

    protected override async Task SendAsync(ReadOnlyMemory<byte> frame, bool flushes)
    {
        var token = _call.Lifetime.Token;
        await _opened.Task.WaitAsync(token);
        await _gate.WaitAsync(token);
        var isKept = false;
        try
        {
            isKept = Keep(frame);
            await WriteAsync(_stream!, frame, flushes, token);
        }
        catch (Exception e) when (isKept && !_call.Lifetime.HasEnded && e is IOException or HttpRequestException or ObjectDisposedException)
        {
            // The attempt has failed. Another has the message, or the call ends with the status of this one.
        }
        finally
        {
            _gate.Release();
        }
    }

    bool Keep(ReadOnlyMemory<byte> frame)
    {
        if (_call.IsCommitted)
        {
            Forget();
            return false;
        }

        if (_keptBytes + frame.Length > _call.Channel.MaxRetryBytesOfCall || !_call.Channel.TryKeep(frame.Length))
        {
            _call.Commit();
            Forget();
            return false;
        }

        if (_kept.Count == 0)
        {
            _call.Lifetime.Own(new Kept(this));
        }

        _kept.Add(frame.ToArray());
        _keptBytes += frame.Length;
        return true;
    }

    void Forget()
    {
        _call.Channel.GiveBack(Interlocked.Exchange(ref _keptBytes, 0));
        _kept.Clear();
    }

    /// <summary>Gives the bytes back where the call ends while it still keeps them.</summary>
    sealed class Kept(KeepingStreamWriter<TRequest, TResponse> writer) : IDisposable
    {
        public void Dispose() => writer._call.Channel.GiveBack(Interlocked.Exchange(ref writer._keptBytes, 0));
    }
}
