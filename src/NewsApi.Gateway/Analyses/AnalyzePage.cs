using System.Net.Mime;
using MediatR;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Articles;
using NewsApi.Gateway.Articles.Words;
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
                    + "sentences, their tokens, the explanations of the lines, the mentions and the facts come when they are asked for. Other forms than "
                    + "JSON have the sentences and tokens alone. "
                    + WordFormats.Description
            )
            .Produces<AnalysisResource>(
                StatusCodes.Status200OK,
                MediaTypeNames.Application.Json,
                MediaTypeNames.Text.Plain,
                ConlluText.MediaType
            )
            .ShowsWords()
            .Fails(
                ProblemKind.InvalidParameter,
                ProblemKind.MalformedBody,
                ProblemKind.UnknownField,
                ProblemKind.InvalidField,
                ProblemKind.NotAcceptable,
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
    static Task<IResult> HandleAsync(Query<AnalysisParameters> query, SubmittedPage page, HttpContext context, IMediator mediator)
    {
        var format = WordFormats.Choose(context, query.Value.Format);
        if (format == WordFormat.Json)
            return mediator.Send(new AnalyzePageQuery(page, query.Value.Features, query.Value.Offsets), context.RequestAborted);
        if (query.Value.Features.Where(IsJsonAlone).Distinct().ToList() is { Count: > 0 } features)
            throw new ProblemException(OnlyAsJson(features, format));
        return mediator.Send(new SegmentPageQuery(page, format, query.Value.Offsets), context.RequestAborted);
    }

    static bool IsJsonAlone(AnalysisFeature feature) =>
        feature is AnalysisFeature.Explanations or AnalysisFeature.Mentions or AnalysisFeature.Facts;

    static Problem OnlyAsJson(IReadOnlyList<AnalysisFeature> features, WordFormat format) =>
        new(ProblemKind.InvalidParameter, "Parameters of the request have values that are not allowed.")
        {
            Errors =
            [
                .. features.Select(feature => new ProblemError(
                    $"{feature} are given as JSON, and {format.MediaType()} is asked for.",
                    Parameter: "features"
                )),
            ],
        };
}

/// <summary>What an analysis can have beside the article and its lines.</summary>
public enum AnalysisFeature
{
    Sentences,

    /// <summary>Brings the sentences as well.</summary>
    Tokens,

    Explanations,

    /// <summary>Names, dates and quantities, and the positions that persons hold.</summary>
    Mentions,

    /// <summary>What the text states, with the words that prove it. Brings the mentions as well.</summary>
    Facts,
}

public sealed class AnalysisParameters
{
    [QueryParameter(
        "What to add to the article and its lines: sentences, tokens (with the sentences they are in), explanations, mentions (with the positions that persons hold), facts (with mentions and positions).",
        Example = "sentences,explanations"
    )]
    public IReadOnlyList<AnalysisFeature> Features { get; set; } = [];

    [QueryParameter("What offsets count: UTF-16 code units, code points, or bytes of UTF-8.")]
    public OffsetUnit Offsets { get; set; } = OffsetUnit.Utf16;

    [QueryParameter(WordFormats.ParameterDescription, Example = "conllu")]
    public WordFormat? Format { get; set; }
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

    /// <summary>Names, dates and quantities; absent where neither they nor facts were asked for.</summary>
    public IReadOnlyList<MentionResource>? Mentions { get; init; }

    /// <summary>Why each mention is one; absent unless mentions and explanations were asked for.</summary>
    public IReadOnlyList<MentionExplanationResource>? MentionExplanations { get; init; }

    /// <summary>Roles that persons hold; absent where neither mentions nor facts were asked for.</summary>
    public IReadOnlyList<PositionResource>? Positions { get; init; }

    /// <summary>What the text states, with the words that prove it; absent where facts were not asked for.</summary>
    public IReadOnlyList<FactResource>? Facts { get; init; }
}

/// <param name="Page">Keeps every limit and has text in it: reading the request saw to that.</param>
public sealed record AnalyzePageQuery(SubmittedPage Page, IReadOnlyList<AnalysisFeature> Features, OffsetUnit Offsets) : IRequest<IResult>;

/// <summary>The words of a page of which nothing is kept.</summary>
/// <param name="Page">Keeps every limit and has text in it: reading the request saw to that.</param>
/// <param name="Format">Another than JSON.</param>
public sealed record SegmentPageQuery(SubmittedPage Page, WordFormat Format, OffsetUnit Offsets) : IRequest<IResult>;

public sealed class AnalyzePageHandler(ProcessingClient engine)
    : IRequestHandler<AnalyzePageQuery, IResult>,
        IRequestHandler<SegmentPageQuery, IResult>
{
    public async Task<IResult> Handle(SegmentPageQuery request, CancellationToken cancellationToken)
    {
        var text = request.Page.Content.Text;
        var response = await engine.AnalyzeAsync(new AnalyzeRequest { Text = text, Features = { Feature.Tokens } }, cancellationToken);
        return WordAnswer.Of(
            request.Format,
            new WordSource(null, null, response.PipelineVersion),
            response.Document,
            text,
            request.Offsets
        );
    }

    public async Task<IResult> Handle(AnalyzePageQuery request, CancellationToken cancellationToken)
    {
        var text = request.Page.Content.Text;
        var asked = request.Features.Select(Asked).Distinct();
        var response = await engine.AnalyzeAsync(new AnalyzeRequest { Text = text, Features = { asked } }, cancellationToken);

        var document = response.Document;
        var offsets = new OffsetConverter(text, request.Offsets);
        var withTokens = request.Features.Contains(AnalysisFeature.Tokens);
        var withSentences = withTokens || request.Features.Contains(AnalysisFeature.Sentences);
        var withExplanations = request.Features.Contains(AnalysisFeature.Explanations);
        var withFacts = request.Features.Contains(AnalysisFeature.Facts);
        var withMentions = withFacts || request.Features.Contains(AnalysisFeature.Mentions);
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
            Mentions = withMentions ? [.. document.Mentions.Select(mention => MentionResources.Of(mention, offsets))] : null,
            MentionExplanations = withMentions && withExplanations ? MentionResources.Explanations(document) : null,
            Positions = withMentions ? [.. document.Positions.Select(position => MentionResources.Of(position, offsets))] : null,
            Facts = withFacts ? [.. document.Facts.Select(fact => FactResources.Of(fact, text, offsets))] : null,
        };
        analysis.Show(document, offsets);
        return TypedResults.Ok(analysis);
    }

    static Feature Asked(AnalysisFeature feature) =>
        feature switch
        {
            AnalysisFeature.Sentences => Feature.Sentences,
            AnalysisFeature.Tokens => Feature.Tokens,
            AnalysisFeature.Explanations => Feature.Explanations,
            AnalysisFeature.Mentions => Feature.Mentions,
            AnalysisFeature.Facts => Feature.Facts,
            _ => throw new ArgumentOutOfRangeException(nameof(feature), feature, null),
        };
}
