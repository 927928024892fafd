using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace NewsApi.Gateway.Persistence;

/// <summary>
/// The database: any number of readers, one writer. SQLite lets one connection write at a time; queueing here, in order of
/// arrival, is fairer and cheaper than meeting the lock in the file.
/// </summary>
public sealed class NewsStore : IDisposable
{
    readonly DbContextOptions<NewsDbContext> _reading;
    readonly DbContextOptions<NewsDbContext> _writing;
    readonly SemaphoreSlim _writer = new(1, 1);
    readonly string _path;

    public NewsStore(IOptions<StorageOptions> options)
    {
        _path = Path.GetFullPath(options.Value.Path);
        _reading = Connect(SqliteOpenMode.ReadOnly, options.Value.BusyTimeout);
        _writing = Connect(SqliteOpenMode.ReadWriteCreate, options.Value.BusyTimeout);
    }

    /// <summary>A context on a connection that cannot write, without tracking. The caller disposes it.</summary>
    public NewsDbContext OpenReader() => new(_reading);

    /// <summary>
    /// Runs <paramref name="work"/> as the only writer, in one transaction; saves and commits after it. Nothing is kept when it
    /// throws or is cancelled before the commit.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<NewsDbContext, Task<T>> work, CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        try
        {
            await using var db = new NewsDbContext(_writing);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var result = await work(db);
            await db.SaveChangesAsync(cancellation);
            // From here on the outcome must be known: a commit that is cancelled half-way may or may not have happened.
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>Makes the file when missing and brings its tables up to this version.</summary>
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        await _writer.WaitAsync(cancellation);
        try
        {
            await using var db = new NewsDbContext(_writing);
            await RemoveStaleLockAsync(db, cancellation);
            await db.Database.MigrateAsync(cancellation);
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>
    /// EF holds a row in a table of its own while it migrates, and waits for one that is there without end. A gateway that was killed
    /// meanwhile leaves it; a migration that really runs takes no minute.
    /// </summary>
    static async Task RemoveStaleLockAsync(NewsDbContext db, CancellationToken cancellation)
    {
        var tables = db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'");
        if (await tables.SingleAsync(cancellation) > 0)
            await db.Database.ExecuteSqlAsync(
                $"DELETE FROM __EFMigrationsLock WHERE Timestamp < strftime('%Y-%m-%d %H:%M:%S', 'now', '-1 minute')",
                cancellation
            );
    }

    public void Dispose() => _writer.Dispose();

    DbContextOptions<NewsDbContext> Connect(SqliteOpenMode mode, TimeSpan busyTimeout)
    {
        var writes = mode != SqliteOpenMode.ReadOnly;
        var connection = new SqliteConnectionStringBuilder { DataSource = _path, Mode = mode }.ToString();
        return new DbContextOptionsBuilder<NewsDbContext>()
            .UseSqlite(connection)
            .UseQueryTrackingBehavior(writes ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking)
            .AddInterceptors(new SqlitePragmas(writes, busyTimeout))
            .Options;
    }
}
