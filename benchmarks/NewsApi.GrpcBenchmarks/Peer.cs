using System.Diagnostics;
using System.Globalization;
using Grpc.Net.Client;
using NewsApi.Grpc.Tests.Echo;

namespace NewsApi.GrpcBenchmarks;

/// <summary>A server process, and a channel of ours to it.</summary>
sealed class Peer : IDisposable
{
    readonly Process _process;
    readonly GrpcChannel _channel;

    Peer(string name, Process process)
    {
        Name = name;
        _process = process;
        _channel = GrpcChannel.ForAddress($"http://127.0.0.1:{process.StandardOutput.ReadLine()}");
    }

    public string Name { get; }

    public EchoService.EchoServiceClient Client => new(_channel);

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static Peer Start(string name, string program, params string[] arguments) =>
        new(
            name,
            Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    UseShellExecute = false,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                }
            )!
        );

    /// <summary>By the whole process so far; of our server alone.</summary>
    public long AllocatedBytes()
    {
        _process.StandardInput.WriteLine();
        return long.Parse(_process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
    }

    /// <summary>Its process ends when its input does.</summary>
    public void Dispose()
    {
        _channel.Dispose();
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
