using Microsoft.Extensions.Primitives;

namespace NewsApi.Gateway.Http;

/// <summary>
/// Answers HEAD as GET is answered, without the body (RFC 9110, 9.3.2). Only what comes after this sees a GET: the server goes by the
/// request it read, and leaves the body out.
/// </summary>
public sealed class HeadMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            AllowHead(context.Response);
            return;
        }
        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
        }
    }

    /// <summary>Where a method is refused, routing names those that it knows.</summary>
    static void AllowHead(HttpResponse response)
    {
        if (response is { HasStarted: false, StatusCode: StatusCodes.Status405MethodNotAllowed } && Allows(response, HttpMethods.Get))
            response.Headers.Allow = StringValues.Concat(response.Headers.Allow, HttpMethods.Head);
    }

    static bool Allows(HttpResponse response, string method) =>
        response.Headers.GetCommaSeparatedValues("Allow").Contains(method, StringComparer.Ordinal);
}
