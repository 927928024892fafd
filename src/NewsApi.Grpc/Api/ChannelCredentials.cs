namespace Grpc.Core;

/// <summary>Whether a channel's connections are encrypted.</summary>
public abstract class ChannelCredentials
{
    public static ChannelCredentials Insecure { get; } = new InsecureCredentials();

    /// <summary>TLS; the server's certificate is checked as the handler of the channel does.</summary>
    public static ChannelCredentials SecureSsl { get; } = new SslCredentials();

    sealed class InsecureCredentials : ChannelCredentials;
}

/// <inheritdoc cref="ChannelCredentials.SecureSsl"/>
public sealed class SslCredentials : ChannelCredentials;
