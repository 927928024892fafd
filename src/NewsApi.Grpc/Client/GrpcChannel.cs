using Grpc.Core;
using Grpc.Net.Client.Balancer;

namespace Grpc.Net.Client;

/// <summary>Connections to one service, shared by any number of clients and threads. Connects with the first call.</summary>
public sealed class GrpcChannel : ChannelBase, IDisposable
{
    readonly CancellationTokenSource _disposed = new();
    readonly Backends _backends;
    readonly RetryPolicies? _retries;
    readonly long _maxRetryBytes;
    long _retryBytes;

    GrpcChannel(Uri address, GrpcChannelOptions options)
        : base(address.Authority)
    {
        _backends = BackendFactory.Create(address, options);
        _retries = options.ServiceConfig is { } config ? new RetryPolicies(config, options.MaxRetryAttempts) : null;
        _maxRetryBytes = options.MaxRetryBufferSize ?? long.MaxValue;
        MaxRetryBytesOfCall = options.MaxRetryBufferPerCallSize ?? long.MaxValue;
        MaxReceiveMessageSize = options.MaxReceiveMessageSize;
        MaxSendMessageSize = options.MaxSendMessageSize;
        var ownsHandler = options.HttpHandler is null || options.DisposeHttpClient;
        Http = new HttpMessageInvoker(options.HttpHandler ?? CreateHandler(), ownsHandler);
    }

    internal HttpMessageInvoker Http { get; }
    internal int? MaxReceiveMessageSize { get; }
    internal int? MaxSendMessageSize { get; }
    internal long MaxRetryBytesOfCall { get; }
    internal int AddressCount => _backends.Count;

    /// <summary>Set when the channel is disposed: its calls end with it.</summary>
    internal CancellationToken Disposed => _disposed.Token;

    public static GrpcChannel ForAddress(string address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>
    /// "http://" is HTTP/2 without TLS, by prior knowledge; "https://" is HTTP/2 over TLS; other schemes are those of the resolvers in
    /// <see cref="GrpcChannelOptions.ServiceProvider"/>.
    /// </summary>
    public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions)
    {
        ArgumentNullException.ThrowIfNull(channelOptions);
        return new GrpcChannel(new Uri(address, UriKind.Absolute), channelOptions);
    }

    public override CallInvoker CreateCallInvoker() => new HttpCallInvoker(this);

    /// <summary>Cancels the calls under way.</summary>
    public void Dispose()
    {
        if (!_disposed.IsCancellationRequested)
        {
            _disposed.Cancel();
            Http.Dispose();
        }
    }

    internal Backend NextBackend()
    {
        ObjectDisposedException.ThrowIf(_disposed.IsCancellationRequested, this);
        return _backends.Next();
    }

    internal RetryState? RetriesOf(IMethod method) => _retries?.Find(method);

    /// <summary>Whether these bytes may be kept for a repetition; then they are to be given back.</summary>
    internal bool TryKeep(int bytes)
    {
        if (Interlocked.Add(ref _retryBytes, bytes) <= _maxRetryBytes)
        {
            return true;
        }

        GiveBack(bytes);
        return false;
    }

    internal void GiveBack(long bytes) => Interlocked.Add(ref _retryBytes, -bytes);

    /// <summary>
    /// No proxy, redirect or cookie: a call goes to the address it names. More connections are opened where one has no stream left.
    /// </summary>
    static SocketsHttpHandler CreateHandler() =>
        new()
        {
            EnableMultipleHttp2Connections = true,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
        };
}
