using System.Net;
using System.Text.RegularExpressions;
using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.Settings;

/// <summary>
/// Where the gateway listens. While it knows no keys it serves this machine alone: any other address is refused, unless
/// <see cref="OpenKey"/> says that the network may come in.
/// </summary>
public static partial class ListenAddress
{
    public const string Key = "Urls";
    public const string Default = "http://127.0.0.1:5080";
    public const string OpenKey = $"{ServerOptions.Section}:{nameof(ServerOptions.OpenToNetwork)}";
    public const string WhenTaken =
        $"Another program listens there. End it, or set {Key} to a free port, such as --{Key}=http://127.0.0.1:8080";
    public const string Allowed = "loopback addresses, separated by \";\": http://127.0.0.1:PORT, http://[::1]:PORT, http://localhost:PORT";

    const string AllowedOpen = "addresses separated by \";\": http://IP:PORT, http://*:PORT, http://localhost:PORT";

    /// <summary>The one address of gRPC.</summary>
    public const string GrpcKey = $"{ServerOptions.Section}:{nameof(ServerOptions.GrpcUrl)}";

    /// <summary>Where gRPC is served; null for nowhere.</summary>
    public static Uri? GrpcUrl(IConfiguration configuration) =>
        configuration[GrpcKey] is { } url && !string.IsNullOrWhiteSpace(url)
            ? Parse(EveryAddress().Replace(url.Trim(), "http://0.0.0.0:"))
            : null;

    /// <summary>Other settings by which ASP.NET Core would listen; none of them may get round the check of <see cref="Key"/>.</summary>
    static readonly string[] OtherWays = ["Http_Ports", "Https_Ports", "Kestrel:Endpoints"];

    public static IEnumerable<string> Faults(IConfiguration configuration)
    {
        var isOpen = IsOpen(configuration);
        if (!string.IsNullOrWhiteSpace(configuration[GrpcKey]) && GrpcUrl(configuration) is not { Port: > 0 })
            yield return $"{GrpcKey}: \"{configuration[GrpcKey]}\" is no address; allowed is one such as http://127.0.0.1:5081.";
        foreach (var url in BeyondLoopback(configuration))
            if (!isOpen)
                yield return $"{Key}: \"{url}\" is refused, because the gateway has no keys and would be open to the network. Allowed are {Allowed}; "
                    + $"others with {OpenKey}=true (docs/configuration.md).";
            else if (!IsOnNetwork(url))
                yield return $"{Key}: \"{url}\" is not allowed; allowed are {AllowedOpen}.";
        foreach (var key in OtherWays.Where(key => IsSet(configuration.GetSection(key))))
            yield return $"{key}: not taken here. Set {Key} instead; allowed are {Allowed}.";
    }

    /// <summary>The addresses by which others than this machine reach the gateway.</summary>
    public static IEnumerable<string> BeyondLoopback(IConfiguration configuration) =>
        Split($"{configuration[Key]};{configuration[GrpcKey]}").Where(url => !IsLoopback(url));

    static bool IsOpen(IConfiguration configuration) => bool.TryParse(configuration[OpenKey], out var isOpen) && isOpen;

    static bool IsSet(IConfigurationSection section) => !string.IsNullOrEmpty(section.Value) || section.GetChildren().Any();

    static string[] Split(string? urls) => (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>
    /// Names are not resolved, except for localhost, which ASP.NET Core binds to the loopback interface alone (and on no free port of its
    /// choice). "*" and "+" do not parse as a URI and are refused with it, as are paths and Unix sockets.
    /// </summary>
    static bool IsLoopback(string url) =>
        Parse(url) is { } address
        && (
            address.IdnHost == "localhost" ? address.Port != 0 : IPAddress.TryParse(address.IdnHost, out var ip) && IPAddress.IsLoopback(ip)
        );

    /// <summary>Any other name than localhost ASP.NET Core takes for "every address there is": that has to be said as "*" or "+".</summary>
    static bool IsOnNetwork(string url) =>
        Parse(EveryAddress().Replace(url, "http://0.0.0.0:")) is { } address && IPAddress.TryParse(address.IdnHost, out _);

    static Uri? Parse(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp && address.AbsolutePath == "/"
            ? address
            : null;

    [GeneratedRegex(@"^http://[*+]:", RegexOptions.IgnoreCase)]
    private static partial Regex EveryAddress();
}
