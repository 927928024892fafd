using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace NewsApi.Gateway.Processing;

public static class ProcessingServices
{
    /// <summary>Registers the client of the processing service, and the supervisor that runs one where no addresses are configured.</summary>
    public static IServiceCollection AddProcessing(this IServiceCollection services)
    {
        services.AddOptions<ProcessingOptions>().BindConfiguration(ProcessingOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ProcessingOptions>, Validation>();
        services.AddSingleton(provider =>
        {
            var channels = new EngineChannels();
            channels.Use(provider.GetRequiredService<IOptions<ProcessingOptions>>().Value.Addresses);
            return channels;
        });
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ProcessingClient>();
        services.AddSingleton<EngineSupervisor>();
        services.AddHostedService(provider => provider.GetRequiredService<EngineSupervisor>());
        return services;
    }

    sealed class Validation : IValidateOptions<ProcessingOptions>
    {
        public ValidateOptionsResult Validate(string? name, ProcessingOptions options)
        {
            var faults = options
                .Addresses.Where(address => !IsAddress(address))
                .Select(address => $"Processing:Addresses: \"{address}\" is not allowed; allowed is http://HOST:PORT or https://HOST:PORT.")
                .ToList();
            if (options.Addresses.Count == 0 && EngineProgram.Find(options.Executable) is null)
                faults.Add(NoProgram(options.Executable));
            foreach (var (key, value) in Times(options).Where(time => time.Value <= TimeSpan.Zero || time.Value > TimeSpan.FromHours(1)))
                faults.Add($"Processing:{key}: {value:c} is not allowed; allowed is a time above 0 and up to 01:00:00.");
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }

        static bool IsAddress(string address) =>
            Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.PathAndQuery == "/";

        static string NoProgram(string? configured) =>
            configured is { Length: > 0 }
                ? $"Processing:Executable: there is no file \"{configured}\"."
                : "Processing: there is no NewsApi.Processing beside the gateway; set Processing:Executable to its file, or Processing:Addresses.";

        static IEnumerable<(string Key, TimeSpan Value)> Times(ProcessingOptions options) =>
            [
                (nameof(options.Deadline), options.Deadline),
                (nameof(options.StartTime), options.StartTime),
                (nameof(options.HealthInterval), options.HealthInterval),
                (nameof(options.RestartDelay), options.RestartDelay),
                (nameof(options.MaxRestartDelay), options.MaxRestartDelay),
            ];
    }
}
