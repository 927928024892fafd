namespace NewsApi.Gateway.Articles.Intake;

/// <summary>
/// Who may send a page to the engine just now. A page whose last attempt ended with the engine goes alone: should it be the one that ends
/// the engine, no other page pays for it with an attempt; should it not be, it is read.
/// </summary>
public sealed class EngineTurns : IDisposable
{
    /// <summary>More pages than this at once would only wait inside the engine.</summary>
    const int Places = 64;

    readonly SemaphoreSlim _places = new(Places);
    readonly SemaphoreSlim _alone = new(1);

    /// <summary>Waits for a place, or for all of them; disposing what comes back frees them.</summary>
    public async Task<IDisposable> TakeAsync(bool alone, CancellationToken cancellation)
    {
        if (!alone)
        {
            await _places.WaitAsync(cancellation);
            return new Turn(() => _places.Release());
        }

        // One at a time gathers places: two would keep each other waiting for the rest.
        await _alone.WaitAsync(cancellation);
        var taken = 0;
        try
        {
            for (; taken < Places; taken++)
                await _places.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            Free(taken);
            throw;
        }
        return new Turn(() => Free(Places));
    }

    void Free(int places)
    {
        if (places > 0)
            _places.Release(places);
        _alone.Release();
    }

    public void Dispose()
    {
        _places.Dispose();
        _alone.Dispose();
    }

    sealed class Turn(Action free) : IDisposable
    {
        Action? _free = free;

        public void Dispose() => Interlocked.Exchange(ref _free, null)?.Invoke();
    }
}
