using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NewsApi.Gateway.Persistence;

/// <summary>
/// Sets what SQLite keeps per connection and forgets when it closes, once for each: opening mostly means to take one from the pool. The writer
/// waits for the disk at every commit (synchronous=FULL): what a client was told is kept survives a power cut.
/// </summary>
sealed class SqlitePragmas(bool writes, TimeSpan busyTimeout) : DbConnectionInterceptor
{
    readonly string _sql =
        string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout={(long)busyTimeout.TotalMilliseconds};PRAGMA foreign_keys=ON;")
        + (writes ? "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;" : "PRAGMA query_only=ON;");

    // By what stands for the connection in SQLite itself, which the pool hands on.
    readonly ConditionalWeakTable<SQLitePCL.sqlite3, object> _set = [];

    bool IsSet(DbConnection connection) => _set.TryGetValue(HandleOf(connection), out _);

    static SQLitePCL.sqlite3 HandleOf(DbConnection connection) => ((SqliteConnection)connection).Handle!;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsSet(connection))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = _sql;
        command.ExecuteNonQuery();
        _set.AddOrUpdate(HandleOf(connection), this);
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (IsSet(connection))
            return;
        await using var command = connection.CreateCommand();
        command.CommandText = _sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
        _set.AddOrUpdate(HandleOf(connection), this);
    }
}
