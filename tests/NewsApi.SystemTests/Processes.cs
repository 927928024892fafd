using System.Diagnostics;
using System.Net.Sockets;

namespace NewsApi.SystemTests;

/// <summary>Ends and watches processing services that a gateway of these tests started.</summary>
static class Processes
{
    /// <summary>As kill -9 does.</summary>
    public static void Kill(EngineChild child)
    {
        using var process = Process.GetProcessById(child.ProcessId);
        process.Kill();
    }

    /// <summary>Returns when nobody listens any more where the child did.</summary>
    public static Task EndedAsync(EngineChild child) =>
        Eventually.BeTrueAsync(async () => !await ListensAsync(child), () => $"process {child.ProcessId} still listens on {child.Address}");

    /// <summary>Returns when there is no such process any more.</summary>
    public static Task GoneAsync(EngineChild child) =>
        Eventually.BeTrueAsync(() => !Runs(child.ProcessId), () => $"process {child.ProcessId} still runs");

    static bool Runs(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited && !IsZombie(processId);
        }
        catch (ArgumentException)
        {
            // There is none with this id.
            return false;
        }
    }

    /// <summary>Ended, and nobody has asked for its exit code: its parent is gone, and the first process of a container may not care.</summary>
    static bool IsZombie(int processId)
    {
        var status = $"/proc/{processId}/status";
        return File.Exists(status) && File.ReadLines(status).Any(line => line.StartsWith("State:\tZ", StringComparison.Ordinal));
    }

    static async Task<bool> ListensAsync(EngineChild child)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(child.Address.Host, child.Address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
