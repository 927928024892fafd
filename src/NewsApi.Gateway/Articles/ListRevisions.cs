using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.Articles;

/// <summary>GET /v1/articles/{id}/revisions: the texts that an article had.</summary>
public static class ListRevisions
{
    public static void MapListRevisions(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/articles/{id}/revisions", HandleAsync)
            .Named(
                "listArticleRevisions",
                "Articles",
                "List the revisions of an article",
                "Every text that was submitted as this article, the newest first, whatever the article's state."
            )
            .Fails(ProblemKind.ArticleNotFound, ProblemKind.StoreUnavailable);

    static async Task<Ok<RevisionList>> HandleAsync(string id, IMediator mediator, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new ListRevisionsQuery(id), cancellation));
}

public sealed record ListRevisionsQuery(string Id) : IRequest<RevisionList>;

/// <param name="ArticleId">Whose texts they were.</param>
/// <param name="Revisions">The newest first.</param>
public sealed record RevisionList(Guid ArticleId, IReadOnlyList<RevisionSummary> Revisions);

/// <param name="Number">From 1.</param>
/// <param name="StoredAt">When it was kept.</param>
/// <param name="MediaType">How its bytes are read.</param>
/// <param name="Bytes">How many were submitted.</param>
/// <param name="Sha256">Over the submitted bytes, in hexadecimal.</param>
/// <param name="Link">The path of the revision with its text.</param>
public sealed record RevisionSummary(int Number, DateTimeOffset StoredAt, string MediaType, int Bytes, string Sha256, string Link)
{
    public static string PathOf(Guid articleId, int number) => $"{ArticleLinks.Of(articleId).Revisions}/{number}";
}

public sealed class ListRevisionsHandler(KeptArticles articles) : IRequestHandler<ListRevisionsQuery, RevisionList>
{
    public async Task<RevisionList> Handle(ListRevisionsQuery request, CancellationToken cancellationToken)
    {
        var article = await articles.GetAsync(request.Id, cancellationToken);
        var rows = await articles
            .Revisions(article.Id)
            .Select(kept => new { kept.Revision, kept.Content.Length })
            .ToListAsync(cancellationToken);
        return new RevisionList(
            article.Id,
            [
                .. rows.OrderByDescending(row => row.Revision.Number)
                    .Select(row => new RevisionSummary(
                        row.Revision.Number,
                        row.Revision.StoredAt,
                        row.Revision.MediaType,
                        row.Length,
                        Convert.ToHexStringLower(row.Revision.ContentHash),
                        RevisionSummary.PathOf(article.Id, row.Revision.Number)
                    )),
            ]
        );
    }
}
