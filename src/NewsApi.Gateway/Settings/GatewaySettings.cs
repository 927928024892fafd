using Microsoft.Extensions.Options;
using NewsApi.Gateway.Articles.Intake;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;
using NewsApi.Gateway.Processing;

namespace NewsApi.Gateway.Settings;

/// <summary>Every setting of the gateway. docs/configuration.md is the same in words.</summary>
public static class GatewaySettings
{
    public static readonly IReadOnlyList<OptionsSection> Sections =
    [
        OptionsSection.Of<StorageOptions>(StorageOptions.Section),
        OptionsSection.Of<LimitOptions>(LimitOptions.Section),
        OptionsSection.Of<ServerOptions>(ServerOptions.Section),
        OptionsSection.Of<ProcessingOptions>(ProcessingOptions.Section),
        OptionsSection.Of<IntakeOptions>(IntakeOptions.Section),
    ];

    /// <summary>Adds the options that belong to no other part.</summary>
    public static IServiceCollection AddGatewaySettings(this IServiceCollection services)
    {
        services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section);
        services.AddSingleton<IValidateOptions<LimitOptions>, LimitOptions.Validator>();
        services.AddOptions<ServerOptions>().BindConfiguration(ServerOptions.Section);
        services.AddSingleton<IValidateOptions<ServerOptions>, ServerOptions.Validator>();
        return services;
    }

    /// <summary>Every fault of the configuration, one a line, each with its key and the allowed values; empty when the gateway can start.</summary>
    public static IReadOnlyList<string> Faults(IConfiguration configuration)
    {
        using var services = Options(configuration);
        return [.. ListenAddress.Faults(configuration), .. Sections.SelectMany(section => section.Faults(configuration, services))];
    }

    /// <summary>Apart from the gateway's own services: its web server reads options while it is built, and would throw at the first fault.</summary>
    static ServiceProvider Options(IConfiguration configuration) =>
        new ServiceCollection()
            .AddSingleton(configuration)
            .AddGatewaySettings()
            .AddPersistence()
            .AddProcessing()
            .AddIntake()
            .BuildServiceProvider();
}
