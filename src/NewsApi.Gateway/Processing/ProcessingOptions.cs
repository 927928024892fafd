namespace NewsApi.Gateway.Processing;

/// <summary>Section "Processing": where the engine is and how long it may take.</summary>
public sealed class ProcessingOptions
{
    public const string Section = "Processing";

    /// <summary>
    /// Addresses of processing services ("http://10.0.0.7:5090"), used in turn. Empty, the default: the gateway runs one of its own as a
    /// child process.
    /// </summary>
    public IReadOnlyList<string> Addresses { get; set; } = [];

    /// <summary>
    /// The child's program: an executable, or a .dll that dotnet runs. Null, the default: NewsApi.Processing beside the gateway, or in a
    /// folder "processing" there. Without meaning where <see cref="Addresses"/> are given.
    /// </summary>
    public string? Executable { get; set; }

    /// <summary>
    /// A file in PEM with the authorities whose certificates services at https addresses must have. Null, the default: those of the system.
    /// </summary>
    public string? TlsAuthority { get; set; }

    /// <summary>A file in PEM with the certificate that the gateway shows to services at https addresses. Null, the default: none.</summary>
    public string? TlsCertificate { get; set; }

    /// <summary>A file in PEM with that certificate's key. Null, the default: it stands in the certificate's file.</summary>
    public string? TlsKey { get; set; }

    /// <summary>How long one call may take, tries and the waits between them together. Default 30 s.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the child may take to become ready before it is started again. Default 60 s.</summary>
    public TimeSpan StartTime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often the child is asked whether it is well. Default 5 s.</summary>
    public TimeSpan HealthInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The wait before the first restart of the child; it doubles with each that never became ready, up to <see cref="MaxRestartDelay"/>. Default 100 ms.</summary>
    public TimeSpan RestartDelay { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Default 10 s.</summary>
    public TimeSpan MaxRestartDelay { get; set; } = TimeSpan.FromSeconds(10);
}
