using System.Net;
using Xunit.Abstractions;

namespace NewsApi.SystemTests;

/// <summary>Kills again and again, at another moment each time, on one file: what one crash leaves must not make the next one worse.</summary>
public sealed class RepeatedCrashTests(ITestOutputHelper output) : IAsyncLifetime
{
    const int PagesOfARound = 40;
    static readonly int Rounds = Environment.GetEnvironmentVariable("LONG_TESTS") == "1" ? 20 : 3;

    readonly Stand _stand = new();
    readonly Dictionary<string, int> _accepted = new(StringComparer.Ordinal);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _stand.DisposeAsync();

    [Fact]
    public async Task TheGatewayIsKilledAgainAndAgain_NothingAcceptedIsLost()
    {
        var ready = new List<double>();
        var gateway = await _stand.StartAsync(GatewayProcess.Engine);
        await gateway.ReadyEngineAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var killed = gateway;
            Keep(await killed.SubmitManyAsync(PagesOfARound, 1 + round * 7 % 31, killed.KillAsync, from: round * PagesOfARound));
            await _stand.AssertWholeAsync();

            var restarted = TimeProvider.System.GetTimestamp();
            gateway = await _stand.StartAsync(GatewayProcess.Engine);
            (await gateway.Http.GetAsync("/v1/articles")).StatusCode.ShouldBe(HttpStatusCode.OK);
            ready.Add(TimeProvider.System.GetElapsedTime(restarted).TotalMilliseconds);
        }

        output.WriteLine(
            $"{Rounds} kills, {_accepted.Count} accepted; serving again after {ready.Average():0} ms, {ready.Max():0} ms at most"
        );
        await AssertNothingIsLostAsync();
    }

    [Fact]
    public async Task TheEngineIsKilledAgainAndAgain_NothingAcceptedIsLost()
    {
        var ready = new List<double>();
        var gateway = await _stand.StartAsync(GatewayProcess.Engine, ("Processing:RestartDelay", "00:00:00.020"));
        for (var round = 0; round < Rounds; round++)
        {
            var engine = await gateway.ReadyEngineAsync();
            var killed = 0L;
            Keep(
                await gateway.SubmitManyAsync(
                    PagesOfARound,
                    1 + round * 7 % 31,
                    () =>
                    {
                        Processes.Kill(engine);
                        killed = TimeProvider.System.GetTimestamp();
                        return Task.CompletedTask;
                    },
                    from: round * PagesOfARound
                )
            );
            await gateway.ReadyEngineAsync(other: engine);
            ready.Add(TimeProvider.System.GetElapsedTime(killed).TotalMilliseconds);
        }

        _accepted.Count.ShouldBe(Rounds * PagesOfARound);
        output.WriteLine(
            $"{Rounds} kills, {_accepted.Count} accepted; reading again after {ready.Average():0} ms, {ready.Max():0} ms at most"
        );
        await AssertNothingIsLostAsync();
    }

    void Keep(IReadOnlyCollection<Answer> answers)
    {
        foreach (var answer in answers)
            _accepted.Add(answer.Id, answer.Number);
    }

    async Task AssertNothingIsLostAsync()
    {
        var stored = await _stand.SettledAsync();
        stored.ShouldAllBe(article => article.State == "Ready");
        var texts = await _stand.Database.TextsAsync();
        _accepted.Where(page => texts.GetValueOrDefault(page.Key) != Pages.Article(page.Value)).ShouldBeEmpty();
        texts.Values.ShouldBeUnique();
        await _stand.AssertWholeAsync();
    }
}
