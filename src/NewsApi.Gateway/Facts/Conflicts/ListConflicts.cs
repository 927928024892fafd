using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.Facts.Conflicts;

/// <summary>GET /v1/conflicts: facts of the kept articles that contradict each other.</summary>
public static class ListConflicts
{
    public static void MapListConflicts(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/conflicts", HandleAsync)
            .Named(
                "listConflicts",
                "Facts",
                "List contradictions",
                "Facts that cannot all be true, side by side with the words that state them: two persons in a post that one person holds, posts that nobody holds together, two values of one "
                    + "statistic, two dates of one event. Posts that are held one after the other, rounded numbers and dates that are told less exactly are none. They are looked for when they are asked for, group "
                    + "after group of facts: a page may be empty and still have a next one."
            )
            .Fails(
                ProblemKind.InvalidParameter,
                ProblemKind.InvalidPageToken,
                ProblemKind.EntityNotFound,
                ProblemKind.EngineUnavailable,
                ProblemKind.EngineTooSlow,
                ProblemKind.StoreUnavailable
            );

    static async Task<Ok<ConflictPage>> HandleAsync(Query<ListConflictsQuery> query, HttpContext context, IMediator mediator)
    {
        var page = await mediator.Send(query.Value, context.RequestAborted);
        NextLink.Add(context, page.NextPageToken);
        return TypedResults.Ok(page);
    }
}

public sealed class ListConflictsQuery : IRequest<ConflictPage>
{
    public const int LargestPage = 200;

    [QueryParameter("Only conflicts of these kinds; all where absent.", Example = "positionHolders")]
    public IReadOnlyList<ConflictKind> Kind { get; set; } = [];

    [QueryParameter("Only conflicts in which this entity has a part.")]
    public Guid? Entity { get; set; }

    [QueryParameter(
        "How many conflicts fill a page, from 1; more than 200 are taken as 200. Those of one group of facts stay together: a page may have a few more.",
        ChoosesContent = false,
        Least = 1
    )]
    public int PageSize { get; set; } = 20;

    [QueryParameter("nextPageToken of the page before.", ChoosesContent = false)]
    public string? PageToken { get; set; }
}

public sealed class ListConflictsValidator : AbstractValidator<ListConflictsQuery>
{
    public ListConflictsValidator() => RuleFor(query => query.PageSize).GreaterThanOrEqualTo(1).WithMessage("The value must be 1 or more.");
}

/// <summary>A page of a list.</summary>
/// <param name="Conflicts">By kind; may be empty although there is a next page.</param>
/// <param name="NextPageToken">Leads to the next page; absent on the last.</param>
public sealed record ConflictPage(IReadOnlyList<ConflictResource> Conflicts, string? NextPageToken);

/// <summary>Facts that cannot all be true.</summary>
/// <param name="Kind">In what they contradict each other.</param>
/// <param name="About">What all sides are about: a post, a person, a subject with its unit and time, an event.</param>
/// <param name="Sides">Two or more; the one that most articles state first.</param>
public sealed record ConflictResource(
    ConflictKind Kind,
    IReadOnlyList<StoredArgumentResource> About,
    IReadOnlyList<ConflictSideResource> Sides
);

/// <summary>One side of a conflict.</summary>
/// <param name="Differs">In what it differs from the others.</param>
/// <param name="Rank">
/// preferred: more articles state it than any other side; deprecated: at most a third as many as the preferred side, or it was planned and something else took place; normal: else.
/// </param>
/// <param name="Articles">How many state it.</param>
/// <param name="FirstSeen">The time of the earliest of them.</param>
/// <param name="LastSeen">The time of the latest.</param>
/// <param name="FactIds">The facts that take this side.</param>
/// <param name="Evidence">The words that state it, the latest article first; at most 5.</param>
public sealed record ConflictSideResource(
    IReadOnlyList<StoredArgumentResource> Differs,
    ConflictRank Rank,
    int Articles,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen,
    IReadOnlyList<Guid> FactIds,
    IReadOnlyList<StoredEvidenceResource> Evidence
);
