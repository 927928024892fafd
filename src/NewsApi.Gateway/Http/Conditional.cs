using Microsoft.Net.Http.Headers;

namespace NewsApi.Gateway.Http;

/// <summary>Answers with a strong entity tag, and with 304 and no body to a client that already has this representation.</summary>
/// <param name="Tag">What the tag says, without quotes: has to differ whenever a byte of the representation does.</param>
/// <param name="Answer">Makes the representation; not called for a 304.</param>
public sealed record Conditional(string Tag, Func<CancellationToken, Task<IResult>> Answer) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var tag = new EntityTagHeaderValue($"\"{Tag}\"");
        if (IsKnown(httpContext.Request, tag))
        {
            Mark(httpContext.Response, tag);
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        // Made before the tag is set: an error on the way must not carry the tag of what it is not.
        var answer = await Answer(httpContext.RequestAborted);
        Mark(httpContext.Response, tag);
        await answer.ExecuteAsync(httpContext);
    }

    static void Mark(HttpResponse response, EntityTagHeaderValue tag)
    {
        response.Headers.ETag = tag.ToString();
        // May be kept, has to be asked about before each use.
        response.Headers.CacheControl = "private, no-cache";
    }

    /// <summary>If-None-Match compares weakly (RFC 9110, 13.1.2).</summary>
    static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        request
            .GetTypedHeaders()
            .IfNoneMatch.Any(given => given.Equals(EntityTagHeaderValue.Any) || given.Compare(tag, useStrongComparison: false));
}
