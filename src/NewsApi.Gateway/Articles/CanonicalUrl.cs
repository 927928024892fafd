namespace NewsApi.Gateway.Articles;

/// <summary>
/// One spelling for all URLs of a page. Scheme and host in lower case (an international host in its ASCII form), the scheme's own
/// port, the fragment and the slash at the path's end left out, percent-escapes in upper case, the query without what only tells
/// where a reader came from, the rest of it sorted. http and https, "www." and none stay apart: they may be different pages.
/// </summary>
public static class CanonicalUrl
{
    /// <summary>Longer URLs are refused: browsers and crawlers do not carry them either.</summary>
    public const int MaxLength = 2048;

    /// <summary>Added by newsletters, advertising and social networks to links, never read by the page. gidzl and zarsrc are Zalo's.</summary>
    static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "_ga",
        "_gl",
        "dclid",
        "fbclid",
        "gbraid",
        "gclid",
        "gclsrc",
        "gidzl",
        "igsh",
        "igshid",
        "mc_cid",
        "mc_eid",
        "msclkid",
        "ttclid",
        "twclid",
        "wbraid",
        "yclid",
        "zarsrc",
    };

    /// <summary>False for what is not an absolute http or https URL with a host and without a user name, or is too long.</summary>
    public static bool TryCreate(string url, out string canonical)
    {
        canonical = "";
        if (url.Length > MaxLength || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || !IsWebPage(uri))
            return false;

        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        canonical = UpperCaseEscapes($"{uri.Scheme}://{Host(uri)}{port}{Path(uri)}{Query(uri)}");
        return true;
    }

    static bool IsWebPage(Uri uri) =>
        (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0 && uri.UserInfo.Length == 0;

    static string Host(Uri uri) => uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost.ToLowerInvariant();

    static string Path(Uri uri) => uri.AbsolutePath.TrimEnd('/') is { Length: > 0 } path ? path : "/";

    static string Query(Uri uri)
    {
        var pairs = uri
            .Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !IsTracking(Uri.UnescapeDataString(pair.Split('=', 2)[0])))
            .Order(StringComparer.Ordinal);
        var query = string.Join('&', pairs);
        return query.Length == 0 ? "" : "?" + query;
    }

    static bool IsTracking(string name) => name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Tracking.Contains(name);

    static string UpperCaseEscapes(string url)
    {
        var letters = url.ToCharArray();
        for (var i = 0; i + 2 < letters.Length; i++)
        {
            if (letters[i] != '%' || !char.IsAsciiHexDigit(letters[i + 1]) || !char.IsAsciiHexDigit(letters[i + 2]))
                continue;
            letters[i + 1] = char.ToUpperInvariant(letters[i + 1]);
            letters[i + 2] = char.ToUpperInvariant(letters[i + 2]);
        }
        return new string(letters);
    }
}
