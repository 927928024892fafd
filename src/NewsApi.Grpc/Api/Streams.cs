namespace Grpc.Core;

/// <summary>Messages that arrive one by one. One reader at a time.</summary>
public interface IAsyncStreamReader<out T>
{
    /// <summary>The message that the last <see cref="MoveNext"/> read.</summary>
    T Current { get; }

    /// <summary>
    /// Waits for the next message; false at the end. On a client it throws <see cref="RpcException"/> where the call ended with another
    /// status than OK.
    /// </summary>
    Task<bool> MoveNext(CancellationToken cancellationToken);
}

/// <summary>Messages that leave one by one. A write is awaited before the next: it ends when flow control has taken the message.</summary>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>Null for the call's defaults.</summary>
    WriteOptions? WriteOptions { get; set; }
    Task WriteAsync(T message);

    /// <summary>The cancelled write's call is cancelled with it. A test double that has only the other overload refuses tokens.</summary>
    Task WriteAsync(T message, CancellationToken cancellationToken) =>
        cancellationToken.CanBeCanceled
            ? throw new NotSupportedException("This stream's writes cannot be cancelled.")
            : WriteAsync(message);
}

public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>;

public interface IClientStreamWriter<in T> : IAsyncStreamWriter<T>
{
    /// <summary>Tells the server that no more messages come.</summary>
    Task CompleteAsync();
}

public static class AsyncStreamReaderExtensions
{
    public static Task<bool> MoveNext<T>(this IAsyncStreamReader<T> streamReader)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(streamReader);
        return streamReader.MoveNext(CancellationToken.None);
    }

    public static IAsyncEnumerable<T> ReadAllAsync<T>(
        this IAsyncStreamReader<T> streamReader,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(streamReader);
        return Read(streamReader, cancellationToken);
    }

    static async IAsyncEnumerable<T> Read<T>(
        IAsyncStreamReader<T> reader,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        while (await reader.MoveNext(cancellationToken))
        {
            yield return reader.Current;
        }
    }
}
