using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsApi.Gateway.Processing;

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
        services.AddSingleton<ArticleAnalyzer>();
        services.AddHostedService<IntakeWorker>();
        return services;
    }

    sealed class Validation(IOptions<ProcessingOptions> processing) : IValidateOptions<IntakeOptions>
    {
        public ValidateOptionsResult Validate(string? name, IntakeOptions options)
        {
            var faults = new List<string>();
            Require(options.MaxAttempts is >= 1 and <= 100, "Intake:MaxAttempts must be a number from 1 to 100.");
            Require(options.Concurrency is >= 1 and <= 64, "Intake:Concurrency must be a number from 1 to 64.");
            Require(options.RetryDelay > TimeSpan.Zero, "Intake:RetryDelay must be longer than 0.");
            Require(options.MaxRetryDelay >= options.RetryDelay, "Intake:MaxRetryDelay must not be shorter than Intake:RetryDelay.");
            Require(options.MaxPause > TimeSpan.Zero, "Intake:MaxPause must be longer than 0.");
            Require(options.MaxSleep > TimeSpan.Zero, "Intake:MaxSleep must be longer than 0.");
            Require(options.LeaseTime > processing.Value.Deadline, "Intake:LeaseTime must be longer than Processing:Deadline.");
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

            void Require(bool holds, string fault)
            {
                if (!holds)
                    faults.Add(fault);
            }
        }
    }
}
