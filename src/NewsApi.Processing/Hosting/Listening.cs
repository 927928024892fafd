using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace NewsApi.Processing.Hosting;

static class Listening
{
    /// <summary>gRPC on one port (HTTP/2 without TLS cannot share one with HTTP/1.1), health on another.</summary>
    public static void Configure(IWebHostBuilder host, ProcessingOptions options, bool withHealth) =>
        host.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            var address = IPAddress.Parse(options.Address);
            kestrel.Listen(address, options.Port, listen => listen.Protocols = HttpProtocols.Http2);
            if (withHealth && options.HealthPort != 0)
            {
                kestrel.Listen(address, options.HealthPort, listen => listen.Protocols = HttpProtocols.Http1);
            }
        });
}
