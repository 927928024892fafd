using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;

namespace NewsApi.Evaluation.Tests.Reference;

/// <summary>Our scorer gives the figures of the reference scorer: the same keys, numbers to 1e-12, the same errors.</summary>
public sealed class AgreementTests
{
    const double Tolerance = 1e-12;
    const int SeedCount = 60;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, SeedCount)];

    [ReferenceFact]
    public async Task Score_GoldAgainstItself_AgreesWithReference()
    {
        using var folder = new TemporaryFolder();
        foreach (var path in GoldFiles())
        {
            var name = Path.GetFileName(path);
            folder.Write(Path.Combine("gold", name), await File.ReadAllTextAsync(path));
            folder.Write(Path.Combine("pred", PredictionName(name)), await File.ReadAllTextAsync(path));
        }
        await AssertAgreementAsync(folder);
    }

    [ReferenceFact]
    public async Task Score_NoPredictions_AgreesWithReference()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["pred"]);
        foreach (var path in GoldFiles())
        {
            folder.Write(Path.Combine("gold", Path.GetFileName(path)), await File.ReadAllTextAsync(path));
        }
        await AssertAgreementAsync(folder);
    }

    [ReferenceTheory]
    [MemberData(nameof(Seeds))]
    public async Task Score_DisturbedGold_AgreesWithReference(int seed)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["pred"]);
        var disturber = new GoldDisturber(seed);
        foreach (var path in GoldFiles())
        {
            var name = Path.GetFileName(path);
            var (gold, prediction) = disturber.Disturb(JsonNode.Parse(await File.ReadAllTextAsync(path))!.AsObject());
            folder.Write(Path.Combine("gold", name), gold.ToJsonString());
            if (prediction is not null)
            {
                folder.Write(Path.Combine("pred", PredictionName(name)), prediction.ToJsonString());
            }
        }
        await AssertAgreementAsync(folder);
    }

    static async Task AssertAgreementAsync(TemporaryFolder folder)
    {
        await AssertAgreementAsync(folder, []);
        await AssertAgreementAsync(folder, ["--strict"]);
    }

    static async Task AssertAgreementAsync(TemporaryFolder folder, string[] options)
    {
        string[] common = ["--gold", folder["gold"], "--pred", folder["pred"], .. options];
        var expected = await ReferenceScorer.ScoreAsync([.. common, "--json", "--errors", folder["expected.tsv"]]);
        var actual = Score([.. common, "--json", "--errors", folder["actual.tsv"]]);

        AssertSame("$", JsonDocument.Parse(expected).RootElement, JsonDocument.Parse(actual).RootElement);
        AssertSameLines(await LinesAsync(folder["expected.tsv"]), await LinesAsync(folder["actual.tsv"]));
    }

    static string Score(string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        CommandLine.Run(["score", .. arguments], output, error).ShouldBe(CommandLine.Done, error.ToString());
        return output.ToString();
    }

    static void AssertSame(string path, JsonElement expected, JsonElement actual)
    {
        actual.ValueKind.ShouldBe(expected.ValueKind, path);
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                actual
                    .EnumerateObject()
                    .Select(member => member.Name)
                    .ShouldBe(expected.EnumerateObject().Select(member => member.Name), true, path);
                foreach (var member in expected.EnumerateObject())
                {
                    AssertSame($"{path}.{member.Name}", member.Value, actual.GetProperty(member.Name));
                }
                break;
            case JsonValueKind.Number:
                actual.GetDouble().ShouldBe(expected.GetDouble(), Tolerance, path);
                break;
            default:
                actual.GetRawText().ShouldBe(expected.GetRawText(), path);
                break;
        }
    }

    static void AssertSameLines(string[] expected, string[] actual)
    {
        expected.Except(actual, StringComparer.Ordinal).ShouldBeEmpty("errors that only the reference reports");
        actual.Except(expected, StringComparer.Ordinal).ShouldBeEmpty("errors that the reference does not report");
        actual.Length.ShouldBe(expected.Length);
    }

    /// <summary>Parted at \n alone: the lines quote texts that may hold other line ends.</summary>
    static async Task<string[]> LinesAsync(string path) => (await File.ReadAllTextAsync(path)).Split('\n');

    static IEnumerable<string> GoldFiles() =>
        ReferenceScorer.MissingReason is { } reason
            ? throw new InvalidOperationException(reason)
            : Directory.EnumerateFiles(ReferenceScorer.GoldFolder, "*.gold.json").Order(StringComparer.Ordinal);

    static string PredictionName(string goldName) => goldName.Replace(".gold.json", ".pred.json", StringComparison.Ordinal);
}
