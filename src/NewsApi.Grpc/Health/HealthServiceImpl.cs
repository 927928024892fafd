using System.Threading.Channels;
using Grpc.Core;
using Grpc.Health.V1;

namespace Grpc.HealthCheck;

/// <summary>
/// The health of services, set by their host: register one as a singleton and map it. Knows no service until its status is set; the
/// empty name is the server as a whole. Safe for any number of threads.
/// </summary>
public class HealthServiceImpl : Health.V1.Health.HealthBase
{
    readonly Lock _gate = new();
    readonly Dictionary<string, HealthCheckResponse.Types.ServingStatus> _statuses = new(StringComparer.Ordinal);
    readonly List<Watcher> _watchers = [];

    public void SetStatus(string service, HealthCheckResponse.Types.ServingStatus status)
    {
        ArgumentNullException.ThrowIfNull(service);
        lock (_gate)
        {
            _statuses[service] = status;
            foreach (var watcher in _watchers.Where(watcher => watcher.Service == service))
            {
                watcher.Statuses.Writer.TryWrite(status);
            }
        }
    }

    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        lock (_gate)
        {
            return _statuses.TryGetValue(request.Service, out var status)
                ? Task.FromResult(new HealthCheckResponse { Status = status })
                : throw new RpcException(new Status(StatusCode.NotFound, ""));
        }
    }

    /// <summary>Sends a status when it has changed. A slow client misses the ones between, never the last.</summary>
    public override async Task Watch(
        HealthCheckRequest request,
        IServerStreamWriter<HealthCheckResponse> responseStream,
        ServerCallContext context
    )
    {
        var watcher = Subscribe(request.Service);
        try
        {
            HealthCheckResponse.Types.ServingStatus? sent = null;
            await foreach (var status in watcher.Statuses.Reader.ReadAllAsync(context.CancellationToken))
            {
                if (status != sent)
                {
                    await responseStream.WriteAsync(new HealthCheckResponse { Status = status }, context.CancellationToken);
                    sent = status;
                }
            }
        }
        finally
        {
            lock (_gate)
            {
                _watchers.Remove(watcher);
            }
        }
    }

    Watcher Subscribe(string service)
    {
        var latest = new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true };
        var watcher = new Watcher(service, Channel.CreateBounded<HealthCheckResponse.Types.ServingStatus>(latest));
        lock (_gate)
        {
            _watchers.Add(watcher);
            watcher.Statuses.Writer.TryWrite(_statuses.GetValueOrDefault(service, HealthCheckResponse.Types.ServingStatus.ServiceUnknown));
        }

        return watcher;
    }

    sealed record Watcher(string Service, Channel<HealthCheckResponse.Types.ServingStatus> Statuses);
}
