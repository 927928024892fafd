namespace NewsApi.SystemTests;

/// <summary>Waits for what another process does, for a bounded time.</summary>
static class Eventually
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    public static async Task BeTrueAsync(Func<Task<bool>> condition, Func<string> what, TimeSpan? patience = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > (patience ?? Patience))
                throw new TimeoutException($"After {patience ?? Patience}: {what()}");
            await Task.Delay(Step);
        }
    }

    public static Task BeTrueAsync(Func<bool> condition, Func<string> what) => BeTrueAsync(() => Task.FromResult(condition()), what);
}
