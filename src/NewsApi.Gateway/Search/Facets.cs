using Microsoft.EntityFrameworkCore;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Search;

/// <summary>What found articles are counted by.</summary>
public enum ArticleFacet
{
    Source,
    Author,
    Person,
    Organization,
    Location,
    Topic,
    Language,
    FactType,

    /// <summary>Of publication, in Vietnam's time.</summary>
    Day,

    /// <summary>Of publication, in Vietnam's time.</summary>
    Month,
}

/// <summary>Counts of one kind over all articles that meet the query.</summary>
/// <param name="Facet">What is counted by.</param>
/// <param name="Values">The most frequent first, at most 20; days and months in their order, the latest 400.</param>
public sealed record FacetResource(ArticleFacet Facet, IReadOnlyList<FacetValueResource> Values);

/// <param name="Value">A name, a label, a code, a day ("2026-03-15") or a month ("2026-03").</param>
/// <param name="Articles">How many articles have it.</param>
/// <param name="EntityId">Of a person, an organization or a location.</param>
/// <param name="Label">Of a topic, in Vietnamese; its value is the code.</param>
public sealed record FacetValueResource(string Value, int Articles, Guid? EntityId = null, string? Label = null);

/// <summary>Counts what a query finds.</summary>
public sealed class Facets(NewsDbContext db)
{
    const int MostValues = 20;
    const int MostTimes = 400;

    /// <param name="found">All articles that meet the query, not only those of a page.</param>
    public async Task<IReadOnlyList<FacetResource>> CountAsync(
        IQueryable<ArticleRow> found,
        IReadOnlyList<ArticleFacet> facets,
        CancellationToken cancellation
    )
    {
        var counted = new List<FacetResource>();
        foreach (var facet in facets.Distinct())
            counted.Add(new FacetResource(facet, await CountAsync(found, facet, cancellation)));
        return counted;
    }

    async Task<IReadOnlyList<FacetValueResource>> CountAsync(
        IQueryable<ArticleRow> found,
        ArticleFacet facet,
        CancellationToken cancellation
    ) =>
        facet switch
        {
            ArticleFacet.Source => await ByLabelAsync(found.Select(row => row.Source), cancellation),
            ArticleFacet.Language => await ByLabelAsync(found.Select(row => row.Language), cancellation),
            ArticleFacet.Topic => await ByTopicAsync(found, cancellation),
            ArticleFacet.Author => await ByAuthorAsync(found, cancellation),
            ArticleFacet.Person => await ByEntityAsync(found, EntityType.Person, cancellation),
            ArticleFacet.Organization => await ByEntityAsync(found, EntityType.Organization, cancellation),
            ArticleFacet.Location => await ByEntityAsync(found, EntityType.Location, cancellation),
            ArticleFacet.FactType => await ByFactTypeAsync(found, cancellation),
            ArticleFacet.Day => await ByTimeAsync(found, "yyyy-MM-dd", cancellation),
            ArticleFacet.Month => await ByTimeAsync(found, "yyyy-MM", cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(facet), facet, "no such facet"),
        };

    static async Task<List<FacetValueResource>> ByLabelAsync(IQueryable<string?> labels, CancellationToken cancellation) =>
        (
            await labels
                .Where(label => label != null)
                .GroupBy(label => label!)
                .Select(group => new { Label = group.Key, Count = group.Count() })
                .OrderByDescending(value => value.Count)
                .ThenBy(value => value.Label)
                .Take(MostValues)
                .ToListAsync(cancellation)
        ).ConvertAll(value => new FacetValueResource(value.Label, value.Count));

    async Task<List<FacetValueResource>> ByAuthorAsync(IQueryable<ArticleRow> found, CancellationToken cancellation)
    {
        var ids = found.Select(row => row.Id);
        return (
            await db
                .ArticleAuthors.Where(author => ids.Contains(author.ArticleId))
                .GroupBy(author => author.Key)
                .Select(group => new { Name = group.Min(author => author.Name)!, Count = group.Count() })
                .OrderByDescending(value => value.Count)
                .ThenBy(value => value.Name)
                .Take(MostValues)
                .ToListAsync(cancellation)
        ).ConvertAll(value => new FacetValueResource(value.Name, value.Count));
    }

    async Task<List<FacetValueResource>> ByTopicAsync(IQueryable<ArticleRow> found, CancellationToken cancellation)
    {
        var ids = found.Select(row => row.Id);
        return (
            await db
                .ArticleTopics.Where(topic => ids.Contains(topic.ArticleId))
                .GroupBy(topic => topic.Code)
                .Select(group => new
                {
                    Code = group.Key,
                    Label = group.Max(topic => topic.Label)!,
                    Count = group.Count(),
                })
                .OrderByDescending(value => value.Count)
                .ThenBy(value => value.Code)
                .Take(MostValues)
                .ToListAsync(cancellation)
        ).ConvertAll(value => new FacetValueResource(value.Code, value.Count, Label: value.Label));
    }

    async Task<List<FacetValueResource>> ByEntityAsync(IQueryable<ArticleRow> found, EntityType type, CancellationToken cancellation)
    {
        var ids = found.Select(row => row.Id);
        return (
            await db
                .ArticleEntities.Where(link => link.Type == type && ids.Contains(link.ArticleId))
                .Select(link => new { link.EntityId, link.ArticleId })
                .Distinct()
                .GroupBy(link => link.EntityId)
                .Select(group => new { Id = group.Key, Count = group.Count() })
                .Join(
                    db.Entities,
                    value => value.Id,
                    entity => entity.Id,
                    (value, entity) =>
                        new
                        {
                            entity.Name,
                            value.Id,
                            value.Count,
                        }
                )
                .OrderByDescending(value => value.Count)
                .ThenBy(value => value.Name)
                .ThenBy(value => value.Id)
                .Take(MostValues)
                .ToListAsync(cancellation)
        ).ConvertAll(value => new FacetValueResource(value.Name, value.Count, value.Id));
    }

    async Task<List<FacetValueResource>> ByFactTypeAsync(IQueryable<ArticleRow> found, CancellationToken cancellation)
    {
        var ids = found.Select(row => row.Id);
        return (
            await db
                .FactEvidence.Where(evidence => ids.Contains(evidence.ArticleId))
                .Join(db.Facts, evidence => evidence.FactId, fact => fact.Id, (evidence, fact) => new { evidence.ArticleId, fact.Type })
                .Distinct()
                .GroupBy(pair => pair.Type)
                .Select(group => new { Type = group.Key, Count = group.Count() })
                .OrderByDescending(value => value.Count)
                .ThenBy(value => value.Type)
                .Take(MostValues)
                .ToListAsync(cancellation)
        ).ConvertAll(value => new FacetValueResource(
            System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.Type.ToString()),
            value.Count
        ));
    }

    static async Task<List<FacetValueResource>> ByTimeAsync(IQueryable<ArticleRow> found, string format, CancellationToken cancellation)
    {
        var days = await found
            .Where(row => row.PublishedDay != null)
            .GroupBy(row => row.PublishedDay!.Value)
            .Select(group => new { Day = group.Key, Count = group.Count() })
            .ToListAsync(cancellation);
        return
        [
            .. days.GroupBy(
                    day => DateOnly.FromDayNumber(day.Day).ToString(format, System.Globalization.CultureInfo.InvariantCulture),
                    StringComparer.Ordinal
                )
                .OrderBy(time => time.Key, StringComparer.Ordinal)
                .TakeLast(MostTimes)
                .Select(time => new FacetValueResource(time.Key, time.Sum(day => day.Count))),
        ];
    }
}
