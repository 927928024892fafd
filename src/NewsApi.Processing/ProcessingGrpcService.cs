using System.Threading.Channels;
using Grpc.Core;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Language;
using NewsApi.Language.Documents;

namespace NewsApi.Processing;

/// <summary>The gRPC face of the pipeline.</summary>
sealed partial class ProcessingGrpcService(
    Analyzer analyzer,
    LanguagePipeline pipeline,
    LinkResponder linking,
    ConflictResponder conflicts,
    ProcessingOptions options,
    ILogger<ProcessingGrpcService> logger
) : ProcessingService.ProcessingServiceBase
{
    public override Task<AnalyzeResponse> Analyze(AnalyzeRequest request, ServerCallContext context) =>
        Task.FromResult(analyzer.Analyze(request, context.CancellationToken));

    /// <summary>
    /// Works on a few pages at once and answers in order. A slow reader stops the reading of requests, so that memory stays bounded.
    /// </summary>
    public override async Task AnalyzeStream(
        IAsyncStreamReader<AnalyzeStreamRequest> requestStream,
        IServerStreamWriter<AnalyzeStreamResponse> responseStream,
        ServerCallContext context
    )
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        var answers = Channel.CreateBounded<Task<AnalyzeStreamResponse>>(options.StreamParallelism);
        var reading = ReadAsync(requestStream, answers.Writer, over.Token);
        try
        {
            await foreach (var answer in answers.Reader.ReadAllAsync(over.Token))
            {
                await responseStream.WriteAsync(await answer, over.Token);
            }
        }
        finally
        {
            await over.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await reading;
    }

    async Task ReadAsync(
        IAsyncStreamReader<AnalyzeStreamRequest> requests,
        ChannelWriter<Task<AnalyzeStreamResponse>> answers,
        CancellationToken cancellation
    )
    {
        try
        {
            await foreach (var request in requests.ReadAllAsync(cancellation))
            {
                await answers.WaitToWriteAsync(cancellation);
                await answers.WriteAsync(Task.Run(() => Answer(request, cancellation), cancellation), cancellation);
            }

            answers.Complete();
        }
        catch (Exception exception)
        {
            // The writer of answers ends with the reason why there are no more.
            answers.TryComplete(exception);
        }
    }

    /// <summary>A page that cannot be read is answered with its own status; the stream goes on.</summary>
    AnalyzeStreamResponse Answer(AnalyzeStreamRequest request, CancellationToken cancellation)
    {
        var response = new AnalyzeStreamResponse { RequestId = request.RequestId };
        try
        {
            response.Response = analyzer.Analyze(request.Request ?? new AnalyzeRequest(), cancellation);
        }
        catch (RpcException exception)
        {
            response.Error = Refusal.StatusOf(exception);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(exception, request.RequestId);
            response.Error = new Google.Rpc.Status { Code = (int)StatusCode.Internal, Message = "the page could not be read" };
        }

        return response;
    }

    public override Task<LinkEntitiesResponse> LinkEntities(LinkEntitiesRequest request, ServerCallContext context) =>
        Task.FromResult(linking.Link(request));

    public override Task<FindConflictsResponse> FindConflicts(FindConflictsRequest request, ServerCallContext context) =>
        Task.FromResult(conflicts.Find(request));

    public override Task<DescribePipelineResponse> DescribePipeline(DescribePipelineRequest request, ServerCallContext context) =>
        Task.FromResult(
            new DescribePipelineResponse
            {
                PipelineVersion = pipeline.Version,
                DeclaredVersion = LanguagePipeline.DeclaredVersion,
                LineRoles = { LineRoles.All.Select(role => role.Name()) },
                EntityTypes = { EntityTypes.All.Select(type => type.Name().ToLowerInvariant()) },
                FactTypes = { FactTypes.All.Select(type => type.Name()) },
                Topics = { pipeline.Topics.All.Select(DocumentMapper.Map) },
                PageKinds = { Enum.GetNames<Language.Documents.PageKind>().Select(name => name.ToLowerInvariant()) },
                Languages = { "vi", "en", "und" },
                Limits = new Limits
                {
                    MaxTextBytes = options.MaxTextBytes,
                    MaxLines = options.MaxLines,
                    MaxLinkEntities = LinkResponder.MaxEntities,
                    MaxLinkCandidates = LinkResponder.MaxCandidates,
                    MaxConflictFacts = ConflictResponder.MaxFacts,
                },
            }
        );

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {RequestId} of a stream failed")]
    partial void LogFailed(Exception exception, string requestId);
}
