using Microsoft.AspNetCore.Http.Extensions;

namespace NewsApi.Gateway.Http;

/// <summary>The Link header of RFC 8288 that leads to the next page of a list.</summary>
public static class NextLink
{
    /// <param name="pageToken">Null on the last page.</param>
    public static void Add(HttpContext context, string? pageToken)
    {
        if (pageToken is not null)
            context.Response.Headers.Link = $"<{PathWith(context.Request, pageToken)}>; rel=\"next\"";
    }

    static string PathWith(HttpRequest request, string pageToken)
    {
        var query = new QueryBuilder(request.Query.Where(parameter => parameter.Key != "pageToken")) { { "pageToken", pageToken } };
        return $"{request.PathBase}{request.Path}{query}";
    }
}
