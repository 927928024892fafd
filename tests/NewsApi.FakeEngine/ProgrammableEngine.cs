using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using NewsApi.Contracts.Processing.V1;

namespace NewsApi.FakeEngine;

/// <summary>
/// A processing service for tests, in this process or as a child: the wire is the real one, the answers are what the test says. Listens
/// on 127.0.0.1 alone.
/// </summary>
public sealed class ProgrammableEngine : IAsyncDisposable
{
    readonly List<string> _texts = [];
    WebApplication? _app;

    /// <summary>What it answers; by default every page is an article, its first line the title.</summary>
    public Func<AnalyzeRequest, ServerCallContext, Task<AnalyzeResponse>> Analyze { get; set; } =
        (request, _) => Task.FromResult(FakeAnswer.To(request.Text));

    /// <summary>Whom it takes an entity for; by default the first candidate.</summary>
    public Func<EntityToLink, EntityChoice> Link { get; set; } =
        entity => new EntityChoice
        {
            CandidateId = entity.Candidates[0].Id,
            Score = 0.75,
            Signs = { LinkSign.SameName },
        };

    /// <summary>Which facts it takes for conflicts; by default none.</summary>
    public Func<FindConflictsRequest, IEnumerable<Conflict>> FindConflicts { get; set; } = _ => [];

    /// <summary>What it says of itself.</summary>
    public DescribePipelineResponse Pipeline { get; } = new() { PipelineVersion = FakeAnswer.PipelineVersion, DeclaredVersion = "fake" };

    /// <summary>Stays the same when the engine stops and starts again.</summary>
    public int Port { get; private set; }

    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>The texts it was asked to read, in the order in which they came.</summary>
    public IReadOnlyList<string> Texts
    {
        get
        {
            lock (_texts)
                return [.. _texts];
        }
    }

    public static async Task<ProgrammableEngine> StartNewAsync()
    {
        var engine = new ProgrammableEngine();
        await engine.StartAsync();
        return engine;
    }

    /// <param name="port">0 for the one it had before, or any that is free.</param>
    public async Task StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(System.Net.IPAddress.Loopback, port == 0 ? Port : port, listen => listen.Protocols = HttpProtocols.Http2)
        );
        builder.Services.AddSingleton(this);
        builder.Services.AddGrpc();
        _app = builder.Build();
        _app.MapGrpcService<Service>();
        _app.MapGrpcService<HealthService>();
        await _app.StartAsync();
        Port = new Uri(_app.Urls.Single()).Port;
    }

    /// <summary>From now on nobody can connect; calls under way are broken off.</summary>
    public async Task StopAsync()
    {
        if (_app is null)
            return;
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        _app = null;
    }

    public Task WaitForShutdownAsync(CancellationToken cancellation) => _app!.WaitForShutdownAsync(cancellation);

    public async ValueTask DisposeAsync() => await StopAsync();

    Task<AnalyzeResponse> AnswerAsync(AnalyzeRequest request, ServerCallContext context)
    {
        lock (_texts)
            _texts.Add(request.Text);
        return Analyze(request, context);
    }

    sealed class Service(ProgrammableEngine engine) : ProcessingService.ProcessingServiceBase
    {
        public override Task<AnalyzeResponse> Analyze(AnalyzeRequest request, ServerCallContext context) =>
            engine.AnswerAsync(request, context);

        public override Task<LinkEntitiesResponse> LinkEntities(LinkEntitiesRequest request, ServerCallContext context) =>
            Task.FromResult(
                new LinkEntitiesResponse
                {
                    PipelineVersion = FakeAnswer.PipelineVersion,
                    Choices = { request.Entities.Select(engine.Link) },
                }
            );

        public override Task<FindConflictsResponse> FindConflicts(FindConflictsRequest request, ServerCallContext context) =>
            Task.FromResult(
                new FindConflictsResponse { PipelineVersion = FakeAnswer.PipelineVersion, Conflicts = { engine.FindConflicts(request) } }
            );

        public override Task<DescribePipelineResponse> DescribePipeline(DescribePipelineRequest request, ServerCallContext context) =>
            Task.FromResult(engine.Pipeline);
    }

    sealed class HealthService : Health.HealthBase
    {
        public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context) =>
            Task.FromResult(new HealthCheckResponse { Status = HealthCheckResponse.Types.ServingStatus.Serving });
    }
}
