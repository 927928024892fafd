using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsApi.Gateway.Articles.Intake;
using NewsApi.Gateway.Processing;

namespace NewsApi.Gateway.Tests.Processing;

public sealed class ProcessingOptionsTests
{
    [Theory]
    [InlineData("Processing:Addresses:0", "10.0.0.7:5090")]
    [InlineData("Processing:Addresses:0", "ftp://10.0.0.7:5090")]
    [InlineData("Processing:Addresses:0", "http://10.0.0.7:5090/path")]
    [InlineData("Processing:Deadline", "00:00:00")]
    [InlineData("Processing:RestartDelay", "-00:00:01")]
    [InlineData("Processing:MaxRestartDelay", "00:00:00.05")]
    [InlineData("Processing:HealthInterval", "02:00:00")]
    public void Processing_ASettingThatIsNotAllowed_IsNamed(string key, string value) =>
        FaultsOf<ProcessingOptions>(("Processing:Addresses:1", "http://127.0.0.1:5090"), (key, value))
            .ShouldHaveSingleItem()
            .ShouldStartWith(key.Replace(":0", "", StringComparison.Ordinal));

    [Fact]
    public void Processing_AnExecutableThatIsNotThere_IsNamed() =>
        FaultsOf<ProcessingOptions>(("Processing:Executable", "nowhere/engine")).ShouldHaveSingleItem().ShouldContain("nowhere/engine");

    [Fact]
    public void Processing_AnExecutableThatIsNotNeeded_IsNotLookedFor() =>
        FaultsOf<ProcessingOptions>(("Processing:Executable", "nowhere"), ("Processing:Addresses:0", "http://127.0.0.1:5090"))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("Processing:TlsAuthority")]
    [InlineData("Processing:TlsCertificate")]
    public void Processing_ACertificateThatIsNotThere_IsNamed(string key) =>
        FaultsOf<ProcessingOptions>(("Processing:Addresses:0", "https://127.0.0.1:5090"), (key, "nowhere.pem"))
            .ShouldHaveSingleItem()
            .ShouldContain("nowhere.pem");

    [Fact]
    public void Processing_AKeyWithoutACertificate_IsAFault() =>
        FaultsOf<ProcessingOptions>(("Processing:Addresses:0", "https://127.0.0.1:5090"), ("Processing:TlsKey", "own.key"))
            .ShouldHaveSingleItem()
            .ShouldBe("Processing:TlsKey needs Processing:TlsCertificate.");

    [Fact]
    public void Processing_SeveralFaults_AreAllNamed() =>
        FaultsOf<ProcessingOptions>(
            ("Processing:Addresses:0", "x"),
            ("Processing:Deadline", "00:00:00"),
            ("Processing:StartTime", "00:00:00")
        )
            .Count.ShouldBe(3);

    [Theory]
    [InlineData("Intake:MaxAttempts", "0")]
    [InlineData("Intake:Concurrency", "65")]
    [InlineData("Intake:RetryDelay", "00:00:00")]
    [InlineData("Intake:MaxRetryDelay", "00:00:01")]
    public void Intake_ASettingThatIsNotAllowed_IsNamed(string key, string value) =>
        FaultsOf<IntakeOptions>((key, value)).ShouldHaveSingleItem().ShouldStartWith(key);

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 8)]
    [InlineData(4, 128)]
    [InlineData(5, 300)]
    [InlineData(100, 300)]
    public void RetryDelayAfter_MoreAttempts_GrowsToItsLimit(int attempts, int seconds) =>
        new IntakeOptions().RetryDelayAfter(attempts).ShouldBe(TimeSpan.FromSeconds(seconds));

    static IReadOnlyList<string> FaultsOf<T>(params (string Key, string Value)[] settings)
        where T : class
    {
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, string? (pair) => pair.Value))
                    .Build()
            )
            .AddProcessing()
            .AddIntake();
        using var provider = services.BuildServiceProvider();
        try
        {
            _ = provider.GetRequiredService<IOptions<T>>().Value;
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return [.. exception.Failures];
        }
    }
}
