using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Articles;
using NewsApi.Gateway.Facts.Reviews;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Facts;

/// <summary>A fact over all kept articles that state it.</summary>
/// <param name="Id">Made of what the fact says: the same wherever and in whatever order its articles are kept, as long as its entities have their ids.</param>
/// <param name="Type">What it says; which arguments it has follows from that.</param>
/// <param name="Modality">stated, planned, denied or reported: an event that is planned and one that took place are two facts.</param>
/// <param name="EventCode">Of PLOVER; absent for all but meetings, visits and agreements.</param>
/// <param name="Arguments">As the first article that was kept gives them, or as a person corrected them.</param>
/// <param name="Articles">How many articles state it.</param>
/// <param name="Confidence">0 to 1: of the surest evidence.</param>
/// <param name="FirstSeen">The time of the earliest article that states it: published, or kept where no publication time is known.</param>
/// <param name="LastSeen">The time of the latest one.</param>
/// <param name="Evidence">The words that state it, the latest article first, of at most 100 places; absent in lists.</param>
/// <param name="Review">What a person said of it; absent where nobody did.</param>
/// <param name="Links">Where the rest is.</param>
public sealed record StoredFactResource(
    Guid Id,
    FactType Type,
    Modality Modality,
    EventCodeResource? EventCode,
    IReadOnlyList<StoredArgumentResource> Arguments,
    int Articles,
    double Confidence,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen,
    IReadOnlyList<StoredEvidenceResource>? Evidence,
    FactReviewResource? Review,
    StoredFactLinks Links
)
{
    public static StoredFactResource Of(
        FactRow row,
        IEnumerable<FactArgumentRow> arguments,
        FactReviewRow? review,
        IReadOnlyList<StoredEvidenceResource>? evidence = null
    ) =>
        new(
            row.Id,
            row.Type,
            row.Modality,
            row.EventCode is { } code ? new EventCodeResource(code, row.EventMode) : null,
            [
                .. arguments
                    .OrderBy(argument => argument.Ordinal)
                    .Select(argument => new StoredArgumentResource(argument.Name, argument.Value, argument.EntityId)),
            ],
            row.Articles,
            row.Confidence,
            row.FirstSeen,
            row.LastSeen,
            evidence,
            review is null ? null : FactReviewResource.Of(review),
            new StoredFactLinks($"/v1/facts/{row.Id}")
        );
}

/// <summary>One argument of a fact.</summary>
/// <param name="Name">person, position, organization, participants and so on, as the type has them.</param>
/// <param name="Value">A canonical name, a text, an ISO 8601 date or interval, a number, "true" or "false".</param>
/// <param name="EntityId">Of the entity that the value names; absent where it names none.</param>
public sealed record StoredArgumentResource(string Name, string Value, Guid? EntityId);

/// <summary>A place of an article that states a fact.</summary>
/// <param name="ArticleId">Of the article.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Source">Where the submitter has it from.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Line">Number of the line.</param>
/// <param name="Sentence">Of the sentence, in UTF-16 code units of the article's text.</param>
/// <param name="Span">Of the fact's words in it.</param>
/// <param name="Text">The sentence, as submitted.</param>
/// <param name="Extractor">Who found it.</param>
/// <param name="Pattern">What it was recognised by.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record StoredEvidenceResource(
    Guid ArticleId,
    string? Title,
    string? Source,
    DateTimeOffset? Published,
    int Line,
    SpanResource Sentence,
    SpanResource Span,
    string Text,
    string Extractor,
    string Pattern,
    double Confidence
);

/// <summary>Paths.</summary>
/// <param name="Self">The fact with its evidence.</param>
public sealed record StoredFactLinks(string Self);
