using System.Collections.Concurrent;
using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>Connections to one address, shared by any number of clients and threads. Connects with the first call.</summary>
public sealed class GrpcChannel : ChannelBase, IDisposable
{
    readonly Uri _address;
    readonly CancellationTokenSource _disposed = new();
    readonly ConcurrentDictionary<string, Uri> _addresses = new(StringComparer.Ordinal);

    GrpcChannel(Uri address, GrpcChannelOptions options)
        : base(address.Authority)
    {
        _address = address;
        MaxReceiveMessageSize = options.MaxReceiveMessageSize;
        MaxSendMessageSize = options.MaxSendMessageSize;
        var ownsHandler = options.HttpHandler is null || options.DisposeHttpClient;
        Http = new HttpMessageInvoker(options.HttpHandler ?? CreateHandler(), ownsHandler);
    }

    internal HttpMessageInvoker Http { get; }
    internal int? MaxReceiveMessageSize { get; }
    internal int? MaxSendMessageSize { get; }

    /// <summary>Set when the channel is disposed: its calls end with it.</summary>
    internal CancellationToken Disposed => _disposed.Token;

    public static GrpcChannel ForAddress(string address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>"http://" is HTTP/2 without TLS, by prior knowledge; "https://" is HTTP/2 over TLS.</summary>
    public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions)
    {
        ArgumentNullException.ThrowIfNull(channelOptions);
        var uri = new Uri(address, UriKind.Absolute);
        return uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps
            ? new GrpcChannel(uri, channelOptions)
            : throw new ArgumentException($"A channel's address begins with http:// or https://: \"{address}\".", nameof(address));
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

    internal Uri AddressOf(IMethod method)
    {
        ObjectDisposedException.ThrowIf(_disposed.IsCancellationRequested, this);
        return _addresses.GetOrAdd(method.FullName, static (path, address) => new Uri(address, path), _address);
    }

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
