using Microsoft.EntityFrameworkCore;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Facts.Reviews;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Facts;

/// <summary>Puts the facts of an article into rows, once its entities are linked. Runs inside a writing transaction.</summary>
static class FactWriter
{
    /// <summary>Arguments whose values are words, dates or numbers and no entities.</summary>
    static readonly HashSet<string> Plain =
    [
        "position",
        "kind",
        "time",
        "verb",
        "content",
        "direct",
        "level",
        "years",
        "value",
        "unit",
        "role",
    ];

    static readonly string[] Places = ["destination", "place"];

    public static async Task WriteAsync(NewsDbContext db, ArticleRow article, Document document)
    {
        var links = (await db.ArticleEntities.AsNoTracking().Where(row => row.ArticleId == article.Id).ToListAsync()).ToLookup(row =>
            row.Name
        );
        var facts = document
            .Facts.Where(fact => fact.Type != FactType.Unspecified && fact.Evidence.Count > 0)
            .GroupBy(fact => FactIdentity.IdOf(fact, article, EntityOf))
            .ToDictionary(group => group.Key, group => group.ToList());

        var before = await RemoveEvidenceAsync(db, article.Id);
        var ids = facts.Keys.ToList();
        var known = await db.Facts.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id);
        var corrected = await db
            .FactReviews.AsNoTracking()
            .Where(review => ids.Contains(review.FactId) && review.Corrected != null)
            .ToDictionaryAsync(review => review.FactId, review => FactReviews.Read(review.Corrected!));
        foreach (var (id, same) in facts)
        {
            if (!known.ContainsKey(id))
            {
                db.Facts.Add(NewRow(id, same[0], article.SeenAt));
                db.FactArguments.AddRange(
                    corrected.TryGetValue(id, out var arguments) ? FactReviews.RowsOf(id, arguments) : Arguments(id, same[0], EntityOf)
                );
            }
            db.FactEvidence.AddRange(Evidence(id, same, article));
        }
        article.FactsRevision = article.AnalyzedRevision;
        await db.SaveChangesAsync();
        await SettleAsync(db, [.. before, .. ids]);

        Guid? EntityOf(FactArgument argument) => Plain.Contains(argument.Name) ? null : Find(links[argument.Value], argument.Name);
    }

    /// <summary>Takes the article's evidence away, and with it what nobody else states.</summary>
    public static async Task RemoveArticleAsync(NewsDbContext db, Guid articleId) =>
        await SettleAsync(db, await RemoveEvidenceAsync(db, articleId));

    static async Task<HashSet<Guid>> RemoveEvidenceAsync(NewsDbContext db, Guid articleId)
    {
        var rows = db.FactEvidence.Where(row => row.ArticleId == articleId);
        var facts = (await rows.Select(row => row.FactId).Distinct().ToListAsync()).ToHashSet();
        await rows.ExecuteDeleteAsync();
        return facts;
    }

    /// <summary>One string may name two entities of an article: a place is looked for among places first, all else among persons and bodies.</summary>
    static Guid? Find(IEnumerable<ArticleEntityRow> links, string argument) =>
        links
            .OrderBy(link => Places.Contains(argument) && link.Type == EntityType.Location ? EntityType.Unspecified : link.Type)
            .FirstOrDefault()
            ?.EntityId;

    static FactRow NewRow(Guid id, Fact fact, DateTimeOffset seenAt) =>
        new()
        {
            Id = id,
            Type = fact.Type,
            Modality = fact.Modality,
            EventCode = fact.EventCode?.Event,
            EventMode = fact.EventCode is { HasMode: true } code ? code.Mode : null,
            FirstSeen = seenAt,
            LastSeen = seenAt,
        };

    static IEnumerable<FactArgumentRow> Arguments(Guid id, Fact fact, Func<FactArgument, Guid?> entityOf) =>
        fact.Arguments.Select(
            (argument, i) =>
                new FactArgumentRow
                {
                    FactId = id,
                    Ordinal = i,
                    Name = argument.Name,
                    Value = argument.Value,
                    EntityId = entityOf(argument),
                    Key = entityOf(argument) ?? FactIdentity.KeyOf(argument.Value),
                }
        );

    static IEnumerable<FactEvidenceRow> Evidence(Guid id, IEnumerable<Fact> same, ArticleRow article) =>
        same.SelectMany(fact => fact.Evidence.Select(evidence => (fact, evidence)))
            .Select(
                (pair, i) =>
                    new FactEvidenceRow
                    {
                        FactId = id,
                        ArticleId = article.Id,
                        Ordinal = i,
                        Line = pair.evidence.Line,
                        SentenceStart = pair.evidence.Sentence.Start,
                        SentenceEnd = pair.evidence.Sentence.End,
                        Start = pair.evidence.Span.Start,
                        End = pair.evidence.Span.End,
                        Extractor = pair.fact.Extractor,
                        Pattern = pair.fact.Pattern,
                        Confidence = pair.fact.Confidence,
                        SeenAt = article.SeenAt,
                    }
            );

    /// <summary>Counts, times and confidence of the facts by the evidence that there is; one without any goes.</summary>
    static async Task SettleAsync(NewsDbContext db, HashSet<Guid> ids)
    {
        var shares = (
            await db
                .FactEvidence.AsNoTracking()
                .Where(row => ids.Contains(row.FactId))
                .Select(row => new
                {
                    row.FactId,
                    row.ArticleId,
                    row.SeenAt,
                    row.Confidence,
                })
                .ToListAsync()
        ).ToLookup(row => row.FactId);
        foreach (var fact in await db.Facts.Where(row => ids.Contains(row.Id)).ToListAsync())
        {
            var evidence = shares[fact.Id].ToList();
            if (evidence.Count == 0)
            {
                db.Facts.Remove(fact);
                continue;
            }
            fact.Articles = evidence.Select(row => row.ArticleId).Distinct().Count();
            fact.Confidence = evidence.Max(row => row.Confidence);
            fact.FirstSeen = evidence.Min(row => row.SeenAt);
            fact.LastSeen = evidence.Max(row => row.SeenAt);
        }
        await db.SaveChangesAsync();
    }
}
