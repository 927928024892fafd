using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Entities;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Topics;

/// <summary>GET /v1/trends: what articles tell of more than they did before.</summary>
public static class ListTrends
{
    public static void MapListTrends(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/trends", HandleAsync)
            .Named(
                "listTrends",
                "Topics",
                "List what rises",
                "Entities or topics that more articles have in a window of days than in the window of the same length before it, the strongest rise first. An article counts when it was "
                    + "published; where that is not known, when its text says, else when it was kept. Were there more articles of everything, that alone is no rise."
            )
            .Fails(ProblemKind.InvalidParameter, ProblemKind.StoreUnavailable);

    static async Task<Ok<TrendList>> HandleAsync(Query<ListTrendsQuery> query, HttpContext context, IMediator mediator) =>
        TypedResults.Ok(await mediator.Send(query.Value, context.RequestAborted));
}

/// <summary>What rises.</summary>
public enum TrendKind
{
    Person,
    Organization,
    Location,
    Event,
    Topic,
}

public sealed class ListTrendsQuery : IRequest<TrendList>
{
    public const int LongestWindow = 366;
    public const int MostTrends = 100;

    [QueryParameter("Trends of these.", Example = "person,topic")]
    public IReadOnlyList<TrendKind> By { get; set; } =
    [TrendKind.Person, TrendKind.Organization, TrendKind.Location, TrendKind.Event, TrendKind.Topic];

    [QueryParameter("How many days the window has, from 1 to 366.", Least = 1, Most = 366)]
    public int Days { get; set; } = 7;

    [QueryParameter("Where the window ends. Where absent: now.", Example = "2026-02-08")]
    public DateTimeOffset? To { get; set; }

    [QueryParameter("Only what at least so many articles of the window have.", Least = 1)]
    public int MinArticles { get; set; } = 2;

    [QueryParameter("The most of each kind, from 1; more than 100 are taken as 100.", Least = 1)]
    public int Limit { get; set; } = 20;
}

public sealed class ListTrendsValidator : AbstractValidator<ListTrendsQuery>
{
    public ListTrendsValidator()
    {
        RuleFor(query => query.Days)
            .InclusiveBetween(1, ListTrendsQuery.LongestWindow)
            .WithMessage($"The value must be from 1 to {ListTrendsQuery.LongestWindow}.");
        RuleFor(query => query.MinArticles).GreaterThanOrEqualTo(1).WithMessage("The value must be 1 or more.");
        RuleFor(query => query.Limit).GreaterThanOrEqualTo(1).WithMessage("The value must be 1 or more.");
        RuleFor(query => query.To)
            .GreaterThan(DateTimeOffset.MinValue.AddDays(2 * ListTrendsQuery.LongestWindow))
            .When(query => query.To is not null)
            .WithMessage("There is no such window.");
    }
}

/// <summary>What rises in a window of time.</summary>
/// <param name="From">Where the window begins.</param>
/// <param name="To">Where it ends; this moment is not in it.</param>
/// <param name="Articles">How many articles the window has.</param>
/// <param name="ArticlesBefore">How many the window before it has.</param>
/// <param name="Trends">Kind by kind, in the order that was asked for; in each the strongest rise first.</param>
public sealed record TrendList(
    DateTimeOffset From,
    DateTimeOffset To,
    int Articles,
    int ArticlesBefore,
    IReadOnlyList<TrendResource> Trends
);

/// <summary>An entity or a topic that more articles have than before.</summary>
/// <param name="Kind">person, organization, location, event or topic.</param>
/// <param name="Name">The entity's name, or the topic's label in Vietnamese.</param>
/// <param name="EntityId">Of an entity.</param>
/// <param name="Topic">The code of a topic.</param>
/// <param name="Articles">How many articles of the window have it.</param>
/// <param name="ArticlesBefore">How many of the window before.</param>
/// <param name="Expected">How many the window would have if it had the share of the articles that it had before.</param>
/// <param name="Strength">By how many standard deviations articles stand above expected; the list is sorted by it.</param>
/// <param name="Links">Where the articles of the window are.</param>
public sealed record TrendResource(
    TrendKind Kind,
    string Name,
    Guid? EntityId,
    string? Topic,
    int Articles,
    int ArticlesBefore,
    double Expected,
    double Strength,
    TrendLinks Links
);

/// <summary>Paths of what a trend is of.</summary>
/// <param name="Self">The entity; absent for a topic.</param>
/// <param name="Articles">Its articles, of all times.</param>
public sealed record TrendLinks(string? Self, string Articles);

public sealed class ListTrendsHandler(NewsDbContext db, TimeProvider clock) : IRequestHandler<ListTrendsQuery, TrendList>
{
    /// <summary>So many articles of the window before are taken to have had everything: what was never seen does not rise without end.</summary>
    const double Prior = 1;

    public async Task<TrendList> Handle(ListTrendsQuery request, CancellationToken cancellationToken)
    {
        var to = request.To ?? clock.GetUtcNow();
        var window = new Window(to.AddDays(-2 * request.Days), to.AddDays(-request.Days), to);
        await using var snapshot = await db.BeginSnapshotAsync(cancellationToken);
        var (now, before) = await CountAsync(window, cancellationToken);
        var trends = new List<TrendResource>();
        foreach (var kind in request.By.Distinct())
        {
            var counted =
                kind == TrendKind.Topic
                    ? await TopicsAsync(window, cancellationToken)
                    : await EntitiesAsync(window, Enum.Parse<EntityType>(kind.ToString()), request.MinArticles, cancellationToken);
            trends.AddRange(
                counted
                    .Where(found => found.Now >= request.MinArticles)
                    .Select(found => Trend(kind, found, now, before))
                    .Where(trend => trend.Strength > 0)
                    .OrderByDescending(trend => trend.Strength)
                    .ThenBy(trend => trend.Name, StringComparer.Ordinal)
                    .ThenBy(trend => trend.EntityId)
                    .Take(Math.Min(request.Limit, ListTrendsQuery.MostTrends))
            );
        }
        return new TrendList(window.Start, window.End, now, before, trends);
    }

    static TrendResource Trend(TrendKind kind, Counted found, int now, int before)
    {
        // Were all articles of the window before two, one of them would not be half of everything.
        var expected = (found.Before + Prior) * now / Math.Max(1, before + Prior);
        expected = before == 0 ? Prior : expected;
        return new TrendResource(
            kind,
            found.Name,
            found.EntityId,
            found.Topic,
            found.Now,
            found.Before,
            Math.Round(expected, 2),
            Math.Round((found.Now - expected) / Math.Sqrt(expected), 2),
            found.EntityId is { } id
                ? new TrendLinks(EntityLinks.PathOf(id), EntityLinks.PathOf(id) + "/articles")
                : new TrendLinks(null, TopicLinks.Of(found.Topic!).Articles)
        );
    }

    async Task<(int Now, int Before)> CountAsync(Window window, CancellationToken cancellation)
    {
        // By what the article rows tell of their time, as SeenAt does.
        var times = db
            .Articles.Where(row => row.State == ArticleState.Ready && row.Kind == "article")
            .Select(row => row.PublishedAt ?? row.InferredAt ?? row.StoredAt);
        return (
            await times.CountAsync(time => time >= window.Start && time < window.End, cancellation),
            await times.CountAsync(time => time >= window.Before && time < window.Start, cancellation)
        );
    }

    async Task<List<Counted>> TopicsAsync(Window window, CancellationToken cancellation) =>
        (
            await db
                .ArticleTopics.Where(row => row.SeenAt >= window.Before && row.SeenAt < window.End)
                .GroupBy(row => row.Code)
                .Select(group => new
                {
                    Code = group.Key,
                    Label = group.Max(row => row.Label)!,
                    Now = group.Count(row => row.SeenAt >= window.Start),
                    Before = group.Count(row => row.SeenAt < window.Start),
                })
                .ToListAsync(cancellation)
        ).ConvertAll(topic => new Counted(topic.Label, null, topic.Code, topic.Now, topic.Before));

    async Task<List<Counted>> EntitiesAsync(Window window, EntityType type, int least, CancellationToken cancellation) =>
        (
            await db
                .ArticleEntities.Where(row => row.Type == type && row.SeenAt >= window.Before && row.SeenAt < window.End)
                .Select(row => new
                {
                    row.EntityId,
                    row.ArticleId,
                    IsNow = row.SeenAt >= window.Start,
                })
                .Distinct()
                .GroupBy(row => row.EntityId)
                .Select(group => new
                {
                    Id = group.Key,
                    Now = group.Count(row => row.IsNow),
                    Before = group.Count(row => !row.IsNow),
                })
                .Where(counted => counted.Now >= least)
                .Join(
                    db.Entities,
                    counted => counted.Id,
                    entity => entity.Id,
                    (counted, entity) =>
                        new
                        {
                            entity.Name,
                            counted.Id,
                            counted.Now,
                            counted.Before,
                        }
                )
                .ToListAsync(cancellation)
        ).ConvertAll(entity => new Counted(entity.Name, entity.Id, null, entity.Now, entity.Before));

    readonly record struct Window(DateTimeOffset Before, DateTimeOffset Start, DateTimeOffset End);

    readonly record struct Counted(string Name, Guid? EntityId, string? Topic, int Now, int Before);
}
