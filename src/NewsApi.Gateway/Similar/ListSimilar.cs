using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsApi.Gateway.Articles;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Similar;

/// <summary>GET /v1/articles/{id}/similar: the same text elsewhere.</summary>
public static class ListSimilar
{
    public static void MapListSimilar(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/articles/{id}/similar", HandleAsync)
            .Named(
                "listSimilarArticles",
                "Articles",
                "List articles with the same text",
                "Copies of an article under other addresses: taken over whole, cut, edited or with another headline; the one with most of the text first. "
                    + "Compared are runs of four syllables of lead, headings and paragraphs; shares are right within some hundredths. firstSeen is the copy that was "
                    + "published first, as far as the pages tell."
            )
            .Fails(ProblemKind.InvalidParameter, ProblemKind.ArticleNotFound, ProblemKind.NotAnalyzed, ProblemKind.StoreUnavailable);

    static async Task<Ok<SimilarList>> HandleAsync(string id, Query<SimilarParameters> query, HttpContext context, IMediator mediator) =>
        TypedResults.Ok(await mediator.Send(new ListSimilarQuery(id, query.Value), context.RequestAborted));
}

public sealed class SimilarParameters
{
    [QueryParameter(
        "Also articles that are no copies, from this share of the shorter text on: 0.05 to 1.",
        Example = "0.1",
        Least = 0.05,
        Most = 1
    )]
    public double? MinShare { get; set; }

    [QueryParameter("Show what is otherwise in each of the texts, by whole lines of content.")]
    public bool Differences { get; set; }

    [QueryParameter("The most articles, 1 to 100.", ChoosesContent = false, Least = 1, Most = 100)]
    public int Limit { get; set; } = 20;
}

public sealed record ListSimilarQuery(string Id, SimilarParameters Parameters) : IRequest<SimilarList>;

public sealed class ListSimilarValidator : AbstractValidator<ListSimilarQuery>
{
    public ListSimilarValidator()
    {
        RuleFor(query => query.Parameters.MinShare).InclusiveBetween(0.05, 1).OverridePropertyName("minShare");
        RuleFor(query => query.Parameters.Limit).InclusiveBetween(1, 100).OverridePropertyName("limit");
    }
}

/// <param name="ArticleId">Whose copies they are.</param>
/// <param name="FirstSeen">The earliest of the article and its copies.</param>
/// <param name="Articles">Those with most of the text first; empty where there is none.</param>
public sealed record SimilarList(Guid ArticleId, Guid FirstSeen, IReadOnlyList<SimilarArticle> Articles);

/// <param name="Id">Of the other article.</param>
/// <param name="Link">Its path.</param>
/// <param name="Title">Its headline; absent where it has none.</param>
/// <param name="Source">As its submitter named it.</param>
/// <param name="PublishedAt">With the offset of the page; absent where that is not known.</param>
/// <param name="IsCopy">One was made of the other, or both of a third.</param>
/// <param name="Share">The part of the shorter text that the other has, 0 to 1.</param>
/// <param name="Resemblance">The part of both texts together that is in both, 0 to 1.</param>
/// <param name="Differences">From the article to this one, where they were asked for; line numbers count lines of content.</param>
public sealed record SimilarArticle(
    Guid Id,
    string Link,
    string? Title,
    string? Source,
    DateTimeOffset? PublishedAt,
    bool IsCopy,
    double Share,
    double Resemblance,
    IReadOnlyList<LineChange>? Differences
);

public sealed class ListSimilarHandler(NewsDbContext db, KeptArticles articles) : IRequestHandler<ListSimilarQuery, SimilarList>
{
    public async Task<SimilarList> Handle(ListSimilarQuery request, CancellationToken cancellationToken)
    {
        await using var snapshot = await db.BeginSnapshotAsync(cancellationToken);
        var article = await articles.GetAnalyzedAsync(request.Id, cancellationToken);
        var least = request.Parameters.MinShare ?? 0;
        var found = (await SimilarArticles.FindAsync(db, article.Id, least, cancellationToken))
            .Where(other => other.Overlap.IsCopy || request.Parameters.MinShare is not null)
            .ToList();
        var copies = found.Where(other => other.Overlap.IsCopy).Select(other => other.Article).Prepend(article);
        var own = request.Parameters.Differences ? await ContentAsync(article, cancellationToken) : null;
        var shown = new List<SimilarArticle>();
        foreach (var (other, overlap) in found.Take(request.Parameters.Limit))
        {
            var differences = own is null ? null : LineDiff.Between(own, await ContentAsync(other, cancellationToken));
            shown.Add(
                new SimilarArticle(
                    other.Id,
                    ArticleLinks.PathOf(other.Id),
                    other.Title,
                    other.Source,
                    other.Published,
                    overlap.IsCopy,
                    overlap.Containment,
                    overlap.Resemblance,
                    differences
                )
            );
        }

        return new SimilarList(article.Id, copies.OrderBy(copy => copy.SeenAt).ThenBy(copy => copy.Id).First().Id, shown);
    }

    async Task<string> ContentAsync(ArticleRow article, CancellationToken cancellation)
    {
        var document = await articles.DocumentAsync(article, cancellation);
        var text = await articles.TextAsync(article, cancellation);
        return string.Join(
            '\n',
            document
                .Lines.Where(line => Search.SearchIndex.FieldOf(line.Role) is not null)
                .Select(line => text[line.Span.Start..line.Span.End])
        );
    }
}
