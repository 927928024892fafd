using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using NewsApi.Gateway.Settings;

namespace NewsApi.Gateway.Tests.Settings;

/// <summary>The gateway as a process of its own, with settings it cannot start with.</summary>
public sealed class StartTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("newsapi-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Urls", "http://0.0.0.0:5080", "Urls: \"http://0.0.0.0:5080\" is refused")]
    [InlineData("Urls", "http://*:5080", "Urls: \"http://*:5080\" is refused")]
    [InlineData("Urls", "http://[::]:5080", "Urls: \"http://[::]:5080\" is refused")]
    [InlineData("Urls", "http://10.0.0.7:5080", "Urls: \"http://10.0.0.7:5080\" is refused")]
    [InlineData("Urls", "http://127.0.0.1:0;http://news.example:80", "Urls: \"http://news.example:80\" is refused")]
    [InlineData("ASPNETCORE_URLS", "http://0.0.0.0:5080", "Urls: \"http://0.0.0.0:5080\" is refused")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "8080", "Http_Ports: not taken here")]
    [InlineData("Kestrel__Endpoints__Any__Url", "http://0.0.0.0:5080", "Kestrel:Endpoints: not taken here")]
    public async Task Start_OnAnAddressThatIsNotThisMachines_IsRefused(string key, string value, string fault)
    {
        var (exitCode, errors) = await StartAsync((key, value));
        exitCode.ShouldBe(1);
        errors.ShouldContain(fault);
        errors.ShouldContain("http://127.0.0.1:PORT");
    }

    [Theory]
    [InlineData("http://news.example:5080")]
    [InlineData("https://0.0.0.0:5080")]
    [InlineData("http://0.0.0.0:5080/v1")]
    [InlineData("http://unix:/tmp/gateway.sock")]
    [InlineData("*:5080")]
    public async Task Start_OpenToTheNetwork_StillRefusesWhatIsNoAddress(string url)
    {
        var (exitCode, errors) = await StartAsync(("Urls", url), ("Server__OpenToNetwork", "true"));
        exitCode.ShouldBe(1);
        errors.ShouldContain($"Urls: \"{url}\" is not allowed; allowed are ");
    }

    /// <summary>Asked of the settings alone: a test opens no port to the network.</summary>
    [Theory]
    [InlineData("http://0.0.0.0:5080", "true", true)]
    [InlineData("http://*:5080", "true", true)]
    [InlineData("http://+:5080", "True", true)]
    [InlineData("http://[::]:5080", "true", true)]
    [InlineData("http://10.0.0.7:5080;http://127.0.0.1:5081", "true", true)]
    [InlineData("http://0.0.0.0:5080", "false", false)]
    [InlineData("http://0.0.0.0:5080", "yes", false)]
    public void ListenAddress_BeyondThisMachine_IsAllowedWhereTheNetworkMayComeIn(string urls, string open, bool allowed)
    {
        var settings = new Dictionary<string, string?> { ["Urls"] = urls, ["Server:OpenToNetwork"] = open };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        ListenAddress.Faults(configuration).Any().ShouldBe(!allowed);
    }

    [Fact]
    public async Task Start_WhereAnotherListens_SaysSoAndWhatToDo()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var (exitCode, errors) = await StartAsync(("Urls", $"http://{other.LocalEndpoint}"));
        exitCode.ShouldBe(1);
        errors.ShouldContain($"http://{other.LocalEndpoint}");
        errors.ShouldContain("Another program listens there.");
        errors.ShouldContain("--Urls=http://127.0.0.1:");
    }

    [Fact]
    public async Task Start_WithSeveralFaults_TellsAllOfThem()
    {
        var (exitCode, errors) = await StartAsync(
            ("Urls", "http://0.0.0.0:5080"),
            ("Limits__TextBytes", "many"),
            ("Limits__Line", "7"),
            ("Server__Connections", "0"),
            ("Intake__MaxAttempts", "0"),
            ("Processing__Deadline", "00:00:00"),
            ("Storage__BusyTimeout", "1.00:00:00")
        );
        exitCode.ShouldBe(1);
        string[] keys =
        [
            "Urls:",
            "Limits:TextBytes:",
            "Limits:Line:",
            "Server:Connections:",
            "Intake:MaxAttempts:",
            "Processing:Deadline:",
            "Storage:BusyTimeout",
        ];
        var lines = errors.Split('\n');
        foreach (var key in keys)
            lines.Count(line => line.StartsWith(key, StringComparison.Ordinal)).ShouldBe(1, $"{key} in {errors}");
        errors.ShouldContain("the nearest is Limits:Lines");
        File.Exists(Path.Combine(_folder, "news.db")).ShouldBeFalse();
    }

    async Task<(int ExitCode, string Errors)> StartAsync(params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = _folder,
        };
        start.Environment["Storage__Path"] = Path.Combine(_folder, "news.db");
        start.Environment["Processing__Addresses__0"] = "http://127.0.0.1:1";
        foreach (var (key, value) in settings)
            start.Environment[key] = value;

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var gateway = Process.Start(start)!;
        try
        {
            var output = gateway.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = await gateway.StandardError.ReadToEndAsync(patience.Token);
            await output;
            await gateway.WaitForExitAsync(patience.Token);
            return (gateway.ExitCode, errors);
        }
        finally
        {
            if (!gateway.HasExited)
                gateway.Kill(entireProcessTree: true);
        }
    }
}
