using Grpc.Core;

namespace Grpc.Net.Client;

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
