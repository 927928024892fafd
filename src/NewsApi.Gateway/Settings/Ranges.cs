using Microsoft.Extensions.Options;

namespace NewsApi.Gateway.Settings;

/// <summary>Checks that settings lie where they may.</summary>
public static class Ranges
{
    /// <summary>Null for a value within both ends, which are both allowed.</summary>
    public static string? Fault<T>(string key, T value, T least, T most)
        where T : IComparable<T>, IFormattable =>
        value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0
            ? null
            : FormattableString.Invariant($"{key}: {value} is not allowed; allowed is {least} to {most}.");

    public static ValidateOptionsResult Check(params IEnumerable<string?> faults) =>
        faults.OfType<string>().ToArray() is { Length: > 0 } found ? ValidateOptionsResult.Fail(found) : ValidateOptionsResult.Success;
}
