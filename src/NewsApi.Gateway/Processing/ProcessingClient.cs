using Grpc.Core;
using Microsoft.Extensions.Options;
using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Gateway.Processing;

/// <summary>
/// Calls the processing service, whichever of them is next. A call that fails with UNAVAILABLE is made again, up to five times in all,
/// at once while there are others to ask; one that broke off after it was sent is not, because the page may be what broke it.
/// </summary>
public sealed class ProcessingClient(EngineChannels channels, IOptions<ProcessingOptions> options, TimeProvider clock)
{
    const int MaxTries = 5;
    static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);

    /// <exception cref="RpcException">Among others UNAVAILABLE and DEADLINE_EXCEEDED.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public Task<AnalyzeResponse> AnalyzeAsync(AnalyzeRequest request, CancellationToken cancellation) =>
        CallAsync((client, call) => client.AnalyzeAsync(request, call), cancellation);

    /// <inheritdoc cref="AnalyzeAsync"/>
    public Task<DescribePipelineResponse> DescribePipelineAsync(CancellationToken cancellation) =>
        CallAsync((client, call) => client.DescribePipelineAsync(new DescribePipelineRequest(), call), cancellation);

    /// <inheritdoc cref="AnalyzeAsync"/>
    public Task<LinkEntitiesResponse> LinkEntitiesAsync(LinkEntitiesRequest request, CancellationToken cancellation) =>
        CallAsync((client, call) => client.LinkEntitiesAsync(request, call), cancellation);

    /// <inheritdoc cref="AnalyzeAsync"/>
    public Task<FindConflictsResponse> FindConflictsAsync(FindConflictsRequest request, CancellationToken cancellation) =>
        CallAsync((client, call) => client.FindConflictsAsync(request, call), cancellation);

    /// <summary>True where no processing service can have seen the call: none is there, or it could not be connected to.</summary>
    public static bool NeverReached(RpcException exception) =>
        exception.StatusCode == StatusCode.Unavailable
        && exception.Status.DebugException
            is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };

    async Task<TResponse> CallAsync<TResponse>(
        Func<ProcessingService.ProcessingServiceClient, CallOptions, AsyncUnaryCall<TResponse>> start,
        CancellationToken cancellation
    )
    {
        var deadline = clock.GetUtcNow() + options.Value.Deadline;
        var call = new CallOptions(deadline: deadline.UtcDateTime, cancellationToken: cancellation);
        for (var tries = 1; ; tries++)
        {
            try
            {
                var channel = channels.Next() ?? throw NobodyThere();
                using var running = start(new ProcessingService.ProcessingServiceClient(channel), call);
                return await running;
            }
            catch (RpcException exception) when (exception.StatusCode == StatusCode.Cancelled && cancellation.IsCancellationRequested)
            {
                throw new OperationCanceledException(exception.Message, exception, cancellation);
            }
            catch (RpcException exception) when (tries < MaxTries && MayBeRepeated(exception))
            {
                var wait = WaitAfter(tries);
                if (clock.GetUtcNow() + wait >= deadline)
                    throw;
                await Task.Delay(wait, clock, cancellation);
            }
        }
    }

    /// <summary>No exception behind the status: the service said it itself, before it took the call.</summary>
    static bool MayBeRepeated(RpcException exception) =>
        exception.StatusCode == StatusCode.Unavailable && (exception.Status.DebugException is null || NeverReached(exception));

    TimeSpan WaitAfter(int tries) => tries < channels.Count ? TimeSpan.Zero : FirstWait * Math.Pow(2, tries - Math.Max(channels.Count, 1));

    static RpcException NobodyThere() =>
        new(
            new Status(
                StatusCode.Unavailable,
                "No processing service is running.",
                new HttpRequestException(HttpRequestError.ConnectionError, "No processing service is running.")
            )
        );
}
