using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Processing.Tests;

/// <summary>The process itself: its ports, its health, its end.</summary>
public sealed class HostingTests
{
    [Theory]
    [InlineData("")]
    [InlineData("newsapi.processing.v1.ProcessingService")]
    public async Task Health_OnceReady_IsServing(string name)
    {
        await using var process = ProcessingProcess.Start("--port", "0", "--health-port", "0");
        using var channel = await process.ConnectAsync();
        await ProcessingFixture.WaitUntilServingAsync(channel);
        var answer = await new Health.HealthClient(channel).CheckAsync(new HealthCheckRequest { Service = name }, ProcessingFixture.Soon());
        answer.Status.ShouldBe(HealthCheckResponse.Types.ServingStatus.Serving);
    }

    [Fact]
    public async Task Health_OfAServiceThatIsNotThere_IsNotFound()
    {
        await using var process = ProcessingProcess.Start("--port", "0", "--health-port", "0");
        using var channel = await process.ConnectAsync();
        var request = new HealthCheckRequest { Service = "newsapi.processing.v9" };
        var refusal = await Should.ThrowAsync<RpcException>(async () =>
            await new Health.HealthClient(channel).CheckAsync(request, ProcessingFixture.Soon())
        );
        refusal.StatusCode.ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task HealthPort_OverPlainHttp_TellsReadiness()
    {
        var port = FreePort();
        await using var process = ProcessingProcess.Start("--port", "0", "--health-port", port.ToString(CultureInfo.InvariantCulture));
        using var channel = await process.ConnectAsync();
        await ProcessingFixture.WaitUntilServingAsync(channel);
        using var http = new HttpClient { BaseAddress = new Uri(await process.NextAddressAsync()) };
        http.BaseAddress.Port.ShouldBe(port);
        (await http.GetStringAsync("/health/live")).ShouldBe("live\n");
        (await http.GetStringAsync("/health/ready")).ShouldBe("ready\n");
    }

    [Fact]
    public async Task ExitWithParent_InputCloses_EndsInGoodOrderAndFreesThePort()
    {
        await using var process = ProcessingProcess.Start("--port", "0", "--exit-with-parent");
        var address = new Uri(await process.NextAddressAsync());
        using (var channel = GrpcChannel.ForAddress(address.ToString()))
        {
            await ProcessingFixture.WaitUntilServingAsync(channel);
            await new ProcessingService.ProcessingServiceClient(channel).AnalyzeAsync(
                new AnalyzeRequest { Text = Pages.Article },
                ProcessingFixture.Soon()
            );
        }

        process.CloseInput();
        (await process.ExitCodeAsync()).ShouldBe(0, process.Output);
        using var client = new TcpClient();
        await Should.ThrowAsync<SocketException>(() => client.ConnectAsync(IPAddress.Loopback, address.Port));
    }

    [Fact]
    public async Task ExitWithParent_InputClosesWhileHealthIsWatched_EndsTheWatchAndItself()
    {
        await using var process = ProcessingProcess.Start("--port", "0", "--exit-with-parent");
        using var channel = await process.ConnectAsync();
        await ProcessingFixture.WaitUntilServingAsync(channel);
        // One name that is served and one that is not: the second has nothing to be told when the service stops.
        var client = new Health.HealthClient(channel);
        using var served = client.Watch(new HealthCheckRequest(), ProcessingFixture.Soon());
        using var unknown = client.Watch(new HealthCheckRequest { Service = "newsapi.processing.v9" }, ProcessingFixture.Soon());
        (await served.ResponseStream.MoveNext(default)).ShouldBeTrue();
        (await unknown.ResponseStream.MoveNext(default)).ShouldBeTrue();

        var closed = TimeProvider.System.GetTimestamp();
        process.CloseInput();
        (await process.ExitCodeAsync()).ShouldBe(0, process.Output);
        // Not the half minute that the host gives to requests that do not end.
        TimeProvider.System.GetElapsedTime(closed).ShouldBeLessThan(TimeSpan.FromSeconds(15));
        foreach (var watch in new[] { served, unknown })
            await Should.ThrowAsync<RpcException>(async () =>
            {
                while (await watch.ResponseStream.MoveNext(default)) { }
            });
    }

    [Fact]
    public async Task WithoutExitWithParent_InputCloses_GoesOn()
    {
        await using var process = ProcessingProcess.Start("--port", "0", "--health-port", "0");
        process.CloseInput();
        using var channel = await process.ConnectAsync();
        await ProcessingFixture.WaitUntilServingAsync(channel);
        process.HasExited.ShouldBeFalse();
    }

    [Fact]
    public async Task Settings_Wrong_AreAllNamedAndItDoesNotStart()
    {
        await using var process = ProcessingProcess.Start("--address", "nowhere", "--port", "70000", "--Processing:MaxLines=0");
        (await process.ExitCodeAsync()).ShouldBe(1);
        process.Output.ShouldContain("Processing:Address is 'nowhere'");
        process.Output.ShouldContain("Processing:Port is 70000");
        process.Output.ShouldContain("Processing:MaxLines is 0");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
