using System.Globalization;

namespace NewsApi.FakeEngine;

/// <summary>The fake engine as a program, with the arguments and manners of the real one.</summary>
public static class Program
{
    /// <summary>A page that has this in it ends the process, as a stack overflow would.</summary>
    public const string Deadly = "giết chết bộ máy";

    public static async Task Main(string[] args)
    {
        var engine = new ProgrammableEngine();
        await using var disposal = engine.ConfigureAwait(false);
        engine.Analyze = (request, _) =>
        {
            if (request.Text.Contains(Deadly, StringComparison.Ordinal))
                Environment.Exit(134);
            return Task.FromResult(FakeAnswer.To(request.Text));
        };
        await engine.StartAsync(int.Parse(args[Array.IndexOf(args, "--port") + 1], CultureInfo.InvariantCulture));
        if (args.Contains("--exit-with-parent"))
            await Console.In.ReadToEndAsync();
        else
            await engine.WaitForShutdownAsync(CancellationToken.None);
    }
}
