using Grpc.Core;

namespace Grpc.AspNetCore.Server;

sealed class RequestStreamReader<T>(HttpServerCallContext call, Marshaller<T> marshaller) : IAsyncStreamReader<T>
    where T : class
{
    T? _current;

    public T Current => _current ?? throw new InvalidOperationException("There is no message: none was read, or the stream has ended.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        _current = await call.ReadAsync(marshaller, cancellationToken);
        return _current is not null;
    }
}

sealed class ResponseStreamWriter<T>(HttpServerCallContext call, Marshaller<T> marshaller) : IServerStreamWriter<T>
    where T : class
{
    WriteOptions? _writeOptions;

    /// <summary>The call's own where none are set here.</summary>
    public WriteOptions? WriteOptions
    {
        get => _writeOptions ?? call.WriteOptions;
        set => _writeOptions = value;
    }

    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    public Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return call.WriteAsync(message, marshaller, WriteOptions, cancellationToken);
    }
}
