using System.Text;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Articles.Formats;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Articles;

/// <summary>GET /v1/articles/{id}/annotations: what was found in the article, as W3C Web Annotations.</summary>
public static class GetAnnotations
{
    public static void MapGetAnnotations(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/articles/{id}/annotations", HandleAsync)
            .Named(
                "getArticleAnnotations",
                "Articles",
                "Get an article's mentions, facts and topics as Web Annotations",
                "An AnnotationPage of the W3C Web Annotation Data Model: mentions identify entities, facts describe what their sentences state, topics classify. "
                    + "Targets select places of the text that …/text gives, by position in code points and by the words with what stands around them."
            )
            .Produces<JsonObject>(StatusCodes.Status200OK, JsonLd.MediaType)
            .Produces(StatusCodes.Status304NotModified)
            .Fails(ProblemKind.ArticleNotFound, ProblemKind.NotAnalyzed, ProblemKind.StoreUnavailable);

    static async Task<IResult> HandleAsync(string id, HttpContext context, IMediator mediator) =>
        await mediator.Send(
            new GetAnnotationsQuery(id, new Uri($"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}/")),
            context.RequestAborted
        );
}

/// <param name="Base">Scheme and host of the request.</param>
public sealed record GetAnnotationsQuery(string Id, Uri Base) : IRequest<Conditional>;

public sealed class GetAnnotationsHandler(NewsDbContext db, KeptArticles articles) : IRequestHandler<GetAnnotationsQuery, Conditional>
{
    public async Task<Conditional> Handle(GetAnnotationsQuery request, CancellationToken cancellationToken)
    {
        var article = await articles.GetAnalyzedAsync(request.Id, cancellationToken);
        return new Conditional(
            EntityTag.Of(article, "annotations", article.LinkVersion, request.Base),
            async cancellation =>
                TypedResults.Text(
                    WebAnnotations
                        .Of(
                            request.Base,
                            article,
                            await articles.DocumentAsync(article, cancellation),
                            await articles.TextAsync(article, cancellation),
                            await db.ArticleEntities.Where(row => row.ArticleId == article.Id).ToListAsync(cancellation)
                        )
                        .ToJsonString(Json.Options),
                    WebAnnotations.MediaType,
                    Encoding.UTF8
                )
        );
    }
}
