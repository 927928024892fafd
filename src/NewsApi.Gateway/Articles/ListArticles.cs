using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;
using NewsApi.Gateway.Search;

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

    [QueryParameter(
        "The time that the list is sorted by, newest first; or relevance, with q: articles with the words just as typed come first, words in headlines count "
            + "most, and the list ends after 1,000."
    )]
    public ArticleSort Sort { get; set; } = ArticleSort.StoredAt;

    [QueryParameter("basic has headline, lead and times; full has sections, captions and the rest too.")]
    public ArticleView View { get; set; } = ArticleView.Basic;

    [QueryParameter(ArticleFields.Description, Example = ArticleFields.Example)]
    public IReadOnlyList<string> Fields { get; set; } = [];

    [QueryParameter("With q: show for each article where its words stand (highlights).")]
    public bool Highlights { get; set; }

    [QueryParameter("Count all articles that meet the query by these; the counts stand in facets.", Example = "source,person,month")]
    public IReadOnlyList<ArticleFacet> Facets { get; set; } = [];

    [QueryParameter("What spans count. There are spans with view=full and with highlights.")]
    public OffsetUnit Offsets { get; set; } = OffsetUnit.Utf16;

    [QueryParameter("The most articles on a page, from 1; more than 200 are taken as 200.", ChoosesContent = false, Least = 1)]
    public int PageSize { get; set; } = 20;

    [QueryParameter("nextPageToken of the page before.", ChoosesContent = false)]
    public string? PageToken { get; set; }

    internal ArticleView ShownView => ArticleFields.ViewOf(Fields, View);
}

/// <summary>A page of a list.</summary>
/// <param name="Articles">In the order of the list; empty where nothing meets the query.</param>
/// <param name="NextPageToken">Leads to the next page; absent on the last.</param>
public sealed record ArticlePage(IReadOnlyList<ArticleResource> Articles, string? NextPageToken)
{
    /// <summary>Counts over all articles that meet the query, where they were asked for.</summary>
    public IReadOnlyList<FacetResource>? Facets { get; init; }
}

public sealed class ListArticlesValidator : ArticleFilterValidator<ListArticlesQuery>
{
    public ListArticlesValidator()
    {
        RuleFor(query => query.PageSize).GreaterThanOrEqualTo(1).WithMessage("The value must be 1 or more.");
        RuleFor(query => query.Sort).NotEqual(ArticleSort.Relevance).When(query => query.Q is null).WithMessage("relevance goes with q.");
        RuleFor(query => query.Fields).MustBeArticleFields();
        RuleFor(query => query.Highlights).Equal(false).When(query => query.Q is null).WithMessage("Highlights go with q.");
    }
}

public sealed class ListArticlesHandler(NewsDbContext db, KeptArticles articles) : IRequestHandler<ListArticlesQuery, ArticlePage>
{
    /// <summary>Beyond so many nobody reads on by relevance, and each page of it costs a whole search.</summary>
    const int MostRelevant = 1000;

    public async Task<ArticlePage> Handle(ListArticlesQuery request, CancellationToken cancellationToken)
    {
        var fingerprint = PageToken.Fingerprint(request);
        var after = PageToken.Read(request.PageToken, fingerprint);
        var size = Math.Min(request.PageSize, ListArticlesQuery.LargestPage);

        await using var snapshot = await db.BeginSnapshotAsync(cancellationToken);
        var (rows, next) =
            request.Sort == ArticleSort.Relevance
                ? await ByRelevanceAsync(request, after, size, cancellationToken)
                : await ByTimeAsync(request, after, size, cancellationToken);
        var shown =
            request.Highlights && request.Q is not null
                ? await HighlightedAsync(rows, request, cancellationToken)
                : await articles.ReadAsync(rows, request.ShownView, request.Offsets, cancellationToken);
        shown.Show(request.Fields);
        return new ArticlePage(shown, next?.Write(fingerprint))
        {
            Facets =
                request.Facets.Count > 0 ? await new Facets(db).CountAsync(request.Apply(db), request.Facets, cancellationToken) : null,
        };
    }

    async Task<(List<ArticleRow>, PageToken?)> ByTimeAsync(
        ListArticlesQuery request,
        PageToken? after,
        int size,
        CancellationToken cancellation
    )
    {
        // One more than the page has tells whether there is a next one.
        var rows = await request.Apply(db).ReadPageAsync(request.Sort, after, size + 1, cancellation);
        return rows.Count <= size ? (rows, null) : (rows[..size], ArticlePaging.TokenAfter(rows[size - 1], request.Sort));
    }

    async Task<(List<ArticleRow>, PageToken?)> ByRelevanceAsync(
        ListArticlesQuery request,
        PageToken? after,
        int size,
        CancellationToken cancellation
    )
    {
        var skipped = (int)(after?.SortKey ?? 0);
        var ranked = await ArticleSearch.RankedAsync(
            db,
            ArticleSearch.Parse(request.Q!),
            request.Diacritics,
            request.ApplyOthers(db).Where(row => row.State == ArticleState.Ready),
            Math.Min(MostRelevant, skipped + size + 1),
            cancellation
        );
        var ids = ranked.Skip(skipped).Take(size).ToList();
        var rows = await db.Articles.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellation);
        return (ids.ConvertAll(id => rows[id]), ranked.Count > skipped + size ? new PageToken(skipped + size, Guid.Empty) : null);
    }

    async Task<IReadOnlyList<ArticleResource>> HighlightedAsync(
        List<ArticleRow> rows,
        ListArticlesQuery request,
        CancellationToken cancellation
    )
    {
        var query = ArticleSearch.Parse(request.Q!);
        var shown = new List<ArticleResource>(rows.Count);
        foreach (var row in rows)
        {
            var document = await articles.DocumentAsync(row, cancellation);
            var text = await articles.TextAsync(row, cancellation);
            var article =
                request.ShownView == ArticleView.Full ? ArticleResource.Of(row, document, text, request.Offsets) : ArticleResource.Of(row);
            article.Highlights = Highlights.Of(query, request.Diacritics, document, text, new OffsetConverter(text, request.Offsets));
            shown.Add(article);
        }
        return shown;
    }
}
