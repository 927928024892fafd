namespace NewsApi.Gateway.Persistence;

public enum FactVerdict
{
    /// <summary>A person checked it: it is so.</summary>
    Confirmed,

    /// <summary>The articles do not say that, or it is not so.</summary>
    Rejected,

    /// <summary>It is so with other arguments.</summary>
    Edited,
}

/// <summary>
/// What a person said of a fact. A fact's id is made of what it says, so that the review holds when its articles are analysed again, and also
/// while no article states it: it is no row of the fact's and outlives it.
/// </summary>
public sealed class FactReviewRow
{
    public required Guid FactId { get; init; }

    public required FactVerdict Verdict { get; set; }

    /// <summary>Who said so, as the client names that person.</summary>
    public required string By { get; set; }

    public string? Reason { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>JSON: the arguments as articles give them, where the verdict is <see cref="FactVerdict.Edited"/>.</summary>
    public string? Stated { get; set; }

    /// <summary>JSON: the arguments as they should be, where the verdict is <see cref="FactVerdict.Edited"/>.</summary>
    public string? Corrected { get; set; }
}
