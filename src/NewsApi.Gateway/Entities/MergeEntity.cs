using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Entities.Linking;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.OpenApi;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Entities;

/// <summary>POST /v1/entities/{id}:merge: an editor says that two entities are one.</summary>
public static class MergeEntity
{
    public static void MapMergeEntity(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/entities/{id}:merge", HandleAsync)
            .Named(
                "mergeEntity",
                "Entities",
                "Merge an entity into another",
                "Gives its articles and aliases to the other one, which is answered, and leads its id on to that. What is decided so holds "
                    + "when the articles are analysed again."
            )
            .WithMetadata(
                new BodyExample(
                    JsonSerializer.SerializeToNode(
                        new MergeBody { Into = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057") },
                        Json.Options
                    )!
                )
            )
            .Fails(
                ProblemKind.MalformedBody,
                ProblemKind.UnknownField,
                ProblemKind.InvalidField,
                ProblemKind.UnsupportedMediaType,
                ProblemKind.EntityNotFound,
                ProblemKind.StoreUnavailable
            );

    static async Task<Ok<EntityResource>> HandleAsync(string id, JsonBody<MergeBody> body, IMediator mediator)
    {
        var into = await mediator.Send(new MergeEntityCommand(id, body.Value.Into), CancellationToken.None);
        return TypedResults.Ok((await mediator.Send(new GetEntityQuery(into.ToString()), CancellationToken.None)).Entity);
    }
}

public sealed record MergeBody
{
    /// <summary>The id of the entity that remains; of the same type.</summary>
    public required Guid Into { get; init; }
}

/// <summary>Answered with the id of the entity that remains.</summary>
public sealed record MergeEntityCommand(string Id, Guid Into) : IRequest<Guid>;

public sealed class MergeEntityHandler(NewsStore store, EntityLinking linking, TimeProvider clock)
    : IRequestHandler<MergeEntityCommand, Guid>
{
    public async Task<Guid> Handle(MergeEntityCommand request, CancellationToken cancellationToken)
    {
        var into = await MergeAsync(request, cancellationToken);
        linking.LeaveOver();
        return into;
    }

    Task<Guid> MergeAsync(MergeEntityCommand request, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async db =>
            {
                var entities = new KnownEntities(db);
                var from = await entities.GetLivingAsync(request.Id, cancellationToken);
                var into = await FindIntoAsync(db, request.Into, cancellationToken);
                if (into.Id == from.Id)
                    throw Invalid("The value is the entity itself, or one that was merged into it.");
                if (into.Type != from.Type)
                    throw Invalid("The value is the id of an entity of another type; only those of one type can be merged.");
                await MergeAsync(db, from, into, clock.GetUtcNow());
                return into.Id;
            },
            cancellationToken
        );

    static async Task<EntityRow> FindIntoAsync(NewsDbContext db, Guid id, CancellationToken cancellation)
    {
        var row = await db.Entities.FirstOrDefaultAsync(row => row.Id == id, cancellation);
        if (row?.MergedInto is { } further)
            row = await db.Entities.FirstOrDefaultAsync(other => other.Id == further, cancellation);
        return row ?? throw Invalid("The value is the id of no entity.");
    }

    static async Task MergeAsync(NewsDbContext db, EntityRow from, EntityRow into, DateTimeOffset now)
    {
        await EntityDecisions.DecideAsync(db, db.ArticleEntities.Where(row => row.EntityId == from.Id), into.Id, now);
        await db
            .EntityDecisions.Where(row => row.EntityId == from.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(decision => decision.EntityId, into.Id));
        await MoveAliasesAsync(db, from, into);
        await db
            .Entities.Where(row => row.MergedInto == from.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(entity => entity.MergedInto, into.Id));
        from.MergedInto = into.Id;
        into.IsoCode ??= from.IsoCode;
        await EntityLinkWriter.RecountAsync(db, into, now);
        await EntityLinkWriter.RecountAsync(db, from, now);
    }

    static async Task MoveAliasesAsync(NewsDbContext db, EntityRow from, EntityRow into)
    {
        var known = await db.EntityAliases.Where(row => row.EntityId == into.Id).ToDictionaryAsync(row => row.Key);
        foreach (var alias in await db.EntityAliases.Where(row => row.EntityId == from.Id).ToListAsync())
        {
            db.EntityAliases.Remove(alias);
            if (!known.TryGetValue(alias.Key, out var same))
                db.EntityAliases.Add(same = EntityLinkWriter.NewAlias(into.Id, into.Type, alias.Text));
            same.Links |= alias.Links;
        }
    }

    static ProblemException Invalid(string detail) =>
        new(
            new Problem(ProblemKind.InvalidField, "Fields of the body have values that are not allowed.")
            {
                Errors = [new ProblemError(detail, Pointer: "#/into")],
            }
        );
}
