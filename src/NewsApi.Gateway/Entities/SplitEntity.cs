using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Entities.Linking;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.OpenApi;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Entities;

/// <summary>POST /v1/entities/{id}:split: an editor says that some articles name another one.</summary>
public static class SplitEntity
{
    public const int MostArticles = 1000;

    public static void MapSplitEntity(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/entities/{id}:split", HandleAsync)
            .Named(
                "splitEntity",
                "Entities",
                "Split an entity",
                "Makes a new entity of those of its articles that are named, and answers with it. What is decided so holds when the articles "
                    + "are analysed again; later articles go to the one whose positions and bodies they tell."
            )
            .WithMetadata(
                new BodyExample(
                    JsonSerializer.SerializeToNode(
                        new SplitBody { Articles = [Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057")], Name = "Trần Văn Lành" },
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

    static async Task<Created<EntityResource>> HandleAsync(string id, JsonBody<SplitBody> body, IMediator mediator)
    {
        var made = await mediator.Send(new SplitEntityCommand(id, body.Value), CancellationToken.None);
        var entity = (await mediator.Send(new GetEntityQuery(made.ToString()), CancellationToken.None)).Entity;
        return TypedResults.Created(EntityLinks.PathOf(made), entity);
    }
}

public sealed record SplitBody
{
    /// <summary>1 to 1,000 ids of articles that name the entity; at least one article has to be left.</summary>
    public required IReadOnlyList<Guid> Articles { get; init; }

    /// <summary>The canonical name of the new entity, at most 300 characters; that of the old one where absent.</summary>
    public string? Name { get; init; }
}

/// <summary>Answered with the id of the new entity.</summary>
public sealed record SplitEntityCommand(string Id, SplitBody Body) : IRequest<Guid>;

public sealed class SplitEntityHandler(NewsStore store, EntityLinking linking, TimeProvider clock)
    : IRequestHandler<SplitEntityCommand, Guid>
{
    const int LongestName = 300;

    public async Task<Guid> Handle(SplitEntityCommand request, CancellationToken cancellationToken)
    {
        var asked = request.Body.Articles.Distinct().ToList();
        if (asked.Count is 0 or > SplitEntity.MostArticles)
            throw Invalid("#/articles", $"There must be 1 to {SplitEntity.MostArticles} ids.");
        if (request.Body.Name is { } name && (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl)))
            throw Invalid("#/name", $"The value must have 1 to {LongestName} characters, none of them a control character.");
        var made = await store.WriteAsync(db => SplitAsync(db, request, asked, cancellationToken), cancellationToken);
        linking.LeaveOver();
        return made;
    }

    async Task<Guid> SplitAsync(NewsDbContext db, SplitEntityCommand request, List<Guid> asked, CancellationToken cancellation)
    {
        var entity = await new KnownEntities(db).GetLivingAsync(request.Id, cancellation);
        var links = db.ArticleEntities.Where(row => row.EntityId == entity.Id && asked.Contains(row.ArticleId));
        var found = await links.Select(row => row.ArticleId).Distinct().ToListAsync(cancellation);
        if (asked.FindIndex(id => !found.Contains(id)) is var missing and >= 0)
            throw Invalid($"#/articles/{missing}", "The value is the id of no article that names the entity.");
        if (found.Count == entity.Articles)
            throw Invalid("#/articles", "All articles of the entity are named; at least one has to be left.");

        var now = clock.GetUtcNow();
        var made = EntityLinkWriter.NewRow(
            Guid.CreateVersion7(now),
            entity.Type,
            request.Body.Name?.Normalize() ?? entity.Name,
            entity.IsoCode,
            entity.FirstSeen,
            now
        );
        db.Entities.Add(made);
        await db.SaveChangesAsync(cancellation);
        await CopyAliasesAsync(db, entity, made, await links.Select(row => row.Name).Distinct().ToListAsync(cancellation));
        await EntityDecisions.DecideAsync(db, links, made.Id, now);
        await EntityLinkWriter.RecountAsync(db, made, now);
        await EntityLinkWriter.RecountAsync(db, entity, now);
        return made.Id;
    }

    /// <summary>It can be found by what its articles call it, and by its own name. Which other aliases are its own nobody knows yet.</summary>
    static async Task CopyAliasesAsync(NewsDbContext db, EntityRow entity, EntityRow made, List<string> names)
    {
        foreach (var name in names.Append(made.Name).Append(entity.Name).DistinctBy(EntityKey.Exact))
        {
            var alias = EntityLinkWriter.NewAlias(made.Id, made.Type, name);
            alias.Links = true;
            db.EntityAliases.Add(alias);
        }
        await db.SaveChangesAsync();
    }

    static ProblemException Invalid(string pointer, string detail) =>
        new(
            new Problem(ProblemKind.InvalidField, "Fields of the body have values that are not allowed.")
            {
                Errors = [new ProblemError(detail, Pointer: pointer)],
            }
        );
}
