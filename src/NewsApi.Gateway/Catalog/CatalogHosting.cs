using Grpc.HealthCheck;
using NewsApi.Gateway.Settings;

namespace NewsApi.Gateway.Catalog;

/// <summary>The gateway's gRPC side, on an address of its own: HTTP/2 without TLS cannot share one with HTTP/1.1.</summary>
public static class CatalogHosting
{
    public static IServiceCollection AddCatalog(this IServiceCollection services)
    {
        services.AddScoped<CatalogGrpcService>();
        services.AddSingleton<CatalogErrors>();
        services.AddSingleton<HealthServiceImpl>();
        services.AddHostedService<CatalogHealth>();
        services.AddGrpc(grpc => grpc.Interceptors.Add<CatalogErrors>());
        services.AddGrpcReflection();
        return services;
    }

    /// <summary>Only where Server:GrpcUrl is set: what no address serves need not be reachable over HTTP/1.1 either.</summary>
    public static void MapCatalog(this WebApplication app)
    {
        if (ListenAddress.GrpcUrl(app.Configuration) is null)
            return;
        app.Use(CatalogHealth.EndWatchingWithTheGateway);
        app.MapGrpcService<CatalogGrpcService>();
        app.MapGrpcService<HealthServiceImpl>();
        app.MapGrpcReflectionService();
    }
}
