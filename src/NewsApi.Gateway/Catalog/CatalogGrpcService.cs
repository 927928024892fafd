using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NewsApi.Contracts.Catalog.V1;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Articles;
using NewsApi.Gateway.Entities;
using NewsApi.Gateway.Facts;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;
using ArticleView = NewsApi.Contracts.Catalog.V1.ArticleView;

namespace NewsApi.Gateway.Catalog;

/// <summary>newsapi.catalog.v1: the kept articles over gRPC, by the handlers that answer the REST API.</summary>
public sealed class CatalogGrpcService(IMediator mediator, KeptArticles kept, NewsDbContext db) : CatalogService.CatalogServiceBase
{
    const int DefaultPage = 20;

    // As the REST API takes them: without the first and the last year there are.
    static readonly long Earliest = new DateTimeOffset(2, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
    static readonly long Latest = new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    public override async Task<GetArticleResponse> GetArticle(GetArticleRequest request, ServerCallContext context)
    {
        var row = await kept.GetAsync(IdOf("id", request.Id).ToString(), context.CancellationToken);
        var document = request.View == ArticleView.Full ? await kept.FindDocumentAsync(row, context.CancellationToken) : null;
        return new GetArticleResponse { Article = CatalogMapper.Map(ArticleResource.Of(row), document) };
    }

    public override async Task<ListArticlesResponse> ListArticles(ListArticlesRequest request, ServerCallContext context)
    {
        var page = await mediator.Send(
            new ListArticlesQuery
            {
                Q = Given(request.Query),
                Source = Given(request.Source),
                Entity = [.. request.EntityIds.Select(id => IdOf("entity_ids", id))],
                Topic = [.. request.Topics],
                FactType = [.. request.FactTypes],
                PublishedFrom = Time(request.PublishedFrom),
                PublishedTo = Time(request.PublishedTo),
                StoredFrom = Time(request.StoredFrom),
                StoredTo = Time(request.StoredTo),
                PageSize = SizeOf(request.PageSize),
                PageToken = Given(request.PageToken),
            },
            context.CancellationToken
        );
        var documents = request.View == ArticleView.Full ? await DocumentsAsync(page.Articles, context.CancellationToken) : [];
        return new ListArticlesResponse
        {
            Articles = { page.Articles.Select(article => CatalogMapper.Map(article, documents.GetValueOrDefault(article.Id))) },
            NextPageToken = page.NextPageToken ?? "",
        };
    }

    public override async Task<SearchEntitiesResponse> SearchEntities(SearchEntitiesRequest request, ServerCallContext context)
    {
        var page = await mediator.Send(
            new ListEntitiesQuery
            {
                Q = Given(request.Prefix),
                Type = [.. request.Types_],
                IsoCode = Given(request.IsoCode),
                PageSize = SizeOf(request.PageSize),
                PageToken = Given(request.PageToken),
            },
            context.CancellationToken
        );
        return new SearchEntitiesResponse
        {
            Entities = { page.Entities.Select(CatalogMapper.Map) },
            NextPageToken = page.NextPageToken ?? "",
        };
    }

    public override async Task<SearchFactsResponse> SearchFacts(SearchFactsRequest request, ServerCallContext context)
    {
        var page = await mediator.Send(
            new ListFactsQuery
            {
                Type = [.. request.Types_],
                Modality = [.. request.Modalities],
                Entity = [.. request.EntityIds.Select(id => IdOf("entity_ids", id))],
                Argument = Given(request.Argument),
                Value = Given(request.Value),
                Article = Given(request.ArticleId) is { } article ? IdOf("article_id", article) : null,
                SeenFrom = Time(request.SeenFrom),
                SeenTo = Time(request.SeenTo),
                PageSize = SizeOf(request.PageSize),
                PageToken = Given(request.PageToken),
            },
            context.CancellationToken
        );
        return new SearchFactsResponse { Facts = { page.Facts.Select(CatalogMapper.Map) }, NextPageToken = page.NextPageToken ?? "" };
    }

    async Task<Dictionary<Guid, Document>> DocumentsAsync(IReadOnlyList<ArticleResource> articles, CancellationToken cancellation)
    {
        var ids = articles.Select(article => article.Id).ToList();
        var documents = new Dictionary<Guid, Document>();
        foreach (var row in await db.Articles.Where(row => ids.Contains(row.Id)).ToListAsync(cancellation))
            if (await kept.FindDocumentAsync(row, cancellation) is { } document)
                documents.Add(row.Id, document);
        return documents;
    }

    // What is empty on the wire was not given.
    static string? Given(string value) => value.Length > 0 ? value : null;

    static DateTimeOffset? Time(Timestamp? time)
    {
        if (time is null)
            return null;
        return time.Nanos is >= 0 and < 1_000_000_000 && time.Seconds >= Earliest && time.Seconds < Latest
            ? time.ToDateTimeOffset()
            : throw Invalid(
                "published_from, published_to, stored_from, stored_to, seen_from, seen_to",
                "A timestamp is none, or of no time this API takes."
            );
    }

    static int SizeOf(int size) => size == 0 ? DefaultPage : size;

    static Guid IdOf(string field, string value) =>
        Guid.TryParseExact(value, "D", out var id) ? id : throw Invalid(field, $"\"{value}\" is no id; an id is a UUID in its usual form.");

    static ProblemException Invalid(string field, string fault) =>
        new(
            new Problem(ProblemKind.InvalidParameter, "Fields of the request have values that are not allowed.")
            {
                Errors = [new ProblemError(fault, Parameter: field)],
            }
        );
}
