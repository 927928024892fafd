using System.Text.RegularExpressions;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Facts.Reviews;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Entities;

/// <summary>GET /v1/entities/{id}/positions: a person's positions over time.</summary>
public static class ListPositions
{
    public static void MapListPositions(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/entities/{id}/positions", HandleAsync)
            .Named(
                "listEntityPositions",
                "Entities",
                "List a person's positions over time",
                "Each position with the time from the first to the last article that states it, and those articles; the latest first. Written from what articles say, which is not "
                    + "when a person took office or left it. Of anything but a person the list is empty."
            )
            .Fails(ProblemKind.EntityNotFound, ProblemKind.StoreUnavailable);

    static async Task<Ok<PositionTimeline>> HandleAsync(string id, IMediator mediator, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new ListPositionsQuery(id), cancellation));
}

public sealed record ListPositionsQuery(string Id) : IRequest<PositionTimeline>;

/// <param name="EntityId">Whose positions they are.</param>
/// <param name="Positions">The latest first.</param>
public sealed record PositionTimeline(Guid EntityId, IReadOnlyList<PositionInterval> Positions);

/// <summary>A position, and when articles say that it is held.</summary>
/// <param name="Position">As written.</param>
/// <param name="Organization">The canonical name of where it is held; absent where no article tells.</param>
/// <param name="OrganizationId">Of that entity.</param>
/// <param name="Status">current; former, where articles say so ("nguyên", "cựu", "cố"); planned, denied or reported, as they put it.</param>
/// <param name="FirstSeen">The time of the earliest article that states it; absent where of none the time is known.</param>
/// <param name="LastSeen">The time of the latest one.</param>
/// <param name="Articles">Those that state it, the latest first; at most 50.</param>
/// <param name="FactIds">Of the facts behind it.</param>
public sealed record PositionInterval(
    string Position,
    string? Organization,
    Guid? OrganizationId,
    PositionStatus Status,
    DateTimeOffset? FirstSeen,
    DateTimeOffset? LastSeen,
    IReadOnlyList<ArticleReference> Articles,
    IReadOnlyList<Guid> FactIds
);

/// <summary>An article, in short.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Published">When it was published.</param>
public sealed record ArticleReference(Guid Id, string? Title, DateTimeOffset? Published);

/// <summary>How articles put it that a position is held.</summary>
public enum PositionStatus
{
    Current,
    Former,
    Planned,
    Denied,
    Reported,
}

public sealed partial class ListPositionsHandler(NewsDbContext db, KnownEntities entities)
    : IRequestHandler<ListPositionsQuery, PositionTimeline>
{
    const int MostFacts = 1000;
    const int MostArticles = 50;

    /// <summary>What is written before a position that is no longer held.</summary>
    static readonly string[] FormerWords = ["nguyên ", "cựu ", "cố "];

    public async Task<PositionTimeline> Handle(ListPositionsQuery request, CancellationToken cancellationToken)
    {
        await using var snapshot = await db.BeginSnapshotAsync(cancellationToken);
        var entity = await entities.GetLivingAsync(request.Id, cancellationToken);
        var rejected = FactReviews.Rejected(db);
        var held = db
            .FactArguments.Where(argument => argument.EntityId == entity.Id && argument.Name == "person")
            .Select(argument => argument.FactId);
        var facts = await db
            .Facts.Where(fact => held.Contains(fact.Id) && (fact.Type == FactType.PositionHeld || fact.Type == FactType.Appointment))
            .Where(fact => !rejected.Contains(fact.Id))
            .OrderByDescending(fact => fact.LastSeen)
            .ThenByDescending(fact => fact.Id)
            .Take(MostFacts)
            .ToListAsync(cancellationToken);
        var ids = facts.Select(fact => fact.Id).ToList();
        var arguments = (await db.FactArguments.Where(row => ids.Contains(row.FactId)).ToListAsync(cancellationToken)).ToLookup(row =>
            row.FactId
        );
        var articles = (
            await db
                .FactEvidence.Where(row => ids.Contains(row.FactId))
                .Join(
                    db.Articles,
                    evidence => evidence.ArticleId,
                    article => article.Id,
                    (evidence, article) => new Stating { FactId = evidence.FactId, Article = article }
                )
                .ToListAsync(cancellationToken)
        ).ToLookup(row => row.FactId);
        return new PositionTimeline(
            entity.Id,
            [
                .. Intervals([.. facts.Select(fact => new Held(fact, [.. arguments[fact.Id]])).Where(held => held.Position is not null)])
                    .Select(group => Interval([.. group], articles))
                    .OrderByDescending(interval => interval.LastSeen)
                    .ThenBy(interval => interval.Position, StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>A post that some articles write without its body is of the interval with one, where there is one alone.</summary>
    static IEnumerable<IReadOnlyList<Held>> Intervals(IReadOnlyList<Held> positions)
    {
        foreach (var post in positions.GroupBy(held => (held.PostKey, held.Status)))
        {
            var ofBodies = post.GroupBy(held => held.BodyKey).ToList();
            if (ofBodies.Count(body => body.Key is not null) == 1)
                yield return [.. post];
            else
                foreach (var ofBody in ofBodies)
                    yield return [.. ofBody];
        }
    }

    static PositionInterval Interval(IReadOnlyList<Held> same, ILookup<Guid, Stating> articles)
    {
        // The form with a body tells the most.
        var first = same.OrderBy(held => held.Organization is null).First();
        var times = same.SelectMany(held => articles[held.Fact.Id])
            .Select(stating => stating.Article)
            .Where(article => article.HasTime)
            .Select(article => (DateTimeOffset?)article.SeenAt)
            .ToList();
        return new PositionInterval(
            first.Position!.Value,
            first.Organization?.Value,
            first.Organization?.EntityId,
            first.Status,
            times.Min(),
            times.Max(),
            [
                .. same.SelectMany(held => articles[held.Fact.Id])
                    .Select(stating => stating.Article)
                    .DistinctBy(article => article.Id)
                    .OrderByDescending(article => article.SeenAt)
                    .Take(MostArticles)
                    .Select(article => new ArticleReference(article.Id, article.Title, article.Published)),
            ],
            [.. same.Select(held => held.Fact.Id)]
        );
    }

    sealed class Stating
    {
        public required Guid FactId { get; init; }

        public required ArticleRow Article { get; init; }
    }

    sealed partial record Held(FactRow Fact, IReadOnlyList<FactArgumentRow> Arguments)
    {
        public FactArgumentRow? Position => Arguments.FirstOrDefault(argument => argument.Name == "position");

        public FactArgumentRow? Organization => Arguments.FirstOrDefault(argument => argument.Name == "organization");

        public PositionStatus Status =>
            Fact.Modality switch
            {
                Modality.Planned => PositionStatus.Planned,
                Modality.Denied => PositionStatus.Denied,
                Modality.Reported => PositionStatus.Reported,
                _ => FormerWords.Any(word => EntityKey.Exact(Position!.Value).StartsWith(word, StringComparison.Ordinal))
                    ? PositionStatus.Former
                    : PositionStatus.Current,
            };

        /// <summary>An appointment and a post that is held are of one interval, and so are "Bộ trưởng Bộ Y tế" and "Bộ trưởng Y tế".</summary>
        public string PostKey => HeadTwice().Replace(EntityKey.Exact(Position!.Value), "$1");

        public string? BodyKey => Organization?.Key.ToString();

        [GeneratedRegex(@"^((\w+) trưởng) \2(?= )")]
        private static partial Regex HeadTwice();
    }
}
