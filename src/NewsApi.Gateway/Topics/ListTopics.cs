using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Topics;

/// <summary>GET /v1/topics: what the kept articles are about.</summary>
public static class ListTopics
{
    public static void MapListTopics(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/topics", HandleAsync)
            .Named(
                "listTopics",
                "Topics",
                "List what the articles are about",
                "The subjects of the IPTC Media Topics that kept articles have, in the order of their codes, each with how many articles. GET /v1/pipeline lists all "
                    + "that there are."
            )
            .Fails(ProblemKind.StoreUnavailable);

    static async Task<Ok<TopicList>> HandleAsync(IMediator mediator, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new ListTopicsQuery(), cancellation));
}

public sealed record ListTopicsQuery : IRequest<TopicList>;

/// <summary>The subjects of the kept articles.</summary>
/// <param name="Topics">In the order of their codes; all of them.</param>
public sealed record TopicList(IReadOnlyList<TopicCountResource> Topics);

/// <summary>A subject of the IPTC Media Topics and how many articles have it.</summary>
/// <param name="Code">Eight digits, as the standard has them.</param>
/// <param name="Parent">The code of the subject above it; absent at the top.</param>
/// <param name="Label">In Vietnamese.</param>
/// <param name="EnglishLabel">As the standard has it.</param>
/// <param name="Articles">How many articles are about it; one about a subject below it is about both.</param>
/// <param name="Uri">That the standard gives it.</param>
/// <param name="Links">Where its articles are.</param>
public sealed record TopicCountResource(
    string Code,
    string? Parent,
    string Label,
    string EnglishLabel,
    int Articles,
    string Uri,
    TopicLinks Links
);

/// <summary>Paths of what has a subject.</summary>
/// <param name="Articles">The articles about it.</param>
public sealed record TopicLinks(string Articles)
{
    public static TopicLinks Of(string code) => new($"/v1/articles?topic={code}");
}

public sealed class ListTopicsHandler(NewsDbContext db) : IRequestHandler<ListTopicsQuery, TopicList>
{
    public async Task<TopicList> Handle(ListTopicsQuery request, CancellationToken cancellationToken)
    {
        var topics = await db
            .ArticleTopics.GroupBy(row => row.Code)
            .Select(group => new
            {
                Code = group.Key,
                Parent = group.Max(row => row.Parent),
                Label = group.Max(row => row.Label)!,
                EnglishLabel = group.Max(row => row.EnglishLabel)!,
                Count = group.Count(),
            })
            .OrderBy(topic => topic.Code)
            .ToListAsync(cancellationToken);
        return new TopicList(
            topics.ConvertAll(topic => new TopicCountResource(
                topic.Code,
                topic.Parent,
                topic.Label,
                topic.EnglishLabel,
                topic.Count,
                TopicCode.AddressOf(topic.Code),
                TopicLinks.Of(topic.Code)
            ))
        );
    }
}
