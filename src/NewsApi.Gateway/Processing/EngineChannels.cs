using System.Net.Security;
using Grpc.Net.Client;

namespace NewsApi.Gateway.Processing;

/// <summary>The connections to the processing services that are there just now, given out in turn.</summary>
public sealed class EngineChannels(SslClientAuthenticationOptions? tls = null) : IDisposable
{
    /// <summary>Both ways; a page of 2 MiB with everything said about it is a tenth of this.</summary>
    public const int MaxMessageBytes = 64 << 20;

    static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(5);

    volatile GrpcChannel[] _channels = [];
    GrpcChannel[] _retired = [];
    TaskCompletionSource _arrival = NewArrival();
    int _turn = -1;

    public int Count => _channels.Length;

    /// <summary>Completes when services are there that were not when this was asked for.</summary>
    public Task NextArrival => Volatile.Read(ref _arrival).Task;

    /// <summary>The next in turn; null when there is none.</summary>
    public GrpcChannel? Next()
    {
        var channels = _channels;
        return channels.Length == 0 ? null : channels[(uint)Interlocked.Increment(ref _turn) % (uint)channels.Length];
    }

    /// <summary>
    /// From now on calls go to these. Those under way go on: the channels they use are disposed when they are two exchanges old.
    /// </summary>
    public void Use(params IEnumerable<string> addresses)
    {
        foreach (var channel in _retired)
            channel.Dispose();
        _retired = _channels;
        _channels = [.. addresses.Select(address => Open(address, tls))];
        if (_channels.Length > 0)
            Interlocked.Exchange(ref _arrival, NewArrival()).SetResult();
    }

    public void Dispose()
    {
        foreach (var channel in _retired.Concat(_channels))
            channel.Dispose();
    }

    static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Asks an idle connection for a sign of life, so that one which broke silently is noticed before a page is sent over it.</summary>
    /// <param name="tls">For https; null for the system's own.</param>
    public static GrpcChannel Open(string address, SslClientAuthenticationOptions? tls = null) =>
        GrpcChannel.ForAddress(
            address,
            new GrpcChannelOptions
            {
                MaxReceiveMessageSize = MaxMessageBytes,
                MaxSendMessageSize = MaxMessageBytes,
                HttpHandler = new SocketsHttpHandler
                {
                    UseProxy = false,
                    ConnectTimeout = ConnectTime,
                    EnableMultipleHttp2Connections = true,
                    KeepAlivePingDelay = TimeSpan.FromSeconds(30),
                    KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
                    SslOptions = tls ?? new SslClientAuthenticationOptions(),
                },
                DisposeHttpClient = true,
            }
        );
}
