using MediatR;
using Microsoft.EntityFrameworkCore;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Entities;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;
using NewsApi.Gateway.Processing;

namespace NewsApi.Gateway.Facts.Conflicts;

public sealed class ListConflictsHandler(NewsDbContext db, KnownEntities entities, FactEvidence evidence, ProcessingClient engine)
    : IRequestHandler<ListConflictsQuery, ConflictPage>
{
    const int MostEvidence = 5;

    /// <summary>So many groups are looked through for one page, so that a request is over soon where there are few conflicts.</summary>
    const int MostGroups = 200;

    readonly ConflictGroups _groups = new(db);

    public async Task<ConflictPage> Handle(ListConflictsQuery request, CancellationToken cancellationToken)
    {
        var fingerprint = PageToken.Fingerprint(request);
        var after = PageToken.Read(request.PageToken, fingerprint);
        var size = Math.Min(request.PageSize, ListConflictsQuery.LargestPage);
        var entity = request.Entity is { } id ? (await entities.GetLivingAsync(id.ToString(), cancellationToken)).Id : (Guid?)null;

        var found = new List<ConflictResource>();
        var left = MostGroups;
        for (var i = (int)(after?.SortKey ?? 0); i < ConflictGrouping.All.Count; i++)
        {
            var grouping = ConflictGrouping.All[i];
            if (request.Kind.Count > 0 && !request.Kind.Contains(grouping.Kind))
                continue;
            var behind = after is { SortKey: var key } token && key == i ? token.Id : (Guid?)null;
            // One more than may be looked through tells whether there are more.
            foreach (var group in await KeysAsync(grouping, entity, behind, left + 1, cancellationToken))
            {
                if (found.Count >= size || left == 0)
                    return new ConflictPage(found, new PageToken(i, behind ?? Guid.Empty).Write(fingerprint));
                left--;
                found.AddRange(await FindAsync(grouping, group, entity, cancellationToken));
                behind = group;
            }
        }
        return new ConflictPage(found, null);
    }

    Task<List<Guid>> KeysAsync(ConflictGrouping grouping, Guid? entity, Guid? after, int most, CancellationToken cancellation) =>
        entity is { } id
            ? _groups.KeysAsync(grouping, id, after, most, cancellation)
            : _groups.KeysAsync(grouping, after, most, cancellation);

    async Task<IReadOnlyList<ConflictResource>> FindAsync(ConflictGrouping grouping, Guid key, Guid? entity, CancellationToken cancellation)
    {
        var question = await _groups.AskAsync(grouping, key, cancellation);
        if (question.Facts.Count < 2)
            return [];
        var answer = await engine.FindConflictsAsync(question, cancellation);
        var known = question.Facts.ToDictionary(fact => fact.Id);
        var shown = new List<ConflictResource>();
        foreach (var conflict in answer.Conflicts.Where(conflict => grouping.Has(conflict, known) && IsAbout(conflict, known, entity)))
            if (await ShowAsync(conflict, cancellation) is { } resource)
                shown.Add(resource);
        return shown;
    }

    static bool IsAbout(Conflict conflict, Dictionary<string, KnownFact> known, Guid? entity) =>
        entity is not { } id
        || conflict
            .Sides.SelectMany(side => side.FactIds)
            .SelectMany(fact => known[fact].Arguments)
            .Any(argument => argument.HasEntityId && Guid.Parse(argument.EntityId) == id);

    /// <summary>Null where articles were deleted meanwhile and no two sides are left.</summary>
    async Task<ConflictResource?> ShowAsync(Conflict conflict, CancellationToken cancellation)
    {
        await using var snapshot = await db.BeginSnapshotAsync(cancellation);
        var sides = new List<ConflictSideResource>();
        foreach (var side in conflict.Sides)
            if (await ShowAsync(side, cancellation) is { } resource)
                sides.Add(resource);
        return sides.Count < 2 ? null : new ConflictResource(conflict.Kind, [.. conflict.About.Select(Argument)], sides);
    }

    async Task<ConflictSideResource?> ShowAsync(ConflictSide side, CancellationToken cancellation)
    {
        var ids = side.FactIds.Select(Guid.Parse).ToList();
        var places = db.FactEvidence.Where(row => ids.Contains(row.FactId));
        var articles = await places.Select(row => row.ArticleId).Distinct().CountAsync(cancellation);
        if (articles == 0)
            return null;
        return new ConflictSideResource(
            [.. side.Differs.Select(Argument)],
            side.Rank,
            articles,
            await places.Select(row => row.SeenAt).OrderBy(time => time).FirstAsync(cancellation),
            await places.Select(row => row.SeenAt).OrderByDescending(time => time).FirstAsync(cancellation),
            ids,
            await evidence.OfAsync(ids, MostEvidence, cancellation)
        );
    }

    static StoredArgumentResource Argument(KnownArgument argument) =>
        new(argument.Name, argument.Value, argument.HasEntityId ? Guid.Parse(argument.EntityId) : null);
}
