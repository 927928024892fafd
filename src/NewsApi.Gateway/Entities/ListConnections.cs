using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Facts.Reviews;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Entities;

/// <summary>GET /v1/entities/{id}/connections: who and what appears with an entity.</summary>
public static class ListConnections
{
    public static void MapListConnections(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/entities/{id}/connections", HandleAsync)
            .Named(
                "listEntityConnections",
                "Entities",
                "List whom and what an entity appears with",
                "Entities that articles name together with it, and those that are in a fact with it, the closest first. Each shared article counts 1 and each shared fact 1 more; "
                    + "association sets that against how often both are named at all."
            )
            .Fails(ProblemKind.InvalidParameter, ProblemKind.InvalidPageToken, ProblemKind.EntityNotFound, ProblemKind.StoreUnavailable);

    static async Task<Ok<ConnectionPage>> HandleAsync(string id, Query<ConnectionParameters> query, HttpContext context, IMediator mediator)
    {
        var page = await mediator.Send(new ListConnectionsQuery(id, query.Value), context.RequestAborted);
        NextLink.Add(context, page.NextPageToken);
        return TypedResults.Ok(page);
    }
}

public sealed class ConnectionParameters : PageParameters
{
    [QueryParameter("Only entities of these types; all where absent.", Example = "person,organization")]
    public IReadOnlyList<EntityType> Type { get; set; } = [];

    [QueryParameter("Only by articles of then or later.", Example = "2026-02-07")]
    public DateTimeOffset? SeenFrom { get; set; }

    [QueryParameter("Only by articles from before then.", Example = "2026-02-08")]
    public DateTimeOffset? SeenTo { get; set; }
}

public sealed record ListConnectionsQuery(string Id, ConnectionParameters Parameters) : IRequest<ConnectionPage>;

public sealed class ListConnectionsValidator : AbstractValidator<ListConnectionsQuery>
{
    public ListConnectionsValidator()
    {
        RuleFor(query => query.Parameters.PageSize)
            .GreaterThanOrEqualTo(1)
            .OverridePropertyName("pageSize")
            .WithMessage("The value must be 1 or more.");
        RuleFor(query => query.Parameters.SeenTo)
            .GreaterThan(query => query.Parameters.SeenFrom)
            .When(query => query.Parameters.SeenFrom is not null)
            .OverridePropertyName("seenTo")
            .WithMessage("The value must be later than seenFrom.");
    }
}

/// <summary>A page of a list.</summary>
/// <param name="EntityId">Whose connections they are.</param>
/// <param name="Connections">The closest first.</param>
/// <param name="NextPageToken">Leads to the next page; absent on the last.</param>
public sealed record ConnectionPage(Guid EntityId, IReadOnlyList<ConnectionResource> Connections, string? NextPageToken);

/// <summary>An entity that appears with another one.</summary>
/// <param name="Entity">Which; its counts are over all articles.</param>
/// <param name="Articles">How many articles name both.</param>
/// <param name="Facts">How many facts have both among their arguments.</param>
/// <param name="FactTypes">Of these facts, by the alphabet.</param>
/// <param name="Weight">articles and facts together: what the list is sorted by.</param>
/// <param name="Association">0 to 1: the shared articles over the geometric mean of the articles of each (cosine).</param>
/// <param name="Links">Where the shared articles and facts are.</param>
public sealed record ConnectionResource(
    EntityResource Entity,
    int Articles,
    int Facts,
    IReadOnlyList<FactType> FactTypes,
    int Weight,
    double Association,
    ConnectionLinks Links
);

/// <summary>Paths.</summary>
/// <param name="Articles">The articles that name both.</param>
/// <param name="Facts">The facts that have both.</param>
public sealed record ConnectionLinks(string Articles, string Facts);

public sealed class ListConnectionsHandler(NewsDbContext db, KnownEntities entities) : IRequestHandler<ListConnectionsQuery, ConnectionPage>
{
    public const int LargestPage = 200;

    public async Task<ConnectionPage> Handle(ListConnectionsQuery request, CancellationToken cancellationToken)
    {
        var parameters = request.Parameters;
        var fingerprint = PageToken.Fingerprint(parameters) + '\n' + request.Id;
        var after = PageToken.Read(parameters.PageToken, fingerprint);
        var size = Math.Min(parameters.PageSize, LargestPage);

        await using var snapshot = await db.BeginSnapshotAsync(cancellationToken);
        var own = await entities.GetLivingAsync(request.Id, cancellationToken);
        var ownArticles = await ArticlesOf(own.Id, parameters).Distinct().CountAsync(cancellationToken);
        var found = await Page(Connected(own.Id, parameters), after).Take(size + 1).ToListAsync(cancellationToken);
        var page = found[..Math.Min(size, found.Count)];

        var ids = page.ConvertAll(row => row.EntityId);
        var rows = await db.Entities.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var types = (
            await Shared(own.Id, parameters)
                .Where(pair => ids.Contains(pair.EntityId))
                .Join(db.Facts, pair => pair.Id, fact => fact.Id, (pair, fact) => new { pair.EntityId, fact.Type })
                .Distinct()
                .ToListAsync(cancellationToken)
        ).ToLookup(pair => pair.EntityId, pair => pair.Type);
        return new ConnectionPage(
            own.Id,
            [
                .. page.Select(row => new ConnectionResource(
                    EntityResource.Of(rows[row.EntityId]),
                    row.Articles,
                    row.Facts,
                    [.. types[row.EntityId].OrderBy(type => type.ToString(), StringComparer.Ordinal)],
                    row.Articles + row.Facts,
                    Association(row.Articles, ownArticles, rows[row.EntityId].Articles),
                    new ConnectionLinks(
                        $"/v1/articles?entity={own.Id},{row.EntityId}&kind=all",
                        $"/v1/facts?entity={own.Id},{row.EntityId}"
                    )
                )),
            ],
            found.Count <= size ? null : new PageToken(page[^1].Articles + page[^1].Facts, page[^1].EntityId).Write(fingerprint)
        );
    }

    static double Association(int shared, int own, int other) =>
        own == 0 || other == 0 ? 0 : Math.Round(Math.Min(1, shared / Math.Sqrt((double)own * other)), 4);

    IQueryable<Guid> ArticlesOf(Guid entity, ConnectionParameters parameters) =>
        Within(db.ArticleEntities, parameters).Where(link => link.EntityId == entity).Select(link => link.ArticleId);

    static IQueryable<ArticleEntityRow> Within(IQueryable<ArticleEntityRow> links, ConnectionParameters parameters)
    {
        if (parameters.SeenFrom is { } from)
            links = links.Where(link => link.SeenAt >= from);
        if (parameters.SeenTo is { } to)
            links = links.Where(link => link.SeenAt < to);
        return links;
    }

    /// <summary>Another entity and a fact that it shares.</summary>
    IQueryable<Pair> Shared(Guid entity, ConnectionParameters parameters)
    {
        var rejected = FactReviews.Rejected(db);
        var facts = db
            .FactArguments.Where(argument => argument.EntityId == entity && !rejected.Contains(argument.FactId))
            .Select(argument => argument.FactId);
        if (parameters.SeenFrom is not null || parameters.SeenTo is not null)
        {
            var stated = db.FactEvidence.AsQueryable();
            if (parameters.SeenFrom is { } from)
                stated = stated.Where(evidence => evidence.SeenAt >= from);
            if (parameters.SeenTo is { } to)
                stated = stated.Where(evidence => evidence.SeenAt < to);
            facts = facts.Where(fact => stated.Any(evidence => evidence.FactId == fact));
        }
        return db
            .FactArguments.Where(argument => argument.EntityId != null && argument.EntityId != entity && facts.Contains(argument.FactId))
            .Select(argument => new Pair { EntityId = argument.EntityId!.Value, Id = argument.FactId })
            .Distinct();
    }

    IQueryable<Connected> Connected(Guid entity, ConnectionParameters parameters)
    {
        var articles = ArticlesOf(entity, parameters);
        var named = db
            .ArticleEntities.Where(link => link.EntityId != entity && articles.Contains(link.ArticleId))
            .Select(link => new Pair { EntityId = link.EntityId, Id = link.ArticleId })
            .Distinct();
        var connected = named
            .Select(pair => new Connected
            {
                EntityId = pair.EntityId,
                Articles = 1,
                Facts = 0,
            })
            .Concat(
                Shared(entity, parameters)
                    .Select(pair => new Connected
                    {
                        EntityId = pair.EntityId,
                        Articles = 0,
                        Facts = 1,
                    })
            )
            .GroupBy(part => part.EntityId)
            .Select(parts => new Connected
            {
                EntityId = parts.Key,
                Articles = parts.Sum(part => part.Articles),
                Facts = parts.Sum(part => part.Facts),
            });
        return parameters.Type.Count == 0
            ? connected
            : connected.Where(row => db.Entities.Any(known => known.Id == row.EntityId && parameters.Type.Contains(known.Type)));
    }

    static IQueryable<Connected> Page(IQueryable<Connected> rows, PageToken? after)
    {
        if (after is { SortKey: { } weight, Id: var id })
            rows = rows.Where(row =>
                row.Articles + row.Facts < weight || (row.Articles + row.Facts == weight && row.EntityId.CompareTo(id) < 0)
            );
        return rows.OrderByDescending(row => row.Articles + row.Facts).ThenByDescending(row => row.EntityId);
    }
}

sealed class Pair
{
    public Guid EntityId { get; init; }

    /// <summary>Of an article or a fact.</summary>
    public Guid Id { get; init; }
}

sealed class Connected
{
    public Guid EntityId { get; init; }

    public int Articles { get; init; }

    public int Facts { get; init; }
}
