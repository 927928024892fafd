namespace NewsApi.Language.Zoning;

/// <summary>The time that a line tells.</summary>
/// <param name="Date">Null where the line tells a time of day only ("14:00 Tin tức").</param>
/// <param name="Offset">Null where the line names no zone.</param>
/// <param name="IsRelative">"2 giờ trước": a time that cannot be told from the text.</param>
/// <param name="Rest">What the line holds beside the time, its labels and its marks: a category, or nothing. NFC.</param>
public readonly record struct DateReading(DateOnly? Date, TimeOnly? Time, TimeSpan? Offset, bool IsRelative, string Rest)
{
    static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>True where the line tells any time at all.</summary>
    public bool IsAny => Date is not null || Time is not null || IsRelative;

    /// <summary>Vietnam time where the line names no zone, midnight where it names no time of day; null without a date.</summary>
    public DateTimeOffset? Moment => Date is { } date ? new DateTimeOffset(date, Time ?? default, Offset ?? Vietnam) : null;
}
