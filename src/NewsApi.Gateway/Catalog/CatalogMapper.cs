using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using NewsApi.Contracts.Catalog.V1;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Articles;
using NewsApi.Gateway.Entities;
using NewsApi.Gateway.Facts;
using State = NewsApi.Gateway.Persistence.ArticleState;

namespace NewsApi.Gateway.Catalog;

/// <summary>Writes what the API's resources say into the messages of newsapi.catalog.v1.</summary>
static class CatalogMapper
{
    /// <param name="document">Null where it was not asked for, or the article is not analysed.</param>
    public static Article Map(ArticleResource article, Document? document)
    {
        var mapped = new Article
        {
            Id = article.Id.ToString(),
            State = article.State switch
            {
                State.Pending => ArticleState.Pending,
                State.Ready => ArticleState.Ready,
                _ => ArticleState.Failed,
            },
            Revision = article.Revision,
            GroupId = article.GroupId.ToString(),
            StoredAt = Timestamp.FromDateTimeOffset(article.StoredAt),
            UpdatedAt = Timestamp.FromDateTimeOffset(article.UpdatedAt),
            Kind = article.Kind ?? PageKind.Unspecified,
            Document = document,
        };
        SetIfGiven(article.CopyOf?.ToString(), value => mapped.CopyOf = value);
        SetIfGiven(article.Source, value => mapped.Source = value);
        SetIfGiven(article.Url, value => mapped.Url = value);
        SetIfGiven(article.ExternalId, value => mapped.ExternalId = value);
        SetIfGiven(article.FailureReason, value => mapped.FailureReason = value);
        SetIfGiven(article.Language, value => mapped.Language = value);
        SetIfGiven(article.PipelineVersion, value => mapped.PipelineVersion = value);
        SetIfGiven(article.Title, value => mapped.Title = value);
        SetIfGiven(article.Lead, value => mapped.Lead = value);
        SetIfGiven(article.Published?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture), value => mapped.Published = value);
        if (article.NeedsReview is { } needsReview)
            mapped.NeedsReview = needsReview;
        return mapped;
    }

    public static Entity Map(EntityResource entity)
    {
        var mapped = new Entity
        {
            Id = entity.Id.ToString(),
            Type = entity.Type,
            Name = entity.Name,
            Articles = entity.Articles,
            Mentions = entity.Mentions,
            FirstSeen = Timestamp.FromDateTimeOffset(entity.FirstSeen),
            LastSeen = Timestamp.FromDateTimeOffset(entity.LastSeen),
        };
        SetIfGiven(entity.IsoCode, value => mapped.IsoCode = value);
        SetIfGiven(entity.LatestPosition, value => mapped.LatestPosition = value);
        return mapped;
    }

    public static StoredFact Map(StoredFactResource fact) =>
        new()
        {
            Id = fact.Id.ToString(),
            Type = fact.Type,
            Modality = fact.Modality,
            Arguments = { fact.Arguments.Select(Map) },
            Articles = fact.Articles,
            Confidence = fact.Confidence,
            FirstSeen = Timestamp.FromDateTimeOffset(fact.FirstSeen),
            LastSeen = Timestamp.FromDateTimeOffset(fact.LastSeen),
        };

    static StoredArgument Map(StoredArgumentResource argument)
    {
        var mapped = new StoredArgument { Name = argument.Name, Value = argument.Value };
        SetIfGiven(argument.EntityId?.ToString(), value => mapped.EntityId = value);
        return mapped;
    }

    static void SetIfGiven(string? value, Action<string> set)
    {
        if (value is not null)
            set(value);
    }
}
