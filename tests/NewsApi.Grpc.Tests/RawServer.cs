using System.Net;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using NewsApi.Grpc.Tests.Echo;

namespace NewsApi.Grpc.Tests;

/// <summary>A server that answers every call with bytes of the test's choice.</summary>
sealed class RawServer : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly GrpcChannel _channel;

    RawServer(WebApplication app, GrpcChannelOptions options)
    {
        _app = app;
        Address = new Uri(app.Urls.Single());
        _channel = GrpcChannel.ForAddress(Address.ToString(), options);
    }

    public Uri Address { get; }

    public EchoService.EchoServiceClient Client => new(_channel);

    public static async Task<RawServer> StartAsync(RequestDelegate answer, GrpcChannelOptions? options = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2)
        );
        var app = builder.Build();
        app.Run(http =>
        {
            http.Response.ContentType = "application/grpc";
            return answer(http);
        });
        await app.StartAsync();
        return new RawServer(app, options ?? new GrpcChannelOptions());
    }

    /// <summary>Sends the chunks, each in a DATA frame of its own, and then status OK.</summary>
    public static Task<RawServer> StartAsync(params byte[][] chunks) =>
        StartAsync(async http =>
        {
            foreach (var chunk in chunks)
            {
                await http.Response.Body.WriteAsync(chunk);
                await http.Response.Body.FlushAsync();
            }

            http.Response.AppendTrailer("grpc-status", "0");
        });

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _app.DisposeAsync();
    }
}
