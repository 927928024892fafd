using Microsoft.Extensions.Options;
using NewsApi.Gateway.Settings;

namespace NewsApi.Gateway.Http;

/// <summary>Section "Server": how much of a connection a client may take up.</summary>
public sealed class ServerOptions
{
    public const string Section = "Server";

    /// <summary>
    /// Lets Urls name addresses beyond this machine, although the gateway has no keys: whoever reaches it may then read, add and delete
    /// everything. Default: false. For containers whose port is published on the loopback interface alone, or behind a proxy that knows its
    /// callers.
    /// </summary>
    public bool OpenToNetwork { get; set; }

    /// <summary>
    /// Where the gateway serves newsapi.catalog.v1 over gRPC (HTTP/2 without TLS), such as http://127.0.0.1:5081; as Urls, it names this machine alone. Default:
    /// none, and no gRPC.
    /// </summary>
    public string? GrpcUrl { get; set; }

    /// <summary>The largest body of a request that brings no page, in bytes, 0 to 1,048,576. Default: 65,536. Over it: 413 body-too-large.</summary>
    public int BodyBytes { get; set; } = 64 << 10;

    /// <summary>How much of the memory answers take that are asked for again, in bytes, 0 to 1,073,741,824. Default: 67,108,864.</summary>
    public int AnswerCacheBytes { get; set; } = 64 << 20;

    /// <summary>The most connections at a time, 1 to 100,000. Default: 1,000. Others wait to be accepted.</summary>
    public int Connections { get; set; } = 1000;

    /// <summary>How long the headers of a request may take, 1 s to 10 min. Default: 15 s. Over it: 408 request-timeout.</summary>
    public TimeSpan HeadersTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long an idle connection is kept, 1 s to 1 h. Default: 2 min.</summary>
    public TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromMinutes(2);

    public sealed class Validator : IValidateOptions<ServerOptions>
    {
        public ValidateOptionsResult Validate(string? name, ServerOptions options) =>
            Ranges.Check(
                Ranges.Fault("Server:BodyBytes", options.BodyBytes, 0, 1 << 20),
                Ranges.Fault("Server:AnswerCacheBytes", options.AnswerCacheBytes, 0, 1 << 30),
                Ranges.Fault("Server:Connections", options.Connections, 1, 100_000),
                Ranges.Fault("Server:HeadersTimeout", options.HeadersTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
                Ranges.Fault("Server:KeepAliveTimeout", options.KeepAliveTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1))
            );
    }
}
