using System.Globalization;
using Grpc.Core;
using NewsApi.Contracts.Processing.V1;
using Xunit.Abstractions;

namespace NewsApi.Processing.Tests;

/// <summary>Streams that are long, slow, broken off or over their time. Each test has a service of its own.</summary>
public sealed class LongStreamTests(ITestOutputHelper output) : IAsyncLifetime
{
    const int Many = 10_000;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    static readonly bool IsLong = Environment.GetEnvironmentVariable("LONG_TESTS") == "1";

    ProcessingProcess _process = null!;
    global::Grpc.Net.Client.GrpcChannel _channel = null!;

    ProcessingService.ProcessingServiceClient Client => new(_channel);

    public Task InitializeAsync() => StartAsync();

    public Task DisposeAsync() => StopAsync();

    [Fact]
    public async Task TenThousandPages_AreAnsweredInOrder_AndMemoryStaysBounded()
    {
        const int WarmUp = 1_000;
        using var call = Client.AnalyzeStream(Soon());
        var writing = WriteAsync(call.RequestStream, Enumerable.Range(0, Many).Select(Request));
        var (answered, early) = (0, 0L);
        await foreach (var answer in call.ResponseStream.ReadAllAsync())
        {
            answer.RequestId.ShouldBe(IdOf(answered));
            answer.ResultCase.ShouldBe(AnalyzeStreamResponse.ResultOneofCase.Response);
            if (++answered == WarmUp)
                early = _process.PeakMemoryBytes;
        }

        await writing;
        answered.ShouldBe(Many);
        var late = _process.PeakMemoryBytes;
        output.WriteLine($"at most {early >> 20} MiB after {WarmUp} pages, {late >> 20} MiB after {Many}");

        // Ten times the pages: what was kept of each would show. The collector's own breathing is less.
        (late - early).ShouldBeLessThan(96L << 20);
    }

    [Fact]
    public async Task AReaderThatStops_StopsTheReadingOfRequests_AndMissesNothing()
    {
        const int Pages = 120;
        var page = LargePage(128 * 1024);
        using var call = Client.AnalyzeStream(Soon());
        var written = 0;
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < Pages; i++)
            {
                await call.RequestStream.WriteAsync(Request(i, page));
                Volatile.Write(ref written, i + 1);
            }

            await call.RequestStream.CompleteAsync();
        });

        // Until nothing has moved for a second.
        var before = -1;
        while (Volatile.Read(ref written) is var now && now != before)
        {
            before = now;
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        output.WriteLine($"{before} of {Pages} pages were taken while nobody read");
        before.ShouldBeLessThan(Pages / 2);
        var answered = 0;
        await foreach (var answer in call.ResponseStream.ReadAllAsync())
            answer.RequestId.ShouldBe(IdOf(answered++));
        await writing;
        answered.ShouldBe(Pages);
    }

    [Fact]
    public async Task ADeadlineInTheMiddleOfALongPage_StopsTheWork()
    {
        var page = LargePage(2 * 1024 * 1024 - 4096);
        var request = new AnalyzeRequest { Text = page, Features = { Feature.Tokens, Feature.Facts, Feature.Explanations } };
        var started = _process.ProcessorTime;
        var failure = await Should.ThrowAsync<RpcException>(async () =>
            await Client.AnalyzeAsync(request, new CallOptions(deadline: In(TimeSpan.FromSeconds(2))))
        );
        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        var worked = _process.ProcessorTime - started;

        await Task.Delay(TimeSpan.FromMilliseconds(100));
        var atRest = _process.ProcessorTime;
        await Task.Delay(TimeSpan.FromSeconds(2));
        var after = _process.ProcessorTime - atRest;
        output.WriteLine(
            $"{worked.TotalMilliseconds} ms of work before the deadline, {after.TotalMilliseconds} ms from 100 ms behind it on"
        );

        // Processor time, not the clock's: other programs of the machine do not count. A page of this length takes seconds.
        after.ShouldBeLessThan(TimeSpan.FromMilliseconds(200));
        (await Client.AnalyzeAsync(new AnalyzeRequest { Text = Tests.Pages.Article }, ProcessingFixture.Soon())).Document.ShouldNotBeNull();
    }

    [Fact]
    public async Task AServiceThatIsKilled_BreaksTheStreamOff_AndWhatItAnsweredIsWhole()
    {
        var expected = await Client.AnalyzeAsync(Request(0, Tests.Pages.Article).Request, ProcessingFixture.Soon());
        var rounds = IsLong ? 20 : 4;
        for (var round = 0; round < rounds; round++)
        {
            var endAfter = 1 + round * 7;
            using var call = Client.AnalyzeStream(Soon());
            var writing = WriteAsync(call.RequestStream, Enumerable.Range(0, Many).Select(i => Request(i, Tests.Pages.Article)));
            var answered = 0;
            var failure = await Should.ThrowAsync<RpcException>(async () =>
            {
                await foreach (var answer in call.ResponseStream.ReadAllAsync())
                {
                    answer.RequestId.ShouldBe(IdOf(answered));
                    answer.Response.ShouldBe(expected);
                    if (++answered == endAfter)
                        _process.Kill();
                }
            });
            failure.StatusCode.ShouldBe(StatusCode.Unavailable);
            answered.ShouldBeGreaterThanOrEqualTo(endAfter);
            (await Record.ExceptionAsync(() => writing)).ShouldBeOfType<RpcException>();
            await StopAsync();
            await StartAsync();
        }
    }

    async Task StartAsync()
    {
        _process = ProcessingProcess.Start("--port", "0", "--health-port", "0");
        _channel = await _process.ConnectAsync();
        await ProcessingFixture.WaitUntilServingAsync(_channel);
    }

    async Task StopAsync()
    {
        _channel.Dispose();
        await _process.DisposeAsync();
    }

    static DateTime In(TimeSpan time) => TimeProvider.System.GetUtcNow().UtcDateTime + time;

    static CallOptions Soon() => new(deadline: In(Patience));

    static async Task WriteAsync(IClientStreamWriter<AnalyzeStreamRequest> stream, IEnumerable<AnalyzeStreamRequest> requests)
    {
        foreach (var request in requests)
            await stream.WriteAsync(request);
        await stream.CompleteAsync();
    }

    // Every tenth with all that can be asked for.
    static AnalyzeStreamRequest Request(int number)
    {
        var request = Request(number, number % 10 == 0 ? Tests.Pages.Article + number : Tests.Pages.Numbered(number));
        if (number % 10 == 0)
            request.Request.Features.AddRange([Feature.Tokens, Feature.Facts, Feature.Explanations]);
        return request;
    }

    static AnalyzeStreamRequest Request(int number, string text) =>
        new()
        {
            RequestId = IdOf(number),
            Request = new AnalyzeRequest { Text = text },
        };

    static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"page-{number}");

    /// <summary>Articles one after the other, up to a size in bytes of UTF-8.</summary>
    static string LargePage(int bytes)
    {
        var article = Tests.Pages.Article + "\n";
        return string.Concat(Enumerable.Repeat(article, bytes / System.Text.Encoding.UTF8.GetByteCount(article)));
    }
}
