using Shouldly;

namespace NewsApi.Evaluation.Tests;

public sealed class CommandLineTests
{
    const string Gold = """{"lines": [{"line": 1, "role": "title"}]}""";

    [Theory]
    [InlineData("score", "--gold", "x")]
    [InlineData("score", "--gold", "x", "--pred", "y", "--loud")]
    [InlineData("check", "--floors", "x", "--update", "--date", "25/11/2026")]
    [InlineData("check", "--floors", "x", "--date", "2026-11-25")]
    [InlineData("unknown")]
    public void Run_WrongArguments_IsNotCarriedOut(params string[] arguments) => Run(arguments).Exit.ShouldBe(CommandLine.NotCarriedOut);

    [Fact]
    public void Score_NoSuchFolder_SaysSo()
    {
        var (exit, _, error) = Run("score", "--gold", "/no/such", "--pred", "/no/such");

        exit.ShouldBe(CommandLine.NotCarriedOut);
        error.ShouldContain("error: /no/such: no such folder");
    }

    [Fact]
    public void Score_FolderWithoutGold_SaysSo()
    {
        using var folder = new TemporaryFolder();

        Run("score", "--gold", folder.Path, "--pred", folder.Path).Error.ShouldContain("no *.gold.json in this folder");
    }

    [Fact]
    public void Score_BrokenPrediction_NamesFileAndPlace()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.gold.json", Gold);
        folder.Write("a.pred.json", "{\n\"lines\": [}");

        var (exit, _, error) = Run("score", "--gold", folder.Path, "--pred", folder.Path);

        exit.ShouldBe(CommandLine.NotCarriedOut);
        error.ShouldContain("a.pred.json(2,");
    }

    [Fact]
    public void Score_PerDocument_AddsARowEach()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.gold.json", Gold);
        folder.Write("a.pred.json", Gold);
        folder.Write("b.gold.json", Gold);

        var (exit, output, _) = Run("score", "--gold", folder.Path, "--pred", folder.Path, "--per-doc", "--errors", folder["errors.tsv"]);

        exit.ShouldBe(CommandLine.Done);
        var rows = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        rows[0].ShouldStartWith("documents 2 (missing 1)");
        rows[^2].ShouldBe("a                        roles  100.0 mentions    -   positions    -   facts    -  ");
        rows[^1].ShouldStartWith("b                        roles    0.0");
        File.ReadAllText(folder["errors.tsv"]).ShouldBe("b\trole\t1\tgold title\tpred None\n");
    }

    [Fact]
    public void Predict_FolderWithoutPages_SaysSo()
    {
        using var folder = new TemporaryFolder();

        Run("predict", "--in", folder.Path, "--out", folder["out"]).Error.ShouldContain("no *.txt in this folder");
    }

    [Fact]
    public void Check_NoSuchFile_SaysSo()
    {
        var (exit, _, error) = Run("check", "--floors", "/no/such.json");

        exit.ShouldBe(CommandLine.NotCarriedOut);
        error.ShouldContain("/no/such.json");
    }

    static (int Exit, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = CommandLine.Run(arguments, output, error);
        return (exit, output.ToString(), error.ToString());
    }
}
