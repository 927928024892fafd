using System.Net.Mime;
using System.Text;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Articles.Formats;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

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
                    + "captions alone; as application/ld+json a NewsArticle of schema.org with persons, bodies, places, quotations and events; as "
                    + "application/vnd.iptc.ninjs+json ninjs 3.1. Accept chooses, or format. The entity tag differs whenever the answer does: send it as If-None-Match to be answered with 304."
            )
            .Produces<ArticleResource>(
                StatusCodes.Status200OK,
                MediaTypeNames.Application.Json,
                MediaTypeNames.Text.Plain,
                JsonLd.MediaType,
                Ninjs.MediaType
            )
            .Produces(StatusCodes.Status304NotModified)
            .Fails(
                ProblemKind.InvalidParameter,
                ProblemKind.ArticleNotFound,
                ProblemKind.NotAcceptable,
                ProblemKind.NotAnalyzed,
                ProblemKind.StoreUnavailable
            );

    static async Task<IResult> HandleAsync(string id, Query<ArticleParameters> query, HttpContext context, IMediator mediator)
    {
        var mediaType = query.Value.Format is { } format ? MediaTypes[(int)format] : Accepts.Choose(context.Request, MediaTypes);
        context.Response.Headers.Vary = "Accept";
        var address = new Uri($"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}/");
        return await mediator.Send(
            new GetArticleQuery(id, mediaType, query.Value.Offsets, query.Value.Fields, address),
            context.RequestAborted
        );
    }

    /// <summary>In the order of <see cref="ArticleFormat"/>.</summary>
    static readonly string[] MediaTypes = [MediaTypeNames.Application.Json, MediaTypeNames.Text.Plain, JsonLd.MediaType, Ninjs.MediaType];
}

public enum ArticleFormat
{
    Json,
    Text,
    JsonLd,
    Ninjs,
}

public sealed class ArticleParameters : OffsetParameter
{
    [QueryParameter("The form, for clients that cannot send Accept; it goes before Accept.", Example = "jsonLd")]
    public ArticleFormat? Format { get; set; }

    [QueryParameter(ArticleFields.Description + " Other forms than JSON are always whole.", Example = ArticleFields.Example)]
    public IReadOnlyList<string> Fields { get; set; } = [];
}

/// <summary>The parameter of whatever has spans.</summary>
public class OffsetParameter
{
    [QueryParameter("What spans count: UTF-16 code units, code points, or bytes of UTF-8.")]
    public OffsetUnit Offsets { get; set; } = OffsetUnit.Utf16;
}

/// <param name="MediaType">One that the article is given in.</param>
/// <param name="Fields">That the answer has; all where none are named.</param>
/// <param name="Base">Scheme and host of the request.</param>
public sealed record GetArticleQuery(string Id, string MediaType, OffsetUnit Offsets, IReadOnlyList<string> Fields, Uri Base)
    : IRequest<Conditional>;

public sealed class GetArticleValidator : AbstractValidator<GetArticleQuery>
{
    public GetArticleValidator() => RuleFor(query => query.Fields).MustBeArticleFields();
}

public sealed class GetArticleHandler(NewsDbContext db, KeptArticles articles, AnswerCache answers)
    : IRequestHandler<GetArticleQuery, Conditional>
{
    public async Task<Conditional> Handle(GetArticleQuery request, CancellationToken cancellationToken)
    {
        if (request.MediaType == MediaTypeNames.Application.Json)
        {
            var any = await articles.GetAsync(request.Id, cancellationToken);
            var tag = EntityTag.Of(any, request.MediaType, request.Offsets, string.Join(',', request.Fields));
            return new Conditional(
                tag,
                async cancellation =>
                    // What is shown of a pending article, such as its attempts, changes without its tag.
                    any.State == ArticleState.Pending
                        ? TypedResults.Ok(await ShownAsync(any, request, cancellation))
                        : await answers.GetAsync(tag, () => ShownAsync(any, request, cancellation))
            );
        }
        var row = await articles.GetAnalyzedAsync(request.Id, cancellationToken);
        return new Conditional(
            EntityTag.Of(row, request.MediaType, request.Offsets, row.LinkVersion, request.Base),
            async cancellation =>
            {
                var document = await articles.DocumentAsync(row, cancellation);
                if (document.Kind != PageKind.Article)
                    throw new ProblemException(
                        ProblemKind.NotAcceptable,
                        "The page is no article and has no text to be read as one; it is given as application/json, and its text under /text."
                    );
                var article = ArticleResource.Of(row, document, "", OffsetUnit.Utf16);
                if (request.MediaType == MediaTypeNames.Text.Plain)
                    return TypedResults.Text(ReadingText.Of(article), MediaTypeNames.Text.Plain, Encoding.UTF8);
                var entities = await db.ArticleEntities.Where(link => link.ArticleId == row.Id).ToListAsync(cancellation);
                var content = new ArticleContent(request.Base, article, entities, document.Facts);
                return TypedResults.Text(
                    (request.MediaType == Ninjs.MediaType ? Ninjs.Of(content) : JsonLd.Of(content)).ToJsonString(Json.Options),
                    request.MediaType,
                    Encoding.UTF8
                );
            }
        );
    }

    async Task<ArticleResource> ShownAsync(ArticleRow row, GetArticleQuery request, CancellationToken cancellation)
    {
        var article = await articles.ReadAsync(row, request.Offsets, cancellation);
        new[] { article }.Show(request.Fields);
        return article;
    }
}
