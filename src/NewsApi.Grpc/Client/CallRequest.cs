using System.Net;
using Grpc.Core;
using NewsApi.Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>The head of a call's request.</summary>
static class CallRequest
{
    static readonly string UserAgent =
        $"newsapi-grpc/{typeof(CallRequest).Assembly.GetName().Version!.ToString(3)} (.NET {Environment.Version})";

    public static HttpRequestMessage Create(Uri address, string? host, in CallOptions options, out bool compresses)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Version = HttpVersion.Version20,

            // Exact, and "http://" is then HTTP/2 by prior knowledge.
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        var headers = request.Headers;
        headers.Host = host;
        headers.TryAddWithoutValidation("te", "trailers");
        if (TimeLeft(options.Deadline) is { } left)
        {
            headers.TryAddWithoutValidation(Headers.Timeout, GrpcTimeout.Format(left));
        }

        compresses = options.Headers?.GetValue(Headers.RequestEncoding) == Encodings.Gzip;
        if (compresses)
        {
            headers.TryAddWithoutValidation(Headers.Encoding, Encodings.Gzip);
        }

        headers.TryAddWithoutValidation(Headers.AcceptEncoding, Encodings.Accepted);
        foreach (var (name, value) in Headers.ToFields(options.Headers ?? Metadata.Empty))
        {
            headers.TryAddWithoutValidation(name, value);
        }

        if (!headers.NonValidated.Contains("user-agent"))
        {
            headers.TryAddWithoutValidation("user-agent", UserAgent);
        }

        return request;
    }

    /// <summary>Null for a call without deadline. Throws <see cref="ArgumentException"/> where the deadline is not in UTC.</summary>
    public static TimeSpan? TimeLeft(DateTime? deadline)
    {
        if (deadline is not { } moment || moment == DateTime.MaxValue)
        {
            return null;
        }

        if (moment.Kind != DateTimeKind.Utc && moment != DateTime.MinValue)
        {
            throw new ArgumentException("A deadline is a moment in UTC.", nameof(deadline));
        }

        return moment - TimeProvider.System.GetUtcNow().UtcDateTime;
    }
}
