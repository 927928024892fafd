namespace NewsApi.Gateway.Http;

/// <summary>The errors that an endpoint can answer with, beside those that any endpoint can.</summary>
public sealed record ProblemKinds(IReadOnlyList<ProblemKind> All);

/// <summary>What an endpoint of this API says of itself.</summary>
public static class Endpoints
{
    /// <summary>Names the endpoint: the operationId of the OpenAPI document, and what makes it subject to the check of query parameters.</summary>
    /// <param name="summary">One line.</param>
    public static RouteHandlerBuilder Named(
        this RouteHandlerBuilder endpoint,
        string operationId,
        string tag,
        string summary,
        string description
    ) => endpoint.WithName(operationId).WithTags(tag).WithSummary(summary).WithDescription(description);

    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder endpoint, params ProblemKind[] kinds) =>
        endpoint.WithMetadata(new ProblemKinds(kinds));
}
