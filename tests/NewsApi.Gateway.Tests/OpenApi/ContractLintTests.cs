namespace NewsApi.Gateway.Tests.OpenApi;

/// <summary>What Spectral says of the document, by the rules of tests/contract/ruleset.yaml.</summary>
public sealed class ContractLintTests(ApiDocumentFixture fixture) : IClassFixture<ApiDocumentFixture>
{
    static readonly string Spectral = Path.Combine("node_modules", "@stoplight", "spectral-cli", "dist", "index.js");

    [LintFact]
    public async Task Document_ByTheRulesOfTheContract_HasNoFaults()
    {
        var document = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(document, fixture.Document.GetRawText());
            var (exitCode, output) = await NodeScript.RunAsync(
                Spectral,
                "lint",
                "--ruleset",
                "ruleset.yaml",
                "--fail-severity",
                "warn",
                document
            );
            exitCode.ShouldBe(0, output);
        }
        finally
        {
            File.Delete(document);
        }
    }
}

/// <summary>A fact that needs the packages of tests/contract. Without them it is skipped, except where CI=true: there it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LintFactAttribute : FactAttribute
{
    public LintFactAttribute()
    {
        if (!NodeScript.Has("@stoplight/spectral-cli") && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "Needs \"npm ci\" in tests/contract.";
    }
}
