using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsApi.Gateway.Persistence;
using NewsApi.Gateway.Processing;

namespace NewsApi.Gateway.Tests.Processing;

/// <summary>The gateway with a processing service of its own: the fake engine's program, as a child process.</summary>
public sealed class EngineSupervisorTests : IAsyncLifetime
{
    static readonly string Program = typeof(FakeEngine.Program).Assembly.Location;
    TestGateway _gateway = null!;

    public Task InitializeAsync()
    {
        _gateway = new TestGateway(
            engine: "",
            null,
            ("Processing:Executable", Program),
            ("Intake:RetryDelay", "00:00:00.1"),
            ("Intake:MaxRetryDelay", "00:00:00.2"),
            ("Intake:MaxPause", "00:00:00.5"),
            ("Intake:MaxAttempts", "2")
        );
        _gateway.StartServer();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    EngineSupervisor Supervisor => _gateway.Services.GetRequiredService<EngineSupervisor>();

    [Fact]
    public async Task TheChild_Killed_IsStartedAgainAndTheArticleIsReady()
    {
        var first = await ReadyChildAsync();
        using (var child = Process.GetProcessById(first))
            child.Kill();

        var id = await (await _gateway.SubmitAsync("Tin")).IdAsync();
        await ReachAsync(id, ArticleState.Ready);
        (await ReadyChildAsync()).ShouldNotBe(first);
    }

    [Fact]
    public async Task APageThatEndsTheChild_FailsAndOthersAreReady()
    {
        await ReadyChildAsync();
        var deadly = await _gateway.SubmitAsync(FakeEngine.Program.Deadly);
        deadly.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await ReachAsync(await deadly.IdAsync(), ArticleState.Failed);

        await ReachAsync(await (await _gateway.SubmitAsync("Tin")).IdAsync(), ArticleState.Ready);
    }

    [Fact]
    public async Task TheGatewayEnds_TheChildEndsWithIt()
    {
        using var child = Process.GetProcessById(await ReadyChildAsync());
        await _gateway.EndAsync();
        child.HasExited.ShouldBeTrue();
    }

    /// <summary>What the system does to the pipe when the gateway is killed.</summary>
    [Fact]
    public async Task ItsStandardInputIsClosed_TheChildEndsByItself()
    {
        using var child = Process.Start(EngineProgram.StartInfo(Program, 0))!;
        child.HasExited.ShouldBeFalse();
        child.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await child.WaitForExitAsync(patience.Token);
        child.ExitCode.ShouldBe(0);
    }

    async Task<int> ReadyChildAsync()
    {
        var channels = _gateway.Services.GetRequiredService<EngineChannels>();
        await Eventually.BeTrueAsync(() => channels.Count > 0, "no child became ready");
        return Supervisor.ProcessId.ShouldNotBeNull();
    }

    Task ReachAsync(Guid id, ArticleState state) =>
        Eventually.BeTrueAsync(async () => (await _gateway.ArticleAsync(id)).State == state, $"the article was not {state}");
}
