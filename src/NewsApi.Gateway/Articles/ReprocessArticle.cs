using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Articles.Intake;
using NewsApi.Gateway.Facts;
using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.Articles;

/// <summary>POST /v1/articles/{id}:reprocess: reads a kept page anew with the engine as it is now.</summary>
public static class ReprocessArticle
{
    public static void MapReprocessArticle(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/articles/{id}:reprocess", HandleAsync)
            .Named(
                "reprocessArticle",
                "Articles",
                "Read an article anew",
                "Reads the kept text with the engine as it is now and tells what came out otherwise: headline, lead, time, roles of lines, facts added, changed and gone. With dryRun=true nothing is "
                    + "kept. What editors decided of entities and facts holds."
            )
            .Fails(
                ProblemKind.InvalidParameter,
                ProblemKind.ArticleNotFound,
                ProblemKind.NotAnalyzed,
                ProblemKind.EngineUnavailable,
                ProblemKind.StoreUnavailable,
                ProblemKind.EngineTooSlow
            );

    static async Task<Ok<Reprocessing>> HandleAsync(string id, Query<ReprocessParameters> query, HttpContext context, IMediator mediator) =>
        TypedResults.Ok(await mediator.Send(new ReprocessArticleCommand(id, query.Value.DryRun), context.RequestAborted));
}

public sealed class ReprocessParameters
{
    [QueryParameter("true to see what would come out otherwise, and keep nothing.")]
    public bool DryRun { get; set; }
}

public sealed record ReprocessArticleCommand(string Id, bool DryRun) : IRequest<Reprocessing>;

/// <summary>What a new reading of an article changed, or would.</summary>
/// <param name="ArticleId">Which article.</param>
/// <param name="Revision">Of which its text was read.</param>
/// <param name="DryRun">True where nothing was kept.</param>
/// <param name="PipelineVersionBefore">What read it last.</param>
/// <param name="PipelineVersion">What read it now.</param>
/// <param name="Fields">title, lead, published or kind, where they differ.</param>
/// <param name="Lines">Lines with another role.</param>
/// <param name="Facts">What is stated now and was not, and the other way round.</param>
public sealed record Reprocessing(
    Guid ArticleId,
    int Revision,
    bool DryRun,
    string PipelineVersionBefore,
    string PipelineVersion,
    IReadOnlyList<FieldChange> Fields,
    IReadOnlyList<RoleChange> Lines,
    FactChanges Facts
);

/// <param name="Field">title, lead, published or kind.</param>
/// <param name="Before">Absent where there was none.</param>
/// <param name="After">Absent where there is none.</param>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <param name="Line">The line's number, from 1.</param>
/// <param name="Before">Its role.</param>
/// <param name="After">Its role now.</param>
public sealed record RoleChange(int Line, LineRole Before, LineRole After);

/// <param name="Added">Facts that were not stated.</param>
/// <param name="Changed">The same facts with another modality or other arguments beside.</param>
/// <param name="Gone">Facts that are not stated any more.</param>
public sealed record FactChanges(IReadOnlyList<FactSketch> Added, IReadOnlyList<FactChange> Changed, IReadOnlyList<FactSketch> Gone);

/// <param name="Before">As it was.</param>
/// <param name="After">As it is.</param>
public sealed record FactChange(FactSketch Before, FactSketch After);

/// <summary>A fact without its evidence.</summary>
/// <param name="Type">What it says.</param>
/// <param name="Modality">stated, planned, denied or reported.</param>
/// <param name="Arguments">With names as the article has them.</param>
public sealed record FactSketch(FactType Type, Modality Modality, IReadOnlyList<StoredArgumentResource> Arguments)
{
    public static FactSketch Of(Fact fact) =>
        new(
            fact.Type,
            fact.Modality,
            [.. fact.Arguments.Select(argument => new StoredArgumentResource(argument.Name, argument.Value, null))]
        );
}

public sealed class ReprocessArticleHandler(KeptArticles articles, ArticleAnalyzer analyzer)
    : IRequestHandler<ReprocessArticleCommand, Reprocessing>
{
    public async Task<Reprocessing> Handle(ReprocessArticleCommand request, CancellationToken cancellationToken)
    {
        var article = await articles.GetAnalyzedAsync(request.Id, cancellationToken);
        var before = await articles.DocumentAsync(article, cancellationToken);
        var text = await articles.TextAsync(article, cancellationToken);
        var response = await analyzer.ReadAgainAsync(text, cancellationToken);
        if (!request.DryRun && !await analyzer.KeepAgainAsync(article.Id, article.Revision, response, text))
            throw await articles.FindAsync(request.Id, cancellationToken) is null
                ? KeptArticles.Gone(article.Id)
                : new ProblemException(
                    ProblemKind.NotAnalyzed,
                    "The article got another text meanwhile, which waits to be analysed; ask again later."
                );
        return new Reprocessing(
            article.Id,
            article.Revision,
            request.DryRun,
            article.PipelineVersion!,
            response.PipelineVersion,
            [.. FieldsOf(before, response.Document)],
            [.. LinesOf(before, response.Document)],
            FactsOf(before, response.Document)
        );
    }

    static IEnumerable<FieldChange> FieldsOf(Document before, Document after)
    {
        foreach (
            var (name, read) in new (string, Func<Document, string?>)[]
            {
                ("kind", document => document.Kind.ToString().ToLowerInvariant()),
                ("title", document => document.Metadata?.Title?.Text),
                ("lead", document => document.Metadata?.Lead?.Text),
                ("published", document => document.Metadata is { HasPublished: true } metadata ? metadata.Published : null),
            }
        )
            if (read(before) != read(after))
                yield return new FieldChange(name, read(before), read(after));
    }

    // The same text has the same lines.
    static IEnumerable<RoleChange> LinesOf(Document before, Document after) =>
        before
            .Lines.Zip(after.Lines)
            .Where(pair => pair.First.Role != pair.Second.Role)
            .Select(pair => new RoleChange(pair.First.Number, pair.First.Role, pair.Second.Role));

    static FactChanges FactsOf(Document before, Document after)
    {
        var (old, now) = (Known(before), Known(after));
        return new FactChanges(
            [.. now.Where(fact => !old.ContainsKey(fact.Key)).Select(fact => FactSketch.Of(fact.Value))],
            [
                .. now.Where(fact => old.TryGetValue(fact.Key, out var was) && !IsSame(was, fact.Value))
                    .Select(fact => new FactChange(FactSketch.Of(old[fact.Key]), FactSketch.Of(fact.Value))),
            ],
            [.. old.Where(fact => !now.ContainsKey(fact.Key)).Select(fact => FactSketch.Of(fact.Value))]
        );
    }

    static Dictionary<string, Fact> Known(Document document)
    {
        var known = new Dictionary<string, Fact>(StringComparer.Ordinal);
        foreach (var fact in document.Facts.Where(fact => fact.Type != FactType.Unspecified))
            known.TryAdd(FactIdentity.WithinArticle(fact), fact);
        return known;
    }

    static bool IsSame(Fact before, Fact after) =>
        before.Modality == after.Modality
        && before
            .Arguments.Select(argument => (argument.Name, argument.Value))
            .SequenceEqual(after.Arguments.Select(argument => (argument.Name, argument.Value)));
}
