namespace Grpc.Net.Client.Balancer;

/// <summary>Where a service listens.</summary>
public sealed class BalancerAddress
{
    public BalancerAddress(string host, int port)
    {
        ArgumentException.ThrowIfNullOrEmpty(host);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(port);
        EndPoint = new(host, port);
    }

    public System.Net.DnsEndPoint EndPoint { get; }
}

/// <summary>Gives the addresses of channels with one scheme.</summary>
public abstract class ResolverFactory
{
    /// <summary>The scheme: "static".</summary>
    public abstract string Name { get; }

    private protected abstract IEnumerable<BalancerAddress> Resolve(Uri address);

    internal IReadOnlyList<BalancerAddress> AddressesOf(Uri address) =>
        Resolve(address).ToArray() is { Length: > 0 } addresses
            ? addresses
            : throw new InvalidOperationException($"There are no addresses for \"{address}\".");
}

/// <summary>Addresses that are known beforehand, for channels to "static:///NAME".</summary>
public sealed class StaticResolverFactory(Func<Uri, IEnumerable<BalancerAddress>> addressesCallback) : ResolverFactory
{
    public override string Name => "static";

    private protected override IEnumerable<BalancerAddress> Resolve(Uri address) => addressesCallback(address);
}
