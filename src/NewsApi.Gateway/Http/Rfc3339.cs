using System.Globalization;

namespace NewsApi.Gateway.Http;

/// <summary>
/// Times as this API reads them: RFC 3339 with an offset, or a day alone, which begins at midnight in Vietnam. The first and the last year that
/// there are do not count: an offset or a window of time would lead out of them.
/// </summary>
public static class Rfc3339
{
    static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>"2026-02-07T14:00:00+07:00", "2026-02-07T07:00:00Z". A time without an offset is refused: it could be any of 26 instants.</summary>
    public static bool TryParseInstant(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant)
        && IsInside(instant.Year);

    /// <summary>As <see cref="TryParseInstant"/>, and "2026-02-07" for 00:00 in Vietnam. Takes a blank for the "+" of an offset:
    /// that is what a "+" which was not written "%2B" in a URL becomes.</summary>
    public static bool TryParseInstantOrDay(string text, out DateTimeOffset instant)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return TryParseInstant(text.Replace(' ', '+'), out instant);
        instant = IsInside(day.Year) ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Vietnam) : default;
        return IsInside(day.Year);
    }

    static bool IsInside(int year) => year > DateOnly.MinValue.Year && year < DateOnly.MaxValue.Year;
}
