using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Gateway.Persistence;

/// <summary>What one or more articles state. The same statement from several articles is one fact with several pieces of evidence.</summary>
public sealed class FactRow
{
    /// <summary>Made of what the fact says, so that the same fact has the same id whichever article comes first.</summary>
    public required Guid Id { get; init; }

    public required FactType Type { get; init; }

    public required Modality Modality { get; init; }

    /// <summary>PLOVER; null for what is no event between parties.</summary>
    public string? EventCode { get; set; }

    public string? EventMode { get; set; }

    /// <summary>How many articles state it.</summary>
    public int Articles { get; set; }

    /// <summary>0 to 1: of the surest evidence.</summary>
    public double Confidence { get; set; }

    /// <summary>The time of the earliest article that states it: published, or kept where no publication time is known.</summary>
    public required DateTimeOffset FirstSeen { get; set; }

    public required DateTimeOffset LastSeen { get; set; }
}

/// <summary>One argument of a fact.</summary>
public sealed class FactArgumentRow
{
    public required Guid FactId { get; init; }

    /// <summary>Place among the arguments, from 0.</summary>
    public required int Ordinal { get; init; }

    public required string Name { get; init; }

    public required string Value { get; init; }

    /// <summary>Null where the value is no entity.</summary>
    public Guid? EntityId { get; init; }

    /// <summary>The entity, or a hash over the value in the form that names are compared in: equal for what is the same.</summary>
    public required Guid Key { get; init; }
}

/// <summary>A place of an article that states a fact. Spans slice the analysed text, in UTF-16 code units.</summary>
public sealed class FactEvidenceRow
{
    public required Guid FactId { get; init; }

    public required Guid ArticleId { get; init; }

    /// <summary>Place among the article's evidence of the fact, from 0.</summary>
    public required int Ordinal { get; init; }

    public required int Line { get; init; }

    public required int SentenceStart { get; init; }

    public required int SentenceEnd { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public required string Extractor { get; init; }

    public required string Pattern { get; init; }

    public required double Confidence { get; init; }

    public required DateTimeOffset SeenAt { get; init; }
}
