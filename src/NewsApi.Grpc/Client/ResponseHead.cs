using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using NewsApi.Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>Reads headers and trailers of a response.</summary>
static class ResponseHead
{
    public static Metadata ReadMetadata(HttpHeaders headers)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers.NonValidated)
        {
            foreach (var value in values)
            {
                Headers.AddField(metadata, name, value);
            }
        }

        return metadata;
    }

    public static string? FindField(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    /// <summary>The status where the headers settle it: the answer is not gRPC's, or is a status alone. Null where messages may follow.</summary>
    public static Status? FindStatus(HttpResponseMessage response)
    {
        var contentType = FindField(response.Content.Headers, "content-type");
        if (!Headers.IsGrpc(contentType))
        {
            return response.StatusCode == HttpStatusCode.OK
                ? new Status(StatusCode.Unknown, $"The response is not gRPC's: content-type is \"{contentType}\".")
                : OfHttp(response.StatusCode);
        }

        return ReadStatus(response.Headers) ?? (response.StatusCode == HttpStatusCode.OK ? null : OfHttp(response.StatusCode));
    }

    public static Status? ReadStatus(HttpHeaders headers) =>
        FindField(headers, Headers.Status) is { } code ? Headers.ToStatus(code, FindField(headers, Headers.Message)) : null;

    static Status OfHttp(HttpStatusCode status) => new(CallStatus.OfHttp(status), $"The server answered with HTTP status {(int)status}.");
}
