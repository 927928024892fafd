using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Tests;

/// <summary>The gateway on a free port of 127.0.0.1, with a database file of its own that goes with it.</summary>
public sealed class TestGateway : WebApplicationFactory<Program>
{
    /// <summary>A port that nobody listens on.</summary>
    const string NobodyThere = "http://127.0.0.1:1";

    const string AnyFreePort = "http://127.0.0.1:0";

    readonly string _folder = Directory.CreateTempSubdirectory("newsapi-").FullName;
    readonly Dictionary<string, string> _settings = [];
    readonly TimeProvider? _clock;

    /// <param name="engine">Its address; null for one that is away, empty for none, so that the gateway runs its own.</param>
    public TestGateway(string? engine = null, TimeProvider? clock = null, params ReadOnlySpan<(string Key, string Value)> settings)
    {
        _clock = clock;
        _settings["Storage:Path"] = DatabasePath;
        _settings["Urls"] = AnyFreePort;
        if (engine is not { Length: 0 })
            _settings["Processing:Addresses:0"] = engine ?? NobodyThere;
        foreach (var (key, value) in settings)
            _settings[key] = value;
        // Not with a port: the factory would set it while the server starts, and now and then be too late
        // (dotnet/aspnetcore pull request 67714).
        UseKestrel();
    }

    public string DatabasePath => Path.Combine(_folder, "news.db");

    public NewsStore Store => Services.GetRequiredService<NewsStore>();

    public Task<HttpResponseMessage> SubmitAsync(string text, params ReadOnlySpan<(string Name, string Value)> claims)
    {
        var body = new Dictionary<string, string> { ["text"] = text };
        foreach (var (name, value) in claims)
            body[name] = value;
        return CreateClient().PostAsJsonAsync("/v1/articles", body);
    }

    public Task<HttpResponseMessage> SubmitAsync(byte[] body, string contentType)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return CreateClient().PostAsync("/v1/articles", content);
    }

    public Task<HttpResponseMessage> SubmitAsync(string body, string contentType) => SubmitAsync(Encoding.UTF8.GetBytes(body), contentType);

    /// <summary>What the database has.</summary>
    public async Task<T> QueryAsync<T>(Func<NewsDbContext, Task<T>> query)
    {
        await using var db = Store.OpenReader();
        return await query(db);
    }

    public Task<ArticleRow> ArticleAsync(Guid id) => QueryAsync(db => db.Articles.SingleAsync(row => row.Id == id));

    /// <summary>Every row of every table, counted.</summary>
    public Task<int> CountRowsAsync() =>
        QueryAsync(async db =>
            await db.Articles.CountAsync()
            + await db.Revisions.CountAsync()
            + await db.Contents.CountAsync()
            + await db.Analyses.CountAsync()
            + await db.Changes.CountAsync()
        );

    /// <summary>Ends the gateway in good order and leaves its file.</summary>
    public async Task EndAsync() => await base.DisposeAsync();

    /// <summary>What the file has, once the gateway has ended.</summary>
    public async Task<T> ReadFileAsync<T>(Func<NewsDbContext, Task<T>> query)
    {
        using var store = new NewsStore(Options.Create(new StorageOptions { Path = DatabasePath }));
        await using var db = store.OpenReader();
        return await query(db);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        if (_clock is not null)
            builder.ConfigureServices(services => services.AddSingleton(_clock));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

public static class Answers
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        await response.Content.ReadFromJsonAsync<JsonElement>();

    public static async Task<Guid> IdAsync(this HttpResponseMessage response) => (await response.JsonAsync()).GetProperty("id").GetGuid();
}
