namespace NewsApi.Gateway.Persistence;

/// <summary>One text that an article had. Never changed once stored.</summary>
public sealed class RevisionRow
{
    public required Guid ArticleId { get; init; }

    /// <summary>From 1, without gaps within an article.</summary>
    public required int Number { get; init; }

    /// <summary>Key of the <see cref="ContentRow"/>.</summary>
    public required byte[] ContentHash { get; init; }

    /// <summary>How the bytes are read: "text/plain; charset=utf-8" or "text/plain; charset=utf-16" (or utf-16le, utf-16be).</summary>
    public required string MediaType { get; init; }

    /// <summary>SHA-256 over the UTF-8 of the decoded text.</summary>
    public required byte[] TextHash { get; init; }

    public required DateTimeOffset StoredAt { get; init; }
}
