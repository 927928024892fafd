namespace NewsApi.Gateway.Articles.Intake;

/// <summary>Section "Intake": how pages that are kept come to be analysed.</summary>
public sealed class IntakeOptions
{
    public const string Section = "Intake";

    /// <summary>How often a page goes to the engine before it is given up. An engine that cannot be reached does not count. Default 5.</summary>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>The time after the first failed attempt; each next one is four times as long, up to <see cref="MaxRetryDelay"/>. Default 2 s.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Default 5 min.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many pages the worker has analysed at once. Default 2.</summary>
    public int Concurrency { get; set; } = 2;

    /// <summary>How long the worker lets an engine alone that could not be reached; doubles from a tenth of this. Default 10 s.</summary>
    public TimeSpan MaxPause { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the worker sleeps at most, to find pages that another gateway left. Default 30 s.</summary>
    public TimeSpan MaxSleep { get; set; } = TimeSpan.FromSeconds(30);

    public TimeSpan RetryDelayAfter(int attempts) =>
        TimeSpan.FromTicks((long)Math.Min(RetryDelay.Ticks * Math.Pow(4, attempts - 1), MaxRetryDelay.Ticks));
}
