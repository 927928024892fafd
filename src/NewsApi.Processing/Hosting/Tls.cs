using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace NewsApi.Processing.Hosting;

/// <summary>Certificates of the gRPC port, read once at the start.</summary>
static class Tls
{
    /// <exception cref="System.Security.Cryptography.CryptographicException">A file is no PEM of its kind.</exception>
    /// <exception cref="ArgumentException">Key and certificate do not belong together.</exception>
    public static HttpsConnectionAdapterOptions Of(string certificate, string? key, string? clientAuthority)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(certificate);
        var https = new HttpsConnectionAdapterOptions
        {
            ServerCertificate = X509Certificate2.CreateFromPemFile(certificate, key ?? certificate),
            ServerCertificateChain = chain,
        };
        if (clientAuthority is not null)
        {
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPemFile(clientAuthority);
            https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
            https.ClientCertificateValidation = (client, sent, _) => IsOf(authorities, client, sent);
        }

        return https;
    }

    // The system's own authorities do not count. Revocation is not looked up: these are authorities of the user's own, who rarely publish any.
    static bool IsOf(X509Certificate2Collection authorities, X509Certificate2 client, X509Chain? sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        return chain.Build(client);
    }
}
