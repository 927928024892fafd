using System.Net;

namespace NewsApi.Processing;

/// <summary>Settings of the processing service, section "Processing".</summary>
public sealed class ProcessingOptions
{
    public const string Section = "Processing";

    /// <summary>The IP address to listen on. Default 127.0.0.1: the service knows no callers and trusts all of them.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>Port for gRPC: HTTP/2, in clear text unless <see cref="TlsCertificate"/> is set. 1 to 65535, or 0 for a free one. Default 5090.</summary>
    public int Port { get; set; } = 5090;

    /// <summary>Port for /health/live and /health/ready over HTTP/1.1. Default 5091; 0 for none.</summary>
    public int HealthPort { get; set; } = 5091;

    /// <summary>UTF-8 bytes of one text. Default 2 MiB.</summary>
    public int MaxTextBytes { get; set; } = 2 * 1024 * 1024;

    /// <summary>Lines of one text. Default 100,000.</summary>
    public int MaxLines { get; set; } = 100_000;

    /// <summary>Bytes of one gRPC message, both ways. Default 64 MiB.</summary>
    public int MaxMessageBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>How many pages of one stream are worked on at once. Default: the number of processors.</summary>
    public int StreamParallelism { get; set; } = Environment.ProcessorCount;

    /// <summary>A file in PEM with the certificate of this service and those that lead to its authority. Null, the default: no TLS.</summary>
    public string? TlsCertificate { get; set; }

    /// <summary>A file in PEM with the certificate's key. Null, the default: it stands in the certificate's file.</summary>
    public string? TlsKey { get; set; }

    /// <summary>
    /// A file in PEM with the authorities of clients: only who has a certificate of theirs is served. Null, the default: all are.
    /// </summary>
    public string? TlsClientAuthority { get; set; }

    /// <summary>Every fault with its key and what is allowed; empty where there is none.</summary>
    public IEnumerable<string> Faults()
    {
        if (!IPAddress.TryParse(Address, out _))
        {
            yield return $"{Section}:Address is '{Address}': an IP address is needed.";
        }

        foreach (var (key, file) in Files().Where(file => file.Path is not null && !File.Exists(file.Path)))
        {
            yield return $"{Section}:{key}: there is no file '{file}'.";
        }

        if (TlsCertificate is null && (TlsKey ?? TlsClientAuthority) is not null)
        {
            yield return $"{Section}:TlsCertificate is not set: TlsKey and TlsClientAuthority need it.";
        }

        foreach (var (key, value, least, most) in Numbers())
        {
            if (value < least || value > most)
            {
                yield return $"{Section}:{key} is {value}: from {least} to {most} is allowed.";
            }
        }
    }

    IEnumerable<(string Key, string? Path)> Files() =>
        [(nameof(TlsCertificate), TlsCertificate), (nameof(TlsKey), TlsKey), (nameof(TlsClientAuthority), TlsClientAuthority)];

    IEnumerable<(string Key, int Value, int Least, int Most)> Numbers() =>
        [
            (nameof(Port), Port, 0, 65535),
            (nameof(HealthPort), HealthPort, 0, 65535),
            (nameof(MaxTextBytes), MaxTextBytes, 1, 64 * 1024 * 1024),
            (nameof(MaxLines), MaxLines, 1, 10_000_000),
            (nameof(MaxMessageBytes), MaxMessageBytes, 1024, int.MaxValue),
            (nameof(StreamParallelism), StreamParallelism, 1, 1024),
        ];
}
