namespace Grpc.Net.Client;

/// <summary>How a <see cref="GrpcChannel"/> connects, and what it accepts.</summary>
public sealed class GrpcChannelOptions
{
    /// <summary>Bytes of one response message; over it the call ends with RESOURCE_EXHAUSTED. Default 4 MiB; null for no limit.</summary>
    public int? MaxReceiveMessageSize { get; set; } = 4 * 1024 * 1024;

    /// <summary>Bytes of one request message; over it the call ends with RESOURCE_EXHAUSTED. Default null: no limit.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>Carries the calls, over HTTP/2. Null for one of the channel's own, without proxy.</summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>Whether the channel disposes <see cref="HttpHandler"/> with itself. Default false.</summary>
    public bool DisposeHttpClient { get; set; }
}
