using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Articles;

/// <summary>What a list is sorted by: the newest come first, and those without the time last.</summary>
public enum ArticleSort
{
    StoredAt,
    PublishedAt,

    /// <summary>How well an article meets q; at most the first 1,000.</summary>
    Relevance,
}

/// <summary>
/// Reads a list of articles from where a page token stands. Of each order every part is one range of one index, so that the thousandth
/// page costs what the first does.
/// </summary>
public static class ArticlePaging
{
    /// <summary>At most <paramref name="count"/> rows after <paramref name="after"/>; from the beginning where that is null.</summary>
    public static async Task<List<ArticleRow>> ReadPageAsync(
        this IQueryable<ArticleRow> rows,
        ArticleSort sort,
        PageToken? after,
        int count,
        CancellationToken cancellation
    )
    {
        if (sort == ArticleSort.Relevance)
            throw new ArgumentOutOfRangeException(nameof(sort), sort, "is no order of rows");
        if (sort == ArticleSort.StoredAt)
            return await ByStorage(rows, after).Take(count).ToListAsync(cancellation);

        List<ArticleRow> page = after is { SortKey: null } ? [] : await ByPublication(rows, after).Take(count).ToListAsync(cancellation);
        if (page.Count < count)
            page.AddRange(await WithoutPublication(rows, after).Take(count - page.Count).ToListAsync(cancellation));
        return page;
    }

    public static PageToken TokenAfter(ArticleRow row, ArticleSort sort) =>
        new(sort == ArticleSort.StoredAt ? row.StoredAt.UtcTicks : row.PublishedAt?.UtcTicks, row.Id);

    // "At most the key, and below it or with a smaller id" is what an index can seek; "below the key, or ..." would read all before it.

    static IQueryable<ArticleRow> ByStorage(IQueryable<ArticleRow> rows, PageToken? after)
    {
        if (after is { SortKey: { } ticks, Id: var id })
        {
            var at = Instant(ticks);
            rows = rows.Where(row => row.StoredAt <= at && (row.StoredAt < at || row.Id.CompareTo(id) < 0));
        }
        return rows.OrderByDescending(row => row.StoredAt).ThenByDescending(row => row.Id);
    }

    static IQueryable<ArticleRow> ByPublication(IQueryable<ArticleRow> rows, PageToken? after)
    {
        rows = rows.Where(row => row.PublishedAt != null);
        if (after is { SortKey: { } ticks, Id: var id })
        {
            var at = Instant(ticks);
            rows = rows.Where(row => row.PublishedAt <= at && (row.PublishedAt < at || row.Id.CompareTo(id) < 0));
        }
        return rows.OrderByDescending(row => row.PublishedAt).ThenByDescending(row => row.Id);
    }

    static IQueryable<ArticleRow> WithoutPublication(IQueryable<ArticleRow> rows, PageToken? after)
    {
        rows = rows.Where(row => row.PublishedAt == null);
        if (after is { SortKey: null, Id: var id })
            rows = rows.Where(row => row.Id.CompareTo(id) < 0);
        return rows.OrderByDescending(row => row.Id);
    }

    static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);
}
