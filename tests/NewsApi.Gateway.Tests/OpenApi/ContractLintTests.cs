using System.Diagnostics;

namespace NewsApi.Gateway.Tests.OpenApi;

/// <summary>What Spectral says of the document, by the rules of tests/contract/ruleset.yaml.</summary>
public sealed class ContractLintTests(ApiDocumentFixture fixture) : IClassFixture<ApiDocumentFixture>
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [LintFact]
    public async Task Document_ByTheRulesOfTheContract_HasNoFaults()
    {
        var document = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(document, fixture.Document.GetRawText());
            var (exitCode, output) = await LintAsync(document);
            exitCode.ShouldBe(0, output);
        }
        finally
        {
            File.Delete(document);
        }
    }

    static async Task<(int ExitCode, string Output)> LintAsync(string document)
    {
        var start = new ProcessStartInfo(
            "node",
            [LintFactAttribute.Spectral, "lint", "--ruleset", "ruleset.yaml", "--fail-severity", "warn", document]
        )
        {
            WorkingDirectory = LintFactAttribute.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var patience = new CancellationTokenSource(Patience);
        using var node = Process.Start(start)!;
        try
        {
            var errors = node.StandardError.ReadToEndAsync(patience.Token);
            var output = await node.StandardOutput.ReadToEndAsync(patience.Token);
            await node.WaitForExitAsync(patience.Token);
            return (node.ExitCode, output + await errors);
        }
        finally
        {
            if (!node.HasExited)
                node.Kill(entireProcessTree: true);
        }
    }
}

/// <summary>A fact that needs the packages of tests/contract. Without them it is skipped, except where CI=true: there it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LintFactAttribute : FactAttribute
{
    public static string Folder { get; } = Path.Combine(MarkdownTable.Repository(), "tests", "contract");

    public static string Spectral { get; } = Path.Combine(Folder, "node_modules", "@stoplight", "spectral-cli", "dist", "index.js");

    public LintFactAttribute()
    {
        if (!File.Exists(Spectral) && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "Needs \"npm ci\" in tests/contract.";
    }
}
