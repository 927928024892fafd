using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Articles;

/// <summary>GET /v1/articles/count: how many articles a list with the same filters has.</summary>
public static class CountArticles
{
    public static void MapCountArticles(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/articles/count", HandleAsync)
            .Named(
                "countArticles",
                "Articles",
                "Count articles",
                "Takes the filters of the list and tells how many articles meet them now."
            )
            .Fails(ProblemKind.InvalidParameter, ProblemKind.StoreUnavailable);

    static async Task<Ok<ArticleCount>> HandleAsync(Query<CountArticlesQuery> query, IMediator mediator, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(query.Value, cancellation));
}

public sealed class CountArticlesQuery : ArticleFilter, IRequest<ArticleCount>;

/// <param name="Count">How many articles meet the filters.</param>
public sealed record ArticleCount(int Count);

public sealed class CountArticlesValidator : ArticleFilterValidator<CountArticlesQuery>;

public sealed class CountArticlesHandler(NewsDbContext db) : IRequestHandler<CountArticlesQuery, ArticleCount>
{
    public async Task<ArticleCount> Handle(CountArticlesQuery request, CancellationToken cancellationToken) =>
        new(await request.Apply(db).CountAsync(cancellationToken));
}
