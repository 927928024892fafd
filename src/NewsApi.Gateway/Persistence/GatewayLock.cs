using Microsoft.Extensions.Options;

namespace NewsApi.Gateway.Persistence;

/// <summary>
/// Tells a gateway, as it starts, whether another has its database open. Each holds a shared lock on a file beside the database from
/// before it takes its first lease until it ends, however that comes: the system frees the locks of a process that was killed. Who gets
/// that lock for itself alone has therefore no living neighbour, and every lease in the store is one of the dead.
/// </summary>
public sealed class GatewayLock(IOptions<StorageOptions> storage) : IDisposable
{
    const string Suffix = ".lock";

    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    /// <summary>Others hold it alone for one short transaction, each once.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    FileStream? _shared;

    /// <summary>
    /// Takes the lock, to be held until this is disposed. First, when no other gateway holds it, runs <paramref name="whenAlone"/>, during
    /// which none can get past this call.
    /// </summary>
    /// <exception cref="IOException">The database or the lock file cannot be opened.</exception>
    public async Task EnterAsync(Func<Task> whenAlone, CancellationToken cancellation)
    {
        var file = LockFileOf(storage.Value.Path);
        await using (var alone = TryOpen(file, FileAccess.ReadWrite, FileShare.None))
        {
            if (alone is not null && KeepsOthersOut(file))
                await whenAlone();
        }
        // Another may get in between and be alone: there is no lease of this gateway yet that it could take.
        _shared = await ShareAsync(file, cancellation);
    }

    public void Dispose() => _shared?.Dispose();

    /// <summary>Some file systems have no locks and let everybody in: there nobody can know that he is alone.</summary>
    static bool KeepsOthersOut(string file)
    {
        using var second = TryOpen(file, FileAccess.Read, FileShare.Read);
        return second is null;
    }

    static async Task<FileStream> ShareAsync(string file, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) < Patience)
        {
            if (TryOpen(file, FileAccess.Read, FileShare.Read) is { } shared)
                return shared;
            await Task.Delay(Step, cancellation);
        }
        throw new IOException($"Another process keeps {file} locked.");
    }

    /// <summary>Beside the database itself: it has one lock, by whatever link it is opened.</summary>
    static string LockFileOf(string database) =>
        (File.ResolveLinkTarget(database, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(database)) + Suffix;

    /// <summary>Null where the lock is held in a way that keeps this one out.</summary>
    static FileStream? TryOpen(string file, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, access, share);
        }
        catch (IOException exception) when (exception.GetType() == typeof(IOException) && File.Exists(file))
        {
            return null;
        }
    }
}
