using System.Diagnostics;
using Google.Protobuf;
using Grpc.Health.V1;

namespace NewsApi.Processing.Tests;

/// <summary>Programs of others call the service, or read its contract.</summary>
public sealed class OtherProgramsTests(ProcessingFixture service) : IClassFixture<ProcessingFixture>
{
    [H2LoadFact]
    public async Task H2Load_RunsWithoutAnError()
    {
        var message = new HealthCheckRequest().ToByteArray();
        var file = Path.Combine(Path.GetTempPath(), $"newsapi-{Guid.NewGuid():N}.bin");
        await File.WriteAllBytesAsync(file, [0, 0, 0, 0, (byte)message.Length, .. message]);
        try
        {
            var output = await OutputAsync(
                "h2load",
                [
                    "--requests=20000",
                    "--clients=4",
                    "--max-concurrent-streams=16",
                    $"--data={file}",
                    "--header=content-type: application/grpc",
                    "--header=te: trailers",
                    $"http://{service.Channel.Target}/grpc.health.v1.Health/Check",
                ]
            );
            output.ShouldContain("20000 total, 20000 started, 20000 done, 20000 succeeded, 0 failed, 0 errored, 0 timeout");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [BufFact]
    public async Task BufLint_FindsNothingInTheContracts() =>
        (await OutputAsync(BufFactAttribute.Program, ["lint", DeterminismTests.Folder("protos")])).ShouldBeEmpty();

    /// <summary>What a released contract has, the next ones have too: <c>buf build protos -o protos/released/VERSION.binpb --exclude-source-info</c> keeps one.</summary>
    [BufFact]
    public async Task BufBreaking_AgainstEveryRelease_FindsNothing()
    {
        var protos = DeterminismTests.Folder("protos");
        var releases = Directory.GetFiles(Path.Combine(protos, "released"), "*.binpb");
        releases.ShouldNotBeEmpty();
        foreach (var release in releases)
        {
            (await OutputAsync(BufFactAttribute.Program, ["breaking", protos, "--against", release])).ShouldBeEmpty();
        }
    }

    static async Task<string> OutputAsync(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(ProcessingProcess.Patience);
        process.ExitCode.ShouldBe(0, await output + await errors);
        return await output;
    }
}

/// <summary>A test with h2load. Without it it is skipped, except where CI=true: there it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class H2LoadFactAttribute : FactAttribute
{
    public H2LoadFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "h2load"))) && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = "h2load is not on this machine: it is in the package nghttp2-client";
        }
    }
}
