using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Processing.Tests;

/// <summary>One service, ready, for tests that ask it and leave it as it is. Its limits are small, so that a test can go over them.</summary>
public sealed class ProcessingFixture : IAsyncLifetime
{
    public const int MaxTextBytes = 4096;
    public const int MaxLines = 50;

    readonly ProcessingProcess _process = ProcessingProcess.Start(
        "--port",
        "0",
        "--health-port",
        "0",
        $"--Processing:MaxTextBytes={MaxTextBytes}",
        $"--Processing:MaxLines={MaxLines}",
        "--Processing:StreamParallelism=2"
    );

    public GrpcChannel Channel { get; private set; } = null!;

    public ProcessingService.ProcessingServiceClient Client => new(Channel);

    public async Task InitializeAsync()
    {
        Channel = await _process.ConnectAsync();
        await WaitUntilServingAsync(Channel);
    }

    public async Task DisposeAsync()
    {
        Channel.Dispose();
        await _process.DisposeAsync();
    }

    /// <summary>Follows the service's own word on its health until it serves.</summary>
    public static async Task WaitUntilServingAsync(GrpcChannel channel)
    {
        using var watch = new Health.HealthClient(channel).Watch(new HealthCheckRequest(), Soon());
        await foreach (var answer in watch.ResponseStream.ReadAllAsync())
        {
            if (answer.Status == HealthCheckResponse.Types.ServingStatus.Serving)
                return;
        }

        throw new InvalidOperationException("The service ended its health stream before it was ready.");
    }

    /// <summary>Every call of a test is bounded.</summary>
    public static CallOptions Soon(CancellationToken cancellation = default) =>
        new(deadline: TimeProvider.System.GetUtcNow().UtcDateTime + ProcessingProcess.Patience, cancellationToken: cancellation);
}
