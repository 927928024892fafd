using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Facts.Reviews;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Facts.Conflicts;

/// <summary>Facts that may contradict each other have one argument in common: conflicts are looked for group by group.</summary>
/// <param name="Kind">What is looked for in the group.</param>
/// <param name="Argument">The name of the argument that its facts share.</param>
/// <param name="Types">Of which its facts are.</param>
sealed record ConflictGrouping(ConflictKind Kind, string Argument, FactType[] Types)
{
    /// <summary>In the order in which they are gone through. It is part of page tokens.</summary>
    public static readonly IReadOnlyList<ConflictGrouping> All =
    [
        new(ConflictKind.PositionHolders, "organization", [FactType.PositionHeld, FactType.Appointment]),
        // Posts that are one in all ("Chủ tịch nước") are often told without an organization.
        new(ConflictKind.PositionHolders, "position", [FactType.PositionHeld, FactType.Appointment]) { LacksOrganization = true },
        new(ConflictKind.PersonPositions, "person", [FactType.PositionHeld, FactType.Appointment]),
        new(ConflictKind.StatisticValues, "subject", [FactType.Statistic]),
        new(ConflictKind.EventDates, "event", [FactType.EventHeld]),
        new(ConflictKind.EventDates, "person", [FactType.Appointment]),
        new(ConflictKind.EventDates, "document", [FactType.Agreement]),
    ];

    /// <summary>Only groups in which a fact has no organization; what those with one contradict is found in the organization's group.</summary>
    public bool LacksOrganization { get; init; }

    public bool Has(Conflict conflict, IReadOnlyDictionary<string, KnownFact> facts) =>
        !LacksOrganization
        || conflict.Sides.SelectMany(side => side.FactIds).Any(id => facts[id].Arguments.All(argument => argument.Name != "organization"));
}

/// <summary>Reads groups of facts.</summary>
sealed class ConflictGroups(NewsDbContext db)
{
    /// <summary>Of one group, the latest: more are about an organization whose posts change hands anyway.</summary>
    const int MostFacts = 2000;

    static readonly Modality[] Telling = [Modality.Stated, Modality.Planned];

    /// <summary>The keys of groups in which there may be conflicts, in order, behind a key.</summary>
    public Task<List<Guid>> KeysAsync(ConflictGrouping grouping, Guid? after, int most, CancellationToken cancellation)
    {
        var arguments = db.FactArguments.Where(argument => argument.Name == grouping.Argument);
        if (after is { } key)
            arguments = arguments.Where(argument => argument.Key.CompareTo(key) > 0);
        return KeysAsync(arguments, grouping, most, cancellation);
    }

    /// <summary>The keys of the groups in which the entity may have a part: those that share it, and those of the bodies where it has a post.</summary>
    public Task<List<Guid>> KeysAsync(ConflictGrouping grouping, Guid entity, Guid? after, int most, CancellationToken cancellation)
    {
        var facts = db.FactArguments.Where(argument => argument.EntityId == entity).Select(argument => argument.FactId);
        var keys = db
            .FactArguments.Where(argument => argument.Name == grouping.Argument && facts.Contains(argument.FactId))
            .Select(argument => argument.Key);
        var arguments = db.FactArguments.Where(argument => argument.Name == grouping.Argument && keys.Contains(argument.Key));
        if (after is { } key)
            arguments = arguments.Where(argument => argument.Key.CompareTo(key) > 0);
        return KeysAsync(arguments, grouping, most, cancellation);
    }

    Task<List<Guid>> KeysAsync(IQueryable<FactArgumentRow> arguments, ConflictGrouping grouping, int most, CancellationToken cancellation)
    {
        var telling = arguments.Where(argument =>
            db.Facts.Any(fact => fact.Id == argument.FactId && grouping.Types.Contains(fact.Type) && Telling.Contains(fact.Modality))
        );
        if (grouping.LacksOrganization)
            telling = telling.Where(argument =>
                !db.FactArguments.Any(other => other.FactId == argument.FactId && other.Name == "organization")
            );
        var least = grouping.LacksOrganization ? 1 : 2;
        return telling
            .GroupBy(argument => argument.Key)
            .Where(group => group.Count() >= least)
            .OrderBy(group => group.Key)
            .Select(group => group.Key)
            .Take(most)
            .ToListAsync(cancellation);
    }

    /// <summary>The question to the engine: the facts of a group.</summary>
    public async Task<FindConflictsRequest> AskAsync(ConflictGrouping grouping, Guid key, CancellationToken cancellation)
    {
        var ofKey = db
            .FactArguments.Where(argument => argument.Name == grouping.Argument && argument.Key == key)
            .Select(argument => argument.FactId);
        var rejected = FactReviews.Rejected(db);
        var facts = await db
            .Facts.Where(fact =>
                !rejected.Contains(fact.Id)
                && ofKey.Contains(fact.Id)
                && grouping.Types.Contains(fact.Type)
                && Telling.Contains(fact.Modality)
            )
            .OrderByDescending(fact => fact.LastSeen)
            .ThenByDescending(fact => fact.Id)
            .Take(MostFacts)
            .ToListAsync(cancellation);
        var ids = facts.Select(fact => fact.Id).ToList();
        var arguments = (await db.FactArguments.Where(row => ids.Contains(row.FactId)).ToListAsync(cancellation)).ToLookup(row =>
            row.FactId
        );
        var times = await TimesAsync(ids, cancellation);
        return new FindConflictsRequest
        {
            Facts = { facts.Select(fact => Known(fact, arguments[fact.Id], times[fact.Id])) },
            Kinds = { grouping.Kind },
        };
    }

    /// <summary>Of the articles of which the time is known: the rest were kept at a time that tells nothing.</summary>
    async Task<ILookup<Guid, DateTimeOffset>> TimesAsync(List<Guid> facts, CancellationToken cancellation) =>
        (
            await db
                .FactEvidence.Where(row => facts.Contains(row.FactId))
                .Join(
                    db.Articles.Where(article => article.PublishedAt != null || article.InferredAt != null),
                    evidence => evidence.ArticleId,
                    article => article.Id,
                    (evidence, _) => new { evidence.FactId, evidence.SeenAt }
                )
                .Distinct()
                .ToListAsync(cancellation)
        ).ToLookup(row => row.FactId, row => row.SeenAt);

    static KnownFact Known(FactRow fact, IEnumerable<FactArgumentRow> arguments, IEnumerable<DateTimeOffset> times)
    {
        var known = new KnownFact
        {
            Id = fact.Id.ToString(),
            Type = fact.Type,
            Modality = fact.Modality,
            Arguments = { arguments.OrderBy(argument => argument.Ordinal).Select(Known) },
            Articles = fact.Articles,
        };
        if (times.Any())
        {
            known.FirstSeen = times.Min().ToString("O", CultureInfo.InvariantCulture);
            known.LastSeen = times.Max().ToString("O", CultureInfo.InvariantCulture);
        }
        return known;
    }

    static KnownArgument Known(FactArgumentRow row)
    {
        var argument = new KnownArgument { Name = row.Name, Value = row.Value };
        if (row.EntityId is { } id)
            argument.EntityId = id.ToString();
        return argument;
    }
}
