using Grpc.Health.V1;
using Grpc.HealthCheck;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Language;

namespace NewsApi.Processing.Hosting;

/// <summary>Loads the pipeline, runs it once so that the first caller does not wait for compilation, then tells that it serves.</summary>
sealed partial class Readiness(HealthServiceImpl health, IServiceProvider services, ILogger<Readiness> logger) : BackgroundService
{
    const string WarmUp =
        "Tin trong ngày\n\n08:00 | 01/01/2025\n\nĐây là một câu để khởi động. Ảnh: Tòa soạn\n\nTin liên quan\nMột tựa bài khác";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Set(HealthCheckResponse.Types.ServingStatus.NotServing);

        // Off the start path: the ports open while lexicons load.
        await Task.Run(
            () =>
            {
                var pipeline = services.GetRequiredService<LanguagePipeline>();
                _ = DocumentMapper.Map(pipeline.Analyze(WarmUp, AnalysisFeatures.All, stoppingToken));
                LogReady(pipeline.Version);
            },
            stoppingToken
        );
        Set(HealthCheckResponse.Types.ServingStatus.Serving);

        // Loading leaves ten times of what is kept behind, and a quiet service would hold it for long.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        Set(HealthCheckResponse.Types.ServingStatus.NotServing);
        return base.StopAsync(cancellationToken);
    }

    void Set(HealthCheckResponse.Types.ServingStatus status)
    {
        health.SetStatus("", status);
        health.SetStatus(ProcessingService.Descriptor.FullName, status);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Ready with pipeline {Version}")]
    partial void LogReady(string version);
}
