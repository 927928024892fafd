using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace NewsApi.Processing.Hosting;

static class Listening
{
    /// <summary>A client that has gone without a word is noticed by its silence after so long.</summary>
    static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(30);

    /// <summary>gRPC on one port (HTTP/2 without TLS cannot share one with HTTP/1.1), health on another, always without TLS.</summary>
    public static void Configure(IWebHostBuilder host, ProcessingOptions options, bool withHealth) =>
        Configure(
            host,
            options,
            withHealth,
            options.TlsCertificate is null ? null : Tls.Of(options.TlsCertificate, options.TlsKey, options.TlsClientAuthority)
        );

    static void Configure(IWebHostBuilder host, ProcessingOptions options, bool withHealth, HttpsConnectionAdapterOptions? https) =>
        host.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            (kestrel.Limits.Http2.KeepAlivePingDelay, kestrel.Limits.Http2.KeepAlivePingTimeout) = (KeepAlive, KeepAlive);
            var address = IPAddress.Parse(options.Address);
            kestrel.Listen(
                address,
                options.Port,
                listen =>
                {
                    listen.Protocols = HttpProtocols.Http2;
                    if (https is not null)
                    {
                        listen.UseHttps(https);
                    }
                }
            );
            if (withHealth && options.HealthPort != 0)
            {
                kestrel.Listen(address, options.HealthPort, listen => listen.Protocols = HttpProtocols.Http1);
            }
        });
}
