using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsApi.Grpc.Wire;

namespace Grpc.AspNetCore.Server;

/// <summary>Takes a request for one method to a service object, and whatever happens there to a status.</summary>
sealed partial class CallHandler<TService>(
    IMethod method,
    GrpcServiceOptions options,
    ILogger logger,
    Func<TService, HttpServerCallContext, Task> invoke
)
    where TService : class
{
    readonly ObjectFactory<TService> _factory = ActivatorUtilities.CreateFactory<TService>([]);

    public async Task HandleAsync(HttpContext http)
    {
        if (!Accepts(http))
        {
            return;
        }

        LiftBodyLimits(http);
        http.Response.ContentType = Headers.ContentType;
        await using var call = new HttpServerCallContext(http, method, options);
        try
        {
            call.Start();
            await invoke(http.RequestServices.GetService<TService>() ?? Create(http), call);
            await call.EndAsync(call.Status, Metadata.Empty);
        }
        catch (Exception e)
        {
            var (status, trailers) = Explain(e, call);
            await call.EndAsync(status, trailers);
        }
    }

    /// <summary>What the container does not have is made for this call, and disposed with its response.</summary>
    TService Create(HttpContext http)
    {
        var service = _factory(http.RequestServices, []);
        if (service is IAsyncDisposable asyncDisposable)
        {
            http.Response.RegisterForDisposeAsync(asyncDisposable);
        }
        else if (service is IDisposable disposable)
        {
            http.Response.RegisterForDispose(disposable);
        }

        return service;
    }

    /// <summary>The text of an exception that is no RpcException stays here: it may tell of files, queries or people.</summary>
    (Status Status, Metadata Trailers) Explain(Exception exception, HttpServerCallContext call)
    {
        if (exception is RpcException rpc)
        {
            LogStatus(method.FullName, rpc.StatusCode);
            return (rpc.Status, rpc.Trailers);
        }

        if (call.CancellationToken.IsCancellationRequested)
        {
            LogCancelled(method.FullName, exception);
            return (new Status(StatusCode.Cancelled, "The call was cancelled."), Metadata.Empty);
        }

        LogFailed(method.FullName, exception);
        var detail = "Exception was thrown by handler.";
        if (options.EnableDetailedErrors == true)
        {
            detail += $" {exception.GetType().Name}: {exception.Message}";
        }

        return (new Status(StatusCode.Unknown, detail), Metadata.Empty);
    }

    static bool Accepts(HttpContext http)
    {
        if (!Headers.IsGrpc(http.Request.ContentType))
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return false;
        }

        if (!HttpProtocol.IsHttp2(http.Request.Protocol))
        {
            http.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            http.Response.Headers.Upgrade = "HTTP/2";
            return false;
        }

        return true;
    }

    /// <summary>The size of a message is limited, not the sum of a stream; and a stream may be silent for long.</summary>
    void LiftBodyLimits(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        if (
            method.Type is MethodType.ClientStreaming or MethodType.DuplexStreaming
            && http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate
        )
        {
            rate.MinDataRate = null;
        }
    }

    [LoggerMessage(LogLevel.Debug, "{Method} ended with {StatusCode}.")]
    partial void LogStatus(string method, StatusCode statusCode);

    [LoggerMessage(LogLevel.Debug, "{Method} was cancelled, or passed its deadline.")]
    partial void LogCancelled(string method, Exception exception);

    [LoggerMessage(LogLevel.Error, "{Method} failed: its handler threw an exception.")]
    partial void LogFailed(string method, Exception exception);
}
