namespace NewsApi.Architecture.Tests;

/// <summary>The stand-in for the gRPC packages stays a stand-in.</summary>
public sealed class StandInTests
{
    /// <summary>Lines that are neither blank nor comment.</summary>
    const int Ceiling = 3_300;

    [Fact]
    public void StandIn_StaysUnderItsCeiling() =>
        Repository
            .Files.Where(path =>
                path.StartsWith("src/NewsApi.Grpc/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal)
            )
            .SelectMany(path => Repository.Read(path).Split('\n'))
            .Count(line => line.AsSpan().Trim() is { Length: > 0 } text && !text.StartsWith("//", StringComparison.Ordinal))
            .ShouldBeLessThan(Ceiling);
}
