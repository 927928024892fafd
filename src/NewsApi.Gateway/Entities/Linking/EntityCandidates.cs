using Microsoft.EntityFrameworkCore;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Entities.Linking;

/// <summary>Finds who of the known entities the entities of an article may be.</summary>
static class EntityCandidates
{
    const int MostForOne = 50;
    const int LatestArticles = 20;

    /// <summary>For each entity the known ones that share a name with it, those in most articles first.</summary>
    public static async Task<List<IReadOnlyList<KnownEntity>>> FindAsync(
        NewsDbContext db,
        IReadOnlyList<NamedEntity> entities,
        CancellationToken cancellation
    )
    {
        var keys = entities.SelectMany(entity => entity.LinkKeys).Distinct().ToList();
        var found = await db
            .EntityAliases.AsNoTracking()
            .Where(alias => alias.Links && keys.Contains(alias.Key))
            .Join(db.Entities.AsNoTracking(), alias => alias.EntityId, entity => entity.Id, (alias, entity) => new { alias, entity })
            .ToListAsync(cancellation);
        var byKey = found.ToLookup(pair => (pair.entity.Type, pair.alias.Key));
        return
        [
            .. entities.Select(entity =>
                (IReadOnlyList<KnownEntity>)
                    [
                        .. entity
                            .LinkKeys.SelectMany(key => byKey[(entity.Type, key)])
                            .GroupBy(pair => pair.entity.Id)
                            .Select(group => new KnownEntity(group.First().entity, [.. group.Select(pair => pair.alias.Text)]))
                            .OrderByDescending(known => known.Row.Articles)
                            .ThenBy(known => known.Row.Id)
                            .Take(MostForOne),
                    ]
            ),
        ];
    }

    /// <summary>The question to the engine: who these are. Of persons it is told what the latest articles say they are.</summary>
    public static async Task<LinkEntitiesRequest> AskAsync(
        NewsDbContext db,
        IEnumerable<(NamedEntity Entity, IReadOnlyList<KnownEntity> Candidates)> questions,
        CancellationToken cancellation
    )
    {
        var request = new LinkEntitiesRequest();
        foreach (var (entity, candidates) in questions)
        {
            var question = new EntityToLink { Profile = entity.Profile() };
            foreach (var candidate in candidates)
                question.Candidates.Add(await DescribeAsync(db, candidate, cancellation));
            request.Entities.Add(question);
        }
        return request;
    }

    static async Task<EntityCandidate> DescribeAsync(NewsDbContext db, KnownEntity known, CancellationToken cancellation)
    {
        var profile = new EntityProfile
        {
            Type = known.Row.Type,
            Name = known.Row.Name,
            Aliases = { known.Aliases },
        };
        if (known.Row.IsoCode is { } code)
            profile.IsoCode = code;
        if (known.Row.Type == EntityType.Person)
        {
            var latest = await db
                .ArticleEntities.Where(row => row.EntityId == known.Row.Id)
                .OrderByDescending(row => row.SeenAt)
                .ThenByDescending(row => row.ArticleId)
                .Take(LatestArticles)
                .Select(row => new { row.Positions, row.Organizations })
                .ToListAsync(cancellation);
            profile.Positions.AddRange(latest.SelectMany(row => ArticleEntityRow.Split(row.Positions)).Distinct());
            profile.Organizations.AddRange(latest.SelectMany(row => ArticleEntityRow.Split(row.Organizations)).Distinct());
        }
        return new EntityCandidate
        {
            Id = known.Row.Id.ToString(),
            Profile = profile,
            Articles = known.Row.Articles,
        };
    }
}

/// <param name="Aliases">Those by which it was found.</param>
public sealed record KnownEntity(EntityRow Row, IReadOnlyList<string> Aliases);
