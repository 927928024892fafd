using Grpc.Core;
using NewsApi.Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>
/// The one status a call ends with. Whatever comes first sets it: the server's trailers, a failure, the deadline, the caller's token,
/// the disposal of the call or of its channel. From then on nothing of the call goes on.
/// </summary>
sealed class CallLifetime : IDisposable
{
    readonly Lock _gate = new();

    /// <summary>Not disposed: it has no timer, and its token is asked for after the end.</summary>
    readonly CancellationTokenSource _cancellation = new();
    readonly TaskCompletionSource<Status> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly List<IDisposable> _owned = new(capacity: 3);
    readonly CancellationToken _callersToken;
    readonly CancellationTokenRegistration _callerCancels;
    readonly CancellationTokenRegistration _channelCloses;
    readonly ITimer? _deadline;
    Metadata _trailers = Metadata.Empty;
    Status _status;
    volatile bool _hasEnded;

    public CallLifetime(GrpcChannel channel, in CallOptions options)
    {
        _callersToken = options.CancellationToken;
        _callerCancels = Register(_callersToken);
        _channelCloses = channel.Disposed.UnsafeRegister(static call => ((CallLifetime)call!).Cancel("The channel was disposed."), this);
        var left = CallRequest.TimeLeft(options.Deadline);
        if (left <= TimeSpan.Zero)
        {
            Expire();
        }
        else if (left <= GrpcTimeout.LongestTimer)
        {
            var time = left.GetValueOrDefault();
            _deadline = TimeProvider.System.CreateTimer(
                static call => ((CallLifetime)call!).Expire(),
                this,
                time,
                Timeout.InfiniteTimeSpan
            );
        }

        // A token that is set already, or a deadline that has passed, ends the call in here, before there is all to release.
        if (HasEnded)
        {
            Release();
        }
    }

    /// <summary>Set when the call has ended, however it did.</summary>
    public CancellationToken Token => _cancellation.Token;

    /// <summary>Never fails.</summary>
    public Task<Status> Ended => _ended.Task;
    public bool HasEnded => _hasEnded;

    /// <summary>Disposes it with the call; at once where the call has ended.</summary>
    public void Own(IDisposable resource)
    {
        lock (_gate)
        {
            if (!_hasEnded)
            {
                _owned.Add(resource);
                return;
            }
        }

        resource.Dispose();
    }

    /// <summary>Cancels the call with this token, too. The call's own token needs no second registration.</summary>
    public CancellationTokenRegistration CancelWith(CancellationToken token) => token == _callersToken ? default : Register(token);

    public Status GetStatus() => HasEnded ? _status : throw new InvalidOperationException("The call has no status before it has ended.");

    public Metadata GetTrailers() =>
        HasEnded ? _trailers : throw new InvalidOperationException("The call has no trailers before it has ended.");

    /// <summary>What the caller of an ended call is to see.</summary>
    public RpcException CreateException() => new(GetStatus(), GetTrailers());

    public void Finish(Status status, Metadata? trailers = null)
    {
        lock (_gate)
        {
            if (_hasEnded)
            {
                return;
            }

            (_status, _trailers) = (status, trailers ?? Metadata.Empty);
            _hasEnded = true;
        }

        _ended.SetResult(status);
        Release();
    }

    public void Dispose() => Cancel("The call was disposed.");

    CancellationTokenRegistration Register(CancellationToken token) =>
        token.UnsafeRegister(static call => ((CallLifetime)call!).Cancel("The call was cancelled by its caller."), this);

    void Cancel(string detail) => Finish(new Status(StatusCode.Cancelled, detail));

    void Expire() => Finish(new Status(StatusCode.DeadlineExceeded, "The deadline has passed."));

    void Release()
    {
        // Unregister, not Dispose: this may run inside one of the callbacks, and must not wait for the other.
        _callerCancels.Unregister();
        _channelCloses.Unregister();
        _deadline?.Dispose();
        _cancellation.Cancel();

        // Nothing is added after the end, so the list is this thread's own.
        foreach (var resource in _owned)
        {
            resource.Dispose();
        }
    }
}
