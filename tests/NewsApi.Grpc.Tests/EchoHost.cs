using System.Net;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.HealthCheck;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsApi.Grpc.Tests.Echo;

namespace NewsApi.Grpc.Tests;

/// <summary>The echo service on Kestrel, on a free port of 127.0.0.1, over HTTP/2 without TLS; and a channel to it.</summary>
sealed class EchoHost : IAsyncDisposable
{
    /// <summary>A deadline for tests that are not about deadlines: it is met only where something hangs.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly WebApplication _app;

    EchoHost(WebApplication app, GrpcChannelOptions channel)
    {
        _app = app;
        Address = new Uri(app.Urls.Single());
        Channel = GrpcChannel.ForAddress(Address.ToString(), channel);
    }

    public Uri Address { get; }

    public GrpcChannel Channel { get; }

    public EchoService.EchoServiceClient Client => new(Channel);

    public EchoServer Server => _app.Services.GetRequiredService<EchoServer>();

    public HealthServiceImpl Health => _app.Services.GetRequiredService<HealthServiceImpl>();

    public static async Task<EchoHost> StartAsync(Action<GrpcServiceOptions>? server = null, GrpcChannelOptions? channel = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2)
        );
        builder.Services.AddGrpc(server ?? (_ => { }));
        builder.Services.AddSingleton<EchoServer>();
        builder.Services.AddSingleton<HealthServiceImpl>();
        var app = builder.Build();
        app.MapGrpcService<EchoServer>();
        app.MapGrpcService<HealthServiceImpl>();
        app.MapGet("/plain/{name}", (string name) => name);
        app.MapPost("/html", () => Microsoft.AspNetCore.Http.Results.Content("<p>", "text/html"));
        await app.StartAsync();
        return new EchoHost(app, channel ?? new GrpcChannelOptions());
    }

    /// <summary>Headers that have the request compressed.</summary>
    public static Metadata Gzip() => new() { { "grpc-internal-encoding-request", "gzip" } };

    /// <summary>Every call of a test is bounded.</summary>
    public static CallOptions Soon() => new(deadline: TimeProvider.System.GetUtcNow().UtcDateTime + Patience);

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await _app.DisposeAsync();
    }
}
