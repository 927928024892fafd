using System.Text.Json;
using FluentValidation;
using MediatR;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Articles;

/// <summary>GET /v1/exports/articles.ndjson: all articles that meet a query, in one answer.</summary>
public static class ExportArticles
{
    public const string MediaType = "application/x-ndjson";

    public static void MapExportArticles(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/exports/articles.ndjson",
                (Query<ExportQuery> query, HttpContext context, IMediator mediator) => mediator.Send(query.Value, context.RequestAborted)
            )
            .Named(
                "exportArticles",
                "Articles",
                "Export articles",
                "Every article that meets the query, however many, one JSON object a line as the list has them, the newest first. Sent as it is read: an answer that breaks off before its end is not "
                    + "whole, and the client is told so by the connection. Articles that are added meanwhile may be missing, none comes twice."
            )
            .Produces<string>(StatusCodes.Status200OK, MediaType)
            .Fails(ProblemKind.InvalidParameter, ProblemKind.StoreUnavailable);
}

public sealed class ExportQuery : ArticleFilter, IRequest<IResult>
{
    [QueryParameter("The time that the export is sorted by, newest first.")]
    public ArticleSort Sort { get; set; } = ArticleSort.StoredAt;

    [QueryParameter("basic has headline, lead and times; full has sections, captions and the rest too.")]
    public ArticleView View { get; set; } = ArticleView.Full;

    [QueryParameter(ArticleFields.Description, Example = ArticleFields.Example)]
    public IReadOnlyList<string> Fields { get; set; } = [];

    [QueryParameter("What spans count.")]
    public OffsetUnit Offsets { get; set; } = OffsetUnit.Utf16;
}

public sealed class ExportValidator : ArticleFilterValidator<ExportQuery>
{
    public ExportValidator()
    {
        RuleFor(query => query.Fields).MustBeArticleFields();
        RuleFor(query => query.Sort).NotEqual(ArticleSort.Relevance).WithMessage("The value must be one of storedAt, publishedAt.");
    }
}

public sealed class ExportHandler(NewsDbContext db, KeptArticles articles) : IRequestHandler<ExportQuery, IResult>
{
    /// <summary>Read at once. Between two of these the store is free for others.</summary>
    const int Batch = 100;

    public async Task<IResult> Handle(ExportQuery request, CancellationToken cancellationToken)
    {
        // The first is read before the answer begins: what is wrong is told as a problem, not in the middle.
        var first = await ReadAsync(request, null, cancellationToken);
        return TypedResults.Stream(body => WriteAsync(body, request, first, cancellationToken), ExportArticles.MediaType);
    }

    async Task WriteAsync(Stream body, ExportQuery request, (List<byte[]> Lines, PageToken? Next) batch, CancellationToken cancellation)
    {
        while (true)
        {
            foreach (var line in batch.Lines)
                await body.WriteAsync(line, cancellation);
            await body.FlushAsync(cancellation);
            if (batch.Next is null)
                return;
            batch = await ReadAsync(request, batch.Next, cancellation);
        }
    }

    async Task<(List<byte[]> Lines, PageToken? Next)> ReadAsync(ExportQuery request, PageToken? after, CancellationToken cancellation)
    {
        await using var snapshot = await db.BeginSnapshotAsync(cancellation);
        var rows = await request.Apply(db).ReadPageAsync(request.Sort, after, Batch, cancellation);
        var shown = await articles.ReadAsync(rows, ArticleFields.ViewOf(request.Fields, request.View), request.Offsets, cancellation);
        shown.Show(request.Fields);
        return (
            [.. shown.Select(article => (byte[])[.. JsonSerializer.SerializeToUtf8Bytes(article, Json.Options), (byte)'\n'])],
            rows.Count < Batch ? null : ArticlePaging.TokenAfter(rows[^1], request.Sort)
        );
    }
}
