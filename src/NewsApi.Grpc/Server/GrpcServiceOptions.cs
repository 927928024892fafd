using System.IO.Compression;

namespace Grpc.AspNetCore.Server;

/// <summary>What holds for every service of the host.</summary>
public class GrpcServiceOptions
{
    /// <summary>Bytes of one request message; over it the call ends with RESOURCE_EXHAUSTED. Default 4 MiB; null for no limit.</summary>
    public int? MaxReceiveMessageSize { get; set; } = 4 * 1024 * 1024;

    /// <summary>Bytes of one response message; over it the call ends with RESOURCE_EXHAUSTED. Default null: no limit.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>Whether the text of an unhandled exception reaches the client. Default null: no.</summary>
    public bool? EnableDetailedErrors { get; set; }

    /// <summary>"gzip" compresses responses to clients that accept it. Default null: none are compressed.</summary>
    public string? ResponseCompressionAlgorithm { get; set; }

    /// <summary>Default null: <see cref="CompressionLevel.Fastest"/>.</summary>
    public CompressionLevel? ResponseCompressionLevel { get; set; }

    /// <summary>See every call of every service, the first of them first.</summary>
    public InterceptorCollection Interceptors { get; } = [];
}
