using MediatR;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.Articles;

/// <summary>GET /v1/articles/{id}/explanation: why each line has its role.</summary>
public static class GetExplanation
{
    public static void MapGetExplanation(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/articles/{id}/explanation", HandleAsync)
            .Named(
                "getArticleExplanation",
                "Articles",
                "Explain an article",
                "For every line the role that came second, by how much it lost, and the features that decided between the two."
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
public sealed record ExplanationResource(
    Guid ArticleId,
    int Revision,
    string PipelineVersion,
    IReadOnlyList<LineExplanationResource> Lines
);

/// <param name="Number">Of the line, from 1.</param>
/// <param name="Role">The role it was given.</param>
/// <param name="RunnerUp">The role that came second.</param>
/// <param name="Margin">By how many points the role won, over the best readings of the whole page.</param>
/// <param name="Features">What was true of the line.</param>
public sealed record LineExplanationResource(
    int Number,
    LineRole Role,
    LineRole RunnerUp,
    int Margin,
    IReadOnlyList<FeatureResource> Features
);

/// <param name="Name">What was true of the line.</param>
/// <param name="RolePoints">What it added to the role.</param>
/// <param name="RunnerUpPoints">What it added to the runner-up.</param>
public sealed record FeatureResource(string Name, int RolePoints, int RunnerUpPoints);

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
                var lines = document.Explanations.Select(Line).ToList();
                return TypedResults.Ok(new ExplanationResource(article.Id, article.Revision, article.PipelineVersion!, lines));
            }
        );
    }

    static LineExplanationResource Line(LineExplanation line) =>
        new(
            line.Line,
            line.Role,
            line.RunnerUp,
            line.Margin,
            [.. line.Features.Select(feature => new FeatureResource(feature.Name, feature.RolePoints, feature.RunnerUpPoints))]
        );
}
