using Microsoft.EntityFrameworkCore;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Entities.Linking;

/// <summary>Puts into rows which entities an article names. Runs inside a writing transaction.</summary>
static class EntityLinkWriter
{
    public const string EditorSign = "Editor";

    public static async Task WriteAsync(
        NewsDbContext db,
        ArticleRow article,
        IReadOnlyList<NamedEntity> entities,
        IReadOnlyList<EntityChoice> choices,
        DateTimeOffset now
    )
    {
        var old = await db.ArticleEntities.AsNoTracking().Where(row => row.ArticleId == article.Id).ToListAsync();
        var decisions = await db
            .EntityDecisions.Where(row => row.ArticleId == article.Id)
            .ToDictionaryAsync(row => (row.Type, row.Name), row => row.EntityId);
        var made = new Dictionary<(EntityType, string), Guid>();
        var links = new List<ArticleEntityRow>(entities.Count);
        for (var i = 0; i < entities.Count; i++)
            links.Add(Link(entities[i], choices[i]));

        await db.ArticleEntities.Where(row => row.ArticleId == article.Id).ExecuteDeleteAsync();
        await db.SaveChangesAsync();
        await CountAsync(db, old, links, now);
        await AddAliasesAsync(db, entities, links);
        db.ArticleEntities.AddRange(links);
        article.LinkedRevision = article.AnalyzedRevision;
        if (!Pairs(old).SetEquals(Pairs(links)))
            article.LinkVersion++;
        await db.SaveChangesAsync();
        await SettleAsync(db, old.Select(row => row.EntityId).ToHashSet());

        ArticleEntityRow Link(NamedEntity entity, EntityChoice choice)
        {
            var isDecided = decisions.TryGetValue((entity.Type, entity.Name), out var decided);
            return new ArticleEntityRow
            {
                ArticleId = article.Id,
                Type = entity.Type,
                Name = entity.Name,
                EntityId =
                    isDecided ? decided
                    : choice.HasCandidateId ? Guid.Parse(choice.CandidateId)
                    : New(entity),
                Mentions = entity.Mentions,
                Start = entity.First.Span.Start,
                End = entity.First.Span.End,
                Line = entity.First.Line,
                SeenAt = article.SeenAt,
                Positions = string.Join('\n', entity.Positions),
                Organizations = string.Join('\n', entity.Organizations),
                Score = isDecided ? 1 : choice.Score,
                Signs = isDecided ? EditorSign : string.Join(',', choice.Signs),
            };
        }

        // Two names of one article that differ in nothing that counts are one entity.
        Guid New(NamedEntity entity)
        {
            var key = (entity.Type, EntityKey.Exact(entity.Name));
            if (!made.TryGetValue(key, out var id))
            {
                made[key] = id = Guid.CreateVersion7(now);
                db.Entities.Add(NewRow(id, entity.Type, entity.Name, entity.IsoCode, article.SeenAt, now));
            }
            return id;
        }
    }

    public static EntityRow NewRow(Guid id, EntityType type, string name, string? isoCode, DateTimeOffset seenAt, DateTimeOffset now) =>
        new()
        {
            Id = id,
            Type = type,
            Name = name,
            NameKey = EntityKey.Exact(name),
            IsoCode = isoCode,
            FirstSeen = seenAt,
            LastSeen = seenAt,
            UpdatedAt = now,
        };

    /// <summary>Takes an article's share out of all counts, before the article goes.</summary>
    public static async Task RemoveArticleAsync(NewsDbContext db, Guid articleId, DateTimeOffset now)
    {
        var old = await db.ArticleEntities.AsNoTracking().Where(row => row.ArticleId == articleId).ToListAsync();
        if (old.Count == 0)
            return;
        await db.ArticleEntities.Where(row => row.ArticleId == articleId).ExecuteDeleteAsync();
        await CountAsync(db, old, [], now);
        await db.SaveChangesAsync();
        await SettleAsync(db, old.Select(row => row.EntityId).ToHashSet());
    }

    /// <summary>
    /// What the article adds and what it no longer has: counting all articles anew would cost more with each one that names the entity.
    /// </summary>
    static async Task CountAsync(
        NewsDbContext db,
        IReadOnlyList<ArticleEntityRow> old,
        IReadOnlyList<ArticleEntityRow> links,
        DateTimeOffset now
    )
    {
        var ids = old.Concat(links).Select(row => row.EntityId).Distinct().ToList();
        var (before, after) = (old.ToLookup(row => row.EntityId), links.ToLookup(row => row.EntityId));
        foreach (var entity in await db.Entities.Where(row => ids.Contains(row.Id)).ToListAsync())
        {
            entity.Articles += (after[entity.Id].Any() ? 1 : 0) - (before[entity.Id].Any() ? 1 : 0);
            entity.Mentions += after[entity.Id].Sum(row => row.Mentions) - before[entity.Id].Sum(row => row.Mentions);
            entity.UpdatedAt = now;
            foreach (var link in after[entity.Id])
                See(entity, link);
        }
    }

    static void See(EntityRow entity, ArticleEntityRow link)
    {
        if (link.SeenAt < entity.FirstSeen)
            entity.FirstSeen = link.SeenAt;
        if (link.SeenAt >= entity.LastSeen)
            entity.LastSeen = link.SeenAt;
        if (link.Positions.Length > 0 && (link.SeenAt >= entity.LastSeen || entity.LatestPosition is null))
            entity.LatestPosition = ArticleEntityRow.Split(link.Positions)[0];
    }

    static async Task AddAliasesAsync(NewsDbContext db, IReadOnlyList<NamedEntity> entities, List<ArticleEntityRow> links)
    {
        var ids = links.Select(row => row.EntityId).Distinct().ToList();
        var keys = entities.SelectMany(entity => entity.Aliases).Select(EntityKey.Exact).Distinct().ToList();
        var known = await db
            .EntityAliases.Where(row => ids.Contains(row.EntityId) && keys.Contains(row.Key))
            .ToDictionaryAsync(row => (row.EntityId, row.Key));
        for (var i = 0; i < entities.Count; i++)
            foreach (var alias in entities[i].Aliases)
            {
                var key = (links[i].EntityId, EntityKey.Exact(alias));
                if (!known.TryGetValue(key, out var row))
                {
                    row = known[key] = NewAlias(links[i].EntityId, entities[i].Type, alias);
                    db.EntityAliases.Add(row);
                }
                row.Links |= entities[i].Links(alias);
            }
    }

    public static EntityAliasRow NewAlias(Guid entityId, EntityType type, string text) =>
        new()
        {
            EntityId = entityId,
            Key = EntityKey.Exact(text),
            Type = type,
            Folded = EntityKey.Folded(text),
            Text = text,
        };

    /// <summary>After articles were taken from them: the times of those that are left; an entity without any goes, unless others were merged into it.</summary>
    static async Task SettleAsync(NewsDbContext db, HashSet<Guid> ids)
    {
        foreach (var entity in await db.Entities.Where(row => ids.Contains(row.Id)).ToListAsync())
        {
            if (entity.Articles > 0)
                await TimeAsync(db, entity);
            else if (
                !await db.Entities.AnyAsync(row => row.MergedInto == entity.Id)
                && !await db.EntityDecisions.AnyAsync(row => row.EntityId == entity.Id)
            )
                db.Entities.Remove(entity);
        }
        await db.SaveChangesAsync();
    }

    /// <summary>Counts everything anew: for what an editor moved.</summary>
    public static async Task RecountAsync(NewsDbContext db, EntityRow entity, DateTimeOffset now)
    {
        var rows = db.ArticleEntities.Where(row => row.EntityId == entity.Id);
        entity.Articles = await rows.Select(row => row.ArticleId).Distinct().CountAsync();
        entity.Mentions = await rows.SumAsync(row => row.Mentions);
        entity.UpdatedAt = now;
        if (entity.Articles > 0)
            await TimeAsync(db, entity);
        entity.LatestPosition = await rows.Where(row => row.Positions != "")
            .OrderByDescending(row => row.SeenAt)
            .ThenByDescending(row => row.ArticleId)
            .Select(row => row.Positions)
            .FirstOrDefaultAsync()
            is { } positions
            ? ArticleEntityRow.Split(positions)[0]
            : null;
    }

    static async Task TimeAsync(NewsDbContext db, EntityRow entity)
    {
        var times = db.ArticleEntities.Where(row => row.EntityId == entity.Id).Select(row => row.SeenAt);
        entity.FirstSeen = await times.OrderBy(time => time).FirstAsync();
        entity.LastSeen = await times.OrderByDescending(time => time).FirstAsync();
    }

    static HashSet<(EntityType, string, Guid)> Pairs(IEnumerable<ArticleEntityRow> rows) =>
        [.. rows.Select(row => (row.Type, row.Name, row.EntityId))];
}
