using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.Extensions;
using NewsApi.Gateway.Articles;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Feeds;

public enum FeedFormat
{
    Json,
    Atom,
    Rss,
}

/// <summary>GET /v1/feeds/articles.json, .atom and .rss: the articles that meet a query, for feed readers.</summary>
public static class GetFeed
{
    const string Description =
        "Takes the filters of the list of articles and gives the newest that meet them, with headline, lead, text, authors and keywords. An item leads to the page that was submitted, "
        + "or to the article here where no URL is known. Send the entity tag as If-None-Match: a feed that did not change is answered with 304.";

    public static void MapGetFeed(this IEndpointRouteBuilder routes)
    {
        Map(routes, "articles.json", FeedFormat.Json, "getJsonFeed", "Get articles as JSON Feed 1.1", FeedWriter.JsonFeed);
        Map(routes, "articles.atom", FeedFormat.Atom, "getAtomFeed", "Get articles as Atom", FeedWriter.Atom);
        Map(routes, "articles.rss", FeedFormat.Rss, "getRssFeed", "Get articles as RSS 2.0", FeedWriter.Rss);
    }

    static void Map(IEndpointRouteBuilder routes, string name, FeedFormat format, string id, string summary, string mediaType) =>
        routes
            .MapGet(
                "/v1/feeds/" + name,
                (Query<FeedQuery> query, HttpContext context, IMediator mediator) =>
                {
                    query.Value.Format = format;
                    query.Value.Address = new Uri(context.Request.GetEncodedUrl());
                    return mediator.Send(query.Value, context.RequestAborted);
                }
            )
            .Named(id, "Feeds", summary, Description)
            .Produces<string>(StatusCodes.Status200OK, mediaType)
            .Produces(StatusCodes.Status304NotModified)
            .Fails(ProblemKind.InvalidParameter, ProblemKind.StoreUnavailable);
}

public sealed class FeedQuery : ArticleFilter, IRequest<Conditional>
{
    public const int Largest = 100;

    [QueryParameter("The time that the newest are told by.")]
    public ArticleSort Sort { get; set; } = ArticleSort.PublishedAt;

    [QueryParameter("The most items, 1 to 100.", Least = 1, Most = 100)]
    public int Limit { get; set; } = 50;

    public FeedFormat Format { get; set; }

    /// <summary>Of the request.</summary>
    public Uri Address { get; set; } = new("http://localhost/");
}

public sealed class FeedValidator : ArticleFilterValidator<FeedQuery>
{
    public FeedValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, FeedQuery.Largest).WithMessage($"The value must be 1 to {FeedQuery.Largest}.");
        RuleFor(query => query.Sort).NotEqual(ArticleSort.Relevance).WithMessage("The value must be one of storedAt, publishedAt.");
    }
}

public sealed class FeedHandler(NewsDbContext db, KeptArticles articles) : IRequestHandler<FeedQuery, Conditional>
{
    public async Task<Conditional> Handle(FeedQuery request, CancellationToken cancellationToken)
    {
        await using var snapshot = await db.BeginSnapshotAsync(cancellationToken);
        var rows = (await request.Apply(db).ReadPageAsync(request.Sort, null, request.Limit, cancellationToken)).FindAll(row =>
            row.State == ArticleState.Ready
        );
        var shown = await articles.ReadAsync(rows, ArticleView.Full, OffsetUnit.Utf16, cancellationToken);
        var tag = Convert.ToHexStringLower(
            SHA256
                .HashData(
                    Encoding.UTF8.GetBytes(
                        request.Address + "\n" + string.Join('\n', rows.Select(row => EntityTag.Of(row, "feed", request.Format)))
                    )
                )
                .AsSpan(0, 12)
        );
        var feed = new Feed(request.Address, shown);
        return new Conditional(
            tag,
            _ =>
                Task.FromResult<IResult>(
                    request.Format switch
                    {
                        FeedFormat.Json => TypedResults.Text(FeedWriter.WriteJson(feed), FeedWriter.JsonFeed, Encoding.UTF8),
                        FeedFormat.Atom => TypedResults.Bytes(FeedWriter.WriteAtom(feed), FeedWriter.Atom + "; charset=utf-8"),
                        _ => TypedResults.Bytes(FeedWriter.WriteRss(feed), FeedWriter.Rss + "; charset=utf-8"),
                    }
                )
        );
    }
}
