using Grpc.Health.V1;
using Grpc.HealthCheck;

namespace NewsApi.Processing.Hosting;

/// <summary>Health over plain HTTP, for those who do not speak gRPC.</summary>
static class HealthEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live\n"));
        app.MapGet("/health/ready", IsReady);
    }

    static async Task<IResult> IsReady(HealthServiceImpl health)
    {
        var answer = await health.Check(new HealthCheckRequest(), null!);
        return answer.Status == HealthCheckResponse.Types.ServingStatus.Serving
            ? Results.Text("ready\n")
            : Results.Text("not ready\n", statusCode: 503);
    }
}
