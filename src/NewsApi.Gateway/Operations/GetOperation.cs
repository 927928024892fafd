using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsApi.Gateway.Articles;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Operations;

/// <summary>GET /v1/operations/{id}: how far a submitted page is. The operation that reads an article has the article's id.</summary>
public static class GetOperation
{
    public static void MapGetOperation(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/operations/{id}", HandleAsync)
            .Named(
                "getOperation",
                "Operations",
                "Get an operation",
                "Tells whether what a 202 announced is done, and then either where the article is or why there is none. While it is not done "
                    + "the Retry-After header tells when to ask again."
            )
            .Fails(ProblemKind.OperationNotFound, ProblemKind.StoreUnavailable);

    static async Task<Ok<OperationResource>> HandleAsync(string id, HttpContext context, IMediator mediator)
    {
        var operation = await mediator.Send(new GetOperationQuery(id), context.RequestAborted);
        if (!operation.Done)
            context.Response.Headers.RetryAfter = KeptArticles.PendingRetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(operation);
    }
}

public sealed record GetOperationQuery(string Id) : IRequest<OperationResource>;

/// <param name="Id">Of the operation, and of the article it reads.</param>
/// <param name="Done">True once nothing more will come.</param>
/// <param name="Article">The path of the article, once it is ready.</param>
/// <param name="Error">Why the article could not be read: then done is true and there is no article.</param>
public sealed record OperationResource(Guid Id, bool Done, string? Article, OperationError? Error);

/// <param name="Type">As in an error answer.</param>
/// <param name="Title">The kind of error in words.</param>
/// <param name="Detail">What happened.</param>
public sealed record OperationError(string Type, string Title, string Detail);

public sealed class GetOperationHandler(KeptArticles articles) : IRequestHandler<GetOperationQuery, OperationResource>
{
    public async Task<OperationResource> Handle(GetOperationQuery request, CancellationToken cancellationToken)
    {
        var article =
            await articles.FindAsync(request.Id, cancellationToken)
            ?? throw new ProblemException(
                new Problem(ProblemKind.OperationNotFound, "No operation has this id.")
                {
                    Errors = [new ProblemError($"\"{request.Id}\" is the id of no operation.", Parameter: "id")],
                }
            );
        return new OperationResource(
            article.Id,
            article.State != ArticleState.Pending,
            article.State == ArticleState.Ready ? ArticleLinks.PathOf(article.Id) : null,
            article.State == ArticleState.Failed ? Error(article.FailureReason) : null
        );
    }

    static OperationError Error(string? reason) => new(ProblemKind.NotAnalyzed.Type, ProblemKind.NotAnalyzed.Title, reason ?? "");
}
