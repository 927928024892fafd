using NewsApi.Gateway.Articles.Intake;

namespace NewsApi.Gateway.Tests.Articles;

/// <summary>Who goes to the engine when: a turn that must wait is one whose task is not completed when all who could free it have acted.</summary>
public sealed class EngineTurnsTests : IDisposable
{
    const int Places = 64;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly EngineTurns _turns = new();

    public void Dispose() => _turns.Dispose();

    [Fact]
    public async Task Take_UpToAllPlaces_IsGivenAtOnce()
    {
        var turns = TakeAll();
        turns.ShouldAllBe(turn => turn.IsCompletedSuccessfully);
        var next = Take(alone: false);
        next.IsCompleted.ShouldBeFalse();

        (await turns[0]).Dispose();
        await next.WaitAsync(Patience);
    }

    [Fact]
    public async Task Take_Alone_WaitsForEveryOther()
    {
        var others = TakeAll();
        var alone = Take(alone: true);
        foreach (var other in others)
        {
            alone.IsCompleted.ShouldBeFalse();
            (await other).Dispose();
        }
        await alone.WaitAsync(Patience);
    }

    [Fact]
    public async Task Take_WhileOneIsAlone_WaitsUntilItIsDone()
    {
        var alone = await Take(alone: true);
        var other = Take(alone: false);
        var second = Take(alone: true);
        (other.IsCompleted, second.IsCompleted).ShouldBe((false, false));

        alone.Dispose();
        (await other.WaitAsync(Patience)).Dispose();
        await second.WaitAsync(Patience);
    }

    [Fact]
    public async Task Take_AloneByTwoAtOnce_GivesTurnsToOneAfterTheOther()
    {
        var others = TakeAll();
        Task<IDisposable>[] waiting = [Take(alone: true), Take(alone: true)];
        foreach (var other in others)
            (await other).Dispose();

        var first = await Task.WhenAny(waiting).WaitAsync(Patience);
        waiting.Count(turn => turn.IsCompleted).ShouldBe(1);
        (await first).Dispose();
        await Task.WhenAll(waiting).WaitAsync(Patience);
    }

    [Fact]
    public async Task Take_AloneWhileOthersKeepComing_GetsItsTurn()
    {
        var running = await Take(alone: false);
        var alone = Take(alone: true);
        while (!alone.IsCompleted)
        {
            // Each newcomer queues before the one that runs is done, as under load.
            var next = Take(alone: false);
            running.Dispose();
            if (await Task.WhenAny(next, alone).WaitAsync(Patience) == alone)
                break;
            running = await next;
        }
        await alone.WaitAsync(Patience);
    }

    [Fact]
    public async Task Take_ThatIsCancelledInTheQueue_KeepsNoPlace()
    {
        var others = TakeAll();
        using var cancelled = new CancellationTokenSource();
        var waiting = _turns.TakeAsync(alone: false, cancelled.Token);
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        await ShouldAllBeFreeAfterAsync(others);
    }

    [Fact]
    public async Task Take_AloneThatIsCancelledWhileItGathers_KeepsNoPlace()
    {
        var others = TakeAll();
        using var cancelled = new CancellationTokenSource();
        var gathering = _turns.TakeAsync(alone: true, cancelled.Token);
        (await others[0]).Dispose();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => gathering);
        await ShouldAllBeFreeAfterAsync(others[1..]);
    }

    [Fact]
    public async Task Dispose_OfATurnTwice_FreesOnePlace()
    {
        var turns = TakeAll();
        var turn = await turns[0];
        turn.Dispose();
        turn.Dispose();
        await Take(alone: false).WaitAsync(Patience);
        Take(alone: false).IsCompleted.ShouldBeFalse();
    }

    async Task ShouldAllBeFreeAfterAsync(Task<IDisposable>[] others)
    {
        foreach (var other in others)
            (await other).Dispose();
        await Take(alone: true).WaitAsync(Patience);
    }

    Task<IDisposable> Take(bool alone) => _turns.TakeAsync(alone, CancellationToken.None);

    Task<IDisposable>[] TakeAll() => [.. Enumerable.Range(0, Places).Select(_ => Take(alone: false))];
}
