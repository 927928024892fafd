using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Articles;

/// <summary>GET /v1/articles:batchGet: many articles at once.</summary>
public static class BatchGetArticles
{
    public static void MapBatchGetArticles(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/articles:batchGet", HandleAsync)
            .Named(
                "batchGetArticles",
                "Articles",
                "Get many articles",
                "Answers in the order of the ids, whatever state the articles are in. Ids that no article has are listed as missing and are no error."
            )
            .Fails(ProblemKind.InvalidParameter, ProblemKind.StoreUnavailable);

    static async Task<Ok<ArticleBatch>> HandleAsync(
        Query<BatchGetArticlesQuery> query,
        IMediator mediator,
        CancellationToken cancellation
    ) => TypedResults.Ok(await mediator.Send(query.Value, cancellation));
}

public sealed class BatchGetArticlesQuery : IRequest<ArticleBatch>
{
    public const int MostIds = 100;

    [QueryParameter("1 to 100 ids, separated by commas. One that comes again is answered once.", Required = true)]
    public IReadOnlyList<Guid> Ids { get; set; } = [];

    [QueryParameter("basic has headline, lead and times; full has sections, captions and the rest too.")]
    public ArticleView View { get; set; } = ArticleView.Full;

    [QueryParameter(ArticleFields.Description, Example = ArticleFields.Example)]
    public IReadOnlyList<string> Fields { get; set; } = [];

    [QueryParameter("What spans count. There are spans with view=full.")]
    public OffsetUnit Offsets { get; set; } = OffsetUnit.Utf16;
}

/// <param name="Articles">In the order of the ids.</param>
/// <param name="Missing">The ids that no article has, in the order of the ids.</param>
public sealed record ArticleBatch(IReadOnlyList<ArticleResource> Articles, IReadOnlyList<Guid> Missing);

public sealed class BatchGetArticlesValidator : AbstractValidator<BatchGetArticlesQuery>
{
    public BatchGetArticlesValidator()
    {
        RuleFor(query => query.Fields).MustBeArticleFields();
        RuleFor(query => query.Ids)
            .Must(ids => ids.Count <= BatchGetArticlesQuery.MostIds)
            .WithMessage($"There must be at most {BatchGetArticlesQuery.MostIds} ids.");
    }
}

public sealed class BatchGetArticlesHandler(NewsDbContext db, KeptArticles articles) : IRequestHandler<BatchGetArticlesQuery, ArticleBatch>
{
    public async Task<ArticleBatch> Handle(BatchGetArticlesQuery request, CancellationToken cancellationToken)
    {
        var ids = request.Ids.Distinct().ToList();
        await using var snapshot = await db.BeginSnapshotAsync(cancellationToken);
        var found = await db.Articles.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var rows = ids.Where(found.ContainsKey).Select(id => found[id]).ToList();
        var shown = await articles.ReadAsync(rows, ArticleFields.ViewOf(request.Fields, request.View), request.Offsets, cancellationToken);
        shown.Show(request.Fields);
        return new ArticleBatch(shown, [.. ids.Where(id => !found.ContainsKey(id))]);
    }
}
