using Microsoft.Extensions.Time.Testing;

namespace NewsApi.Gateway.Tests;

/// <summary>Waits for what another thread or process does, for a bounded time.</summary>
public static class Eventually
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    public static async Task BeTrueAsync(Func<Task<bool>> condition, string what, FakeTimeProvider? clock = null, TimeSpan tick = default)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
                throw new TimeoutException($"After {Patience}: {what}");
            clock?.Advance(tick);
            await Task.Delay(Step);
        }
    }

    public static Task BeTrueAsync(Func<bool> condition, string what) => BeTrueAsync(() => Task.FromResult(condition()), what);
}
