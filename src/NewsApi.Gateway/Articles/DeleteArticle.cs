using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Entities.Linking;
using NewsApi.Gateway.Facts;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;
using NewsApi.Gateway.Similar;

namespace NewsApi.Gateway.Articles;

/// <summary>DELETE /v1/articles/{id}: removes an article with all its revisions. The log of changes keeps that it was there.</summary>
public static class DeleteArticle
{
    public static void MapDeleteArticle(this IEndpointRouteBuilder routes) =>
        routes
            .MapDelete("/v1/articles/{id}", HandleAsync)
            .Named(
                "deleteArticle",
                "Articles",
                "Delete an article",
                "Removes the article, its revisions and analyses, and the submitted bytes unless another article has them too. The list of "
                    + "changes keeps an entry of it."
            )
            .Fails(ProblemKind.ArticleNotFound, ProblemKind.StoreUnavailable);

    static async Task<NoContent> HandleAsync(string id, IMediator mediator, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(id, "D", out var key) || !await mediator.Send(new DeleteArticleCommand(key), cancellation))
            throw new ProblemException(KeptArticles.ArticleNotFound(id));
        return TypedResults.NoContent();
    }
}

/// <summary>Answered with false where there is no such article.</summary>
public sealed record DeleteArticleCommand(Guid Id) : IRequest<bool>;

public sealed class DeleteArticleHandler(NewsStore store, TimeProvider clock) : IRequestHandler<DeleteArticleCommand, bool>
{
    public Task<bool> Handle(DeleteArticleCommand request, CancellationToken cancellationToken) =>
        store.WriteAsync(db => DeleteAsync(db, request.Id, cancellationToken), cancellationToken);

    async Task<bool> DeleteAsync(NewsDbContext db, Guid id, CancellationToken cancellation)
    {
        var contents = await db
            .Revisions.Where(row => row.ArticleId == id)
            .Select(row => row.ContentHash)
            .Distinct()
            .ToListAsync(cancellation);
        await FactWriter.RemoveArticleAsync(db, id);
        await SimilarArticles.ForgetAsync(db, id);
        await EntityLinkWriter.RemoveArticleAsync(db, id, clock.GetUtcNow());
        if (await db.Articles.Where(row => row.Id == id).ExecuteDeleteAsync(cancellation) == 0)
            return false;

        // Its revisions went with it; what no other revision has is nobody's now.
        foreach (var hash in contents)
            await db
                .Contents.Where(row => row.Hash == hash && !db.Revisions.Any(revision => revision.ContentHash == hash))
                .ExecuteDeleteAsync(cancellation);
        db.Changes.Add(
            new ChangeRow
            {
                Kind = ChangeKind.Deleted,
                ArticleId = id,
                At = clock.GetUtcNow(),
            }
        );
        return true;
    }
}
