using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Facts;

/// <summary>GET /v1/facts/{id}: a fact with the words that prove it.</summary>
public static class GetFact
{
    public static void MapGetFact(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/facts/{id}", HandleAsync)
            .Named("getFact", "Facts", "Get a fact", "With its evidence: every sentence that states it, in which article and where there.")
            .Fails(ProblemKind.FactNotFound, ProblemKind.StoreUnavailable);

    static async Task<Ok<StoredFactResource>> HandleAsync(string id, IMediator mediator, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new GetFactQuery(id), cancellation));
}

public sealed record GetFactQuery(string Id) : IRequest<StoredFactResource>;

public sealed class GetFactHandler(NewsDbContext db, FactEvidence evidence) : IRequestHandler<GetFactQuery, StoredFactResource>
{
    const int MostEvidence = 100;

    public async Task<StoredFactResource> Handle(GetFactQuery request, CancellationToken cancellationToken)
    {
        await using var snapshot = await db.BeginSnapshotAsync(cancellationToken);
        var fact = await FindAsync(db, request.Id, cancellationToken);
        var arguments = await db.FactArguments.Where(row => row.FactId == fact.Id).ToListAsync(cancellationToken);
        var review = await db.FactReviews.FirstOrDefaultAsync(row => row.FactId == fact.Id, cancellationToken);
        return StoredFactResource.Of(fact, arguments, review, await evidence.OfAsync([fact.Id], MostEvidence, cancellationToken));
    }

    /// <exception cref="ProblemException">fact-not-found.</exception>
    internal static async Task<FactRow> FindAsync(NewsDbContext db, string id, CancellationToken cancellation) =>
        (Guid.TryParseExact(id, "D", out var key) ? await db.Facts.FirstOrDefaultAsync(row => row.Id == key, cancellation) : null)
        ?? throw new ProblemException(
            new Problem(ProblemKind.FactNotFound, "No fact has this id.")
            {
                Errors = [new ProblemError($"\"{id}\" is the id of no fact that a kept article states.", Parameter: "id")],
            }
        );
}
