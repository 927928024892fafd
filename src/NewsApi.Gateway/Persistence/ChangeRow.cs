namespace NewsApi.Gateway.Persistence;

public enum ChangeKind
{
    Created,
    Updated,

    /// <summary>A tombstone: the article is gone, this row stays.</summary>
    Deleted,
}

/// <summary>One entry of the log of changes, written in the transaction that makes the change. Also the outbox.</summary>
public sealed class ChangeRow
{
    /// <summary>Ascending, never used twice.</summary>
    public long Sequence { get; init; }

    public required ChangeKind Kind { get; init; }

    public required Guid ArticleId { get; init; }

    public required DateTimeOffset At { get; init; }
}
