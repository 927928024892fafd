using Microsoft.Net.Http.Headers;

namespace NewsApi.Gateway.Http;

/// <summary>Chooses among the media types that a resource can be given in (RFC 9110, 12.5.1).</summary>
public static class Accepts
{
    /// <summary>The offered type that the client likes best, the first offered among equals; the first without an Accept header.</summary>
    /// <exception cref="ProblemException">not-acceptable.</exception>
    public static string Choose(HttpRequest request, params ReadOnlySpan<string> offered)
    {
        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0)
            return offered[0];
        string? best = null;
        var bestQuality = 0.0;
        foreach (var type in offered)
        {
            var quality = Quality(accepted, new MediaTypeHeaderValue(type));
            if (quality > bestQuality)
                (best, bestQuality) = (type, quality);
        }
        return best
            ?? throw new ProblemException(ProblemKind.NotAcceptable, $"The resource is given as {string.Join(" or ", offered.ToArray())}.");
    }

    /// <summary>The quality of the most specific range that takes the type: "text/*;q=0.5, text/plain" likes text/plain with 1.</summary>
    static double Quality(IList<MediaTypeHeaderValue> accepted, MediaTypeHeaderValue type) =>
        accepted
            .Where(range => type.IsSubsetOf(WithoutQuality(range)))
            .OrderBy(range =>
                range.MatchesAllTypes ? 2
                : range.MatchesAllSubTypes ? 1
                : 0
            )
            .Select(range => range.Quality ?? 1)
            .FirstOrDefault();

    static MediaTypeHeaderValue WithoutQuality(MediaTypeHeaderValue range) => new(range.MediaType);
}
