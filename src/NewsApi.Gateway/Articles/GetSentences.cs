using System.Net.Mime;
using MediatR;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Articles.Words;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;
using NewsApi.Gateway.Processing;

namespace NewsApi.Gateway.Articles;

/// <summary>GET /v1/articles/{id}/sentences: the sentences of the article, and their words when asked for, as JSON, text or CoNLL-U.</summary>
public static class GetSentences
{
    public static void MapGetSentences(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/articles/{id}/sentences", HandleAsync)
            .Named(
                "listArticleSentences",
                "Articles",
                "List the sentences of an article",
                "The sentences of headline, lead, headings, paragraphs and captions, in the order of the page. Tokens are not kept: for "
                    + "them the text is read anew, which needs the processing service, and pipelineVersion is that of the new reading. "
                    + WordFormats.Description
            )
            .Produces<SentenceList>(
                StatusCodes.Status200OK,
                MediaTypeNames.Application.Json,
                MediaTypeNames.Text.Plain,
                ConlluText.MediaType
            )
            .ShowsSentences()
            .Produces(StatusCodes.Status304NotModified)
            .Fails(
                ProblemKind.InvalidParameter,
                ProblemKind.ArticleNotFound,
                ProblemKind.NotAcceptable,
                ProblemKind.NotAnalyzed,
                ProblemKind.EngineUnavailable,
                ProblemKind.StoreUnavailable,
                ProblemKind.EngineTooSlow
            );

    static Task<Conditional> HandleAsync(string id, Query<SentenceParameters> query, HttpContext context, IMediator mediator)
    {
        var format = WordFormats.Choose(context, query.Value.Format);
        IRequest<Conditional> request =
            query.Value.Tokens || format != WordFormat.Json
                ? new GetTokensQuery(id, format, query.Value.Offsets)
                : new GetSentencesQuery(id, query.Value.Offsets);
        return mediator.Send(request, context.RequestAborted);
    }
}

public sealed class SentenceParameters : OffsetParameter
{
    [QueryParameter("In JSON: true for the words, numbers and marks of every sentence too. The other forms always have them.")]
    public bool Tokens { get; set; }

    [QueryParameter(WordFormats.ParameterDescription, Example = "conllu")]
    public WordFormat? Format { get; set; }
}

/// <summary>The sentences as they were kept.</summary>
public sealed record GetSentencesQuery(string Id, OffsetUnit Offsets) : IRequest<Conditional>;

/// <summary>The sentences with their tokens, as the processing service reads them now.</summary>
public sealed record GetTokensQuery(string Id, WordFormat Format, OffsetUnit Offsets) : IRequest<Conditional>;

/// <param name="ArticleId">Whose sentences they are.</param>
/// <param name="Revision">Which of its texts they were read in.</param>
/// <param name="PipelineVersion">What read them.</param>
/// <param name="OffsetUnit">What spans count.</param>
/// <param name="Sentences">In the order of the page.</param>
public sealed record SentenceList(
    Guid ArticleId,
    int Revision,
    string PipelineVersion,
    OffsetUnit OffsetUnit,
    IReadOnlyList<SentenceResource> Sentences
);

public sealed class GetSentencesHandler(KeptArticles articles, ProcessingClient engine)
    : IRequestHandler<GetSentencesQuery, Conditional>,
        IRequestHandler<GetTokensQuery, Conditional>
{
    public async Task<Conditional> Handle(GetSentencesQuery request, CancellationToken cancellationToken)
    {
        var article = await articles.GetAnalyzedAsync(request.Id, cancellationToken);
        return new Conditional(
            EntityTag.Of(article, "sentences", request.Offsets),
            async cancellation =>
            {
                var document = await articles.DocumentAsync(article, cancellation);
                var text = await articles.TextAsync(article, cancellation);
                return TypedResults.Ok(List(article, article.PipelineVersion!, document, text, request.Offsets, withTokens: false));
            }
        );
    }

    /// <summary>The tag names the version that reads now, so a text is read also for a client that turns out to have the answer.</summary>
    public async Task<Conditional> Handle(GetTokensQuery request, CancellationToken cancellationToken)
    {
        var article = await articles.GetAnalyzedAsync(request.Id, cancellationToken);
        var text = await articles.TextAsync(article, cancellationToken);
        var answer = await engine.AnalyzeAsync(
            new AnalyzeRequest { Text = text, Features = { Feature.Sentences, Feature.Tokens } },
            cancellationToken
        );
        return new Conditional(
            EntityTag.Of(article, "tokens", answer.PipelineVersion, request.Format, request.Offsets),
            _ => Task.FromResult(Answer(article, answer, text, request))
        );
    }

    static IResult Answer(ArticleRow article, AnalyzeResponse answer, string text, GetTokensQuery request) =>
        request.Format == WordFormat.Json
            ? TypedResults.Ok(List(article, answer.PipelineVersion, answer.Document, text, request.Offsets, withTokens: true))
            : WordAnswer.Of(
                request.Format,
                new WordSource(article.Id, article.Revision, answer.PipelineVersion),
                answer.Document,
                text,
                request.Offsets
            );

    static SentenceList List(ArticleRow article, string pipelineVersion, Document document, string text, OffsetUnit unit, bool withTokens)
    {
        var offsets = new OffsetConverter(text, unit);
        var sentences = document.Sentences.Select(sentence => PartResources.Of(sentence, text, offsets, withTokens));
        return new SentenceList(article.Id, article.Revision, pipelineVersion, unit, [.. sentences]);
    }
}
