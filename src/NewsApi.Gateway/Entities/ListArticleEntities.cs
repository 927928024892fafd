using MediatR;
using Microsoft.EntityFrameworkCore;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Articles;
using NewsApi.Gateway.Entities.Linking;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Entities;

/// <summary>GET /v1/articles/{id}/entities: whom and what the article names, and why each is taken for the entity that it is.</summary>
public static class ListArticleEntities
{
    public static void MapListArticleEntities(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/articles/{id}/entities", HandleAsync)
            .Named(
                "listArticleEntities",
                "Articles",
                "List the entities of an article",
                "Every person, body, place, event and law that the article names, once for each canonical name it has there, in the order of "
                    + "the page: which entity of all articles it is, how sure that is, and what spoke for it. They are linked right after the "
                    + "analysis, and a moment later where the processing service was away: until then the answer is not-analyzed."
            )
            .Produces<ArticleEntityList>()
            .Produces(StatusCodes.Status304NotModified)
            .Fails(ProblemKind.InvalidParameter, ProblemKind.ArticleNotFound, ProblemKind.NotAnalyzed, ProblemKind.StoreUnavailable);

    static Task<Conditional> HandleAsync(string id, Query<OffsetParameter> query, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new ListArticleEntitiesQuery(id, query.Value.Offsets), cancellation);
}

public sealed record ListArticleEntitiesQuery(string Id, OffsetUnit Offsets) : IRequest<Conditional>;

/// <param name="ArticleId">Whose entities they are.</param>
/// <param name="Revision">Which of its texts names them.</param>
/// <param name="OffsetUnit">What spans count.</param>
/// <param name="Entities">In the order of the page.</param>
public sealed record ArticleEntityList(Guid ArticleId, int Revision, OffsetUnit OffsetUnit, IReadOnlyList<ArticleEntityResource> Entities);

/// <summary>An entity as one article names it.</summary>
/// <param name="EntityId">Of the entity over all articles.</param>
/// <param name="Type">person, organization, location, event or law.</param>
/// <param name="Name">The canonical name in this article.</param>
/// <param name="EntityName">The canonical name over all articles; mostly the same.</param>
/// <param name="Mentions">How often the article names it.</param>
/// <param name="First">Where it is first named.</param>
/// <param name="Line">Number of the line there.</param>
/// <param name="Positions">Of a person: the positions that the article writes.</param>
/// <param name="IsNew">True where no entity of another article came into question, or none was likely, when the article was linked.</param>
/// <param name="DecidedBy">engine or editor.</param>
/// <param name="Score">0 to 1: of the link; for a new entity of the best one that was turned down.</param>
/// <param name="Signs">What spoke for it or against it.</param>
public sealed record ArticleEntityResource(
    Guid EntityId,
    EntityType Type,
    string Name,
    string EntityName,
    int Mentions,
    SpanResource First,
    int Line,
    IReadOnlyList<string> Positions,
    bool IsNew,
    LinkDecider DecidedBy,
    double Score,
    IReadOnlyList<LinkSign> Signs
);

/// <summary>Who said which entity it is.</summary>
public enum LinkDecider
{
    Engine,
    Editor,
}

public sealed class ListArticleEntitiesHandler(NewsDbContext db, KeptArticles articles)
    : IRequestHandler<ListArticleEntitiesQuery, Conditional>
{
    public async Task<Conditional> Handle(ListArticleEntitiesQuery request, CancellationToken cancellationToken)
    {
        var article = await articles.GetAnalyzedAsync(request.Id, cancellationToken);
        if (article.LinkedRevision is null)
            throw new ProblemException(
                new Problem(ProblemKind.NotAnalyzed, "The article is analysed and its entities wait to be linked; ask again later.")
                {
                    RetryAfter = KeptArticles.PendingRetryAfter,
                }
            );
        return new Conditional(
            EntityTag.Of(article, "entities", article.LinkVersion, request.Offsets),
            async cancellation =>
            {
                var rows = await db
                    .ArticleEntities.Where(row => row.ArticleId == article.Id)
                    .Join(db.Entities, link => link.EntityId, entity => entity.Id, (link, entity) => new { link, entity.Name })
                    .OrderBy(row => row.link.Start)
                    .ToListAsync(cancellation);
                var offsets = new OffsetConverter(await articles.TextAsync(article, cancellation), request.Offsets);
                return TypedResults.Ok(
                    new ArticleEntityList(
                        article.Id,
                        article.Revision,
                        request.Offsets,
                        [.. rows.Select(row => Of(row.link, row.Name, offsets))]
                    )
                );
            }
        );
    }

    static ArticleEntityResource Of(ArticleEntityRow link, string name, OffsetConverter offsets)
    {
        var isDecided = link.Signs == EntityLinkWriter.EditorSign;
        IReadOnlyList<LinkSign> signs = isDecided
            ? []
            : [.. link.Signs.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<LinkSign>)];
        return new ArticleEntityResource(
            link.EntityId,
            link.Type,
            link.Name,
            name,
            link.Mentions,
            offsets.Convert(new TextSpan { Start = link.Start, End = link.End }),
            link.Line,
            ArticleEntityRow.Split(link.Positions),
            signs.Any(sign => sign is LinkSign.NoCandidate or LinkSign.NoneIsLikely),
            isDecided ? LinkDecider.Editor : LinkDecider.Engine,
            link.Score,
            signs
        );
    }
}
