using System.Net;
using Xunit.Abstractions;

namespace NewsApi.SystemTests;

/// <summary>The gateway dies as by kill -9 while pages come in, and is started again on the file it left.</summary>
public sealed class GatewayCrashTests(ITestOutputHelper output) : IAsyncLifetime
{
    const int Count = 200;
    const int KillAfter = 80;

    /// <summary>A lease lasts a minute and the engine's deadline: pages that are read within this were taken over before theirs ended.</summary>
    static readonly TimeSpan RecoveryBound = TimeSpan.FromSeconds(45);

    readonly Stand _stand = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _stand.DisposeAsync();

    [Fact]
    public async Task TheGatewayIsKilledWhilePagesComeIn_AllThatWereAcceptedAreThereAndRead()
    {
        var first = await _stand.StartAsync(GatewayProcess.Engine);
        var engine = await first.ReadyEngineAsync();
        var accepted = await first.SubmitManyAsync(Count, KillAfter, first.KillAsync);
        accepted.Count.ShouldBeInRange(KillAfter, Count - 1);
        var left = await _stand.Database.ArticlesAsync();
        await _stand.AssertWholeAsync();

        var restarted = TimeProvider.System.GetTimestamp();
        var second = await _stand.StartAsync(GatewayProcess.Engine);
        (await second.ReadyEngineAsync()).ProcessId.ShouldNotBe(engine.ProcessId);
        (await second.SubmitAsync(Count + 1, Pages.Article(Count + 1))).Status.ShouldBe(HttpStatusCode.Created);
        var recovery = TimeProvider.System.GetElapsedTime(restarted);
        var stored = await _stand.SettledAsync();
        var settled = TimeProvider.System.GetElapsedTime(restarted);
        output.WriteLine(
            $"accepted {accepted.Count}; in the file {left.Count}, pending {left.Count(article => article.State == "Pending")}; "
                + $"reading again after {recovery}; all read after {settled}"
        );

        stored.ShouldAllBe(article => article.State == "Ready");
        stored.Count.ShouldBe(left.Count + 1);
        settled.ShouldBeLessThan(RecoveryBound);

        // Only what the first had taken when it was killed has to be taken from it.
        if (left.Any(article => article is { State: "Pending", Attempts: > 0 }))
            second.Output.ShouldContain("pages from gateways that ended before");
        await AssertTextsAsync(accepted);
        await AssertServedAsync(second, accepted);
        await _stand.AssertWholeAsync();
    }

    [Fact]
    public async Task TheGatewayIsKilled_ItsEngineEndsByItself()
    {
        var gateway = await _stand.StartAsync(GatewayProcess.Engine);
        var engine = await gateway.ReadyEngineAsync();
        var killed = TimeProvider.System.GetTimestamp();
        await gateway.KillAsync();
        await Processes.EndedAsync(engine);
        await Processes.GoneAsync(engine);
        output.WriteLine($"the engine was gone {TimeProvider.System.GetElapsedTime(killed)} after its gateway");
    }

    [Fact]
    public async Task TheGatewayIsKilled_AndAnotherOnItsFileLives_TheNextTakesNothingOfTheOther()
    {
        var dead = await _stand.StartAsync(GatewayProcess.EngineWithTestHooks);
        var living = await _stand.StartAsync(GatewayProcess.EngineWithTestHooks);
        await living.ReadyEngineAsync();
        var held = living.SubmitAsync(1, Pages.Article(1) + "\n⟦hang⟧\n");
        await Eventually.BeTrueAsync(
            async () => await _stand.Database.ArticlesAsync() is [{ Attempts: 1 }],
            () => "the page was not taken:\n" + living.Output
        );
        await dead.KillAsync();

        var next = await _stand.StartAsync(GatewayProcess.Engine);
        await next.ReadyEngineAsync();
        (await next.SubmitAsync(2, Pages.Article(2))).Status.ShouldBe(HttpStatusCode.Created);
        var page = (await _stand.Database.ArticlesAsync()).Single(article => article.State == "Pending");
        page.Attempts.ShouldBe(1);
        next.Output.ShouldNotContain("pages from gateways that ended before");
        await living.KillAsync();
        await Should.ThrowAsync<HttpRequestException>(() => held);
    }

    /// <summary>Each accepted page is what its article has; what else is there are whole pages too, whose answer did not get out.</summary>
    async Task AssertTextsAsync(IReadOnlyCollection<Answer> accepted)
    {
        var texts = await _stand.Database.TextsAsync();
        accepted.Where(answer => texts.GetValueOrDefault(answer.Id) != Pages.Article(answer.Number)).ShouldBeEmpty();
        texts.Values.ShouldBeSubsetOf(Enumerable.Range(1, Count + 1).Select(Pages.Article));
        texts.Values.ShouldBeUnique();
    }

    static async Task AssertServedAsync(GatewayProcess gateway, IReadOnlyCollection<Answer> accepted)
    {
        foreach (var answer in accepted)
            (await gateway.Http.GetStringAsync($"/v1/articles/{answer.Id}/text")).ShouldBe(Pages.Article(answer.Number));
    }
}
