using System.Net;

namespace NewsApi.Gateway.Settings;

/// <summary>Where the gateway listens. While it knows no keys it serves this machine alone: any other address is refused.</summary>
public static class ListenAddress
{
    public const string Key = "Urls";
    public const string Default = "http://127.0.0.1:5080";
    public const string Allowed = "loopback addresses, separated by \";\": http://127.0.0.1:PORT, http://[::1]:PORT, http://localhost:PORT";

    /// <summary>Other settings by which ASP.NET Core would listen; none of them may get round the check of <see cref="Key"/>.</summary>
    static readonly string[] OtherWays = ["Http_Ports", "Https_Ports", "Kestrel:Endpoints"];

    public static IEnumerable<string> Faults(IConfiguration configuration)
    {
        foreach (var url in Split(configuration[Key]).Where(url => !IsLoopback(url)))
            yield return $"{Key}: \"{url}\" is refused, because the gateway has no keys and would be open to the network. Allowed are {Allowed}.";
        foreach (var key in OtherWays.Where(key => IsSet(configuration.GetSection(key))))
            yield return $"{key}: not taken here. Set {Key} instead; allowed are {Allowed}.";
    }

    static bool IsSet(IConfigurationSection section) => !string.IsNullOrEmpty(section.Value) || section.GetChildren().Any();

    static string[] Split(string? urls) => (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>
    /// Names are not resolved, except for localhost, which ASP.NET Core binds to the loopback interface alone (and on no free port of its
    /// choice). "*" and "+" do not parse as a URI and are refused with it, as are paths and Unix sockets.
    /// </summary>
    static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttp
        && address.AbsolutePath == "/"
        && (
            address.IdnHost == "localhost" ? address.Port != 0 : IPAddress.TryParse(address.IdnHost, out var ip) && IPAddress.IsLoopback(ip)
        );
}
