using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Tests.Persistence;

public sealed class NewsStoreTests : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("newsapi-").FullName;
    readonly NewsStore _store;

    public NewsStoreTests() => _store = Open();

    public Task InitializeAsync() => _store.MigrateAsync(CancellationToken.None);

    public Task DisposeAsync()
    {
        _store.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("synchronous", 2)]
    [InlineData("foreign_keys", 1)]
    [InlineData("busy_timeout", 5000)]
    public async Task WriteAsync_ItsConnection_IsSetTo(string pragma, long value) =>
        (await _store.WriteAsync(db => PragmaAsync<long>(db, pragma), CancellationToken.None)).ShouldBe(value);

    [Fact]
    public async Task WriteAsync_OnAConnectionUsedBefore_StillWaitsForTheDisk()
    {
        for (var i = 0; i < 3; i++)
            (await _store.WriteAsync(db => PragmaAsync<long>(db, "synchronous"), CancellationToken.None)).ShouldBe(2);
    }

    [Theory]
    [InlineData("query_only", 1)]
    [InlineData("busy_timeout", 5000)]
    public async Task OpenReader_OnAConnectionUsedBefore_IsStillSetTo(string pragma, long value)
    {
        for (var i = 0; i < 3; i++)
        {
            await using var db = _store.OpenReader();
            (await PragmaAsync<long>(db, pragma)).ShouldBe(value);
        }
    }

    [Fact]
    public async Task TheFile_IsWholeAndInWalMode()
    {
        await _store.WriteAsync(db => Task.FromResult(db.Add(Change())), CancellationToken.None);
        await using var db = _store.OpenReader();
        (await PragmaAsync<string>(db, "journal_mode")).ShouldBe("wal");
        (await PragmaAsync<string>(db, "integrity_check")).ShouldBe("ok");
    }

    [Fact]
    public async Task OpenReader_Writing_IsRefused()
    {
        await using var db = _store.OpenReader();
        db.Add(Change());
        var refused = await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
        refused.InnerException.ShouldBeOfType<SqliteException>().SqliteErrorCode.ShouldBe(8);
    }

    [Fact]
    public async Task WriteAsync_WorkThatThrowsAfterSaving_KeepsNothing()
    {
        await Should.ThrowAsync<InvalidOperationException>(() =>
            _store.WriteAsync<int>(
                async db =>
                {
                    db.Add(Change());
                    await db.SaveChangesAsync();
                    throw new InvalidOperationException("after saving");
                },
                CancellationToken.None
            )
        );
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task WriteAsync_FromManyAtOnce_RunsOneAfterTheOther()
    {
        var inside = 0;
        var most = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, 32)
                .Select(_ =>
                    _store.WriteAsync(
                        async db =>
                        {
                            most = Math.Max(most, Interlocked.Increment(ref inside));
                            db.Add(Change());
                            await db.SaveChangesAsync();
                            return Interlocked.Decrement(ref inside);
                        },
                        CancellationToken.None
                    )
                )
        );
        most.ShouldBe(1);
        (await CountAsync()).ShouldBe(32);
    }

    [Fact]
    public async Task OpenReader_WhileAWriteIsOpen_ReadsWhatWasCommitted()
    {
        await _store.WriteAsync(
            async db =>
            {
                db.Add(Change());
                await db.SaveChangesAsync();
                (await CountAsync()).ShouldBe(0);
                return 0;
            },
            CancellationToken.None
        );
        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task MigrateAsync_OnAFileThatHasTheTables_ChangesNothing()
    {
        await _store.WriteAsync(db => Task.FromResult(db.Add(Change())), CancellationToken.None);
        using var again = Open();
        await again.MigrateAsync(CancellationToken.None);
        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task MigrateAsync_AfterAGatewayWasKilledWhileItMigrated_DoesNotWaitForIt()
    {
        await _store.WriteAsync(
            db =>
                db.Database.ExecuteSqlAsync(
                    $"INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, strftime('%Y-%m-%d %H:%M:%f+00:00', 'now', '-2 minutes'))"
                ),
            CancellationToken.None
        );
        using var again = Open();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await again.MigrateAsync(patience.Token);
    }

    [Fact]
    public void TheMigrations_MakeTheTablesOfTheModel()
    {
        using var db = _store.OpenReader();
        db.Database.HasPendingModelChanges().ShouldBeFalse("a migration is missing: dotnet ef migrations add");
    }

    [Fact]
    public async Task Sequence_AfterTheLastRowIsGone_IsNotUsedAgain()
    {
        var first = await AddAsync();
        await _store.WriteAsync(db => db.Changes.ExecuteDeleteAsync(), CancellationToken.None);
        (await AddAsync()).ShouldBe(first + 1);

        async Task<long> AddAsync() =>
            (await _store.WriteAsync(db => Task.FromResult(db.Changes.Add(Change()).Entity), CancellationToken.None)).Sequence;
    }

    NewsStore Open() => new(Options.Create(new StorageOptions { Path = Path.Combine(_folder, "kept", "news.db") }));

    static ChangeRow Change() =>
        new()
        {
            Kind = ChangeKind.Created,
            ArticleId = Guid.CreateVersion7(),
            At = TimeProvider.System.GetUtcNow(),
        };

    async Task<int> CountAsync()
    {
        await using var db = _store.OpenReader();
        return await db.Changes.CountAsync();
    }

    static async Task<T> PragmaAsync<T>(NewsDbContext db, string name)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
