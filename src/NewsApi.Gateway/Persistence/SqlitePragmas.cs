using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NewsApi.Gateway.Persistence;

/// <summary>
/// Sets what SQLite keeps per connection and forgets when it closes. The writer waits for the disk at every commit
/// (synchronous=FULL): what a client was told is kept survives a power cut.
/// </summary>
sealed class SqlitePragmas(bool writes, TimeSpan busyTimeout) : DbConnectionInterceptor
{
    readonly string _sql =
        string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout={(long)busyTimeout.TotalMilliseconds};PRAGMA foreign_keys=ON;")
        + (writes ? "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;" : "PRAGMA query_only=ON;");

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _sql;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = _sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
