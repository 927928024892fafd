namespace NewsApi.Gateway.Persistence;

public static class PersistenceServices
{
    /// <summary>Registers the store, a reading <see cref="NewsDbContext"/> per request, and migration before anything else starts.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services)
    {
        services
            .AddOptions<StorageOptions>()
            .BindConfiguration(StorageOptions.Section)
            .Validate(options => !string.IsNullOrWhiteSpace(options.Path), "Storage:Path must name a file.")
            .Validate(
                options => options.BusyTimeout > TimeSpan.Zero && options.BusyTimeout <= TimeSpan.FromMinutes(5),
                "Storage:BusyTimeout must lie above 0 and at most at 00:05:00."
            )
            .ValidateOnStart();
        services.AddSingleton<NewsStore>();
        services.AddSingleton<GatewayLock>();
        services.AddScoped(provider => provider.GetRequiredService<NewsStore>().OpenReader());
        services.AddHostedService<StoreMigration>();
        return services;
    }

    /// <summary>Migrates in the phase before hosted services start, the web server included: no request meets an old table.</summary>
    sealed class StoreMigration(NewsStore store) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => store.MigrateAsync(cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
