namespace NewsApi.SystemTests;

/// <summary>A folder for one test's database and the gateways that have it, one after the other. Disposing it ends and removes all of it.</summary>
sealed class Stand : IAsyncDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("newsapi-system-").FullName;
    readonly List<GatewayProcess> _gateways = [];

    public Database Database => new(_folder);

    public async Task<GatewayProcess> StartAsync(string engine, params (string Key, string Value)[] settings)
    {
        var gateway = await GatewayProcess.StartAsync(_folder, engine, settings);
        _gateways.Add(gateway);
        return gateway;
    }

    /// <summary>Returns when no article of the file is pending, and says how they stand.</summary>
    public async Task<List<StoredArticle>> SettledAsync()
    {
        await Eventually.BeTrueAsync(
            async () => (await Database.ArticlesAsync()).TrueForAll(article => article.State != "Pending"),
            () => "pages are still pending:\n" + _gateways[^1].Output[^Math.Min(4000, _gateways[^1].Output.Length)..]
        );
        return await Database.ArticlesAsync();
    }

    /// <summary>The file is whole: to SQLite, and to the gateway's own rules.</summary>
    public async Task AssertWholeAsync()
    {
        (await Database.PragmaAsync("integrity_check")).ShouldBe("ok");
        (await Database.PragmaAsync("journal_mode")).ShouldBe("wal");
        (await Database.HalfStoredAsync()).Where(fault => fault.Value > 0).ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var gateway in _gateways)
            await gateway.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
