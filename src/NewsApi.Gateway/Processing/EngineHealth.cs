using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace NewsApi.Gateway.Processing;

/// <summary>Asks processing services whether they serve (grpc.health.v1).</summary>
public static class EngineHealth
{
    /// <summary>False as well when no answer comes within <paramref name="patience"/>.</summary>
    public static async Task<bool> IsServingAsync(GrpcChannel channel, TimeSpan patience, CancellationToken cancellation)
    {
        try
        {
            // A call's deadline is a moment on the system's clock.
            var call = new CallOptions(deadline: TimeProvider.System.GetUtcNow().UtcDateTime + patience, cancellationToken: cancellation);
            using var check = new Health.HealthClient(channel).CheckAsync(new HealthCheckRequest(), call);
            return (await check).Status == HealthCheckResponse.Types.ServingStatus.Serving;
        }
        catch (RpcException)
        {
            cancellation.ThrowIfCancellationRequested();
            return false;
        }
    }
}
