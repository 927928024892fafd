using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Articles.Intake;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Articles;

/// <summary>POST /v1/articles: keeps a page and has it analysed.</summary>
public static class SubmitArticle
{
    public static void MapSubmitArticle(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/articles", HandleAsync)
            .Named(
                "submitArticle",
                "Articles",
                "Submit a page",
                "Keeps the page and answers with the article read from it. A page that was kept before, by its source and external id, by its "
                    + "URL or else by its text, is the same article: with the same text it is answered as it is kept (200), with another "
                    + "text it gets a new revision (200). When the analysis cannot be had at once, or with \"Prefer: respond-async\", the page "
                    + "is kept and answered with 202; the operation tells when it is ready. A URL is never fetched. HTML is not taken yet."
            )
            .Fails(
                ProblemKind.MalformedBody,
                ProblemKind.UnknownField,
                ProblemKind.InvalidField,
                ProblemKind.BodyTooLarge,
                ProblemKind.TextTooLarge,
                ProblemKind.TooManyLines,
                ProblemKind.UnsupportedMediaType,
                ProblemKind.UnreadableText,
                ProblemKind.EmptyText,
                ProblemKind.StoreUnavailable
            );

    static async Task<Results<Created<ArticleResource>, Ok<ArticleResource>, Accepted<ArticleResource>>> HandleAsync(
        SubmittedPage page,
        HttpContext context,
        IMediator mediator
    )
    {
        var respondAsync = Prefers(context.Request, "respond-async");
        var (article, outcome) = await mediator.Send(new SubmitArticleCommand(page, respondAsync), context.RequestAborted);
        var path = ArticleLinks.PathOf(article.Id);
        if (article.State != ArticleState.Pending)
            return outcome == IntakeOutcome.Created ? TypedResults.Created(path, article) : TypedResults.Ok(article);

        context.Response.Headers["Operation-Location"] = $"/v1/operations/{article.Id}";
        context.Response.Headers.RetryAfter = KeptArticles.PendingRetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        if (respondAsync)
            context.Response.Headers["Preference-Applied"] = "respond-async";
        return TypedResults.Accepted(path, article);
    }

    /// <summary>RFC 7240: preferences are separated by commas, their parameters by semicolons.</summary>
    static bool Prefers(HttpRequest request, string preference) =>
        request
            .Headers["Prefer"]
            .SelectMany(header => header!.Split(','))
            .Any(given => given.Split(';')[0].Trim().Equals(preference, StringComparison.OrdinalIgnoreCase));
}

/// <param name="Page">Keeps every limit and has text in it: reading the request saw to that (<see cref="PageBody"/> has the validator).</param>
/// <param name="RespondAsync">Answer as soon as the page is kept.</param>
public sealed record SubmitArticleCommand(SubmittedPage Page, bool RespondAsync) : IRequest<SubmittedArticle>;

/// <summary>The article as it stands when the submit is answered: pending where its analysis is still to come.</summary>
public sealed record SubmittedArticle(ArticleResource Article, IntakeOutcome Outcome);

public sealed class SubmitArticleHandler(
    ArticleIntake intake,
    ArticleAnalyzer analyzer,
    PendingArticles pending,
    NewsDbContext db,
    KeptArticles articles
) : IRequestHandler<SubmitArticleCommand, SubmittedArticle>
{
    public async Task<SubmittedArticle> Handle(SubmitArticleCommand request, CancellationToken cancellationToken)
    {
        var accepted = await intake.KeepAsync(request.Page, analyzeNow: !request.RespondAsync, cancellationToken);

        // The page is kept: from here on a client that hangs up stops nothing, and the deadline of the engine ends the wait.
        var outcome = accepted.Lease is { } lease
            ? await analyzer.AnalyzeAsync(lease, request.Page.Content.Text, CancellationToken.None)
            : AnalysisOutcome.Postponed;
        if (accepted.Outcome != IntakeOutcome.Known && outcome != AnalysisOutcome.Ready)
            pending.Announce();

        var row =
            await db.Articles.SingleOrDefaultAsync(row => row.Id == accepted.ArticleId, CancellationToken.None)
            ?? throw KeptArticles.Gone(accepted.ArticleId);
        return new SubmittedArticle(await articles.ReadAsync(row, OffsetUnit.Utf16, CancellationToken.None), accepted.Outcome);
    }
}
