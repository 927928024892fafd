using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Articles;

/// <summary>GET /v1/articles/{id}/revisions/{number}: one text that an article had, and what it changed.</summary>
public static class GetRevision
{
    public static void MapGetRevision(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/articles/{id}/revisions/{number}", HandleAsync)
            .Named(
                "getArticleRevision",
                "Articles",
                "Get a revision of an article",
                "The text of one revision, and the lines that changed from the revision before it. Between two texts that have nearly nothing in "
                    + "common and thousands of lines, everything from the first difference to the last is one change."
            )
            .Produces<RevisionResource>()
            .Produces(StatusCodes.Status304NotModified)
            .Fails(ProblemKind.ArticleNotFound, ProblemKind.RevisionNotFound, ProblemKind.StoreUnavailable);

    static Task<Conditional> HandleAsync(string id, string number, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetRevisionQuery(id, number), cancellation);
}

/// <param name="Number">As it stands in the path: what is no number is the number of no revision.</param>
public sealed record GetRevisionQuery(string Id, string Number) : IRequest<Conditional>;

/// <param name="ArticleId">Whose text it was.</param>
/// <param name="Number">From 1.</param>
/// <param name="StoredAt">When it was kept.</param>
/// <param name="MediaType">How its bytes are read.</param>
/// <param name="Bytes">How many were submitted.</param>
/// <param name="Sha256">Over the submitted bytes, in hexadecimal.</param>
/// <param name="Text">The decoded text, as submitted.</param>
/// <param name="Changes">From the revision before, in the order of the page; absent of the first revision.</param>
public sealed record RevisionResource(
    Guid ArticleId,
    int Number,
    DateTimeOffset StoredAt,
    string MediaType,
    int Bytes,
    string Sha256,
    string Text,
    IReadOnlyList<LineChange>? Changes
);

public sealed class GetRevisionHandler(NewsDbContext db, KeptArticles articles) : IRequestHandler<GetRevisionQuery, Conditional>
{
    public async Task<Conditional> Handle(GetRevisionQuery request, CancellationToken cancellationToken)
    {
        var article = await articles.GetAsync(request.Id, cancellationToken);
        var isNumber = int.TryParse(request.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (!isNumber || !await db.Revisions.AnyAsync(row => row.ArticleId == article.Id && row.Number == number, cancellationToken))
            throw new ProblemException(NotFound(request.Number));
        // A revision never changes, nor does the one before it.
        return new Conditional(
            EntityTag.OfRevision(article.Id, number),
            async cancellation => TypedResults.Ok(await ReadAsync(article, number, cancellation))
        );
    }

    async Task<RevisionResource> ReadAsync(ArticleRow article, int number, CancellationToken cancellation)
    {
        var kept = await articles
            .Revisions(article.Id)
            .Where(pair => pair.Revision.Number == number || pair.Revision.Number == number - 1)
            .ToListAsync(cancellation);
        var current = kept.Find(pair => pair.Revision.Number == number) ?? throw KeptArticles.Gone(article.Id);
        var text = SubmittedText.Read(current.Content, current.Revision);
        var before = kept.Find(pair => pair.Revision.Number == number - 1);
        return new RevisionResource(
            article.Id,
            number,
            current.Revision.StoredAt,
            current.Revision.MediaType,
            current.Content.Length,
            Convert.ToHexStringLower(current.Revision.ContentHash),
            text,
            before is null ? null : LineDiff.Between(SubmittedText.Read(before.Content, before.Revision), text)
        );
    }

    static Problem NotFound(string number) =>
        new(ProblemKind.RevisionNotFound, "The article has no revision with this number.")
        {
            Errors =
            [
                new ProblemError($"\"{number}\" is the number of no revision of the article; /revisions lists them.", Parameter: "number"),
            ],
        };
}
