using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Options;
using NewsApi.Gateway.Settings;

namespace NewsApi.Gateway.Http;

/// <summary>The web server and what every request passes through.</summary>
public static partial class Server
{
    const int LongestRequestLine = 16 << 10;
    const int HeadersBytes = 32 << 10;

    /// <summary>ASP.NET Core writes four lines for a request; who wants them sets this level. The first source of all: any other overrides it.</summary>
    static MemoryConfigurationSource QuietLogs => new() { InitialData = [new("Logging:LogLevel:Microsoft.AspNetCore", "Warning")] };

    public static WebApplicationBuilder AddServer(this WebApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, QuietLogs);
        if (string.IsNullOrWhiteSpace(builder.Configuration[ListenAddress.Key]))
            builder.WebHost.UseUrls(ListenAddress.Default);
        var urls = builder.Configuration[ListenAddress.Key];
        var grpc = ListenAddress.GrpcUrl(builder.Configuration);
        if (grpc is not null)
            builder.WebHost.UseUrls($"{builder.Configuration[ListenAddress.GrpcKey]};{urls}");
        builder.WebHost.ConfigureKestrel(
            (_, kestrel) =>
            {
                var options = kestrel.ApplicationServices.GetRequiredService<IOptions<ServerOptions>>().Value;
                kestrel.AddServerHeader = false;
                kestrel.ConfigureEndpointDefaults(listen =>
                {
                    if (grpc is not null && listen.IPEndPoint?.Port == grpc.Port)
                        listen.Protocols = HttpProtocols.Http2;
                });
                kestrel.Limits.MaxRequestBodySize = options.BodyBytes;
                kestrel.Limits.MaxConcurrentConnections = options.Connections;
                kestrel.Limits.RequestHeadersTimeout = options.HeadersTimeout;
                kestrel.Limits.KeepAliveTimeout = options.KeepAliveTimeout;
                kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
                kestrel.Limits.MaxRequestHeadersTotalSize = HeadersBytes;
            }
        );
        builder.Services.ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions));
        // Development's default is false: a request that cannot be bound would be answered without a word on why.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return builder;
    }

    /// <summary>Errors are problems from here on; a request gets to its endpoint with no query parameter that the endpoint does not know.</summary>
    public static WebApplication UseServer(this WebApplication app)
    {
        foreach (var url in ListenAddress.BeyondLoopback(app.Configuration))
            LogOpen(app.Logger, url);
        app.Use(ForbidSniffing);
        app.UseMiddleware<ProblemMiddleware>();
        app.UseMiddleware<HeadMiddleware>();
        app.UseRouting();
        app.UseMiddleware<UnknownParameterMiddleware>();
        return app;
    }

    [LoggerMessage(
        EventId = 1,
        Level = LogLevel.Warning,
        Message = "The gateway has no keys and is open to the network on {Url}: whoever reaches it reads, adds and deletes everything"
    )]
    static partial void LogOpen(ILogger logger, string url);

    /// <summary>
    /// A browser takes every answer for what its Content-Type says, never for what its bytes look like: they are other people's pages.
    /// Said last, because an error takes back the headers that were set before it.
    /// </summary>
    static Task ForbidSniffing(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
