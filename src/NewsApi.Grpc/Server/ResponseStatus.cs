using System.Globalization;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using NewsApi.Grpc.Wire;

namespace Grpc.AspNetCore.Server;

/// <summary>Writes a status: as trailers, or where no headers have left, as headers, which end the stream at once.</summary>
static class ResponseStatus
{
    public static void Write(HttpResponse response, Status status, IReadOnlyList<KeyValuePair<string, string>> trailers)
    {
        Append(response, Headers.Status, ((int)status.StatusCode).ToString(CultureInfo.InvariantCulture));
        if (status.Detail.Length > 0)
        {
            Append(response, Headers.Message, PercentEncoding.Encode(status.Detail));
        }

        foreach (var (name, value) in trailers)
        {
            Append(response, name, value);
        }
    }

    static void Append(HttpResponse response, string name, string value)
    {
        if (response.HasStarted)
        {
            response.AppendTrailer(name, value);
        }
        else
        {
            response.Headers.Append(name, value);
        }
    }
}
