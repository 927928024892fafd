using System.Net;
using System.Net.Sockets;
using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>The status of a call that no server's status ended.</summary>
static class CallStatus
{
    public static Status Of(Exception exception)
    {
        switch (exception)
        {
            case RpcException rpc:
                return rpc.Status;
            case OperationCanceledException:
                return new Status(StatusCode.Cancelled, "The call was cancelled.", exception);
        }

        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpProtocolException protocol)
            {
                return new Status(OfHttp2Error(protocol.ErrorCode), $"The HTTP/2 stream failed: {protocol.Message}", exception);
            }
        }

        return exception is HttpRequestException or IOException or SocketException
            ? new Status(StatusCode.Unavailable, $"The connection failed: {exception.Message}", exception)
            : new Status(StatusCode.Internal, $"The call failed: {exception.GetType().Name}: {exception.Message}", exception);
    }

    /// <summary>Whether the request has not left: there is no connection.</summary>
    public static bool IsOfConnecting(HttpRequestError error) =>
        error is HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.NameResolutionError;

    /// <summary><see href="https://github.com/grpc/grpc/blob/master/doc/http-grpc-status-mapping.md"/></summary>
    public static StatusCode OfHttp(HttpStatusCode status) =>
        status switch
        {
            HttpStatusCode.BadRequest => StatusCode.Internal,
            HttpStatusCode.Unauthorized => StatusCode.Unauthenticated,
            HttpStatusCode.Forbidden => StatusCode.PermissionDenied,
            HttpStatusCode.NotFound => StatusCode.Unimplemented,
            HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway => StatusCode.Unavailable,
            HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => StatusCode.Unavailable,
            _ => StatusCode.Unknown,
        };

    /// <summary>The table "Errors" of the protocol's description; the numbers are those of RFC 9113, section 7.</summary>
    static StatusCode OfHttp2Error(long code) =>
        code switch
        {
            0x7 => StatusCode.Unavailable, // REFUSED_STREAM: not processed
            0x8 => StatusCode.Cancelled, // CANCEL
            0xb => StatusCode.ResourceExhausted, // ENHANCE_YOUR_CALM
            0xc => StatusCode.PermissionDenied, // INADEQUATE_SECURITY
            _ => StatusCode.Internal,
        };
}
