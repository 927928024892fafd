using Grpc.Health.V1;
using Grpc.HealthCheck;
using NewsApi.Contracts.Catalog.V1;

namespace NewsApi.Gateway.Catalog;

/// <summary>Tells by grpc.health.v1 whether the catalog serves: from when the store is open until the gateway stops.</summary>
sealed class CatalogHealth(HealthServiceImpl health) : IHostedService
{
    static readonly string WatchPath = $"/{Health.Descriptor.FullName}/Watch";

    public Task StartAsync(CancellationToken cancellationToken) => Set(HealthCheckResponse.Types.ServingStatus.Serving);

    public Task StopAsync(CancellationToken cancellationToken) => Set(HealthCheckResponse.Types.ServingStatus.NotServing);

    Task Set(HealthCheckResponse.Types.ServingStatus status)
    {
        health.SetStatus("", status);
        health.SetStatus(CatalogService.Descriptor.FullName, status);
        return Task.CompletedTask;
    }

    /// <summary>Watching lasts as long as its clients like: a gateway that is to end does not wait for them.</summary>
    public static async Task EndWatchingWithTheGateway(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path != WatchPath)
        {
            await next(context);
            return;
        }
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.RequestAborted = over.Token;
        await next(context);
    }
}
