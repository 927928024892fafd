using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace NewsApi.Gateway.Processing;

/// <summary>A processing service that runs as a child of this process. Disposing it ends it.</summary>
public sealed class EngineProcess : IAsyncDisposable
{
    /// <summary>How long the child has to finish by itself, when its standard input was closed.</summary>
    static readonly TimeSpan StopTime = TimeSpan.FromSeconds(5);

    readonly Process _process;

    EngineProcess(Process process, int port)
    {
        _process = process;
        Address = $"http://127.0.0.1:{port}";
    }

    public int Id => _process.Id;

    public string Address { get; }

    public int ExitCode => _process.ExitCode;

    /// <exception cref="System.ComponentModel.Win32Exception">The file cannot be run.</exception>
    public static EngineProcess Start(string program)
    {
        var port = FreePort();
        return new EngineProcess(Process.Start(EngineProgram.StartInfo(program, port))!, port);
    }

    public Task WaitForExitAsync(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            using var timeout = new CancellationTokenSource(StopTime);
            await _process.WaitForExitAsync(timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    /// <summary>Free now; should another take it before the child does, the child ends and is started again on the next one.</summary>
    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
