namespace NewsApi.Processing.Hosting;

/// <summary>
/// Ends the service when standard input ends. The gateway that started it holds the other end of that pipe; when it dies, by kill -9 too, the
/// system closes the pipe, and no orphan keeps the port.
/// </summary>
sealed partial class ParentWatch(IHostApplicationLifetime lifetime, ILogger<ParentWatch> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Reading a pipe cannot be cancelled on every platform: the thread must not keep the process alive.
        new Thread(WaitForEnd) { IsBackground = true, Name = "parent-watch" }.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    void WaitForEnd()
    {
        using var input = Console.OpenStandardInput();
        Span<byte> ignored = stackalloc byte[64];
        while (input.Read(ignored) > 0) { }
        LogParentGone();
        lifetime.StopApplication();
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Standard input has ended: the process that started this service is gone or asks it to stop"
    )]
    partial void LogParentGone();
}
