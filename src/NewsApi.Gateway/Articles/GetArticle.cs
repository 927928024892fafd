using System.Net.Mime;
using System.Text;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.Articles;

/// <summary>GET /v1/articles/{id}: an article as JSON, or as plain text to be read.</summary>
public static class GetArticle
{
    public static void MapGetArticle(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/articles/{id}", HandleAsync)
            .Named(
                "getArticle",
                "Articles",
                "Get an article",
                "As application/json with everything that was read in it, whatever its state; as text/plain the headline, lead, paragraphs and "
                    + "captions alone. The entity tag differs whenever the answer does: send it as If-None-Match to be answered with 304."
            )
            .Produces<ArticleResource>(StatusCodes.Status200OK, MediaTypeNames.Application.Json, MediaTypeNames.Text.Plain)
            .Produces(StatusCodes.Status304NotModified)
            .Fails(
                ProblemKind.InvalidParameter,
                ProblemKind.ArticleNotFound,
                ProblemKind.NotAcceptable,
                ProblemKind.NotAnalyzed,
                ProblemKind.StoreUnavailable
            );

    static async Task<IResult> HandleAsync(string id, Query<OffsetParameter> query, HttpContext context, IMediator mediator)
    {
        var mediaType = Accepts.Choose(context.Request, MediaTypeNames.Application.Json, MediaTypeNames.Text.Plain);
        context.Response.Headers.Vary = "Accept";
        return await mediator.Send(new GetArticleQuery(id, mediaType, query.Value.Offsets), context.RequestAborted);
    }
}

/// <summary>The parameter of whatever has spans.</summary>
public class OffsetParameter
{
    [QueryParameter("What spans count: UTF-16 code units, code points, or bytes of UTF-8.")]
    public OffsetUnit Offsets { get; set; } = OffsetUnit.Utf16;
}

/// <param name="MediaType">application/json or text/plain.</param>
public sealed record GetArticleQuery(string Id, string MediaType, OffsetUnit Offsets) : IRequest<Conditional>;

public sealed class GetArticleHandler(KeptArticles articles) : IRequestHandler<GetArticleQuery, Conditional>
{
    public async Task<Conditional> Handle(GetArticleQuery request, CancellationToken cancellationToken)
    {
        var asText = request.MediaType == MediaTypeNames.Text.Plain;
        var row = asText
            ? await articles.GetAnalyzedAsync(request.Id, cancellationToken)
            : await articles.GetAsync(request.Id, cancellationToken);
        return new Conditional(
            EntityTag.Of(row, request.MediaType, request.Offsets),
            async cancellation =>
            {
                var article = await articles.ReadAsync(row, request.Offsets, cancellation);
                return asText ? Text(article) : TypedResults.Ok(article);
            }
        );
    }

    static ContentHttpResult Text(ArticleResource article) =>
        article.Kind == PageKind.Article
            ? TypedResults.Text(ReadingText.Of(article), MediaTypeNames.Text.Plain, Encoding.UTF8)
            : throw new ProblemException(
                ProblemKind.NotAcceptable,
                "The page is no article and has no text to be read as one; it is given as application/json, and its text under /text."
            );
}
