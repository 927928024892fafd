using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Grpc.Net.Client;

namespace NewsApi.Processing.Tests;

/// <summary>The processing service as a process of its own, on free ports of 127.0.0.1. Disposing it ends it.</summary>
public sealed partial class ProcessingProcess : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly Process _process;
    readonly Channel<string> _addresses = Channel.CreateUnbounded<string>();
    readonly ConcurrentQueue<string> _output = new();

    ProcessingProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it wrote to both its outputs so far.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Starts it on free ports and returns at once.</summary>
    public static ProcessingProcess Start(params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Program());
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return new ProcessingProcess(Process.Start(start)!);
    }

    /// <summary>The next address that it says it listens on; gRPC's comes first.</summary>
    public async Task<string> NextAddressAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        return await _addresses.Reader.ReadAsync(timeout.Token);
    }

    public async Task<GrpcChannel> ConnectAsync() => GrpcChannel.ForAddress(await NextAddressAsync());

    /// <summary>Closes the other end of its standard input.</summary>
    public void CloseInput() => _process.StandardInput.Close();

    /// <summary>Its exit code, once it has ended by itself.</summary>
    public async Task<int> ExitCodeAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(timeout.Token);
        return _process.ExitCode;
    }

    public bool HasExited => _process.HasExited;

    /// <summary>What it has worked so far, on all processors together.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that it had at any time.</summary>
    public long PeakMemoryBytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>As kill -9 does.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    void Read(string? line)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        if (ListeningLine().Match(line) is { Success: true } match)
            _addresses.Writer.TryWrite(match.Groups["address"].Value);
    }

    static string Program()
    {
        var metadata = typeof(ProcessingProcess)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .ToDictionary(item => item.Key, item => item.Value!, StringComparer.Ordinal);
        return Path.GetFullPath(metadata["ProcessingProgram"].Replace('\\', Path.DirectorySeparatorChar), metadata["ProjectFolder"]);
    }

    [GeneratedRegex("Now listening on: (?<address>https?://[0-9.:]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex ListeningLine();
}
