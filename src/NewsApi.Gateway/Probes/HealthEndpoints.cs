using Microsoft.AspNetCore.Http.HttpResults;
using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.Probes;

/// <summary>GET /health/live and /health/ready, for whatever starts, watches and balances gateways.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/health/live", () => TypedResults.Ok(new LivenessResource(HealthState.Ready)))
            .Named("getLiveness", "Health", "Ask whether the gateway runs", "Answers as long as the gateway runs, whatever else is away.");
        routes
            .MapGet("/health/ready", ReadyAsync)
            .Named(
                "getReadiness",
                "Health",
                "Ask whether the gateway can do all its work",
                "503 when the store cannot be written or the processing service is not ready. Pages are taken and kept also while only the "
                    + "processing service is away."
            )
            .Produces<ReadinessResource>(StatusCodes.Status503ServiceUnavailable);
    }

    static async Task<Results<Ok<ReadinessResource>, JsonHttpResult<ReadinessResource>>> ReadyAsync(
        Readiness readiness,
        HttpContext context
    )
    {
        context.Response.Headers.CacheControl = "no-store";
        var state = await readiness.CheckAsync(context.RequestAborted);
        return state.Status == HealthState.Ready
            ? TypedResults.Ok(state)
            : TypedResults.Json(state, statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}

public enum HealthState
{
    Ready,
    Unavailable,
}

/// <summary>That the gateway runs.</summary>
/// <param name="Status">ready.</param>
public sealed record LivenessResource(HealthState Status);

/// <summary>Whether the gateway can do all its work.</summary>
/// <param name="Status">ready when all the parts are.</param>
/// <param name="Store">Whether articles can be read and kept.</param>
/// <param name="Engine">Whether a processing service answers that it serves.</param>
public sealed record ReadinessResource(HealthState Status, HealthState Store, HealthState Engine);
