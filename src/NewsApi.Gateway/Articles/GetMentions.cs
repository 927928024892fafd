using MediatR;
using Microsoft.EntityFrameworkCore;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Articles;

/// <summary>GET /v1/articles/{id}/mentions: names, dates and quantities of the article, and the positions that persons hold.</summary>
public static class GetMentions
{
    public static void MapGetMentions(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/articles/{id}/mentions", HandleAsync)
            .Named(
                "listArticleMentions",
                "Articles",
                "List the mentions of an article",
                "Who, which body, where, when, how many and which law: every name, date and quantity of headline, lead, headings, paragraphs "
                    + "and captions with its canonical name, and every position with the person who holds it, in the order of the page. They are kept as pipelineVersion read "
                    + "them: an article that was analysed before mentions were read has none until a new text of it is submitted."
            )
            .Produces<MentionList>()
            .ShowsMentions()
            .Produces(StatusCodes.Status304NotModified)
            .Fails(ProblemKind.InvalidParameter, ProblemKind.ArticleNotFound, ProblemKind.NotAnalyzed, ProblemKind.StoreUnavailable);

    static Task<Conditional> HandleAsync(string id, Query<MentionParameters> query, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetMentionsQuery(id, query.Value.Types, query.Value.Offsets), cancellation);
}

public sealed class MentionParameters : OffsetParameter
{
    [QueryParameter("Only mentions of these types; all where absent. Positions are listed all the same.", Example = "person,organization")]
    public IReadOnlyList<EntityType> Types { get; set; } = [];
}

public sealed record GetMentionsQuery(string Id, IReadOnlyList<EntityType> Types, OffsetUnit Offsets) : IRequest<Conditional>;

/// <param name="ArticleId">Whose mentions they are.</param>
/// <param name="Revision">Which of its texts they stand in.</param>
/// <param name="PipelineVersion">What read them.</param>
/// <param name="OffsetUnit">What spans count.</param>
/// <param name="Mentions">In the order of the page.</param>
/// <param name="Positions">In the order of the page.</param>
public sealed record MentionList(
    Guid ArticleId,
    int Revision,
    string PipelineVersion,
    OffsetUnit OffsetUnit,
    IReadOnlyList<MentionResource> Mentions,
    IReadOnlyList<PositionResource> Positions
);

public sealed class GetMentionsHandler(NewsDbContext db, KeptArticles articles) : IRequestHandler<GetMentionsQuery, Conditional>
{
    public async Task<Conditional> Handle(GetMentionsQuery request, CancellationToken cancellationToken)
    {
        var article = await articles.GetAnalyzedAsync(request.Id, cancellationToken);
        var types = request.Types.Order().Distinct().ToList();
        return new Conditional(
            EntityTag.Of(article, "mentions", article.LinkVersion, string.Join(',', types), request.Offsets),
            async cancellation =>
            {
                var document = await articles.DocumentAsync(article, cancellation);
                var offsets = new OffsetConverter(await articles.TextAsync(article, cancellation), request.Offsets);
                var entities = await db
                    .ArticleEntities.Where(row => row.ArticleId == article.Id)
                    .ToDictionaryAsync(row => (row.Type, row.Name), row => row.EntityId, cancellation);
                var asked = document.Mentions.Where(mention => types.Count == 0 || types.Contains(mention.Type));
                return TypedResults.Ok(
                    new MentionList(
                        article.Id,
                        article.Revision,
                        article.PipelineVersion!,
                        request.Offsets,
                        [.. asked.Select(mention => MentionResources.Of(mention, offsets, EntityOf(mention)))],
                        [.. document.Positions.Select(position => MentionResources.Of(position, offsets))]
                    )
                );

                Guid? EntityOf(Mention mention) => entities.TryGetValue((mention.Type, mention.Entity), out var id) ? id : null;
            }
        );
    }
}
