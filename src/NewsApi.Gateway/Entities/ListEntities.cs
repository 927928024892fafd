using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Entities;

/// <summary>GET /v1/entities: who and what the kept articles name.</summary>
public static class ListEntities
{
    public static void MapListEntities(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/entities", HandleAsync)
            .Named(
                "listEntities",
                "Entities",
                "List entities",
                "Persons, bodies, places, events and laws that kept articles name, found by how a name or an alias of theirs begins. Homonyms "
                    + "are entities of their own where positions or bodies tell them apart."
            )
            .Fails(ProblemKind.InvalidParameter, ProblemKind.InvalidPageToken, ProblemKind.StoreUnavailable);

    static async Task<Ok<EntityPage>> HandleAsync(Query<ListEntitiesQuery> query, HttpContext context, IMediator mediator)
    {
        var page = await mediator.Send(query.Value, context.RequestAborted);
        NextLink.Add(context, page.NextPageToken);
        return TypedResults.Ok(page);
    }
}

/// <summary>What a list of entities is sorted by.</summary>
public enum EntitySort
{
    /// <summary>Those that most articles name come first.</summary>
    Articles,

    /// <summary>Those that were named last come first.</summary>
    LastSeen,
}

/// <summary>How the marks of letters count in a search.</summary>
public enum DiacriticsMode
{
    /// <summary>They count where the query has any.</summary>
    Auto,

    /// <summary>They count.</summary>
    Exact,

    /// <summary>They do not: "duong" is "Đường" too.</summary>
    Ignore,
}

public sealed class ListEntitiesQuery : IRequest<EntityPage>
{
    public const int LargestPage = 200;

    [QueryParameter("How a name or an alias begins; capitals do not count.", Example = "bộ ngoại")]
    public string? Q { get; set; }

    [QueryParameter("Whether marks count: auto, where q has any; exact; ignore, so that \"duong\" finds \"Đường\".")]
    public DiacriticsMode Diacritics { get; set; } = DiacriticsMode.Auto;

    [QueryParameter("Only of these types: person, organization, location, event, law.", Example = "person")]
    public IReadOnlyList<EntityType> Type { get; set; } = [];

    [QueryParameter("Only the country or province with this code.", Example = "VN-SG")]
    public string? IsoCode { get; set; }

    [QueryParameter("articles: those that most articles name come first; lastSeen: those that were named last.")]
    public EntitySort Sort { get; set; } = EntitySort.Articles;

    [QueryParameter("The most entities on a page, from 1; more than 200 are taken as 200.", ChoosesContent = false, Least = 1)]
    public int PageSize { get; set; } = 20;

    [QueryParameter("nextPageToken of the page before.", ChoosesContent = false)]
    public string? PageToken { get; set; }
}

/// <summary>A page of a list.</summary>
/// <param name="Entities">In the order of the list; empty where nothing meets the query.</param>
/// <param name="NextPageToken">Leads to the next page; absent on the last.</param>
public sealed record EntityPage(IReadOnlyList<EntityResource> Entities, string? NextPageToken);

public sealed class ListEntitiesValidator : AbstractValidator<ListEntitiesQuery>
{
    public ListEntitiesValidator()
    {
        RuleFor(query => query.PageSize).GreaterThanOrEqualTo(1).WithMessage("The value must be 1 or more.");
        RuleFor(query => query.Type)
            .Must(types => types.All(type => type is >= EntityType.Person and <= EntityType.Law))
            .WithMessage("Every value must be one of person, organization, location, event, law: dates and quantities are no entities.");
    }
}

public sealed class ListEntitiesHandler(NewsDbContext db) : IRequestHandler<ListEntitiesQuery, EntityPage>
{
    public async Task<EntityPage> Handle(ListEntitiesQuery request, CancellationToken cancellationToken)
    {
        var fingerprint = PageToken.Fingerprint(request);
        var after = PageToken.Read(request.PageToken, fingerprint);
        var size = Math.Min(request.PageSize, ListEntitiesQuery.LargestPage);

        var rows = await Sort(Filter(request), request.Sort, after).Take(size + 1).ToListAsync(cancellationToken);
        var page = rows[..Math.Min(size, rows.Count)];
        var token = rows.Count <= size ? null : TokenAfter(page[^1], request.Sort).Write(fingerprint);
        return new EntityPage([.. page.Select(row => EntityResource.Of(row))], token);
    }

    IQueryable<EntityRow> Filter(ListEntitiesQuery request)
    {
        var rows = db.Entities.Where(row => row.MergedInto == null);
        if (request.Type.Count > 0)
            rows = rows.Where(row => request.Type.Contains(row.Type));
        if (request.IsoCode is { } code)
            rows = rows.Where(row => row.IsoCode == code);
        if (request.Q is { } q)
        {
            var isExact = request.Diacritics switch
            {
                DiacriticsMode.Exact => true,
                DiacriticsMode.Ignore => false,
                _ => EntityKey.HasMarks(q),
            };
            var found = EntitySearch.Beginning(db, q, isExact);
            rows = rows.Where(row => found.Contains(row.Id));
        }
        return rows;
    }

    static IQueryable<EntityRow> Sort(IQueryable<EntityRow> rows, EntitySort sort, PageToken? after)
    {
        var key = after?.SortKey ?? 0;
        var id = after?.Id ?? Guid.Empty;
        if (sort == EntitySort.Articles)
        {
            if (after is not null)
                rows = rows.Where(row => row.Articles <= key && (row.Articles < key || row.Id.CompareTo(id) < 0));
            return rows.OrderByDescending(row => row.Articles).ThenByDescending(row => row.Id);
        }
        if (after is not null)
        {
            var time = new DateTimeOffset(key, TimeSpan.Zero);
            rows = rows.Where(row => row.LastSeen <= time && (row.LastSeen < time || row.Id.CompareTo(id) < 0));
        }
        return rows.OrderByDescending(row => row.LastSeen).ThenByDescending(row => row.Id);
    }

    static PageToken TokenAfter(EntityRow row, EntitySort sort) =>
        new(sort == EntitySort.Articles ? row.Articles : row.LastSeen.UtcTicks, row.Id);
}
