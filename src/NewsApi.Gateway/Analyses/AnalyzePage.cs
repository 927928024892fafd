using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Articles;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Processing;

namespace NewsApi.Gateway.Analyses;

/// <summary>POST /v1/analyses: reads a page and keeps nothing of it.</summary>
public static class AnalyzePage
{
    public static void MapAnalyzePage(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/analyses", HandleAsync)
            .Named(
                "analyzePage",
                "Analyses",
                "Analyse a page",
                "Answers with what submitting the page would read in it, and keeps nothing. Takes the same bodies. Lines always come; "
                    + "sentences, their tokens and the explanations of the lines come when they are asked for."
            )
            .Fails(
                ProblemKind.InvalidParameter,
                ProblemKind.MalformedBody,
                ProblemKind.UnknownField,
                ProblemKind.InvalidField,
                ProblemKind.BodyTooLarge,
                ProblemKind.TextTooLarge,
                ProblemKind.TooManyLines,
                ProblemKind.UnsupportedMediaType,
                ProblemKind.UnreadableText,
                ProblemKind.EmptyText,
                ProblemKind.EngineUnavailable,
                ProblemKind.EngineTooSlow
            );

    /// <summary>The query is read first: a wrong parameter is told without waiting for the page.</summary>
    static async Task<Ok<AnalysisResource>> HandleAsync(
        Query<AnalysisParameters> query,
        SubmittedPage page,
        IMediator mediator,
        CancellationToken cancellation
    ) => TypedResults.Ok(await mediator.Send(new AnalyzePageQuery(page, query.Value.Features, query.Value.Offsets), cancellation));
}

/// <summary>What an analysis can have beside the article and its lines.</summary>
public enum AnalysisFeature
{
    Sentences,

    /// <summary>Brings the sentences as well.</summary>
    Tokens,

    Explanations,
}

public sealed class AnalysisParameters
{
    [QueryParameter(
        "What to add to the article and its lines: sentences, tokens (with the sentences they are in), explanations.",
        Example = "sentences,explanations"
    )]
    public IReadOnlyList<AnalysisFeature> Features { get; set; } = [];

    [QueryParameter("What offsets count: UTF-16 code units, code points, or bytes of UTF-8.")]
    public OffsetUnit Offsets { get; set; } = OffsetUnit.Utf16;
}

/// <summary>What was read in a page of which nothing is kept.</summary>
public sealed class AnalysisResource : PageResource
{
    /// <summary>Every line of the text, in order.</summary>
    public required IReadOnlyList<LineResource> Lines { get; init; }

    /// <summary>Absent where they were not asked for.</summary>
    public IReadOnlyList<SentenceResource>? Sentences { get; init; }

    /// <summary>Absent where they were not asked for.</summary>
    public IReadOnlyList<LineExplanationResource>? Explanations { get; init; }
}

/// <param name="Page">Keeps every limit and has text in it: reading the request saw to that.</param>
public sealed record AnalyzePageQuery(SubmittedPage Page, IReadOnlyList<AnalysisFeature> Features, OffsetUnit Offsets)
    : IRequest<AnalysisResource>;

public sealed class AnalyzePageHandler(ProcessingClient engine) : IRequestHandler<AnalyzePageQuery, AnalysisResource>
{
    public async Task<AnalysisResource> Handle(AnalyzePageQuery request, CancellationToken cancellationToken)
    {
        var text = request.Page.Content.Text;
        var asked = request.Features.Select(Asked).Distinct();
        var response = await engine.AnalyzeAsync(new AnalyzeRequest { Text = text, Features = { asked } }, cancellationToken);

        var document = response.Document;
        var offsets = new OffsetConverter(text, request.Offsets);
        var withTokens = request.Features.Contains(AnalysisFeature.Tokens);
        var withSentences = withTokens || request.Features.Contains(AnalysisFeature.Sentences);
        var withExplanations = request.Features.Contains(AnalysisFeature.Explanations);
        var claims = request.Page.Claims;
        var analysis = new AnalysisResource
        {
            PipelineVersion = response.PipelineVersion,
            Published = document.Kind == PageKind.Article ? claims.PublishedAt : null,
            Source = claims.Source,
            Url = claims.Url,
            ExternalId = claims.ExternalId,
            Lines = [.. document.Lines.Select(line => PartResources.Of(line, text, offsets))],
            Sentences = withSentences
                ? [.. document.Sentences.Select(sentence => PartResources.Of(sentence, text, offsets, withTokens))]
                : null,
            Explanations = withExplanations ? [.. document.Explanations.Select(PartResources.Of)] : null,
        };
        analysis.Show(document, offsets);
        return analysis;
    }

    static Feature Asked(AnalysisFeature feature) =>
        feature switch
        {
            AnalysisFeature.Sentences => Feature.Sentences,
            AnalysisFeature.Tokens => Feature.Tokens,
            AnalysisFeature.Explanations => Feature.Explanations,
            _ => throw new ArgumentOutOfRangeException(nameof(feature), feature, null),
        };
}
