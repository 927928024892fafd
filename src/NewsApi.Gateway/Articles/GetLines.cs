using MediatR;
using NewsApi.Contracts.Processing.V1;
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

/// <summary>A line of the page.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Span">Without the end mark.</param>
/// <param name="Role">What the line is for.</param>
/// <param name="Score">0 to 1: how far the role stands above the best reading of the page in which the line has another.</param>
/// <param name="Text">As submitted.</param>
public sealed record LineResource(int Number, SpanResource Span, LineRole Role, double Score, string Text);

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
                return TypedResults.Ok(
                    new LineList(
                        article.Id,
                        article.Revision,
                        article.PipelineVersion!,
                        request.Offsets,
                        Lines(document, text, new OffsetConverter(text, request.Offsets))
                    )
                );
            }
        );
    }

    static List<LineResource> Lines(Document document, string text, OffsetConverter offsets) =>
        [
            .. document.Lines.Select(line => new LineResource(
                line.Number,
                offsets.Convert(line.Span),
                line.Role,
                line.Score,
                text[line.Span.Start..line.Span.End]
            )),
        ];
}
