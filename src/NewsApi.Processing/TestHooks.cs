namespace NewsApi.Processing;

/// <summary>What a page may ask of a test build: to end the process, to fail, or to hang until the deadline. Other builds know no such words.</summary>
static class TestHooks
{
    public static void Obey(string text, CancellationToken cancellation)
    {
#if TEST_HOOKS
        if (text.Contains("⟦crash⟧", StringComparison.Ordinal))
        {
            Environment.FailFast("A page asked for it.");
        }

        if (text.Contains("⟦fail⟧", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("A page asked for it.");
        }

        if (text.Contains("⟦hang⟧", StringComparison.Ordinal))
        {
            cancellation.WaitHandle.WaitOne();
            cancellation.ThrowIfCancellationRequested();
        }
#else
        _ = (text, cancellation);
#endif
    }
}
