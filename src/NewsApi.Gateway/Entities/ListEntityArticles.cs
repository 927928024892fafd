using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsApi.Gateway.Articles;
using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.Entities;

/// <summary>GET /v1/entities/{id}/articles: a short way to the list of articles with this entity.</summary>
public static class ListEntityArticles
{
    public static void MapListEntityArticles(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/entities/{id}/articles", HandleAsync)
            .Named(
                "listEntityArticles",
                "Entities",
                "List the articles that name an entity",
                "The newest come first. More filters are those of /v1/articles with its parameter entity."
            )
            .Fails(ProblemKind.InvalidParameter, ProblemKind.InvalidPageToken, ProblemKind.EntityNotFound, ProblemKind.StoreUnavailable);

    static async Task<Ok<ArticlePage>> HandleAsync(
        string id,
        Query<EntityArticlesParameters> query,
        HttpContext context,
        IMediator mediator
    )
    {
        var page = await mediator.Send(new ListEntityArticlesQuery(id, query.Value), context.RequestAborted);
        NextLink.Add(context, page.NextPageToken);
        return TypedResults.Ok(page);
    }
}

public sealed class EntityArticlesParameters
{
    [QueryParameter("The time that the list is sorted by, newest first.")]
    public ArticleSort Sort { get; set; } = ArticleSort.PublishedAt;

    [QueryParameter("basic has headline, lead and times; full has sections, captions and the rest too.")]
    public ArticleView View { get; set; } = ArticleView.Basic;

    [QueryParameter("The most articles on a page, from 1; more than 200 are taken as 200.", ChoosesContent = false, Least = 1)]
    public int PageSize { get; set; } = 20;

    [QueryParameter("nextPageToken of the page before.", ChoosesContent = false)]
    public string? PageToken { get; set; }
}

public sealed class ListEntityArticlesValidator : AbstractValidator<ListEntityArticlesQuery>
{
    public ListEntityArticlesValidator() =>
        RuleFor(query => query.Parameters.Sort)
            .NotEqual(ArticleSort.Relevance)
            .OverridePropertyName("sort")
            .WithMessage("The value must be one of storedAt, publishedAt.");
}

public sealed record ListEntityArticlesQuery(string Id, EntityArticlesParameters Parameters) : IRequest<ArticlePage>;

public sealed class ListEntityArticlesHandler(KnownEntities entities, IMediator mediator)
    : IRequestHandler<ListEntityArticlesQuery, ArticlePage>
{
    public async Task<ArticlePage> Handle(ListEntityArticlesQuery request, CancellationToken cancellationToken)
    {
        var entity = await entities.GetLivingAsync(request.Id, cancellationToken);
        return await mediator.Send(
            new ListArticlesQuery
            {
                Entity = [entity.Id],
                Kind = KindFilter.All,
                Sort = request.Parameters.Sort,
                View = request.Parameters.View,
                PageSize = request.Parameters.PageSize,
                PageToken = request.Parameters.PageToken,
            },
            cancellationToken
        );
    }
}
