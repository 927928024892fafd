using System.Diagnostics;

namespace NewsApi.Gateway.Tests.OpenApi;

/// <summary>Runs a script of tests/contract, for a bounded time.</summary>
static class NodeScript
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static string Folder { get; } = Path.Combine(MarkdownTable.Repository(), "tests", "contract");

    /// <summary>Whether "npm ci" has put a package there.</summary>
    public static bool Has(string package) => Directory.Exists(Path.Combine([Folder, "node_modules", .. package.Split('/')]));

    /// <summary>Its exit code, and what it wrote to both its outputs.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = Folder,
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
