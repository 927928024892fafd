using NewsApi.Evaluation.Predictions;
using NewsApi.Language.Documents;
using Shouldly;

namespace NewsApi.Evaluation.Tests.Predictions;

public sealed class PredictCommandTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly StringWriter output = new();
    readonly StringWriter faults = new();

    public PredictCommandTests()
    {
        folder.Write("pages/a.txt", "Tin");
        folder.Write("pages/b.txt", "Hỏng");
        folder.Write("pages/c.txt", "Tin");
    }

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        faults.Dispose();
    }

    [Fact]
    public void PredictAll_EngineThrowsOnOnePage_NamesItAndGoesOn()
    {
        var exit = PredictCommand.PredictAll(folder["pages"], folder["out"], new PagePredictor(ThrowOnBroken, faults), output);

        exit.ShouldBe(CommandLine.Failed);
        faults.ToString().ShouldStartWith($"failed: {folder["pages/b.txt"]}: the engine threw System.InvalidOperationException: place 7");
        Directory.GetFiles(folder["out"]).Select(Path.GetFileName).Order().ShouldBe(["a.pred.json", "c.pred.json"]);
        output.ToString().ShouldStartWith("2 predictions in ");
    }

    [Fact]
    public void PredictAll_EngineThrows_LeavesNoPredictionOfAnEarlierRun()
    {
        folder.Write("out/b.pred.json", "{}");

        PredictCommand.PredictAll(folder["pages"], folder["out"], new PagePredictor(ThrowOnBroken, faults), output);

        File.Exists(folder["out/b.pred.json"]).ShouldBeFalse();
    }

    [Fact]
    public void PredictAll_EngineReadsAllPages_IsDone()
    {
        PredictCommand.PredictAll(folder["pages"], folder["out"], new PagePredictor(Read, faults), output).ShouldBe(CommandLine.Done);

        faults.ToString().ShouldBeEmpty();
    }

    static Document Read(string text) => SamplePages.Of(text, LineRole.Title);

    static Document ThrowOnBroken(string text) => text == "Hỏng" ? throw new InvalidOperationException("place 7") : Read(text);
}
