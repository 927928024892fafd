using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Entities;

/// <summary>Reads entities.</summary>
public sealed class KnownEntities(NewsDbContext db)
{
    const int MostAliases = 100;
    const int MostHomonyms = 50;

    /// <summary>May be one that was merged into another.</summary>
    /// <exception cref="ProblemException">entity-not-found.</exception>
    public async Task<EntityRow> GetAsync(string id, CancellationToken cancellation) =>
        Guid.TryParseExact(id, "D", out var key) && await db.Entities.FirstOrDefaultAsync(row => row.Id == key, cancellation) is { } row
            ? row
            : throw new ProblemException(NotFound(id));

    /// <summary>The entity itself, or the one that it was merged into.</summary>
    /// <exception cref="ProblemException">entity-not-found.</exception>
    public async Task<EntityRow> GetLivingAsync(string id, CancellationToken cancellation) =>
        await GetAsync(id, cancellation) is var row && row.MergedInto is { } into ? await GetAsync(into.ToString(), cancellation) : row;

    /// <summary>With aliases and homonyms.</summary>
    public async Task<EntityResource> ReadAsync(EntityRow row, CancellationToken cancellation)
    {
        var aliases = await db
            .EntityAliases.Where(alias => alias.EntityId == row.Id && alias.Key != row.NameKey)
            .OrderBy(alias => alias.Key)
            .Take(MostAliases)
            .Select(alias => alias.Text)
            .ToListAsync(cancellation);
        var homonyms = await db
            .Entities.Where(other =>
                other.Type == row.Type && other.NameKey == row.NameKey && other.Id != row.Id && other.MergedInto == null
            )
            .OrderByDescending(other => other.Articles)
            .ThenBy(other => other.Id)
            .Take(MostHomonyms)
            .Select(other => new HomonymResource(other.Id, other.LatestPosition, other.Articles))
            .ToListAsync(cancellation);
        return EntityResource.Of(row, aliases, homonyms);
    }

    public static Problem NotFound(string id) =>
        new(ProblemKind.EntityNotFound, "No entity has this id.")
        {
            Errors = [new ProblemError($"\"{id}\" is the id of no entity that a kept article names.", Parameter: "id")],
        };
}
