using Microsoft.Extensions.Options;

namespace NewsApi.Gateway.Processing;

/// <summary>
/// Runs a processing service as a child process where no addresses are configured: starts it, waits until it is ready, watches it, and
/// starts it again when it ends or does not answer any more. A page that breaks the engine does not take the store with it.
/// </summary>
public sealed partial class EngineSupervisor(
    EngineChannels channels,
    IOptions<ProcessingOptions> options,
    TimeProvider clock,
    ILogger<EngineSupervisor> logger
) : BackgroundService, IHostedLifecycleService
{
    static readonly TimeSpan StartPoll = TimeSpan.FromMilliseconds(50);

    /// <summary>Under load an answer may be late; so many missing in a row are not load.</summary>
    const int MaxMissedAnswers = 6;

    /// <summary>The child that runs just now; null between two.</summary>
    public int? ProcessId { get; private set; }

    /// <summary>Before anything else starts: the child reads its lexicons while the store is brought up to date.</summary>
    public Task StartingAsync(CancellationToken cancellationToken) => base.StartAsync(cancellationToken);

    public override Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Addresses.Count > 0)
            return;
        // The options are validated: there is one.
        var program = EngineProgram.Find(options.Value.Executable)!;
        var delay = options.Value.RestartDelay;
        while (!stoppingToken.IsCancellationRequested)
        {
            // The wait grows for a child that fails at every start. One that a page broke was ready, and other pages wait for the next.
            if (await RunAsync(program, stoppingToken))
                delay = options.Value.RestartDelay;
            await Task.Delay(delay, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            delay = delay * 2 < options.Value.MaxRestartDelay ? delay * 2 : options.Value.MaxRestartDelay;
        }
    }

    /// <summary>One life of the child, from its start to its end.</summary>
    /// <returns>Whether it was ready in between.</returns>
    async Task<bool> RunAsync(string program, CancellationToken stopping)
    {
        var wasReady = false;
        try
        {
            await using var child = EngineProcess.Start(program);
            ProcessId = child.Id;
            LogStarted(logger, child.Id, child.Address);
            using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            var exit = child.WaitForExitAsync(over.Token);
            var sick = WatchAsync(child, () => wasReady = true, over.Token);
            await Task.WhenAny(exit, sick);
            await over.CancelAsync();
            await sick.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (exit.IsCompletedSuccessfully)
                LogEnded(logger, child.Id, child.ExitCode);
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or IOException or InvalidOperationException)
        {
            LogNotStarted(logger, exception, program);
        }
        finally
        {
            ProcessId = null;
            channels.Use();
        }

        return wasReady;
    }

    /// <summary>Returns when the child has to be ended: it never became ready, or stopped answering.</summary>
    async Task WatchAsync(EngineProcess child, Action onReady, CancellationToken over)
    {
        using var channel = EngineChannels.Open(child.Address);
        var started = clock.GetTimestamp();
        while (!await EngineHealth.IsServingAsync(channel, options.Value.HealthInterval, over))
        {
            if (clock.GetElapsedTime(started) > options.Value.StartTime)
            {
                LogSick(logger, child.Id, "it did not become ready in time");
                return;
            }
            await Task.Delay(StartPoll, clock, over);
        }
        onReady();
        channels.Use(child.Address);
        var time = clock.GetElapsedTime(started);
        LogReady(logger, child.Id, time);

        for (var missed = 0; missed < MaxMissedAnswers; )
        {
            await Task.Delay(options.Value.HealthInterval, clock, over);
            missed = await EngineHealth.IsServingAsync(channel, options.Value.HealthInterval, over) ? 0 : missed + 1;
        }
        LogSick(logger, child.Id, "it does not answer any more");
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Processing service started as process {ProcessId} on {Address}")]
    static partial void LogStarted(ILogger logger, int processId, string address);

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Processing service {ProcessId} is ready after {Time}")]
    static partial void LogReady(ILogger logger, int processId, TimeSpan time);

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "Processing service {ProcessId} ended with exit code {ExitCode}")]
    static partial void LogEnded(ILogger logger, int processId, int exitCode);

    [LoggerMessage(EventId = 4, Level = LogLevel.Error, Message = "Processing service {ProcessId} is ended: {Reason}")]
    static partial void LogSick(ILogger logger, int processId, string reason);

    [LoggerMessage(EventId = 5, Level = LogLevel.Error, Message = "Processing service could not be run from {Program}")]
    static partial void LogNotStarted(ILogger logger, Exception exception, string program);
}
