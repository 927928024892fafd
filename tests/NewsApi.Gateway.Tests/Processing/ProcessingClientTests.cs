using Grpc.Core;
using Microsoft.Extensions.Options;
using NewsApi.Contracts.Processing.V1;
using NewsApi.FakeEngine;
using NewsApi.Gateway.Processing;

namespace NewsApi.Gateway.Tests.Processing;

public sealed class ProcessingClientTests : IAsyncLifetime
{
    readonly EngineChannels _channels = new();
    ProgrammableEngine _one = null!;
    ProgrammableEngine _other = null!;

    public async Task InitializeAsync()
    {
        _one = await ProgrammableEngine.StartNewAsync();
        _other = await ProgrammableEngine.StartNewAsync();
    }

    public async Task DisposeAsync()
    {
        _channels.Dispose();
        await _one.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task Analyze_SeveralAddresses_AreCalledInTurn()
    {
        var client = Client(_one.Address, _other.Address);
        for (var i = 0; i < 6; i++)
            await AnalyzeAsync(client);
        (_one.Texts.Count, _other.Texts.Count).ShouldBe((3, 3));
    }

    [Fact]
    public async Task Analyze_OneOfTwoIsAway_GoesToTheOtherAlways()
    {
        await _one.StopAsync();
        var client = Client(_one.Address, _other.Address);
        for (var i = 0; i < 6; i++)
            await AnalyzeAsync(client);
        _other.Texts.Count.ShouldBe(6);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public async Task Analyze_AnEngineThatSaysUnavailable_IsAskedFiveTimesAtMost(int refusals, bool answered)
    {
        _one.Analyze = (request, _) =>
            _one.Texts.Count <= refusals
                ? throw new RpcException(new Status(StatusCode.Unavailable, "draining"))
                : Task.FromResult(FakeAnswer.To(request.Text));
        var analyze = AnalyzeAsync(Client(_one.Address));
        if (answered)
            (await analyze).PipelineVersion.ShouldBe(FakeAnswer.PipelineVersion);
        else
            (await Should.ThrowAsync<RpcException>(() => analyze)).StatusCode.ShouldBe(StatusCode.Unavailable);
        _one.Texts.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData(StatusCode.Internal)]
    [InlineData(StatusCode.InvalidArgument)]
    [InlineData(StatusCode.ResourceExhausted)]
    [InlineData(StatusCode.Unknown)]
    public async Task Analyze_AnyOtherStatus_IsNotTriedAgain(StatusCode code)
    {
        _one.Analyze = (_, _) => throw new RpcException(new Status(code, ""));
        (await Should.ThrowAsync<RpcException>(() => AnalyzeAsync(Client(_one.Address)))).StatusCode.ShouldBe(code);
        _one.Texts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Analyze_ACallThatBreaksOff_IsNotTriedAgain()
    {
        _one.Analyze = (_, context) =>
        {
            context.GetHttpContext().Abort();
            throw new RpcException(Status.DefaultCancelled);
        };
        var exception = await Should.ThrowAsync<RpcException>(() => AnalyzeAsync(Client(_one.Address, _other.Address)));
        ProcessingClient.NeverReached(exception).ShouldBeFalse();
        _one.Texts.Count.ShouldBe(1);
        _other.Texts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Analyze_AnEngineThatHangs_EndsAtTheDeadline()
    {
        _one.Analyze = async (_, context) =>
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            throw new InvalidOperationException();
        };
        var analyze = AnalyzeAsync(Client(TimeSpan.FromMilliseconds(300), _one.Address));
        (await Should.ThrowAsync<RpcException>(() => analyze)).StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        _one.Texts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Analyze_ItsCallerGivesUp_EndsAsCancelled()
    {
        using var caller = new CancellationTokenSource();
        _one.Analyze = async (_, context) =>
        {
            await caller.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            throw new InvalidOperationException();
        };
        var analyze = Client(_one.Address).AnalyzeAsync(new AnalyzeRequest { Text = "Tin" }, caller.Token);
        await Should.ThrowAsync<OperationCanceledException>(() => analyze);
    }

    [Fact]
    public async Task Analyze_NobodyThere_WasNeverReached()
    {
        await _one.StopAsync();
        foreach (var client in new[] { Client(), Client(_one.Address) })
        {
            var exception = await Should.ThrowAsync<RpcException>(() => AnalyzeAsync(client));
            exception.StatusCode.ShouldBe(StatusCode.Unavailable);
            ProcessingClient.NeverReached(exception).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Analyze_ALargeAnswer_Arrives()
    {
        _one.Analyze = (_, _) =>
        {
            var answer = FakeAnswer.To("Tin");
            answer.Document.KindReason = new string('a', 20 << 20);
            return Task.FromResult(answer);
        };
        (await AnalyzeAsync(Client(_one.Address))).Document.KindReason.Length.ShouldBe(20 << 20);
    }

    [Fact]
    public async Task DescribePipeline_TellsTheVersion() =>
        (await Client(_one.Address).DescribePipelineAsync(CancellationToken.None)).PipelineVersion.ShouldBe(FakeAnswer.PipelineVersion);

    ProcessingClient Client(params string[] addresses) => Client(TimeSpan.FromSeconds(20), addresses);

    ProcessingClient Client(TimeSpan deadline, params string[] addresses)
    {
        _channels.Use(addresses);
        return new ProcessingClient(_channels, Options.Create(new ProcessingOptions { Deadline = deadline }), TimeProvider.System);
    }

    static Task<AnalyzeResponse> AnalyzeAsync(ProcessingClient client) =>
        client.AnalyzeAsync(new AnalyzeRequest { Text = "Tin" }, CancellationToken.None);
}
