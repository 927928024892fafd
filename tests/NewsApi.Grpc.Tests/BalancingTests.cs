using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Balancer;
using Grpc.Net.Client.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsApi.Grpc.Tests.Echo;

namespace NewsApi.Grpc.Tests;

/// <summary>One channel to several addresses. Each server tells its port.</summary>
public sealed class BalancingTests
{
    static GrpcChannel Channel(LoadBalancingConfig? policy, params IEnumerable<int> ports)
    {
        var services = new ServiceCollection()
            .AddSingleton<ResolverFactory>(new StaticResolverFactory(_ => ports.Select(port => new BalancerAddress("127.0.0.1", port))))
            .BuildServiceProvider();
        var config = new ServiceConfig();
        if (policy is not null)
        {
            config.LoadBalancingConfigs.Add(policy);
        }

        return GrpcChannel.ForAddress(
            "static:///echo",
            new GrpcChannelOptions
            {
                Credentials = ChannelCredentials.Insecure,
                ServiceProvider = services,
                ServiceConfig = config,
            }
        );
    }

    static async Task<Dictionary<int, int>> CountAsync(GrpcChannel channel, int calls)
    {
        var client = new EchoService.EchoServiceClient(channel);
        var counts = new Dictionary<int, int>();
        for (var i = 0; i < calls; i++)
        {
            using var call = client.UnaryAsync(new EchoRequest(), new Metadata { { "tell-port", "yes" } }, EchoHost.Soon().Deadline);
            await call;
            var port = int.Parse((await call.ResponseHeadersAsync).GetValue("port")!, System.Globalization.CultureInfo.InvariantCulture);
            counts[port] = counts.GetValueOrDefault(port) + 1;
        }

        return counts;
    }

    /// <summary>Nobody listens there.</summary>
    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [Fact]
    public async Task Round_robin_gives_each_address_its_turn()
    {
        await using var one = await EchoHost.StartAsync();
        await using var two = await EchoHost.StartAsync();
        await using var three = await EchoHost.StartAsync();
        using var channel = Channel(new RoundRobinConfig(), one.Address.Port, two.Address.Port, three.Address.Port);

        (await CountAsync(channel, 30)).Values.ShouldBe([10, 10, 10]);
    }

    [Fact]
    public async Task Pick_first_stays_with_the_first()
    {
        await using var one = await EchoHost.StartAsync();
        await using var two = await EchoHost.StartAsync();
        using var named = Channel(new PickFirstConfig(), one.Address.Port, two.Address.Port);
        using var unnamed = Channel(null, one.Address.Port, two.Address.Port);

        (await CountAsync(named, 5)).ShouldBe(new Dictionary<int, int> { [one.Address.Port] = 5 });
        (await CountAsync(unnamed, 5)).ShouldBe(new Dictionary<int, int> { [one.Address.Port] = 5 });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_call_fails_while_one_address_can_be_reached(bool inTurn)
    {
        await using var host = await EchoHost.StartAsync();
        using var channel = Channel(inTurn ? new RoundRobinConfig() : new PickFirstConfig(), FreePort(), host.Address.Port, FreePort());

        (await CountAsync(channel, 20)).ShouldBe(new Dictionary<int, int> { [host.Address.Port] = 20 });
    }

    [Fact]
    public async Task Calls_fail_with_UNAVAILABLE_where_no_address_can_be_reached()
    {
        using var channel = Channel(new RoundRobinConfig(), FreePort(), FreePort());

        (await Should.ThrowAsync<RpcException>(() => CountAsync(channel, 1))).StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    [Fact]
    public async Task A_server_that_ends_is_left_alone_and_the_others_have_its_calls()
    {
        await using var one = await EchoHost.StartAsync();
        var two = await EchoHost.StartAsync();
        using var channel = Channel(new RoundRobinConfig(), one.Address.Port, two.Address.Port);
        (await CountAsync(channel, 10)).Count.ShouldBe(2);

        await two.DisposeAsync();

        (await CountAsync(channel, 20)).ShouldBe(new Dictionary<int, int> { [one.Address.Port] = 20 });
    }

    [Fact]
    public void A_scheme_without_a_resolver_is_refused() =>
        Should.Throw<ArgumentException>(() => GrpcChannel.ForAddress("static:///echo", new GrpcChannelOptions()));

    [Fact]
    public void An_address_that_says_nothing_of_TLS_needs_credentials()
    {
        var services = new ServiceCollection()
            .AddSingleton<ResolverFactory>(new StaticResolverFactory(_ => [new BalancerAddress("127.0.0.1", 1)]))
            .BuildServiceProvider();

        Should.Throw<InvalidOperationException>(() =>
            GrpcChannel.ForAddress("static:///echo", new GrpcChannelOptions { ServiceProvider = services })
        );
    }
}
