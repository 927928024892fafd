using System.Diagnostics;
using System.Globalization;

namespace NewsApi.Gateway.Processing;

/// <summary>The processing service's program on this machine.</summary>
public static class EngineProgram
{
    const string Name = "NewsApi.Processing";

    /// <summary>
    /// The child writes to the gateway's own output. "Now listening on" there is the gateway's word: whoever waits for it must not take the
    /// child's for it.
    /// </summary>
    const string Quiet = "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning";

    static readonly string[] Folders = ["", "processing"];
    static readonly string[] FileNames = OperatingSystem.IsWindows() ? [Name + ".exe", Name + ".dll"] : [Name, Name + ".dll"];

    /// <summary>The configured file, else the first that is found beside the gateway; null when there is none.</summary>
    public static string? Find(string? configured)
    {
        var candidates = configured is { Length: > 0 }
            ? [Path.GetFullPath(configured)]
            : Folders.SelectMany(folder => FileNames.Select(name => Path.Combine(AppContext.BaseDirectory, folder, name)));
        return candidates.FirstOrDefault(File.Exists);
    }

    /// <summary>
    /// How the program is started: on this loopback port, ending when its standard input does. The gateway holds the other end of that
    /// pipe and never writes; when the gateway dies, however that comes, the system closes it.
    /// </summary>
    public static ProcessStartInfo StartInfo(string file, int port)
    {
        var isAssembly = Path.GetExtension(file).Equals(".dll", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo(isAssembly ? DotnetHost() : file) { UseShellExecute = false, RedirectStandardInput = true };
        if (isAssembly)
            start.ArgumentList.Add(file);
        start.ArgumentList.Add(Quiet);
        start.ArgumentList.Add("--port");
        start.ArgumentList.Add(port.ToString(CultureInfo.InvariantCulture));
        start.ArgumentList.Add("--exit-with-parent");
        foreach (var name in start.Environment.Keys.Where(IsOwnAddress).ToArray())
            start.Environment.Remove(name);
        return start;
    }

    /// <summary>Where the gateway listens is not where its child does.</summary>
    static bool IsOwnAddress(string variable) =>
        variable.Equals("URLS", StringComparison.OrdinalIgnoreCase) || variable.EndsWith("_URLS", StringComparison.OrdinalIgnoreCase);

    /// <summary>The host that runs this process, so that the child gets the same runtime; "dotnet" on the PATH where it runs without one.</summary>
    static string DotnetHost() =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host
        : Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath!
        : "dotnet";
}
