using MediatR;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Entities;

/// <summary>GET /v1/entities/{id}.</summary>
public static class GetEntity
{
    public static void MapGetEntity(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/entities/{id}", HandleAsync)
            .Named(
                "getEntity",
                "Entities",
                "Get an entity",
                "With its aliases, and with other entities of the same name, so that one sees who else it might be. The id of an entity that "
                    + "was merged into another is answered with 308 and the path of that one."
            )
            .Produces<EntityResource>()
            .Produces(StatusCodes.Status308PermanentRedirect)
            .Fails(ProblemKind.EntityNotFound, ProblemKind.StoreUnavailable);

    static async Task<IResult> HandleAsync(string id, IMediator mediator, CancellationToken cancellation)
    {
        var (entity, movedTo) = await mediator.Send(new GetEntityQuery(id), cancellation);
        return movedTo is { } into
            ? TypedResults.Redirect(EntityLinks.PathOf(into), permanent: true, preserveMethod: true)
            : TypedResults.Ok(entity);
    }
}

public sealed record GetEntityQuery(string Id) : IRequest<FoundEntity>;

/// <summary>One of the two: the entity, or the id of the one that it was merged into.</summary>
public sealed record FoundEntity(EntityResource? Entity, Guid? MovedTo);

public sealed class GetEntityHandler(NewsDbContext db, KnownEntities entities) : IRequestHandler<GetEntityQuery, FoundEntity>
{
    public async Task<FoundEntity> Handle(GetEntityQuery request, CancellationToken cancellationToken)
    {
        await using var snapshot = await db.BeginSnapshotAsync(cancellationToken);
        var row = await entities.GetAsync(request.Id, cancellationToken);
        return row.MergedInto is { } into
            ? new FoundEntity(null, into)
            : new FoundEntity(await entities.ReadAsync(row, cancellationToken), null);
    }
}
