using System.Diagnostics;

namespace NewsApi.Grpc.Tests;

/// <summary>A script of tests/interop in a node process, which ends with this object.</summary>
sealed class NodeProcess : IAsyncDisposable
{
    readonly Process _process;
    readonly Task<string> _errors;

    NodeProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Why the scripts cannot run, or null.</summary>
    public static string? Missing { get; } =
        Directory.Exists(Path.Combine(Folder, "node_modules", "@grpc", "grpc-js"))
            ? null
            : "tests/interop/node_modules is missing: run npm ci --prefix tests/interop";

    /// <summary>Null where a test is to run: in CI always, to fail where it cannot.</summary>
    public static string? SkipReason { get; } = Environment.GetEnvironmentVariable("CI") == "true" ? null : Missing;

    static string Folder => Path.Combine(Root(), "tests", "interop");

    public static NodeProcess Start(string script, params string[] arguments)
    {
        if (Missing is not null)
        {
            throw new InvalidOperationException(Missing);
        }

        var process = Process.Start(
            new ProcessStartInfo("node", [Path.Combine(Folder, script), .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        return new NodeProcess(process);
    }

    /// <summary>The next line of its output; null at the end. Throws where the script has failed, with what it said.</summary>
    public async Task<string?> ReadLineAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(EchoHost.Patience);
        if (line is null)
        {
            await _process.WaitForExitAsync().WaitAsync(EchoHost.Patience);
            _process.ExitCode.ShouldBe(0, await _errors);
        }

        return line;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NewsApi.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("No folder above the tests holds NewsApi.sln.");
        }

        return folder.FullName;
    }
}

/// <summary>A test that needs tests/interop/node_modules: without them it is skipped, in CI it fails.</summary>
sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = NodeProcess.SkipReason;
}

/// <inheritdoc cref="NodeFactAttribute"/>
sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = NodeProcess.SkipReason;
}
