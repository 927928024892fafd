using System.Diagnostics;

namespace NewsApi.Grpc.Tests.Interop;

/// <summary>A script of tests/interop in a process of its own, which ends with this object.</summary>
sealed class PeerProcess : IAsyncDisposable
{
    readonly Process _process;
    readonly Task<string> _errors;
    readonly TimeSpan _patience;

    PeerProcess(Process process, TimeSpan patience)
    {
        _process = process;
        _patience = patience;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public static PeerProcess Start(Peer peer, string script, params string[] arguments) =>
        Start(peer, EchoHost.Patience, script, arguments);

    /// <param name="patience">How long a line may take.</param>
    public static PeerProcess Start(Peer peer, TimeSpan patience, string script, params string[] arguments)
    {
        if (peer.Missing is not null)
        {
            throw new InvalidOperationException(peer.Missing);
        }

        var process = Process.Start(
            new ProcessStartInfo(peer.Program, [Path.Combine(Peer.Folder, script), .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["PYTHONDONTWRITEBYTECODE"] = "1" },
            }
        )!;
        return new PeerProcess(process, patience);
    }

    /// <summary>The next line of its output; null at the end. Throws where the script has failed, with what it said.</summary>
    public async Task<string?> ReadLineAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(_patience);
        if (line is null)
        {
            await _process.WaitForExitAsync().WaitAsync(_patience);
            _process.ExitCode.ShouldBe(0, await _errors);
        }

        return line;
    }

    /// <summary>Reads lines "ok NAME" and "failed NAME: reason" to the end: "ok", or all of the line, by name.</summary>
    public async Task<Dictionary<string, string>> ReadResultsAsync()
    {
        var results = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await ReadLineAsync() is { } line)
        {
            var parts = line.Split(' ', 2);
            results[parts[1].Split(':')[0]] = parts[0] == "ok" ? "ok" : line;
        }

        return results;
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
}
