using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Articles.Intake;

/// <summary>What makes a submitted page the same article as a kept one: its source's id, else its URL, else its text.</summary>
public sealed class ArticleIdentity
{
    public ArticleIdentity(SubmittedPage page)
    {
        var claims = page.Claims;
        Source = claims.Source;
        ExternalId = claims.ExternalId;
        Url = claims.Url;
        CanonicalUrl = claims.Url is { } url && Articles.CanonicalUrl.TryCreate(url, out var canonical) ? canonical : null;
        TextHash = page.Content.TextHash;
    }

    public string? Source { get; }

    public string? ExternalId { get; }

    /// <summary>An external id counts within its source; those without a source have one namespace of their own.</summary>
    public string? ExternalKey => ExternalId is null ? null : $"{Source}\n{ExternalId}";

    public string? Url { get; }

    public string? CanonicalUrl { get; }

    public byte[] TextHash { get; }

    /// <summary>
    /// Articles with one text share a group. Their number is made of the hash (a UUIDv8), so that no article has to be asked for it and
    /// none can be left behind when another gets a new text.
    /// </summary>
    public Guid GroupId
    {
        get
        {
            var bytes = TextHash[..16];
            bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
            bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
            return new Guid(bytes, bigEndian: true);
        }
    }

    public bool HasTextOf(ArticleRow article) => article.TextHash.AsSpan().SequenceEqual(TextHash);

    /// <summary>The kept article that this page is; null when it is none of them.</summary>
    public async Task<ArticleRow?> FindAsync(NewsDbContext db, CancellationToken cancellation)
    {
        if (ExternalKey is { } key && await db.Articles.SingleOrDefaultAsync(row => row.ExternalKey == key, cancellation) is { } byId)
            return byId;
        if (CanonicalUrl is { } url && await db.Articles.SingleOrDefaultAsync(row => row.CanonicalUrl == url, cancellation) is { } byUrl)
            return byUrl;
        return await WithSameText(db).OrderBy(row => row.StoredAt).ThenBy(row => row.Id).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>
    /// Gives an article what this page says of itself and the article lacks: a text that came alone is later found at its URL. What
    /// another article has already, and what the article says otherwise, stays as it is.
    /// </summary>
    /// <returns>Whether anything was added.</returns>
    public async Task<bool> CompleteAsync(ArticleRow article, NewsDbContext db, CancellationToken cancellation)
    {
        var before = (article.ExternalKey, article.CanonicalUrl, article.Source);
        // An external id that another article has would have led to that article: it is free. A URL need not be.
        if (article.ExternalKey is null && ExternalKey is not null && (article.Source is null || article.Source == Source))
            (article.ExternalId, article.ExternalKey) = (ExternalId, ExternalKey);
        if (
            article.CanonicalUrl is null
            && CanonicalUrl is not null
            && !await db.Articles.AnyAsync(row => row.CanonicalUrl == CanonicalUrl, cancellation)
        )
            (article.Url, article.CanonicalUrl) = (Url, CanonicalUrl);
        if (article.ExternalKey is null || article.ExternalKey == ExternalKey)
            article.Source ??= Source;
        return before != (article.ExternalKey, article.CanonicalUrl, article.Source);
    }

    /// <summary>The same text under another URL or another id is another article, of the same group.</summary>
    IQueryable<ArticleRow> WithSameText(NewsDbContext db)
    {
        var (hash, key, url) = (TextHash, ExternalKey, CanonicalUrl);
        return db.Articles.Where(row =>
            row.TextHash == hash
            && (key == null || row.ExternalKey == null || row.ExternalKey == key)
            && (url == null || row.CanonicalUrl == null || row.CanonicalUrl == url)
        );
    }
}
