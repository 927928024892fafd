using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Articles;

/// <summary>GET /v1/articles: the kept articles, page by page.</summary>
public static class ListArticles
{
    public static void MapListArticles(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/articles", HandleAsync)
            .Named(
                "listArticles",
                "Articles",
                "List articles",
                "The newest come first; those without the time that is sorted by come last. Follow nextPageToken, or the Link header, until it "
                    + "is absent: rows that are added meanwhile make no page repeat or skip another row. A page token belongs to its query."
            )
            .Fails(ProblemKind.InvalidParameter, ProblemKind.InvalidPageToken, ProblemKind.StoreUnavailable);

    static async Task<Ok<ArticlePage>> HandleAsync(Query<ListArticlesQuery> query, HttpContext context, IMediator mediator)
    {
        var page = await mediator.Send(query.Value, context.RequestAborted);
        NextLink.Add(context, page.NextPageToken);
        return TypedResults.Ok(page);
    }
}

/// <summary>How much of an article is shown.</summary>
public enum ArticleView
{
    /// <summary>What a list shows: who and where from, headline, lead, times.</summary>
    Basic,

    /// <summary>Everything that was read in it.</summary>
    Full,
}

public sealed class ListArticlesQuery : ArticleFilter, IRequest<ArticlePage>
{
    public const int LargestPage = 200;

    [QueryParameter("The time that the list is sorted by, newest first.")]
    public ArticleSort Sort { get; set; } = ArticleSort.StoredAt;

    [QueryParameter("basic has headline, lead and times; full has sections, captions and the rest too.")]
    public ArticleView View { get; set; } = ArticleView.Basic;

    [QueryParameter("What spans count. There are spans with view=full.")]
    public OffsetUnit Offsets { get; set; } = OffsetUnit.Utf16;

    [QueryParameter("The most articles on a page, from 1; more than 200 are taken as 200.", ChoosesContent = false)]
    public int PageSize { get; set; } = 20;

    [QueryParameter("nextPageToken of the page before.", ChoosesContent = false)]
    public string? PageToken { get; set; }
}

/// <summary>A page of a list.</summary>
/// <param name="Articles">In the order of the list; empty where nothing meets the query.</param>
/// <param name="NextPageToken">Leads to the next page; absent on the last.</param>
public sealed record ArticlePage(IReadOnlyList<ArticleResource> Articles, string? NextPageToken);

public sealed class ListArticlesValidator : ArticleFilterValidator<ListArticlesQuery>
{
    public ListArticlesValidator() => RuleFor(query => query.PageSize).GreaterThanOrEqualTo(1).WithMessage("The value must be 1 or more.");
}

public sealed class ListArticlesHandler(NewsDbContext db, KeptArticles articles) : IRequestHandler<ListArticlesQuery, ArticlePage>
{
    public async Task<ArticlePage> Handle(ListArticlesQuery request, CancellationToken cancellationToken)
    {
        var fingerprint = PageToken.Fingerprint(request);
        var after = PageToken.Read(request.PageToken, fingerprint);
        var size = Math.Min(request.PageSize, ListArticlesQuery.LargestPage);

        await using var snapshot = await db.BeginSnapshotAsync(cancellationToken);
        // One more than the page has tells whether there is a next one.
        var rows = await request.Apply(db).ReadPageAsync(request.Sort, after, size + 1, cancellationToken);
        var isLast = rows.Count <= size;
        var page = rows[..Math.Min(size, rows.Count)];
        return new ArticlePage(
            await articles.ReadAsync(page, request.View, request.Offsets, cancellationToken),
            isLast ? null : ArticlePaging.TokenAfter(page[^1], request.Sort).Write(fingerprint)
        );
    }
}
