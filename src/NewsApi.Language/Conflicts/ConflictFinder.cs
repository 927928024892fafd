using NewsApi.Text;

namespace NewsApi.Language.Conflicts;

/// <summary>
/// Finds facts that cannot all be true. Only what the text states or plans takes a side; what was held one after the other, what is
/// rounded and what is told less exactly is no contradiction.
/// </summary>
public sealed class ConflictFinder
{
    readonly PositionConflicts positions;

    ConflictFinder(SolePosts posts) => positions = new PositionConflicts(posts);

    public static ConflictFinder Load() => new(SolePosts.Load());

    /// <summary>By kind, then by what they are about; the order of the facts changes nothing.</summary>
    public IReadOnlyList<Conflict> Find(IEnumerable<KnownFact> facts, IReadOnlyCollection<ConflictKind> kinds)
    {
        var known = facts.OrderBy(fact => fact.Id, StringComparer.Ordinal).DistinctBy(fact => fact.Id).ToList();
        return
        [
            .. Of(ConflictKind.PositionHolders, positions.OfHolders),
            .. Of(ConflictKind.PersonPositions, positions.OfPersons),
            .. Of(ConflictKind.StatisticValues, ValueConflicts.OfStatistics),
            .. Of(ConflictKind.EventDates, ValueConflicts.OfDates),
        ];

        IEnumerable<Conflict> Of(ConflictKind kind, Func<IReadOnlyList<KnownFact>, IEnumerable<Conflict>> find) =>
            kinds.Count == 0 || kinds.Contains(kind) ? find(known) : [];
    }

    /// <summary>What values are compared by: the entity, or else the text without regard to capitals and placed tones.</summary>
    internal static string Key(KnownArgument argument) => argument.EntityId ?? Folding.Fold(argument.Value);

    internal static string? Key(KnownFact fact, string argument) => fact.Find(argument) is { } found ? Key(found) : null;
}
