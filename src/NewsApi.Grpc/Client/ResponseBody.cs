using System.IO.Pipelines;
using Grpc.Core;
using NewsApi.Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>The messages of a response. Disposed at any time, it stops a read under way and gives its buffers back when that has stopped.</summary>
sealed class ResponseBody(HttpResponseMessage response, PipeReader pipe, FrameReader frames) : IDisposable
{
    const int Idle = 0;
    const int Reading = 1;
    const int Disposed = 2;

    int _state;

    /// <summary>Null at the end. One read at a time.</summary>
    public async ValueTask<T?> ReadAsync<T>(Marshaller<T> marshaller, CancellationToken cancellationToken)
        where T : class
    {
        if (Interlocked.CompareExchange(ref _state, Reading, Idle) != Idle)
        {
            return null;
        }

        try
        {
            return await frames.ReadAsync(marshaller, cancellationToken);
        }
        finally
        {
            if (Interlocked.CompareExchange(ref _state, Idle, Reading) == Disposed)
            {
                await pipe.CompleteAsync();
            }
        }
    }

    /// <summary>After the last message.</summary>
    public (Status Status, Metadata Trailers) ReadTrailers()
    {
        var status = ResponseHead.ReadStatus(response.TrailingHeaders);
        return (
            status ?? new Status(StatusCode.Unknown, "The response ended without a status."),
            ResponseHead.ReadMetadata(response.TrailingHeaders)
        );
    }

    public void Dispose()
    {
        response.Dispose();
        if (Interlocked.Exchange(ref _state, Disposed) == Idle)
        {
            pipe.Complete();
        }
    }
}
