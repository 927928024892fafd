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
    static readonly Feature[] All = [Feature.Sentences, Feature.Tokens, Feature.Explanations];

    [Fact]
    public Task Analyze_EveryPageWithGold_GivesTheSameBytesTwiceAndInAnotherProcess() =>
        ShouldBeTheSameAsync(Folder("tests", "quality", "pages"));

    [SamplesFact]
    public Task Analyze_EverySample_GivesTheSameBytesTwiceAndInAnotherProcess() => ShouldBeTheSameAsync(SamplesFactAttribute.Folder);

    static async Task ShouldBeTheSameAsync(string folder)
    {
        var pages = Directory.GetFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
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
        return (await client.AnalyzeAsync(request, ProcessingFixture.Soon())).ToByteString();
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
