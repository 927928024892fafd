namespace Grpc.Core;

/// <summary>
/// A call that ended with another status than OK: what a client catches, and what a handler throws to end its call with a status of its choice.
/// </summary>
public class RpcException : Exception
{
    public RpcException(Status status)
        : this(status, Metadata.Empty) { }

    public RpcException(Status status, string message)
        : this(status, Metadata.Empty, message) { }

    public RpcException(Status status, Metadata trailers)
        : this(status, trailers, status.ToString()) { }

    public RpcException(Status status, Metadata trailers, string message)
        : base(message, status.DebugException)
    {
        Status = status;
        Trailers = trailers;
    }

    public Status Status { get; }
    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>The call's trailing metadata. Thrown by a handler, they are added to its response trailers.</summary>
    public Metadata Trailers { get; }
}
