using System.Globalization;
using Grpc.Core;
using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Processing.Tests;

public sealed class AnalyzeStreamTests(ProcessingFixture service) : IClassFixture<ProcessingFixture>
{
    const int Many = 60;

    [Fact]
    public async Task AnalyzeStream_ManyPages_AreAnsweredInOrder()
    {
        // Long and short pages in turn: worked on at once, the short ones are done first.
        var answers = await SendAsync(
            Enumerable.Range(0, Many).Select(i => Request(i, i % 2 == 0 ? Pages.Article + i : Pages.Numbered(i)))
        );
        answers.Select(answer => answer.RequestId).ShouldBe(Enumerable.Range(0, Many).Select(IdOf));
        answers.ShouldAllBe(answer => answer.ResultCase == AnalyzeStreamResponse.ResultOneofCase.Response);
        answers.Where((_, i) => i % 2 == 0).ShouldAllBe(answer => answer.Response.Document.Metadata.Title.Text == Pages.Title);
    }

    [Fact]
    public async Task AnalyzeStream_BadRequestsInTheMiddle_AreAnsweredAndTheStreamGoesOn()
    {
        var answers = await SendAsync([
            Request(0, Pages.Article),
            Request(1, "   "),
            Request(2, new string('a', ProcessingFixture.MaxTextBytes + 1)),
            new AnalyzeStreamRequest { RequestId = IdOf(3) },
            Request(4, Pages.Article),
        ]);
        answers.Select(answer => answer.RequestId).ShouldBe(Enumerable.Range(0, 5).Select(IdOf));
        answers
            .Select(answer => (StatusCode)(answer.Error?.Code ?? 0))
            .ShouldBe([StatusCode.OK, StatusCode.InvalidArgument, StatusCode.ResourceExhausted, StatusCode.InvalidArgument, StatusCode.OK]);
        answers[2].Error.Details.ShouldHaveSingleItem().Unpack<Google.Rpc.BadRequest>().FieldViolations[0].Field.ShouldBe("text");
        answers[4].Response.ShouldBe(answers[0].Response);
    }

    [Fact]
    public async Task AnalyzeStream_NoRequests_EndsWithoutAnswers() => (await SendAsync([])).ShouldBeEmpty();

    [Fact]
    public async Task AnalyzeStream_Cancelled_EndsAndTheServiceGoesOn()
    {
        using var cancellation = new CancellationTokenSource();
        using var call = service.Client.AnalyzeStream(ProcessingFixture.Soon(cancellation.Token));
        await call.RequestStream.WriteAsync(Request(0, Pages.Article));
        (await call.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();

        // The stream is open both ways: the answer that is waited for never comes.
        var next = call.ResponseStream.MoveNext(CancellationToken.None);
        await cancellation.CancelAsync();
        (await Should.ThrowAsync<RpcException>(() => next)).StatusCode.ShouldBe(StatusCode.Cancelled);

        (await SendAsync([Request(1, Pages.Article)])).Single().Response.ShouldNotBeNull();
    }

    /// <summary>Writes and reads at the same time, as bulk callers do.</summary>
    async Task<List<AnalyzeStreamResponse>> SendAsync(IEnumerable<AnalyzeStreamRequest> requests)
    {
        using var call = service.Client.AnalyzeStream(ProcessingFixture.Soon());
        var writing = WriteAsync(call.RequestStream, requests);
        var answers = new List<AnalyzeStreamResponse>();
        await foreach (var answer in call.ResponseStream.ReadAllAsync())
            answers.Add(answer);
        await writing;
        return answers;
    }

    static async Task WriteAsync(IClientStreamWriter<AnalyzeStreamRequest> stream, IEnumerable<AnalyzeStreamRequest> requests)
    {
        foreach (var request in requests)
            await stream.WriteAsync(request);
        await stream.CompleteAsync();
    }

    static AnalyzeStreamRequest Request(int number, string text) =>
        new()
        {
            RequestId = IdOf(number),
            Request = new AnalyzeRequest { Text = text },
        };

    static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"page-{number}");
}
