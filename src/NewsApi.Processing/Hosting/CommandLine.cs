namespace NewsApi.Processing.Hosting;

/// <summary>The short names of settings on the command line: <c>--port 5090 --exit-with-parent</c>.</summary>
static class CommandLine
{
    const string ExitWithParent = "--exit-with-parent";

    public static Dictionary<string, string> Names { get; } =
        new(StringComparer.Ordinal)
        {
            ["--address"] = $"{ProcessingOptions.Section}:Address",
            ["--port"] = $"{ProcessingOptions.Section}:Port",
            ["--health-port"] = $"{ProcessingOptions.Section}:HealthPort",
        };

    /// <summary>The service ends when its standard input does: the process that started it holds the other end.</summary>
    public static bool ExitsWithParent(string[] args) => args.Contains(ExitWithParent, StringComparer.Ordinal);

    /// <summary>The arguments that come as name and value.</summary>
    public static string[] WithoutFlags(string[] args) => [.. args.Where(arg => arg != ExitWithParent)];
}
