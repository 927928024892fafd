using System.Net.Mime;
using System.Text;
using MediatR;
using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.Articles;

/// <summary>GET /v1/articles/{id}/text: the text that all spans of the article slice.</summary>
public static class GetText
{
    public static void MapGetText(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/articles/{id}/text", HandleAsync)
            .Named(
                "getArticleText",
                "Articles",
                "Get the text of an article",
                "The text of the current revision exactly as it was submitted, in UTF-8 and without a byte order mark, whatever the article's "
                    + "state. All spans of the article are ranges of this text."
            )
            .Produces<string>(StatusCodes.Status200OK, MediaTypeNames.Text.Plain)
            .Produces(StatusCodes.Status304NotModified)
            .Fails(ProblemKind.ArticleNotFound, ProblemKind.NotAcceptable, ProblemKind.StoreUnavailable);

    static Task<Conditional> HandleAsync(string id, HttpContext context, IMediator mediator)
    {
        Accepts.Choose(context.Request, MediaTypeNames.Text.Plain);
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return mediator.Send(new GetTextQuery(id), context.RequestAborted);
    }
}

public sealed record GetTextQuery(string Id) : IRequest<Conditional>;

public sealed class GetTextHandler(KeptArticles articles) : IRequestHandler<GetTextQuery, Conditional>
{
    public async Task<Conditional> Handle(GetTextQuery request, CancellationToken cancellationToken)
    {
        var article = await articles.GetAsync(request.Id, cancellationToken);
        return new Conditional(
            EntityTag.Of(article.TextHash, "text/plain; charset=utf-8"),
            async cancellation =>
                TypedResults.Text(await articles.TextAsync(article, cancellation), MediaTypeNames.Text.Plain, Encoding.UTF8)
        );
    }
}
