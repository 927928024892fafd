using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Facts.Reviews;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Facts;

/// <summary>GET /v1/facts: what the kept articles state.</summary>
public static class ListFacts
{
    public static void MapListFacts(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/facts", HandleAsync)
            .Named(
                "listFacts",
                "Facts",
                "List facts",
                "What kept articles state, the latest first. The same fact from several articles is listed once; its evidence is under /v1/facts/{id}. "
                    + "entity and argument together ask for what role the entity has: argument=speaker for what it said."
            )
            .Fails(ProblemKind.InvalidParameter, ProblemKind.InvalidPageToken, ProblemKind.StoreUnavailable);

    static async Task<Ok<StoredFactPage>> HandleAsync(Query<ListFactsQuery> query, HttpContext context, IMediator mediator)
    {
        var page = await mediator.Send(query.Value, context.RequestAborted);
        NextLink.Add(context, page.NextPageToken);
        return TypedResults.Ok(page);
    }
}

/// <summary>What a person said of a fact, or that nobody did.</summary>
public enum ReviewFilter
{
    None,
    Confirmed,
    Rejected,
    Edited,
}

public sealed class ListFactsQuery : IRequest<StoredFactPage>
{
    public const int LargestPage = 200;

    [QueryParameter("Only facts of these types; all where absent.", Example = "positionHeld,meeting")]
    public IReadOnlyList<FactType> Type { get; set; } = [];

    [QueryParameter("Only facts that are put like this; all where absent.", Example = "stated,planned")]
    public IReadOnlyList<Modality> Modality { get; set; } = [];

    [QueryParameter("Only facts that have each of these entities among their arguments.")]
    public IReadOnlyList<Guid> Entity { get; set; } = [];

    [QueryParameter("Only facts in which the entities, or the value, stand under this name.", Example = "speaker")]
    public string? Argument { get; set; }

    [QueryParameter("Only facts that have an argument with exactly this value.", Example = "2026-03-15")]
    public string? Value { get; set; }

    [QueryParameter(
        "Only facts of which a person said this; none for those of which nobody said anything. Without it: all but rejected ones.",
        Example = "confirmed,edited"
    )]
    public IReadOnlyList<ReviewFilter> Review { get; set; } = [];

    [QueryParameter("Only facts that this article states.")]
    public Guid? Article { get; set; }

    [QueryParameter("Only facts that an article of then or later states.", Example = "2026-02-07")]
    public DateTimeOffset? SeenFrom { get; set; }

    [QueryParameter("Only facts that an article from before then states.", Example = "2026-02-08")]
    public DateTimeOffset? SeenTo { get; set; }

    [QueryParameter("The most facts on a page, from 1; more than 200 are taken as 200.", ChoosesContent = false, Least = 1)]
    public int PageSize { get; set; } = 20;

    [QueryParameter("nextPageToken of the page before.", ChoosesContent = false)]
    public string? PageToken { get; set; }
}

/// <summary>A page of a list.</summary>
/// <param name="Facts">In the order of the list; empty where nothing meets the query.</param>
/// <param name="NextPageToken">Leads to the next page; absent on the last.</param>
public sealed record StoredFactPage(IReadOnlyList<StoredFactResource> Facts, string? NextPageToken);

public sealed class ListFactsValidator : AbstractValidator<ListFactsQuery>
{
    public ListFactsValidator()
    {
        RuleFor(query => query.PageSize).GreaterThanOrEqualTo(1).WithMessage("The value must be 1 or more.");
        RuleFor(query => query.Argument)
            .Must((query, _) => query.Entity.Count > 0 || query.Value is not null)
            .When(query => query.Argument is not null)
            .WithMessage("The parameter goes with entity or value.");
        RuleFor(query => query.SeenTo)
            .GreaterThan(query => query.SeenFrom)
            .When(query => query.SeenFrom is not null)
            .WithMessage("The value must be later than seenFrom.");
    }
}

public sealed class ListFactsHandler(NewsDbContext db) : IRequestHandler<ListFactsQuery, StoredFactPage>
{
    public async Task<StoredFactPage> Handle(ListFactsQuery request, CancellationToken cancellationToken)
    {
        var fingerprint = PageToken.Fingerprint(request);
        var after = PageToken.Read(request.PageToken, fingerprint);
        var size = Math.Min(request.PageSize, ListFactsQuery.LargestPage);

        await using var snapshot = await db.BeginSnapshotAsync(cancellationToken);
        var rows = await Page(Filter(request), after).Take(size + 1).ToListAsync(cancellationToken);
        var page = rows[..Math.Min(size, rows.Count)];
        var ids = page.Select(row => row.Id).ToList();
        var arguments = (await db.FactArguments.Where(row => ids.Contains(row.FactId)).ToListAsync(cancellationToken)).ToLookup(row =>
            row.FactId
        );
        var reviews = await db.FactReviews.Where(row => ids.Contains(row.FactId)).ToDictionaryAsync(row => row.FactId, cancellationToken);
        return new StoredFactPage(
            [.. page.Select(row => StoredFactResource.Of(row, arguments[row.Id], reviews.GetValueOrDefault(row.Id)))],
            rows.Count <= size ? null : new PageToken(page[^1].LastSeen.UtcTicks, page[^1].Id).Write(fingerprint)
        );
    }

    IQueryable<FactRow> Filter(ListFactsQuery request)
    {
        var rows = db.Facts.AsQueryable();
        if (request.Type.Count > 0)
            rows = rows.Where(row => request.Type.Contains(row.Type));
        if (request.Modality.Count > 0)
            rows = rows.Where(row => request.Modality.Contains(row.Modality));
        rows = ApplyReview(rows, request.Review);
        foreach (var id in request.Entity.Distinct())
        {
            var living = db.Entities.Where(entity => entity.Id == id).Select(entity => (Guid?)(entity.MergedInto ?? entity.Id));
            rows = Having(rows, request.Argument, db.FactArguments.Where(argument => living.Contains(argument.EntityId)));
        }
        if (request.Value is { } value)
            rows = Having(rows, request.Argument, db.FactArguments.Where(argument => argument.Value == value));
        if (request.Article is { } article)
        {
            var stated = db.FactEvidence.Where(evidence => evidence.ArticleId == article).Select(evidence => evidence.FactId);
            rows = rows.Where(row => stated.Contains(row.Id));
        }
        if (request.SeenFrom is { } from)
            rows = rows.Where(row => row.LastSeen >= from);
        if (request.SeenTo is { } to)
            rows = rows.Where(row => row.FirstSeen < to);
        return rows;
    }

    IQueryable<FactRow> ApplyReview(IQueryable<FactRow> rows, IReadOnlyList<ReviewFilter> wanted)
    {
        var rejected = FactReviews.Rejected(db);
        if (wanted.Count == 0)
            return rows.Where(row => !rejected.Contains(row.Id));
        var verdicts = wanted
            .Where(filter => filter != ReviewFilter.None)
            .Select(filter => Enum.Parse<FactVerdict>(filter.ToString()))
            .ToList();
        var hasNone = wanted.Contains(ReviewFilter.None);
        return rows.Where(row =>
            db.FactReviews.Any(review => review.FactId == row.Id && verdicts.Contains(review.Verdict))
            || (hasNone && !db.FactReviews.Any(review => review.FactId == row.Id))
        );
    }

    static IQueryable<FactRow> Having(IQueryable<FactRow> rows, string? name, IQueryable<FactArgumentRow> arguments)
    {
        if (name is not null)
            arguments = arguments.Where(argument => argument.Name == name);
        var facts = arguments.Select(argument => argument.FactId);
        return rows.Where(row => facts.Contains(row.Id));
    }

    static IQueryable<FactRow> Page(IQueryable<FactRow> rows, PageToken? after)
    {
        if (after is { SortKey: { } ticks, Id: var id })
        {
            var time = new DateTimeOffset(ticks, TimeSpan.Zero);
            rows = rows.Where(row => row.LastSeen <= time && (row.LastSeen < time || row.Id.CompareTo(id) < 0));
        }
        return rows.OrderByDescending(row => row.LastSeen).ThenByDescending(row => row.Id);
    }
}
