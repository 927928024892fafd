using Grpc.Health.V1;

namespace NewsApi.Grpc.Tests.Interop;

/// <summary>@grpc/grpc-js calls our server: one run of tests/interop/client.mjs, a test for each of its cases.</summary>
public sealed class NodeClientTests(NodeClientTests.Run run) : IClassFixture<NodeClientTests.Run>
{
    [NodeTheory]
    [InlineData("unary")]
    [InlineData("empty_message")]
    [InlineData("large_message")]
    [InlineData("client_streaming")]
    [InlineData("server_streaming")]
    [InlineData("bidirectional_streaming")]
    [InlineData("empty_stream")]
    [InlineData("metadata")]
    [InlineData("status_with_message")]
    [InlineData("status_after_messages")]
    [InlineData("exception_in_handler")]
    [InlineData("deadline")]
    [InlineData("deadline_that_only_the_server_knows")]
    [InlineData("cancel_of_unary")]
    [InlineData("cancel_of_stream")]
    [InlineData("gzip")]
    [InlineData("message_over_the_limit")]
    [InlineData("unimplemented_method")]
    [InlineData("unimplemented_service")]
    [InlineData("health")]
    public void Node_client_is_served(string name) => Assert.True(run.Results[name] == "ok", run.Results[name]);

    [NodeFact]
    public void No_call_that_ended_by_deadline_or_cancel_goes_on_in_the_server() => run.Hanging.ShouldBe(0);

    public sealed class Run : IAsyncLifetime
    {
        public Dictionary<string, string> Results { get; private set; } = [];

        public int Hanging { get; private set; }

        public async Task InitializeAsync()
        {
            if (Peer.Node.SkipReason is not null)
            {
                return;
            }

            await using var host = await EchoHost.StartAsync(options => options.ResponseCompressionAlgorithm = "gzip");
            host.Health.SetStatus("", HealthCheckResponse.Types.ServingStatus.Serving);
            await using var node = PeerProcess.Start(Peer.Node, "client.mjs", host.Address.Authority);
            Results = await node.ReadResultsAsync();
            Hanging = await host.Server.HangingAtTheEndAsync();
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
