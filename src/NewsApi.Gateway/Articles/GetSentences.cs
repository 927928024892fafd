using MediatR;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;
using NewsApi.Gateway.Processing;

namespace NewsApi.Gateway.Articles;

/// <summary>GET /v1/articles/{id}/sentences: the sentences of the article, and their words when asked for.</summary>
public static class GetSentences
{
    public static void MapGetSentences(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/articles/{id}/sentences", HandleAsync)
            .Named(
                "listArticleSentences",
                "Articles",
                "List the sentences of an article",
                "The sentences of headline, lead, headings, paragraphs and captions, in the order of the page. Tokens are not kept: with "
                    + "tokens=true the text is read anew, which needs the processing service, and pipelineVersion is that of the new reading."
            )
            .Produces<SentenceList>()
            .Produces(StatusCodes.Status304NotModified)
            .Fails(
                ProblemKind.InvalidParameter,
                ProblemKind.ArticleNotFound,
                ProblemKind.NotAnalyzed,
                ProblemKind.EngineUnavailable,
                ProblemKind.StoreUnavailable,
                ProblemKind.EngineTooSlow
            );

    static async Task<IResult> HandleAsync(
        string id,
        Query<SentenceParameters> query,
        IMediator mediator,
        CancellationToken cancellation
    ) =>
        query.Value.Tokens
            ? TypedResults.Ok(await mediator.Send(new GetTokensQuery(id, query.Value.Offsets), cancellation))
            : await mediator.Send(new GetSentencesQuery(id, query.Value.Offsets), cancellation);
}

public sealed class SentenceParameters : OffsetParameter
{
    [QueryParameter("True for the words, numbers and marks of every sentence too.")]
    public bool Tokens { get; set; }
}

/// <summary>The sentences as they were kept.</summary>
public sealed record GetSentencesQuery(string Id, OffsetUnit Offsets) : IRequest<Conditional>;

/// <summary>The sentences with their tokens, as the processing service reads them now.</summary>
public sealed record GetTokensQuery(string Id, OffsetUnit Offsets) : IRequest<SentenceList>;

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
        IRequestHandler<GetTokensQuery, SentenceList>
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

    public async Task<SentenceList> Handle(GetTokensQuery request, CancellationToken cancellationToken)
    {
        var article = await articles.GetAnalyzedAsync(request.Id, cancellationToken);
        var text = await articles.TextAsync(article, cancellationToken);
        var answer = await engine.AnalyzeAsync(
            new AnalyzeRequest { Text = text, Features = { Feature.Sentences, Feature.Tokens } },
            cancellationToken
        );
        return List(article, answer.PipelineVersion, answer.Document, text, request.Offsets, withTokens: true);
    }

    static SentenceList List(ArticleRow article, string pipelineVersion, Document document, string text, OffsetUnit unit, bool withTokens)
    {
        var offsets = new OffsetConverter(text, unit);
        var sentences = document.Sentences.Select(sentence => PartResources.Of(sentence, text, offsets, withTokens));
        return new SentenceList(article.Id, article.Revision, pipelineVersion, unit, [.. sentences]);
    }
}
