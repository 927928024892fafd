using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NewsApi.Gateway.Articles;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Tests.Articles;

/// <summary>A list to its end, and what each of its pages costs.</summary>
public sealed class DeepPagingTests : ReadingTests
{
    const int SharingAMoment = 100;
    static readonly int Count = Environment.GetEnvironmentVariable("LONG_TESTS") == "1" ? 30_000 : 3_000;
    static readonly DateTimeOffset Noon = new(2026, 2, 7, 5, 0, 0, TimeSpan.Zero);

    int _rows;

    [Theory]
    [InlineData("storedAt")]
    [InlineData("publishedAt")]
    public async Task List_ToItsEnd_WhileRowsOfTheSameMomentsComeIn_HasEveryRowOnce(string sort)
    {
        var rows = Enumerable.Range(0, Count).Select(Row).ToArray();
        await KeepAsync(rows);
        using var listed = new CancellationTokenSource();
        var inserting = Task.Run(() => InsertUntilAsync(listed.Token));

        var seen = new List<Guid>();
        string? token = null;
        do
        {
            var page = await GetJsonAsync(
                $"/v1/articles?sort={sort}&pageSize=50" + (token is null ? "" : $"&pageToken={Uri.EscapeDataString(token)}")
            );
            seen.AddRange(page.GetProperty("articles").EnumerateArray().Select(article => article.GetProperty("id").GetGuid()));
            token = page.TryGetProperty("nextPageToken", out var next) ? next.GetString() : null;
        } while (token is not null);

        await listed.CancelAsync();
        (await inserting).ShouldBeGreaterThan(SharingAMoment);
        seen.ShouldBeUnique();
        rows.Select(row => row.Id).Except(seen).ShouldBeEmpty();
    }

    /// <summary>An index gives the rows in their order: none is sorted, and none before the token is read.</summary>
    [Theory]
    [InlineData(ArticleSort.StoredAt, null, "IX_Articles_StoredAt_Id")]
    [InlineData(ArticleSort.PublishedAt, null, "IX_Articles_PublishedAt_Id")]
    [InlineData(ArticleSort.StoredAt, "a", "IX_Articles_Source_StoredAt_Id")]
    [InlineData(ArticleSort.PublishedAt, "a", "IX_Articles_PublishedAt_Id")]
    public async Task List_AfterAToken_SeeksInAnIndexAndSortsNothing(ArticleSort sort, string? source, string index)
    {
        await KeepAsync([.. Enumerable.Range(0, Count).Select(Row)]);
        var filter = new ListArticlesQuery { Source = source, Sort = sort };
        var middle = ArticlePaging.TokenAfter(Row(Count / 2), sort);
        var plans = await PlansAsync(db => filter.Apply(db).ReadPageAsync(sort, middle, 21, CancellationToken.None));

        plans.ShouldNotBeEmpty();
        foreach (var plan in plans)
            plan.ShouldHaveSingleItem().ShouldStartWith($"SEARCH a USING INDEX {index} (");
    }

    [Theory]
    [InlineData(ArticleSort.StoredAt)]
    [InlineData(ArticleSort.PublishedAt)]
    public async Task List_FromItsBeginning_SortsNothing(ArticleSort sort)
    {
        await KeepAsync([.. Enumerable.Range(0, Count).Select(Row)]);
        var plans = await PlansAsync(db => new ListArticlesQuery().Apply(db).ReadPageAsync(sort, null, 21, CancellationToken.None));
        plans.SelectMany(plan => plan).ShouldAllBe(step => step.Contains("USING INDEX IX_Articles_"));
    }

    /// <summary>How SQLite would run each query that <paramref name="read"/> makes.</summary>
    async Task<List<string[]>> PlansAsync(Func<NewsDbContext, Task<List<ArticleRow>>> read)
    {
        var explainer = new Explainer();
        var options = new DbContextOptionsBuilder<NewsDbContext>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = Gateway.DatabasePath, Pooling = false }.ToString())
            .AddInterceptors(explainer)
            .Options;
        await using var db = new NewsDbContext(options);
        (await read(db)).ShouldNotBeEmpty();
        return explainer.Plans;
    }

    async Task<int> InsertUntilAsync(CancellationToken listed)
    {
        var inserted = 0;
        // At least some, should the list be read faster than a row is kept.
        for (; inserted <= SharingAMoment || !listed.IsCancellationRequested; inserted++)
            await KeepAsync(Row(inserted * 37 % Count));
        return inserted;
    }

    /// <summary>Many have the same moments, and every third has no publication time.</summary>
    ArticleRow Row(int number)
    {
        var moment = Noon.AddMinutes(number / SharingAMoment);
        var row = new ArticleRow
        {
            // Within a moment in no order: what comes in falls before and after the place that the list has reached.
            Id = Guid.NewGuid(),
            State = ArticleState.Ready,
            Source = "a",
            TextHash = BitConverter.GetBytes(_rows++),
            GroupId = Guid.Empty,
            AnalyzedRevision = 1,
            StoredAt = moment,
            UpdatedAt = moment,
            Kind = "article",
            Language = "vi",
            PipelineVersion = "fake-1",
        };
        row.SetPublished(number % 3 == 0 ? null : moment);
        return row;
    }

    /// <summary>Has each query explained before it is run.</summary>
    sealed class Explainer : DbCommandInterceptor
    {
        public List<string[]> Plans { get; } = [];

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            var sql = command.CommandText;
            command.CommandText = "EXPLAIN QUERY PLAN " + sql;
            await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            {
                var steps = new List<string>();
                while (await reader.ReadAsync(cancellationToken))
                    steps.Add(reader.GetString(reader.GetOrdinal("detail")));
                Plans.Add([.. steps]);
            }
            command.CommandText = sql;
            return result;
        }
    }
}
