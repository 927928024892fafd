using System.Globalization;

namespace NewsApi.Grpc.Wire;

/// <summary>The header grpc-timeout: at most eight digits and a unit (H, M, S, m, u, n).</summary>
static class GrpcTimeout
{
    const int MaxDigits = 8;
    const long MaxValue = 99_999_999;

    /// <summary>From the smallest; a tick is 100 nanoseconds.</summary>
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
        if (timeout <= TimeSpan.Zero)
        {
            return "1n";
        }

        foreach (var (unit, ticks) in Units)
        {
            var value = (timeout.Ticks - 1) / ticks + 1;
            if (value <= MaxValue)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{value}{unit}");
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{MaxValue}H");
    }

    /// <summary>False where the text is no timeout. What is longer than a TimeSpan can hold becomes the longest one.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan timeout)
    {
        timeout = default;
        if (text.Length is < 2 or > MaxDigits + 1)
        {
            return false;
        }

        if (!long.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        if (text[^1] == 'n')
        {
            timeout = TimeSpan.FromTicks((value + TimeSpan.NanosecondsPerTick - 1) / TimeSpan.NanosecondsPerTick);
            return true;
        }

        var ticks = TicksOf(text[^1]);
        timeout = ticks == 0 ? default : TimeSpan.FromTicks(value > long.MaxValue / ticks ? long.MaxValue : value * ticks);
        return ticks != 0;
    }

    static long TicksOf(char unit)
    {
        foreach (var known in Units)
        {
            if (known.Unit == unit)
            {
                return known.Ticks;
            }
        }

        return 0;
    }
}
