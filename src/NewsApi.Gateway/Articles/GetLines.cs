using MediatR;
using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.Articles;

/// <summary>GET /v1/articles/{id}/lines: every line of the page with its role.</summary>
public static class GetLines
{
    public static void MapGetLines(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/articles/{id}/lines", HandleAsync)
            .Named(
                "listArticleLines",
                "Articles",
                "List the lines of an article",
                "Every line of the page, in its order, with what it is for. Nothing is left out: what is not the article itself is labelled."
            )
            .Produces<LineList>()
            .Produces(StatusCodes.Status304NotModified)
            .Fails(ProblemKind.InvalidParameter, ProblemKind.ArticleNotFound, ProblemKind.NotAnalyzed, ProblemKind.StoreUnavailable);

    static Task<Conditional> HandleAsync(string id, Query<OffsetParameter> query, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetLinesQuery(id, query.Value.Offsets), cancellation);
}

public sealed record GetLinesQuery(string Id, OffsetUnit Offsets) : IRequest<Conditional>;

/// <param name="ArticleId">Whose lines they are.</param>
/// <param name="Revision">Which of its texts they divide.</param>
/// <param name="PipelineVersion">What read them.</param>
/// <param name="OffsetUnit">What spans count.</param>
/// <param name="Lines">In the order of the page.</param>
public sealed record LineList(
    Guid ArticleId,
    int Revision,
    string PipelineVersion,
    OffsetUnit OffsetUnit,
    IReadOnlyList<LineResource> Lines
);

public sealed class GetLinesHandler(KeptArticles articles) : IRequestHandler<GetLinesQuery, Conditional>
{
    public async Task<Conditional> Handle(GetLinesQuery request, CancellationToken cancellationToken)
    {
        var article = await articles.GetAnalyzedAsync(request.Id, cancellationToken);
        return new Conditional(
            EntityTag.Of(article, "lines", request.Offsets),
            async cancellation =>
            {
                var document = await articles.DocumentAsync(article, cancellation);
                var text = await articles.TextAsync(article, cancellation);
                var offsets = new OffsetConverter(text, request.Offsets);
                return TypedResults.Ok(
                    new LineList(
                        article.Id,
                        article.Revision,
                        article.PipelineVersion!,
                        request.Offsets,
                        [.. document.Lines.Select(line => PartResources.Of(line, text, offsets))]
                    )
                );
            }
        );
    }
}
