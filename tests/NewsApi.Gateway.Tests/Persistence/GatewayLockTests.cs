using Microsoft.Extensions.Options;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Tests.Persistence;

public sealed class GatewayLockTests : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly string _folder = Directory.CreateTempSubdirectory("newsapi-").FullName;

    public GatewayLockTests() => File.WriteAllBytes(Database, []);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    string Database => Path.Combine(_folder, "news.db");

    [Fact]
    public async Task Enter_AsTheFirst_IsAlone()
    {
        using var first = Open();
        (await EnterAsync(first)).ShouldBeTrue();
    }

    [Fact]
    public async Task Enter_WhileAnotherIsIn_IsNotAlone()
    {
        using var first = Open();
        await EnterAsync(first);
        using var second = Open();
        (await EnterAsync(second)).ShouldBeFalse();
    }

    [Fact]
    public async Task Enter_WhenTheFirstLeftAndTheSecondStays_IsNotAlone()
    {
        using var second = Open();
        using (var first = Open())
        {
            await EnterAsync(first);
            await EnterAsync(second);
        }
        using var third = Open();
        (await EnterAsync(third)).ShouldBeFalse();
    }

    [Fact]
    public async Task Enter_WhenAllLeft_IsAlone()
    {
        foreach (var _ in Enumerable.Range(0, 3))
        {
            using var one = Open();
            (await EnterAsync(one)).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Enter_WhileAnotherIsAlone_WaitsUntilItIsDone()
    {
        using var first = Open();
        using var second = Open();
        var inside = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var entering = first.EnterAsync(
            async () =>
            {
                inside.SetResult();
                await go.Task;
            },
            CancellationToken.None
        );
        await inside.Task;
        var other = EnterAsync(second);
        other.IsCompleted.ShouldBeFalse();
        go.SetResult();
        await Task.WhenAll(entering, other).WaitAsync(Patience);
    }

    [Fact]
    public async Task Enter_ByManyAtOnce_LetsAllInAndNeverTwoBeAlone()
    {
        var gateways = Enumerable.Range(0, 8).Select(_ => Open()).ToArray();
        try
        {
            var alone = 0;
            var most = 0;
            await Task.WhenAll(
                    gateways.Select(gateway =>
                        gateway.EnterAsync(
                            async () =>
                            {
                                most = Math.Max(most, Interlocked.Increment(ref alone));
                                await Task.Yield();
                                Interlocked.Decrement(ref alone);
                            },
                            CancellationToken.None
                        )
                    )
                )
                .WaitAsync(Patience);
            most.ShouldBe(1);
        }
        finally
        {
            foreach (var gateway in gateways)
                gateway.Dispose();
        }
    }

    [Fact]
    public async Task Enter_ThroughALink_IsTheLockOfTheFileItself()
    {
        var link = Path.Combine(_folder, "link.db");
        File.CreateSymbolicLink(link, Database);
        using var first = Open();
        await EnterAsync(first);
        using var second = Open(link);
        (await EnterAsync(second)).ShouldBeFalse();
    }

    GatewayLock Open(string? database = null) => new(Options.Create(new StorageOptions { Path = database ?? Database }));

    /// <summary>Whether it was alone.</summary>
    static async Task<bool> EnterAsync(GatewayLock gateways)
    {
        var alone = false;
        await gateways.EnterAsync(
            () =>
            {
                alone = true;
                return Task.CompletedTask;
            },
            CancellationToken.None
        );
        return alone;
    }
}
