using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace Grpc.Net.Client;

/// <summary>How a <see cref="GrpcChannel"/> connects, and what it accepts.</summary>
public sealed class GrpcChannelOptions
{
    /// <summary>Bytes of one response message; over it the call ends with RESOURCE_EXHAUSTED. Default 4 MiB; null for no limit.</summary>
    public int? MaxReceiveMessageSize { get; set; } = 4 * 1024 * 1024;

    /// <summary>Bytes of one request message; over it the call ends with RESOURCE_EXHAUSTED. Default null: no limit.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>Attempts of one call, whatever its policy says. Default 5; null for no limit.</summary>
    public int? MaxRetryAttempts { get; set; } = 5;

    /// <summary>Bytes of requests kept for repetition, of all calls. Over it a call is not repeated. Default 16 MiB; null for no limit.</summary>
    public long? MaxRetryBufferSize { get; set; } = 16 * 1024 * 1024;

    /// <summary>The same of one call. Default 1 MiB; null for no limit.</summary>
    public long? MaxRetryBufferPerCallSize { get; set; } = 1024 * 1024;

    /// <summary>Null: calls are made once, and go to the first address that can be reached.</summary>
    public ServiceConfig? ServiceConfig { get; set; }

    /// <summary>Needed where the address is neither http:// nor https://; else the address tells.</summary>
    public ChannelCredentials? Credentials { get; set; }

    /// <summary>Has the <see cref="Balancer.ResolverFactory"/> of addresses that are neither http:// nor https://.</summary>
    public IServiceProvider? ServiceProvider { get; set; }

    /// <summary>Carries the calls, over HTTP/2. Null for one of the channel's own, without proxy.</summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>Whether the channel disposes <see cref="HttpHandler"/> with itself. Default false.</summary>
    public bool DisposeHttpClient { get; set; }
}
