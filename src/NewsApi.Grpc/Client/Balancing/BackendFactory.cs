using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace Grpc.Net.Client.Balancer;

/// <summary>Reads a channel's address.</summary>
static class BackendFactory
{
    /// <exception cref="ArgumentException">No resolver knows the scheme.</exception>
    /// <exception cref="InvalidOperationException">It says nothing of TLS, and neither do the options; or a resolver has no addresses.</exception>
    public static Backends Create(Uri address, GrpcChannelOptions options)
    {
        if (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        {
            return new Backends([new Backend(address)], inTurn: false);
        }

        var resolvers = options.ServiceProvider?.GetService(typeof(IEnumerable<ResolverFactory>)) as IEnumerable<ResolverFactory> ?? [];
        var resolver =
            resolvers.FirstOrDefault(factory => string.Equals(factory.Name, address.Scheme, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException(
                $"A channel's address begins with http:// or https://, or with a scheme that a resolver has: \"{address}\".",
                nameof(address)
            );
        var scheme = options.Credentials switch
        {
            null => throw new InvalidOperationException($"The options need credentials: \"{address}\" says nothing of TLS."),
            SslCredentials => Uri.UriSchemeHttps,
            _ => Uri.UriSchemeHttp,
        };
        var backends = resolver
            .AddressesOf(address)
            .Select(found => new Backend(new UriBuilder(scheme, found.EndPoint.Host, found.EndPoint.Port).Uri));
        return new Backends([.. backends], options.ServiceConfig?.LoadBalancingConfigs.FirstOrDefault() is RoundRobinConfig);
    }
}
