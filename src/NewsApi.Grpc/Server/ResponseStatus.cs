using System.Globalization;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using NewsApi.Grpc.Wire;

namespace Grpc.AspNetCore.Server;

/// <summary>Writes a status: as trailers, or where no headers have left, as headers, which end the stream at once.</summary>
static class ResponseStatus
{
    public static void Write(HttpResponse response, Status status, IEnumerable<KeyValuePair<string, string>> trailers)
    {
        var fields = response.HasStarted
            ? response.HttpContext.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers
            : response.Headers;
        fields[Headers.Status] = ((int)status.StatusCode).ToString(CultureInfo.InvariantCulture);
        if (status.Detail.Length > 0)
        {
            fields[Headers.Message] = PercentEncoding.Encode(status.Detail);
        }

        Append(fields, trailers);
    }

    /// <summary>Also what is empty, which ASP.NET Core's own Append leaves out.</summary>
    public static void Append(IHeaderDictionary fields, IEnumerable<KeyValuePair<string, string>> added)
    {
        foreach (var (name, value) in added)
        {
            fields[name] = StringValues.Concat(fields[name], value);
        }
    }
}
