using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsApi.SystemTests;

/// <summary>A processing service that the gateway started, by what the gateway said about it.</summary>
sealed record EngineChild(int ProcessId, Uri Address);

/// <summary>
/// The gateway as a process of its own, on a free port of 127.0.0.1, with a processing service that it starts itself. What it writes is
/// read for where it listens and which child it has.
/// </summary>
sealed partial class GatewayProcess : IAsyncDisposable
{
    readonly Process _process;
    readonly ConcurrentQueue<string> _output = new();
    readonly ConcurrentQueue<EngineChild> _started = new();
    readonly ConcurrentDictionary<int, bool> _ready = new();
    readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    GatewayProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public HttpClient Http { get; private set; } = null!;

    public string Output => string.Join('\n', _output);

    /// <summary>The program of the processing service as it is published.</summary>
    public static string Engine => PathOf("Processing");

    /// <summary>The same with the hooks by which pages crash it.</summary>
    public static string EngineWithTestHooks => PathOf("ProcessingWithTestHooks");

    /// <summary>The folder with the pages that have gold.</summary>
    public static string QualityPages => PathOf("QualityPages");

    /// <summary>Starts it and returns when it listens; its child may still be starting.</summary>
    public static async Task<GatewayProcess> StartAsync(string folder, string engine, params (string Key, string Value)[] settings)
    {
        File.Exists(engine).ShouldBeTrue($"{engine} is built with this project");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        start.ArgumentList.Add(PathOf("Gateway"));
        (string Key, string Value)[] own =
        [
            ("Urls", "http://127.0.0.1:0"),
            ("Storage:Path", Database.PathIn(folder)),
            ("Processing:Executable", engine),
        ];
        foreach (var (key, value) in own.Concat(settings))
            start.ArgumentList.Add($"--{key}={value}");

        var gateway = new GatewayProcess(Process.Start(start)!);
        try
        {
            var ended = gateway._process.WaitForExitAsync();
            await Task.WhenAny(gateway._address.Task, ended).WaitAsync(Eventually.Patience);
            gateway._address.Task.IsCompleted.ShouldBeTrue("the gateway ended: " + gateway.Output);
            gateway.Http = new HttpClient { BaseAddress = await gateway._address.Task, Timeout = Eventually.Patience };
            return gateway;
        }
        catch
        {
            await gateway.DisposeAsync();
            throw;
        }
    }

    /// <summary>The child that is ready, once there is one that is not <paramref name="other"/>.</summary>
    public async Task<EngineChild> ReadyEngineAsync(EngineChild? other = null)
    {
        await Eventually.BeTrueAsync(() => LastReady() is { } child && child != other, () => "no processing service is ready:\n" + Output);
        return LastReady()!;
    }

    /// <summary>How many processing services it has started so far.</summary>
    public int EnginesStarted => _started.Count;

    /// <summary>As kill -9 does: it gets to do nothing more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task<HttpResponseMessage> SubmitAsync(string page, bool respondAsync = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/articles");
        request.Content = new StringContent(page, Encoding.UTF8, MediaTypeHeaderValue.Parse("text/plain"));
        if (respondAsync)
            request.Headers.Add("Prefer", "respond-async");
        return await Http.SendAsync(request);
    }

    /// <summary>Its child ends with it, when the pipe between them closes.</summary>
    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
        foreach (var child in _started)
            await Processes.EndedAsync(child);
    }

    EngineChild? LastReady() => _started.LastOrDefault(child => _ready.ContainsKey(child.ProcessId));

    /// <summary>The child writes to the same output, but for its address and its start and end: these the gateway tells.</summary>
    void Read(string? line)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        if (Listening().Match(line) is { Success: true } listening)
            _address.TrySetResult(new Uri(listening.Groups["address"].Value));
        if (Started().Match(line) is { Success: true } started)
            _started.Enqueue(new EngineChild(Number(started), new Uri(started.Groups["address"].Value)));
        if (Ready().Match(line) is { Success: true } ready)
            _ready[Number(ready)] = true;
    }

    static int Number(Match match) => int.Parse(match.Groups["id"].Value, CultureInfo.InvariantCulture);

    static string PathOf(string name) =>
        typeof(GatewayProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == name).Value!;

    [GeneratedRegex("Now listening on: (?<address>http://[0-9.:]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Listening();

    [GeneratedRegex("Processing service started as process (?<id>[0-9]+) on (?<address>http://[0-9.:]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Started();

    [GeneratedRegex("Processing service (?<id>[0-9]+) is ready", RegexOptions.ExplicitCapture)]
    private static partial Regex Ready();
}
