using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsApi.Gateway.Settings;

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
            var options = provider.GetRequiredService<IOptions<ProcessingOptions>>().Value;
            var channels = new EngineChannels(EngineTls.Of(options));
            channels.Use(options.Addresses);
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
        static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);
        static readonly TimeSpan Most = TimeSpan.FromHours(1);

        public ValidateOptionsResult Validate(string? name, ProcessingOptions options) =>
            Ranges.Check([
                .. options.Addresses.Where(address => !IsAddress(address)).Select(NoAddress),
                options.Addresses.Count == 0 && EngineProgram.Find(options.Executable) is null ? NoProgram(options.Executable) : null,
                EngineTls.Fault(options),
                Ranges.Fault("Processing:Deadline", options.Deadline, Least, Most),
                Ranges.Fault("Processing:StartTime", options.StartTime, Least, Most),
                Ranges.Fault("Processing:HealthInterval", options.HealthInterval, Least, Most),
                Ranges.Fault("Processing:RestartDelay", options.RestartDelay, Least, Most),
                Ranges.Fault("Processing:MaxRestartDelay", options.MaxRestartDelay, options.RestartDelay, Most),
            ]);

        static string NoAddress(string address) =>
            $"Processing:Addresses: \"{address}\" is not allowed; allowed is http://HOST:PORT or https://HOST:PORT.";

        static bool IsAddress(string address) =>
            Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.PathAndQuery == "/";

        static string NoProgram(string? configured) =>
            configured is { Length: > 0 }
                ? $"Processing:Executable: there is no file \"{configured}\"."
                : "Processing: there is no NewsApi.Processing beside the gateway; set Processing:Executable to its file, or Processing:Addresses.";
    }
}
