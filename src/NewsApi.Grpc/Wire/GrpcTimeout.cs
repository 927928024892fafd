using System.Globalization;

namespace NewsApi.Grpc.Wire;

/// <summary>The header grpc-timeout: at most eight digits and a unit (H, M, S, m, u, n). The longest, 11,000 years, fits into a TimeSpan.</summary>
static class GrpcTimeout
{
    /// <summary>The longest a timer can be set to, 49 days. A call that lives longer has lost its deadline, not its cancellation.</summary>
    public static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    const int MaxDigits = 8;
    const long MaxValue = 99_999_999;

    /// <summary>From the smallest. Nanoseconds are missing: a tick is a hundred of them.</summary>
    static readonly (char Unit, long Ticks)[] Units =
    [
        ('u', TimeSpan.TicksPerMicrosecond),
        ('m', TimeSpan.TicksPerMillisecond),
        ('S', TimeSpan.TicksPerSecond),
        ('M', TimeSpan.TicksPerMinute),
        ('H', TimeSpan.TicksPerHour),
    ];

    /// <summary>In the smallest unit that has room for it, rounded up: a server must not give up before its client does.</summary>
    public static string Format(TimeSpan timeout)
    {
        var (unit, ticks) = Units.FirstOrDefault(unit => timeout.Ticks <= unit.Ticks * MaxValue, Units[^1]);
        var value = Math.Clamp((timeout.Ticks + ticks - 1) / ticks, 1, MaxValue);
        return string.Create(CultureInfo.InvariantCulture, $"{value}{unit}");
    }

    /// <summary>Null where the text is no timeout.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (
            text.Length is < 2 or > MaxDigits + 1
            || !long.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        )
        {
            return null;
        }

        if (text[^1] == 'n')
        {
            return TimeSpan.FromTicks(value / TimeSpan.NanosecondsPerTick);
        }

        var (_, ticks) = Units.FirstOrDefault(unit => unit.Unit == text[^1]);
        return ticks == 0 ? null : TimeSpan.FromTicks(value * ticks);
    }
}
