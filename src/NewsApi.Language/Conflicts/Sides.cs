using NewsApi.Language.Documents;

namespace NewsApi.Language.Conflicts;

/// <summary>Ranks the sides of a conflict.</summary>
static class Sides
{
    /// <summary>A side that has no more than one article to so many of the preferred one is a slip, most likely.</summary>
    const int TimesTheSlip = 3;

    /// <summary>The one that most articles state first, then the one seen last.</summary>
    public static Conflict Rank(ConflictKind kind, IReadOnlyList<KnownArgument> about, IEnumerable<Side> sides)
    {
        var ranked = sides
            .OrderByDescending(side => side.Articles)
            .ThenByDescending(side => side.LastSeen)
            .ThenBy(side => side.Facts[0].Id, StringComparer.Ordinal)
            .ToList();
        var first = ranked[0];
        var isPreferred = first.Articles > ranked[1].Articles && !first.IsPlanned;
        var tookPlace = ranked.Any(side => !side.IsPlanned);
        return new Conflict(kind, about, [.. ranked.Select(Side)]);

        ConflictSide Side(Side side) =>
            new(
                side.Differs,
                side == first && isPreferred ? ConflictRank.Preferred
                    : side.IsPlanned && tookPlace ? ConflictRank.Deprecated
                    : isPreferred && side.Articles * TimesTheSlip <= first.Articles ? ConflictRank.Deprecated
                    : ConflictRank.Normal,
                [.. side.Facts.Select(fact => fact.Id)]
            );
    }
}

/// <summary>What one side of a conflict says, and the facts that say it.</summary>
sealed class Side(IReadOnlyList<KnownArgument> differs, IReadOnlyList<KnownFact> facts)
{
    public IReadOnlyList<KnownArgument> Differs => differs;

    public IReadOnlyList<KnownFact> Facts => facts;

    /// <summary>At the most: an article may state several of the facts.</summary>
    public int Articles { get; } = facts.Sum(fact => fact.Articles);

    /// <summary>Null where of no article the time is known, as is <see cref="LastSeen"/>.</summary>
    public DateTimeOffset? FirstSeen { get; } = facts.Min(fact => fact.Seen?.First);

    public DateTimeOffset? LastSeen { get; } = facts.Max(fact => fact.Seen?.Last);

    public bool IsPlanned { get; } = facts.All(fact => fact.Modality == Modality.Planned);
}
