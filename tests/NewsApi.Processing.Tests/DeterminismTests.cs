using System.Text;
using Google.Protobuf;
using Grpc.Net.Client;
using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Processing.Tests;

/// <summary>
/// The same page is answered with the same bytes: twice by one process, and by another process, whose hash seeds and history are others,
/// which reads the pages in the opposite order and several at a time.
/// </summary>
public sealed class DeterminismTests
{
    const int AtOnce = 4;

    /// <summary>One page of so many, in the order of their names: from every set some.</summary>
    const int OneOf = 4;

    /// <summary>Only what hangs takes so long, on the slowest machine with every test beside it.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    static readonly Feature[] All = [Feature.Sentences, Feature.Tokens, Feature.Explanations, Feature.Mentions, Feature.Facts];

    [Fact]
    public Task Analyze_PagesWithGold_GivesTheSameBytesTwiceAndInAnotherProcess() =>
        ShouldBeTheSameAsync(Folder("tests", "quality", "pages"), OneOf);

    [SamplesFact]
    public Task Analyze_EverySample_GivesTheSameBytesTwiceAndInAnotherProcess() =>
        ShouldBeTheSameAsync(SamplesFactAttribute.Folder, oneOf: 1);

    static async Task ShouldBeTheSameAsync(string folder, int oneOf)
    {
        var all = Directory.GetFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        var pages = all.Where((_, index) => index % oneOf == 0).ToArray();
        pages.ShouldNotBeEmpty();
        await using var one = ProcessingProcess.Start("--port", "0", "--health-port", "0");
        await using var other = ProcessingProcess.Start("--port", "0", "--health-port", "0");
        using var channel = await one.ConnectAsync();
        using var otherChannel = await other.ConnectAsync();
        await ProcessingFixture.WaitUntilServingAsync(channel);
        await ProcessingFixture.WaitUntilServingAsync(otherChannel);

        var first = await ReadAsync(channel, pages, atOnce: 1);
        var second = await ReadAsync(channel, pages, atOnce: 1);
        var elsewhere = await ReadAsync(otherChannel, [.. pages.Reverse()], AtOnce);
        foreach (var page in pages)
        {
            second[page].ShouldBe(first[page], page);
            elsewhere[page].ShouldBe(first[page], page);
        }
    }

    static async Task<Dictionary<string, ByteString>> ReadAsync(GrpcChannel channel, string[] pages, int atOnce)
    {
        var client = new ProcessingService.ProcessingServiceClient(channel);
        var answers = new Dictionary<string, ByteString>(StringComparer.Ordinal);
        foreach (var batch in pages.Chunk(atOnce))
        {
            var calls = batch.Select(async page => (page, answer: await AnalyzeAsync(client, page)));
            foreach (var (page, answer) in await Task.WhenAll(calls))
                answers[page] = answer;
        }
        return answers;
    }

    static async Task<ByteString> AnalyzeAsync(ProcessingService.ProcessingServiceClient client, string page)
    {
        var text = await File.ReadAllTextAsync(page, Encoding.UTF8);
        var request = new AnalyzeRequest { Text = text, Features = { All } };
        return (await client.AnalyzeAsync(request, deadline: TimeProvider.System.GetUtcNow().UtcDateTime + Patience)).ToByteString();
    }

    /// <summary>In the repository, whose solution stands above the tests' binaries.</summary>
    internal static string Folder(params string[] parts)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "NewsApi.sln")))
            root =
                Path.GetDirectoryName(root)
                ?? throw new DirectoryNotFoundException("There is no NewsApi.sln above " + AppContext.BaseDirectory);
        return Path.GetFullPath(Path.Combine([root, .. parts]));
    }
}

/// <summary>A fact about the samples, which stand beside the repository. Without them it is skipped, except where CI=true: there it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class SamplesFactAttribute : FactAttribute
{
    public static string Folder { get; } = DeterminismTests.Folder("..", "shared", "samples");

    public SamplesFactAttribute()
    {
        if (!Directory.Exists(Folder) && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "There is no folder ../shared/samples.";
    }
}
