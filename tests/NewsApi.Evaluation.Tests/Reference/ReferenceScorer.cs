using System.Diagnostics;
using System.Text;

namespace NewsApi.Evaluation.Tests.Reference;

/// <summary>The gold folder's own scorer, score.py, which defines the measures. It stands beside the repository, not in it.</summary>
static class ReferenceScorer
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Null when the scorer can be run; else what is missing.</summary>
    public static string? MissingReason { get; } = FindMissing();

    public static string GoldFolder { get; } = Path.Combine(RepositoryRoot(), "..", "shared", "gold");

    static string Script => Path.Combine(GoldFolder, "score.py");

    public static Task<string> ScoreAsync(params string[] arguments) => RunAsync([Script, .. arguments]);

    /// <summary>Runs Python code that can import the scorer as <c>score</c>.</summary>
    public static Task<string> EvaluateAsync(string code, params string[] arguments) =>
        RunAsync(["-c", $"import sys; sys.path.insert(0, sys.argv[1]); import score\n{code}", GoldFolder, .. arguments]);

    static async Task<string> RunAsync(string[] arguments)
    {
        if (MissingReason is not null)
        {
            throw new InvalidOperationException(MissingReason);
        }
        var start = new ProcessStartInfo("python3", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["PYTHONUTF8"] = "1", ["PYTHONDONTWRITEBYTECODE"] = "1" },
        };
        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var error = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return process.ExitCode == 0 ? await output : throw new InvalidOperationException(await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    static string? FindMissing()
    {
        var script = Path.Combine(RepositoryRoot(), "..", "shared", "gold", "score.py");
        if (!File.Exists(script))
        {
            return "the reference scorer is missing: no shared/gold/score.py beside the repository";
        }
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Any(folder => File.Exists(Path.Combine(folder, "python3"))) ? null : "the reference scorer needs python3 on PATH";
    }

    static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NewsApi.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("no NewsApi.sln above " + AppContext.BaseDirectory);
    }
}

/// <summary>A test against the reference scorer: skipped where that is missing, but never in CI, where it then fails.</summary>
sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute() => Skip = ReferenceTests.SkipReason;
}

/// <inheritdoc cref="ReferenceFactAttribute"/>
sealed class ReferenceTheoryAttribute : TheoryAttribute
{
    public ReferenceTheoryAttribute() => Skip = ReferenceTests.SkipReason;
}

static class ReferenceTests
{
    public static string? SkipReason => Environment.GetEnvironmentVariable("CI") == "true" ? null : ReferenceScorer.MissingReason;
}
