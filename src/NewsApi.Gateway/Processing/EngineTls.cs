using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NewsApi.Gateway.Processing;

/// <summary>Whom the gateway trusts at https addresses, and what it shows there.</summary>
public static class EngineTls
{
    /// <exception cref="CryptographicException">A file is no PEM of its kind.</exception>
    /// <exception cref="ArgumentException">Key and certificate do not belong together.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static SslClientAuthenticationOptions Of(ProcessingOptions options)
    {
        var tls = new SslClientAuthenticationOptions();
        if (options.TlsCertificate is { } certificate)
        {
            tls.ClientCertificates = [X509Certificate2.CreateFromPemFile(certificate, options.TlsKey ?? certificate)];
        }

        if (options.TlsAuthority is { } authority)
        {
            // Revocation is not looked up: these are authorities of the user's own, who rarely publish any.
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            policy.CustomTrustStore.ImportFromPemFile(authority);
            tls.CertificateChainPolicy = policy;
        }

        return tls;
    }

    /// <summary>What is wrong with the settings, or null.</summary>
    public static string? Fault(ProcessingOptions options)
    {
        if (options.TlsKey is not null && options.TlsCertificate is null)
        {
            return "Processing:TlsKey needs Processing:TlsCertificate.";
        }

        try
        {
            Of(options);
            return null;
        }
        catch (Exception exception)
            when (exception is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            return $"Processing:TlsAuthority, TlsCertificate, TlsKey: {exception.Message}";
        }
    }
}
