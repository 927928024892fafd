using NewsApi.Language.Documents;

namespace NewsApi.Language.Conflicts;

/// <summary>In what facts contradict each other. The order is fixed: the contract counts on it.</summary>
public enum ConflictKind
{
    /// <summary>Several persons are said to hold at the same time a position that one person holds.</summary>
    PositionHolders,

    /// <summary>One person is said to hold at the same time positions that nobody holds together.</summary>
    PersonPositions,

    /// <summary>A statistic of one subject, unit and time has several values.</summary>
    StatisticValues,

    /// <summary>An event, an appointment or an agreement has several dates.</summary>
    EventDates,
}

/// <summary>How much stands behind a side of a conflict. The order is fixed: the contract counts on it.</summary>
public enum ConflictRank
{
    /// <summary>More articles state it than any other side.</summary>
    Preferred,

    Normal,

    /// <summary>At most a third as many articles state it as the preferred side, or it was planned and something else took place.</summary>
    Deprecated,
}

/// <summary>One argument of a known fact.</summary>
/// <param name="EntityId">The caller's id of the entity that the value names; null where it names none.</param>
public sealed record KnownArgument(string Name, string Value, string? EntityId);

/// <summary>A fact over all articles that state it.</summary>
/// <param name="Id">The caller's.</param>
/// <param name="Articles">How many articles state it.</param>
/// <param name="Seen">The times of the earliest and the latest of them; null where of none the time is known.</param>
public sealed record KnownFact(
    string Id,
    FactType Type,
    Modality Modality,
    IReadOnlyList<KnownArgument> Arguments,
    int Articles,
    (DateTimeOffset First, DateTimeOffset Last)? Seen
)
{
    internal KnownArgument? Find(string name) => Arguments.FirstOrDefault(argument => argument.Name == name);
}

/// <param name="Differs">In what this side differs from the others.</param>
public sealed record ConflictSide(IReadOnlyList<KnownArgument> Differs, ConflictRank Rank, IReadOnlyList<string> FactIds);

/// <param name="About">What all sides are about.</param>
/// <param name="Sides">Two or more, the one that most articles state first.</param>
public sealed record Conflict(ConflictKind Kind, IReadOnlyList<KnownArgument> About, IReadOnlyList<ConflictSide> Sides);
