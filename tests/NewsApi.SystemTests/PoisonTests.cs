using System.Globalization;
using Grpc.Core;
using Grpc.Net.Client;
using NewsApi.Contracts.Processing.V1;

namespace NewsApi.SystemTests;

/// <summary>A page that the engine breaks on, which does not end the process.</summary>
public sealed class PoisonTests : IAsyncLifetime
{
    const string Poison = "\n⟦fail⟧\n";

    readonly Stand _stand = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _stand.DisposeAsync();

    [Fact]
    public async Task InAStream_ItIsAnsweredWithItsOwnError_AndTheStreamGoesOn()
    {
        var gateway = await _stand.StartAsync(GatewayProcess.EngineWithTestHooks);
        var engine = await gateway.ReadyEngineAsync();
        using var channel = GrpcChannel.ForAddress(engine.Address.ToString());
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime + Eventually.Patience;
        using var call = new ProcessingService.ProcessingServiceClient(channel).AnalyzeStream(deadline: deadline);
        for (var number = 0; number < 9; number++)
        {
            await call.RequestStream.WriteAsync(
                new AnalyzeStreamRequest
                {
                    RequestId = number.ToString(CultureInfo.InvariantCulture),
                    Request = new AnalyzeRequest { Text = Pages.Article(number) + (number == 4 ? Poison : "") },
                }
            );
        }

        await call.RequestStream.CompleteAsync();
        var answers = new List<AnalyzeStreamResponse>();
        await foreach (var answer in call.ResponseStream.ReadAllAsync())
            answers.Add(answer);

        answers.Select(answer => answer.RequestId).ShouldBe(["0", "1", "2", "3", "4", "5", "6", "7", "8"]);
        answers.Where(answer => answer.Response is null).ShouldHaveSingleItem().RequestId.ShouldBe("4");
        (answers[4].Error.Code, answers[4].Error.Message).ShouldBe(((int)StatusCode.Internal, "the page could not be read"));
    }

    [Fact]
    public async Task Submitted_ItFailsAfterItsAttempts_AndItsTextIsKept()
    {
        var gateway = await _stand.StartAsync(
            GatewayProcess.EngineWithTestHooks,
            ("Intake:MaxAttempts", "2"),
            ("Intake:RetryDelay", "00:00:00.050")
        );
        await gateway.ReadyEngineAsync();
        var answer = await gateway.SubmitAsync(1, Pages.Article(1) + Poison);
        (await gateway.SubmitAsync(2, Pages.Article(2))).State.ShouldBe("ready");

        var failed = (await _stand.SettledAsync()).Single(article => article.Id == answer.Id);
        (failed.State, failed.Attempts).ShouldBe(("Failed", 2));
        (await _stand.Database.TextsAsync())[answer.Id].ShouldBe(Pages.Article(1) + Poison);
        gateway.EnginesStarted.ShouldBe(1);
        await _stand.AssertWholeAsync();
    }
}
