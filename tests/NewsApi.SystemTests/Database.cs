using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace NewsApi.SystemTests;

/// <summary>An article as the file has it.</summary>
sealed record StoredArticle(string Id, string State, int Attempts, string? FailureReason, int Revision, string? Title);

/// <summary>
/// Reads the gateway's file from outside: that something is stored is for the file to say, not for the program that was to store it.
/// </summary>
sealed class Database(string folder)
{
    readonly string _connection = new SqliteConnectionStringBuilder
    {
        DataSource = PathIn(folder),
        Mode = SqliteOpenMode.ReadWrite,
        Pooling = false,
    }.ToString();

    public static string PathIn(string folder) => Path.Combine(folder, "news.db");

    public Task<List<StoredArticle>> ArticlesAsync() =>
        QueryAsync(
            "SELECT lower(Id), State, Attempts, FailureReason, Revision, Title FROM Articles ORDER BY Id",
            row => new StoredArticle(
                row.GetString(0),
                row.GetString(1),
                row.GetInt32(2),
                row.IsDBNull(3) ? null : row.GetString(3),
                row.GetInt32(4),
                row.IsDBNull(5) ? null : row.GetString(5)
            )
        );

    /// <summary>The texts that articles have, by the id of the article: taken from the submitted bytes, and checked against every hash of them.</summary>
    public async Task<Dictionary<string, string>> TextsAsync()
    {
        var rows = await QueryAsync(
            """
            SELECT lower(a.Id), c.Hash, c.Length, c.Compressed, r.TextHash, a.TextHash FROM Articles a
            JOIN Revisions r ON r.ArticleId = a.Id AND r.Number = a.Revision
            JOIN Contents c ON c.Hash = r.ContentHash
            """,
            row =>
                (
                    Id: row.GetString(0),
                    Hash: Bytes(row, 1),
                    Length: row.GetInt32(2),
                    Compressed: Bytes(row, 3),
                    Texts: (Bytes(row, 4), Bytes(row, 5))
                )
        );
        foreach (var row in rows)
        {
            var bytes = Decompress(row.Compressed);
            bytes.Length.ShouldBe(row.Length);
            var hash = SHA256.HashData(bytes);
            hash.ShouldBe(row.Hash);
            // Pages of these tests are UTF-8: bytes and text have one hash.
            hash.ShouldBe(row.Texts.Item1);
            hash.ShouldBe(row.Texts.Item2);
        }
        return rows.ToDictionary(row => row.Id, row => Encoding.UTF8.GetString(Decompress(row.Compressed)), StringComparer.Ordinal);
    }

    /// <summary>Rows that a transaction left half done would leave behind; 0 each where the file is whole.</summary>
    public async Task<Dictionary<string, long>> HalfStoredAsync()
    {
        const string Sql = """
            SELECT 'articles without the revision they name', count(*) FROM Articles a
            WHERE NOT EXISTS (SELECT 1 FROM Revisions r WHERE r.ArticleId = a.Id AND r.Number = a.Revision)
            UNION ALL SELECT 'revisions without an article', count(*) FROM Revisions WHERE ArticleId NOT IN (SELECT Id FROM Articles)
            UNION ALL SELECT 'revisions without content', count(*) FROM Revisions WHERE ContentHash NOT IN (SELECT Hash FROM Contents)
            UNION ALL SELECT 'contents of nobody', count(*) FROM Contents WHERE Hash NOT IN (SELECT ContentHash FROM Revisions)
            UNION ALL SELECT 'ready without an analysis', count(*) FROM Articles a WHERE a.State = 'Ready'
            AND NOT EXISTS (SELECT 1 FROM Analyses n WHERE n.ArticleId = a.Id AND n.Revision = a.Revision)
            UNION ALL SELECT 'ready without a change', count(*) FROM Articles WHERE State = 'Ready' AND Id NOT IN (SELECT ArticleId FROM Changes)
            UNION ALL SELECT 'changes of nobody', count(*) FROM Changes WHERE ArticleId NOT IN (SELECT Id FROM Articles)
            """;
        var rows = await QueryAsync(Sql, row => (row.GetString(0), row.GetInt64(1)));
        return rows.ToDictionary(StringComparer.Ordinal);
    }

    public async Task<string> PragmaAsync(string name) => (await QueryAsync($"PRAGMA {name}", row => row.GetString(0))).Single();

    async Task<List<T>> QueryAsync<T>(string sql, Func<SqliteDataReader, T> read)
    {
        await using var connection = new SqliteConnection(_connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA query_only=ON;" + sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }

    static byte[] Bytes(SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    static byte[] Decompress(byte[] compressed)
    {
        using var brotli = new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var output = new MemoryStream();
        brotli.CopyTo(output);
        return output.ToArray();
    }
}
