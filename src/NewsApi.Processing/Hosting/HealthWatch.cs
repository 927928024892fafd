using Health = Grpc.Health.V1.Health;

namespace NewsApi.Processing.Hosting;

/// <summary>Calls of grpc.health.v1.Health/Watch last as long as their clients like: a service that is to end must not wait for them.</summary>
static class HealthWatch
{
    static readonly string Path = $"/{Health.Descriptor.FullName}/Watch";

    /// <summary>Cancels them when the service begins to stop. Pages that are being read are read to their end.</summary>
    public static async Task EndWithTheService(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path != Path)
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
