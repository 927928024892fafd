using MediatR;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.Articles;

/// <summary>GET /v1/articles/{id}/facts: what the article states, each fact with the words that prove it.</summary>
public static class GetFacts
{
    public static void MapGetFacts(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/articles/{id}/facts", HandleAsync)
            .Named(
                "listArticleFacts",
                "Articles",
                "List the facts of an article",
                "Who holds which position, who met, visited or said what, what was held, agreed, appointed, counted: every fact that the article states, with its "
                    + "arguments, how the text stands to it, and the sentences that show it, in the order of the page. They are kept as pipelineVersion "
                    + "read them: an article that was analysed before facts were read has none until a new text of it is submitted."
            )
            .Produces<FactList>()
            .ShowsFacts()
            .Produces(StatusCodes.Status304NotModified)
            .Fails(ProblemKind.InvalidParameter, ProblemKind.ArticleNotFound, ProblemKind.NotAnalyzed, ProblemKind.StoreUnavailable);

    static Task<Conditional> HandleAsync(string id, Query<FactParameters> query, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetFactsQuery(id, query.Value.Types, query.Value.Modalities, query.Value.Offsets), cancellation);
}

public sealed class FactParameters : OffsetParameter
{
    [QueryParameter("Only facts of these types; all where absent.", Example = "positionHeld,meeting")]
    public IReadOnlyList<FactType> Types { get; set; } = [];

    [QueryParameter("Only facts that the text puts like this; all where absent.", Example = "stated,planned")]
    public IReadOnlyList<Modality> Modalities { get; set; } = [];
}

public sealed record GetFactsQuery(string Id, IReadOnlyList<FactType> Types, IReadOnlyList<Modality> Modalities, OffsetUnit Offsets)
    : IRequest<Conditional>;

/// <param name="ArticleId">Whose facts they are.</param>
/// <param name="Revision">Which of its texts states them.</param>
/// <param name="PipelineVersion">What read them.</param>
/// <param name="OffsetUnit">What spans count.</param>
/// <param name="Facts">In the order of the page.</param>
public sealed record FactList(
    Guid ArticleId,
    int Revision,
    string PipelineVersion,
    OffsetUnit OffsetUnit,
    IReadOnlyList<FactResource> Facts
);

public sealed class GetFactsHandler(KeptArticles articles) : IRequestHandler<GetFactsQuery, Conditional>
{
    public async Task<Conditional> Handle(GetFactsQuery request, CancellationToken cancellationToken)
    {
        var article = await articles.GetAnalyzedAsync(request.Id, cancellationToken);
        var types = request.Types.Order().Distinct().ToList();
        var modalities = request.Modalities.Order().Distinct().ToList();
        return new Conditional(
            EntityTag.Of(article, "facts", string.Join(',', types), string.Join(',', modalities), request.Offsets),
            async cancellation =>
            {
                var document = await articles.DocumentAsync(article, cancellation);
                var text = await articles.TextAsync(article, cancellation);
                var offsets = new OffsetConverter(text, request.Offsets);
                var asked = document.Facts.Where(fact =>
                    (types.Count == 0 || types.Contains(fact.Type)) && (modalities.Count == 0 || modalities.Contains(fact.Modality))
                );
                return TypedResults.Ok(
                    new FactList(
                        article.Id,
                        article.Revision,
                        article.PipelineVersion!,
                        request.Offsets,
                        [.. asked.Select(fact => FactResources.Of(fact, text, offsets))]
                    )
                );
            }
        );
    }
}
