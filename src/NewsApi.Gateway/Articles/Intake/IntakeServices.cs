using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsApi.Gateway.Entities.Linking;
using NewsApi.Gateway.Search;
using NewsApi.Gateway.Settings;

namespace NewsApi.Gateway.Articles.Intake;

public static class IntakeServices
{
    /// <summary>Registers everything between a submitted page and a ready article. Needs persistence and processing.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.AddOptions<IntakeOptions>().BindConfiguration(IntakeOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<IntakeOptions>, Validation>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ArticleIntake>();
        services.AddSingleton<PendingArticles>();
        services.AddSingleton<ArticleAnalyzer>().AddSingleton<EngineTurns>();
        services.AddHostedService<LeaseTakeover>();
        services.AddHostedService<IntakeWorker>();
        services.AddSingleton<EntityLinking>();
        services.AddHostedService<EntityLinkWorker>();
        services.AddHostedService<SearchIndexWorker>();
        return services;
    }

    sealed class Validation : IValidateOptions<IntakeOptions>
    {
        static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);
        static readonly TimeSpan Most = TimeSpan.FromHours(1);

        public ValidateOptionsResult Validate(string? name, IntakeOptions options) =>
            Ranges.Check(
                Ranges.Fault("Intake:MaxAttempts", options.MaxAttempts, 1, 100),
                Ranges.Fault("Intake:Concurrency", options.Concurrency, 1, 64),
                Ranges.Fault("Intake:RetryDelay", options.RetryDelay, Least, Most),
                Ranges.Fault("Intake:MaxRetryDelay", options.MaxRetryDelay, options.RetryDelay, Most),
                Ranges.Fault("Intake:MaxPause", options.MaxPause, Least, Most),
                Ranges.Fault("Intake:MaxSleep", options.MaxSleep, Least, Most)
            );
    }
}
