using MediatR;
using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Articles;

/// <summary>GET /v1/articles/{id}/original: the bytes of the current revision as they were submitted.</summary>
public static class GetOriginal
{
    public static void MapGetOriginal(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/articles/{id}/original", HandleAsync)
            .Named(
                "getArticleOriginal",
                "Articles",
                "Get the submitted bytes",
                "The bytes of the current revision with the media type they were submitted with, byte order mark included, whatever the article's "
                    + "state. Of a page that came inside JSON: its text in UTF-8."
            )
            .Produces<string>(StatusCodes.Status200OK, "text/plain")
            .Produces(StatusCodes.Status304NotModified)
            .Fails(ProblemKind.ArticleNotFound, ProblemKind.StoreUnavailable);

    static Task<Conditional> HandleAsync(string id, HttpContext context, IMediator mediator)
    {
        // They are a stranger's bytes: no browser is to make anything else of them than they are said to be.
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return mediator.Send(new GetOriginalQuery(id), context.RequestAborted);
    }
}

public sealed record GetOriginalQuery(string Id) : IRequest<Conditional>;

public sealed class GetOriginalHandler(NewsDbContext db, KeptArticles articles) : IRequestHandler<GetOriginalQuery, Conditional>
{
    public async Task<Conditional> Handle(GetOriginalQuery request, CancellationToken cancellationToken)
    {
        var article = await articles.GetAsync(request.Id, cancellationToken);
        var revision =
            await db.Revisions.FirstOrDefaultAsync(row => row.ArticleId == article.Id && row.Number == article.Revision, cancellationToken)
            ?? throw KeptArticles.Gone(article.Id);
        return new Conditional(
            EntityTag.Of(revision.ContentHash, revision.MediaType),
            async cancellation => TypedResults.Bytes(await BytesAsync(revision, cancellation), revision.MediaType)
        );
    }

    async Task<byte[]> BytesAsync(RevisionRow revision, CancellationToken cancellation)
    {
        var content =
            await db.Contents.FirstOrDefaultAsync(row => row.Hash == revision.ContentHash, cancellation)
            ?? throw KeptArticles.Gone(revision.ArticleId);
        return Brotli.Decompress(content.Compressed);
    }
}
