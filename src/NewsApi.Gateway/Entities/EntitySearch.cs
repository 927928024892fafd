using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Entities;

/// <summary>Finds entities by their names. Each search is one range of one index.</summary>
static class EntitySearch
{
    /// <summary>Behind every text that begins with what stands before it.</summary>
    const string Last = "\uFFFF";

    /// <summary>The ids of those with an alias that begins so.</summary>
    public static IQueryable<Guid> Beginning(NewsDbContext db, string start, bool withMarks)
    {
        var from = withMarks ? EntityKey.Exact(start) : EntityKey.Folded(start);
        var to = from + Last;
        return (
            withMarks
                ? db.EntityAliases.Where(alias => alias.Key.CompareTo(from) >= 0 && alias.Key.CompareTo(to) < 0)
                : db.EntityAliases.Where(alias => alias.Folded.CompareTo(from) >= 0 && alias.Folded.CompareTo(to) < 0)
        ).Select(alias => alias.EntityId);
    }

    /// <summary>The ids of those of this type that are called so; without marks in the name, marks do not count.</summary>
    public static IQueryable<Guid> Named(NewsDbContext db, EntityType type, string name)
    {
        var (exact, folded) = (EntityKey.Exact(name), EntityKey.Folded(name));
        return (
            EntityKey.HasMarks(name)
                ? db.EntityAliases.Where(alias => alias.Key == exact && alias.Type == type)
                : db.EntityAliases.Where(alias => alias.Folded == folded && alias.Type == type)
        ).Select(alias => alias.EntityId);
    }
}
