using System.Net;
using Xunit.Abstractions;

namespace NewsApi.SystemTests;

/// <summary>The processing service dies while pages come in. Nothing that was accepted is lost, and the gateway starts another.</summary>
public sealed class EngineCrashTests(ITestOutputHelper output) : IAsyncLifetime
{
    const int Count = 200;
    const int KillAfter = 80;
    static readonly TimeSpan RecoveryBound = TimeSpan.FromSeconds(30);

    /// <summary>Attempts follow each other quickly, so that a page that is given up is so soon.</summary>
    static readonly (string Key, string Value)[] Hasty =
    [
        ("Intake:RetryDelay", "00:00:00.100"),
        ("Intake:MaxRetryDelay", "00:00:01"),
        ("Intake:MaxPause", "00:00:00.200"),
        ("Processing:RestartDelay", "00:00:00.020"),
        ("Processing:MaxRestartDelay", "00:00:00.200"),
    ];

    readonly Stand _stand = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _stand.DisposeAsync();

    [Fact]
    public async Task TheEngineIsKilledWhilePagesComeIn_AllAreAcceptedAndRead()
    {
        var gateway = await _stand.StartAsync(GatewayProcess.Engine, Hasty);
        var first = await gateway.ReadyEngineAsync();
        var killed = 0L;
        var answers = await gateway.SubmitManyAsync(
            Count,
            KillAfter,
            () =>
            {
                Processes.Kill(first);
                killed = TimeProvider.System.GetTimestamp();
                return Task.CompletedTask;
            }
        );
        await gateway.ReadyEngineAsync(other: first);
        var recovery = TimeProvider.System.GetElapsedTime(killed);

        answers.Count.ShouldBe(Count);
        (await gateway.SubmitAsync(Count + 1, Pages.Article(Count + 1))).Status.ShouldBe(HttpStatusCode.Created);
        var stored = await _stand.SettledAsync();
        var settled = TimeProvider.System.GetElapsedTime(killed);
        output.WriteLine(
            $"ready again after {recovery}; all read after {settled}; read at once {answers.Count(a => a.Status == HttpStatusCode.Created)}"
        );

        stored.Count.ShouldBe(Count + 1);
        stored.ShouldAllBe(article => article.State == "Ready");
        var texts = await _stand.Database.TextsAsync();
        answers.ShouldAllBe(answer => texts[answer.Id] == Pages.Article(answer.Number));
        recovery.ShouldBeLessThan(RecoveryBound);
        await _stand.AssertWholeAsync();
    }

    [Fact]
    public async Task APageThatEndsTheEngine_FailsAfterItsAttempts_AndOthersAreRead()
    {
        var gateway = await _stand.StartAsync(GatewayProcess.EngineWithTestHooks, [.. Hasty, ("Intake:MaxAttempts", "3")]);
        await gateway.ReadyEngineAsync();
        var before = await gateway.SubmitAsync(1, Pages.Article(1));
        var crashing = await gateway.SubmitAsync(2, Pages.Crashing(2));
        crashing.Status.ShouldBe(HttpStatusCode.Accepted);

        var articles = await _stand.SettledAsync();
        var failed = articles.Single(article => article.Id == crashing.Id);
        failed.State.ShouldBe("Failed");
        failed.Attempts.ShouldBe(3);
        failed.FailureReason.ShouldBe("The processing service was away, or broke off while it read the page.");
        articles.Single(article => article.Id == before.Id).State.ShouldBe("Ready");

        await Eventually.BeTrueAsync(
            async () => (await gateway.SubmitAsync(3, Pages.Article(3))).State == "ready",
            () => "no page is read after the one that failed:\n" + gateway.Output
        );
        gateway.EnginesStarted.ShouldBeGreaterThanOrEqualTo(4);
        (await _stand.Database.TextsAsync())[crashing.Id].ShouldBe(Pages.Crashing(2));
        await _stand.AssertWholeAsync();
    }

    [Fact]
    public async Task APageThatEndsTheEngine_TakesNoneOfItsNeighboursWithIt()
    {
        const int Neighbours = 20;
        var gateway = await _stand.StartAsync(GatewayProcess.EngineWithTestHooks, Hasty);
        await gateway.ReadyEngineAsync();
        var submits = Enumerable
            .Range(1, Neighbours)
            .Select(number => gateway.SubmitAsync(number, Pages.Article(number)))
            .Append(gateway.SubmitAsync(0, Pages.Crashing(0)));
        var answers = await Task.WhenAll(submits);

        var articles = await _stand.SettledAsync();
        output.WriteLine($"attempts of neighbours: {string.Join(' ', articles.Select(article => article.Attempts))}");
        articles.Count.ShouldBe(Neighbours + 1);
        articles.Where(article => article.State != "Ready").ShouldHaveSingleItem().Id.ShouldBe(answers[^1].Id);
        await _stand.AssertWholeAsync();
    }

    [Fact]
    public async Task APageThatHangs_FailsForItsTime_AndOthersAreRead()
    {
        var gateway = await _stand.StartAsync(
            GatewayProcess.EngineWithTestHooks,
            [.. Hasty, ("Intake:MaxAttempts", "2"), ("Processing:Deadline", "00:00:02")]
        );
        var engine = await gateway.ReadyEngineAsync();
        var hanging = gateway.SubmitAsync(1, Pages.Article(1) + "\n⟦hang⟧\n");
        var other = await gateway.SubmitAsync(2, Pages.Article(2));
        other.Status.ShouldBe(HttpStatusCode.Created);
        var answer = await hanging;
        answer.Status.ShouldBe(HttpStatusCode.Accepted);

        var failed = (await _stand.SettledAsync()).Single(article => article.Id == answer.Id);
        failed.State.ShouldBe("Failed");
        failed.FailureReason.ShouldBe("The processing service did not answer in time.");
        (await gateway.ReadyEngineAsync()).ShouldBe(engine);
        gateway.EnginesStarted.ShouldBe(1);
    }
}
