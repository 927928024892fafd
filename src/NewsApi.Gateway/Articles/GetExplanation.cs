using MediatR;
using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.Articles;

/// <summary>GET /v1/articles/{id}/explanation: why each line has its role, and each mention its type.</summary>
public static class GetExplanation
{
    public static void MapGetExplanation(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/articles/{id}/explanation", HandleAsync)
            .Named(
                "getArticleExplanation",
                "Articles",
                "Explain an article",
                "For every line the role that came second, by how much it lost, and the features that decided between the two; for every "
                    + "mention the same with types."
            )
            .Produces<ExplanationResource>()
            .Produces(StatusCodes.Status304NotModified)
            .Fails(ProblemKind.ArticleNotFound, ProblemKind.NotAnalyzed, ProblemKind.StoreUnavailable);

    static Task<Conditional> HandleAsync(string id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetExplanationQuery(id), cancellation);
}

public sealed record GetExplanationQuery(string Id) : IRequest<Conditional>;

/// <param name="ArticleId">What is explained.</param>
/// <param name="Revision">Which of its texts.</param>
/// <param name="PipelineVersion">Whose reading is explained.</param>
/// <param name="Lines">In the order of the page.</param>
/// <param name="Mentions">In the order of the page.</param>
public sealed record ExplanationResource(
    Guid ArticleId,
    int Revision,
    string PipelineVersion,
    IReadOnlyList<LineExplanationResource> Lines,
    IReadOnlyList<MentionExplanationResource> Mentions
);

public sealed class GetExplanationHandler(KeptArticles articles) : IRequestHandler<GetExplanationQuery, Conditional>
{
    public async Task<Conditional> Handle(GetExplanationQuery request, CancellationToken cancellationToken)
    {
        var article = await articles.GetAnalyzedAsync(request.Id, cancellationToken);
        return new Conditional(
            EntityTag.Of(article, "explanation"),
            async cancellation =>
            {
                var document = await articles.DocumentAsync(article, cancellation);
                var lines = document.Explanations.Select(PartResources.Of).ToList();
                return TypedResults.Ok(
                    new ExplanationResource(
                        article.Id,
                        article.Revision,
                        article.PipelineVersion!,
                        lines,
                        MentionResources.Explanations(document)
                    )
                );
            }
        );
    }
}
