using NewsApi.Gateway.Processing;

namespace NewsApi.Gateway.Tests.Processing;

public sealed class EngineChannelsTests : IDisposable
{
    readonly EngineChannels _channels = new();

    public void Dispose() => _channels.Dispose();

    [Fact]
    public void NextArrival_WhenServicesCome_Completes()
    {
        var arrival = _channels.NextArrival;
        _channels.Use();
        arrival.IsCompleted.ShouldBeFalse();
        _channels.Use("http://127.0.0.1:1");
        arrival.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public void NextArrival_AskedForAfterServicesCame_IsTheOneAfter()
    {
        _channels.Use("http://127.0.0.1:1");
        var arrival = _channels.NextArrival;
        arrival.IsCompleted.ShouldBeFalse();
        _channels.Use("http://127.0.0.1:2");
        arrival.IsCompletedSuccessfully.ShouldBeTrue();
    }
}
