using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Entities;

/// <summary>GET /v1/entities/{id}/activity: how often an entity is named over time.</summary>
public static class GetActivity
{
    public static void MapGetActivity(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/entities/{id}/activity", HandleAsync)
            .Named(
                "getEntityActivity",
                "Entities",
                "Count how often an entity is named over time",
                "Articles, mentions and facts by day, week (from Monday) or month in Vietnam's time, the earliest first; where nothing happened the counts are 0. "
                    + "An article counts when it was published; where that is not known, when its text says, else when it was kept."
            )
            .Fails(ProblemKind.InvalidParameter, ProblemKind.EntityNotFound, ProblemKind.StoreUnavailable);

    static async Task<Ok<Activity>> HandleAsync(string id, Query<ActivityParameters> query, HttpContext context, IMediator mediator) =>
        TypedResults.Ok(await mediator.Send(new GetActivityQuery(id, query.Value), context.RequestAborted));
}

public enum ActivityInterval
{
    Day,
    Week,
    Month,
}

public sealed class ActivityParameters
{
    [QueryParameter("What is counted together.")]
    public ActivityInterval Interval { get; set; } = ActivityInterval.Day;

    [QueryParameter(
        "From the interval with this time on. Where absent: so that there are 90 days, 52 weeks or 36 months.",
        Example = "2026-02-07"
    )]
    public DateTimeOffset? From { get; set; }

    [QueryParameter("Up to the interval with this time. Where absent: the latest in which the entity is named.", Example = "2026-03-07")]
    public DateTimeOffset? To { get; set; }
}

public sealed record GetActivityQuery(string Id, ActivityParameters Parameters) : IRequest<Activity>;

public sealed class GetActivityValidator : AbstractValidator<GetActivityQuery>
{
    public GetActivityValidator() =>
        RuleFor(query => query.Parameters.To)
            .GreaterThanOrEqualTo(query => query.Parameters.From)
            .When(query => query.Parameters.From is not null)
            .OverridePropertyName("to")
            .WithMessage("The value must not be earlier than from.");
}

/// <param name="EntityId">Whose activity it is.</param>
/// <param name="Interval">day, week or month.</param>
/// <param name="Counts">One of each interval, the earliest first; at most 1,000.</param>
public sealed record Activity(Guid EntityId, ActivityInterval Interval, IReadOnlyList<ActivityCount> Counts);

/// <param name="Start">The interval's first day, in Vietnam's time.</param>
/// <param name="Articles">How many articles name the entity.</param>
/// <param name="Mentions">How often, over all of them.</param>
/// <param name="Facts">How many facts about it they state, each counted once for an article.</param>
public sealed record ActivityCount(DateOnly Start, int Articles, int Mentions, int Facts);

public sealed class GetActivityHandler(NewsDbContext db, KnownEntities entities) : IRequestHandler<GetActivityQuery, Activity>
{
    const int MostIntervals = 1000;

    static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    public async Task<Activity> Handle(GetActivityQuery request, CancellationToken cancellationToken)
    {
        await using var snapshot = await db.BeginSnapshotAsync(cancellationToken);
        var entity = await entities.GetLivingAsync(request.Id, cancellationToken);
        var interval = request.Parameters.Interval;
        var last = StartOf(interval, DayOf(request.Parameters.To ?? entity.LastSeen));
        var first = request.Parameters.From is { } from
            ? StartOf(interval, DayOf(from))
            : Move(
                interval,
                last,
                interval switch
                {
                    ActivityInterval.Day => -89,
                    ActivityInterval.Week => -51,
                    _ => -35,
                }
            );
        var starts = new List<DateOnly>();
        for (var start = first; start <= last; start = Move(interval, start, 1))
        {
            if (starts.Count == MostIntervals)
                throw TooMany();
            starts.Add(start);
        }

        var (begin, end) = (InstantOf(first), InstantOf(Move(interval, last, 1)));
        var articles = await db
            .ArticleEntities.Where(link => link.EntityId == entity.Id && link.SeenAt >= begin && link.SeenAt < end)
            .Select(link => new
            {
                link.SeenAt,
                link.ArticleId,
                link.Mentions,
            })
            .ToListAsync(cancellationToken);
        var facts = await db
            .FactEvidence.Where(evidence =>
                evidence.SeenAt >= begin
                && evidence.SeenAt < end
                && db.FactArguments.Any(argument => argument.FactId == evidence.FactId && argument.EntityId == entity.Id)
            )
            .Select(evidence => new
            {
                evidence.SeenAt,
                evidence.ArticleId,
                evidence.FactId,
            })
            .Distinct()
            .ToListAsync(cancellationToken);
        var articlesIn = articles.ToLookup(link => StartOf(interval, DayOf(link.SeenAt)));
        var factsIn = facts.ToLookup(fact => StartOf(interval, DayOf(fact.SeenAt)));
        return new Activity(
            entity.Id,
            interval,
            [
                .. starts.Select(start => new ActivityCount(
                    start,
                    articlesIn[start].Select(link => link.ArticleId).Distinct().Count(),
                    articlesIn[start].Sum(link => link.Mentions),
                    factsIn[start].Count()
                )),
            ]
        );
    }

    static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(Vietnam).DateTime);

    static DateTimeOffset InstantOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Vietnam).ToUniversalTime();

    static DateOnly StartOf(ActivityInterval interval, DateOnly day) =>
        interval switch
        {
            ActivityInterval.Day => day,
            ActivityInterval.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            _ => new DateOnly(day.Year, day.Month, 1),
        };

    static DateOnly Move(ActivityInterval interval, DateOnly start, int count) =>
        interval switch
        {
            ActivityInterval.Day => start.AddDays(count),
            ActivityInterval.Week => start.AddDays(7 * count),
            _ => start.AddMonths(count),
        };

    static ProblemException TooMany() =>
        new(
            new Problem(ProblemKind.InvalidParameter, "Parameters of the request have values that are not allowed.")
            {
                Errors =
                [
                    new ProblemError(
                        $"From then on there are more than {MostIntervals} intervals; take a later time, or a longer interval.",
                        Parameter: "from"
                    ),
                ],
            }
        );
}
