using System.Text.Json.Nodes;
using NewsApi.Evaluation.Floors;
using NewsApi.Language.Documents;
using Shouldly;

namespace NewsApi.Evaluation.Tests.Floors;

public sealed class FloorsCheckTests : IDisposable
{
    const string Gold = """
        {"metadata": {"title": "Tin", "kind": "article"}, "lines": [{"line": 1, "role": "title"}, {"line": 2, "role": "paragraph"}]}
        """;

    const string FirstDate = "2026-11-25";

    readonly TemporaryFolder folder = new();
    readonly StringWriter output = new();

    public FloorsCheckTests()
    {
        folder.Write("repository/NewsApi.sln", "");
        folder.Write("repository/quality/pages/a.txt", "Tin\nĐoạn văn.");
        folder.Write("repository/quality/pages/a.gold.json", Gold);
    }

    string FloorsPath => folder["repository/quality/floors.json"];

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
    }

    [Fact]
    public void Update_NewSet_KeepsHashFirstRunAndLatest()
    {
        WriteFloors("""{"sets": [{"name": "own", "pages": "pages"}]}""");

        Check(HalfRight).Run(FloorsPath, new FloorsUpdate(FirstDate)).Failed.ShouldBe(5, "no figure has a floor yet");

        var set = ReadSet();
        ((string?)set["sha256"]).ShouldNotBeNull().Length.ShouldBe(64);
        ((string?)set["firstRun"]!["date"]).ShouldBe(FirstDate);
        ((double)set["firstRun"]!["scores"]!["roleAccuracy"]!).ShouldBe(0.5);
        ((double)set["latest"]!["title"]!).ShouldBe(1);
        set["floor"].ShouldBeNull();
    }

    [Fact]
    public void Update_SetWithFirstRun_LeavesItAndTheFloorsAlone()
    {
        Pin(HalfRight, roleFloor: 0.25);
        var before = ReadSet();

        Check(AllRight).Run(FloorsPath, new FloorsUpdate("2027-01-01")).Failed.ShouldBe(0);

        var after = ReadSet();
        JsonNode.DeepEquals(after["firstRun"], before["firstRun"]).ShouldBeTrue();
        JsonNode.DeepEquals(after["floor"], before["floor"]).ShouldBeTrue();
        ((double)after["latest"]!["roleAccuracy"]!).ShouldBe(1);
    }

    [Fact]
    public void Update_NoFirstRunAndNoDate_ChangesNothing()
    {
        const string Floors = """{"sets": [{"name": "own", "pages": "pages"}]}""";
        WriteFloors(Floors);

        Should.Throw<InputException>(() => Check(AllRight).Run(FloorsPath, new FloorsUpdate(null))).Message.ShouldContain("--date");
        File.ReadAllText(FloorsPath).ShouldBe(Floors);
    }

    [Fact]
    public void Run_AtItsFloors_PassesAndLeavesTheFileAlone()
    {
        Pin(HalfRight, roleFloor: 0.5);
        var before = File.ReadAllText(FloorsPath);

        var counts = Check(HalfRight).Run(FloorsPath);

        (counts.Passed, counts.Failed, counts.Skipped).ShouldBe((5, 0, 0));
        LastLine().ShouldBe("5 passed, 0 failed");
        output.ToString().ShouldContain("own  roleAccuracy     0.5000  floor 0.5000  first run 0.5000\n".ReplaceLineEndings());
        File.ReadAllText(FloorsPath).ShouldBe(before);
    }

    [Fact]
    public void Run_UnderAFloor_FailsThatFigure()
    {
        Pin(AllRight, roleFloor: 0.75);

        var counts = Check(HalfRight).Run(FloorsPath);

        output.ToString().ShouldContain("roleAccuracy     0.5000  floor 0.7500  first run 1.0000  FAILED: under its floor");
        counts.Failed.ShouldBe(1);
    }

    [Fact]
    public void Update_UnderAFloor_FailsAllTheSame()
    {
        Pin(AllRight, roleFloor: 0.75);

        Check(HalfRight).Run(FloorsPath, new FloorsUpdate(null)).Failed.ShouldBe(1);
    }

    [Fact]
    public void Run_EngineThrowsOnAPage_NamesItAndMeasuresTheOthers()
    {
        WriteFloors("""{"sets": [{"name": "own", "pages": "pages"}]}""");
        folder.Write("repository/quality/pages/b.txt", "Hỏng");
        folder.Write("repository/quality/pages/b.gold.json", Gold);

        var counts = Check(ThrowOnBroken).Run(FloorsPath, new FloorsUpdate(FirstDate));

        (counts.FailedPages, counts.IsGood).ShouldBe((1, false));
        Lines()[0]
            .ShouldBe($"failed: {folder["repository/quality/pages/b.txt"]}: the engine threw System.InvalidOperationException: no state");
        output.ToString().ShouldContain("own  roleAccuracy     0.5000");
        LastLine().ShouldEndWith("pages that the engine failed on: 1");
        ReadSet()["latest"].ShouldBeNull("figures without a page are not to be kept");
    }

    [Theory]
    [InlineData("a.txt", "Tin\nĐoạn văn khác.")]
    [InlineData("a.gold.json", Gold + " ")]
    public void Run_FilesChanged_FailsUntilUpdated(string file, string text)
    {
        Pin(AllRight, roleFloor: 0.5);
        folder.Write("repository/quality/pages/" + file, text);

        Check(AllRight).Run(FloorsPath).Passed.ShouldBe(0);
        output.ToString().ShouldContain("changed: own: SHA-256");
        Check(AllRight).Run(FloorsPath, new FloorsUpdate(null)).Failed.ShouldBe(0);
        Check(AllRight).Run(FloorsPath).Failed.ShouldBe(0);
    }

    [Theory]
    [InlineData(false, "skipped: far: no folder ../../shared/pages", "0 passed, 0 failed, 2 skipped")]
    [InlineData(true, "failed: far: no folder ../../shared/pages", "0 passed, 2 failed")]
    public void Run_SetOutsideTheRepositoryMissing_SkipsOrFails(bool failOnMissing, string line, string counts)
    {
        WriteFloors("""{"sets": [{"name": "far", "pages": "../../shared/pages", "floor": {"title": 1, "lead": 1}}]}""");

        new FloorsCheck(AllRight, output, failOnMissing).Run(FloorsPath);

        Lines().ShouldBe([line, counts]);
    }

    [Fact]
    public void Run_SetInsideTheRepositoryMissing_IsAnError()
    {
        WriteFloors("""{"sets": [{"name": "own", "pages": "elsewhere"}]}""");

        Should.Throw<InputException>(() => Check(AllRight).Run(FloorsPath)).Message.ShouldBe("set own: no folder elsewhere");
    }

    [Theory]
    [InlineData("b.txt", "b has no gold")]
    [InlineData("b.gold.json", "b has no page")]
    public void Run_UnpairedFile_IsAnError(string file, string message)
    {
        WriteFloors("""{"sets": [{"name": "own", "pages": "pages"}]}""");
        folder.Write("repository/quality/pages/" + file, Gold);

        Should.Throw<InputException>(() => Check(AllRight).Run(FloorsPath)).Message.ShouldEndWith(message);
    }

    [Theory]
    [InlineData("""{"sets": []}""", "no sets")]
    [InlineData("""{"sets": [{"name": "a", "pages": "p"}, {"name": "a", "pages": "q"}]}""", "two sets are called a")]
    [InlineData("""{"sets": [{"name": "a", "pages": "p", "floor": {"titel": 1}}]}""", "no figure titel")]
    [InlineData("""{"sets": [{"name": "a", "pages": "p", "floor": {"title": 98}}]}""", "must be 0 to 1")]
    [InlineData("""{"sets": [{"name": "a", "pages": "p", "flor": {}}]}""", "floors.json(1,")]
    [InlineData("""{"sets": [{"name": "a"}]}""", "pages")]
    public void Run_BrokenFloorsFile_SaysWhere(string floors, string message)
    {
        WriteFloors(floors);

        Should.Throw<InputException>(() => Check(AllRight).Run(FloorsPath)).Message.ShouldContain(message);
    }

    static Document AllRight(string text) => SamplePages.Of("Tin", LineRole.Title, LineRole.Paragraph);

    static Document ThrowOnBroken(string text) => text == "Hỏng" ? throw new InvalidOperationException("no state") : AllRight(text);

    static Document HalfRight(string text) => SamplePages.Of("Tin", LineRole.Title, LineRole.Widget);

    FloorsCheck Check(Func<string, Document> engine) => new(engine, output, failOnMissing: false);

    /// <summary>Sets floors on every figure the gold can measure: 0, but for role accuracy.</summary>
    void Pin(Func<string, Document> engine, double roleFloor)
    {
        WriteFloors(
            $$$"""
            {"sets": [{"name": "own", "pages": "pages",
              "floor": {"roleAccuracy": {{{roleFloor}}}, "roleMacroF1": 0, "contentF1": 0, "title": 0, "kind": 0}}]}
            """
        );
        Check(engine).Run(FloorsPath, new FloorsUpdate(FirstDate)).Failed.ShouldBe(0);
        output.GetStringBuilder().Clear();
    }

    void WriteFloors(string json) => File.WriteAllText(FloorsPath, json);

    JsonObject ReadSet() => JsonNode.Parse(File.ReadAllText(FloorsPath))!["sets"]![0]!.AsObject();

    string LastLine() => Lines()[^1];

    string[] Lines() => output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
