namespace Grpc.Core;

/// <summary>One call as its handler sees it.</summary>
public abstract class ServerCallContext
{
    /// <summary>The path of the request: "/package.Service/Method".</summary>
    public string Method => MethodCore;
    public string Host => HostCore;

    /// <summary>The other end: "ipv4:127.0.0.1:50712", "ipv6:[::1]:50712", "unix:…".</summary>
    public string Peer => PeerCore;

    /// <summary>In UTC; <see cref="DateTime.MaxValue"/> for none.</summary>
    public DateTime Deadline => DeadlineCore;
    public Metadata RequestHeaders => RequestHeadersCore;

    /// <summary>Set when the client cancels or goes away, and when the deadline has passed.</summary>
    public CancellationToken CancellationToken => CancellationTokenCore;

    /// <summary>Sent after the last message, together with the status.</summary>
    public Metadata ResponseTrailers => ResponseTrailersCore;

    /// <summary>What the call ends with where its handler returns; OK unless set.</summary>
    public Status Status
    {
        get => StatusCore;
        set => StatusCore = value;
    }

    /// <summary>For the responses that follow; null for the service's defaults.</summary>
    public WriteOptions? WriteOptions
    {
        get => WriteOptionsCore;
        set => WriteOptionsCore = value;
    }

    /// <summary>Sends the headers now. Throws <see cref="InvalidOperationException"/> where they have left.</summary>
    public Task WriteResponseHeadersAsync(Metadata responseHeaders) => WriteResponseHeadersAsyncCore(responseHeaders);

    protected abstract string MethodCore { get; }
    protected abstract string HostCore { get; }
    protected abstract string PeerCore { get; }
    protected abstract DateTime DeadlineCore { get; }
    protected abstract Metadata RequestHeadersCore { get; }
    protected abstract CancellationToken CancellationTokenCore { get; }
    protected abstract Metadata ResponseTrailersCore { get; }
    protected abstract Status StatusCore { get; set; }
    protected abstract WriteOptions? WriteOptionsCore { get; set; }
    protected abstract Task WriteResponseHeadersAsyncCore(Metadata responseHeaders);
}
