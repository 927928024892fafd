using System.Diagnostics;

namespace NewsApi.Grpc.Tests.Interop;

/// <summary>Another language's gRPC: how to start its scripts of tests/interop, and why they cannot run where they cannot.</summary>
sealed record Peer(string Program, string? Missing)
{
    public static Peer Node { get; } =
        new(
            "node",
            Directory.Exists(Path.Combine(Folder, "node_modules", "@grpc", "grpc-js"))
                ? null
                : "tests/interop/node_modules is missing: run npm ci --prefix tests/interop"
        );

    /// <summary>The interpreter of the distribution: its packages are not another one's.</summary>
    public static Peer Python { get; } = new("/usr/bin/python3", WhatPythonMisses());

    public static string Folder => Path.Combine(Root(), "tests", "interop");

    /// <summary>Null where a test is to run: in CI always, to fail where it cannot.</summary>
    public string? SkipReason => Environment.GetEnvironmentVariable("CI") == "true" ? null : Missing;

    static string? WhatPythonMisses()
    {
        if (!File.Exists("/usr/bin/python3"))
        {
            return "/usr/bin/python3 is missing: install python3-grpcio and python3-protobuf";
        }

        using var process = Process.Start(
            new ProcessStartInfo("/usr/bin/python3", ["-c", "import grpc, google.protobuf"])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
            }
        )!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : "/usr/bin/python3 has no grpc: install python3-grpcio and python3-protobuf";
    }

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NewsApi.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("No folder above the tests holds NewsApi.sln.");
        }

        return folder.FullName;
    }
}

/// <summary>A test that needs tests/interop/node_modules: without them it is skipped, in CI it fails.</summary>
sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = Peer.Node.SkipReason;
}

/// <inheritdoc cref="NodeFactAttribute"/>
sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = Peer.Node.SkipReason;
}

/// <summary>A test that needs gRPC of the distribution's Python: without it it is skipped, in CI it fails.</summary>
sealed class PythonTheoryAttribute : TheoryAttribute
{
    public PythonTheoryAttribute() => Skip = Peer.Python.SkipReason;
}
