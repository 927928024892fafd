namespace NewsApi.Grpc.Tests.Interop;

/// <summary>gRPC's interoperability cases: clients of @grpc/grpc-js and of Python's grpcio call our server.</summary>
public sealed class TestServiceClientTests
{
    /// <summary>Ten thousand calls on a machine that does other things too.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public sealed class NodeTests(NodeTests.Run run) : IClassFixture<NodeTests.Run>
    {
        [NodeTheory, ClassData(typeof(TestServiceCases))]
        public void Client_is_served(string name) => run.Check(name);

        public sealed class Run() : ClientRun(Peer.Node, (authority, _) => ["test-client.mjs", authority]);
    }

    public sealed class PythonTests(PythonTests.Run run) : IClassFixture<PythonTests.Run>
    {
        [PythonTheory, ClassData(typeof(TestServiceCases))]
        public void Client_is_served(string name) => run.Check(name);

        public sealed class Run() : ClientRun(Peer.Python, (authority, descriptors) => ["test_client.py", authority, descriptors]);
    }

    /// <summary>One run of a client's script, with all cases.</summary>
    public abstract class ClientRun : IAsyncLifetime
    {
        readonly Peer _peer;
        readonly Func<string, string, string[]> _command;
        Dictionary<string, string> _results = [];

        private protected ClientRun(Peer peer, Func<string, string, string[]> command) => (_peer, _command) = (peer, command);

        public void Check(string name) => _results.GetValueOrDefault(name, "not run").ShouldBe("ok");

        public async Task InitializeAsync()
        {
            if (_peer.SkipReason is not null)
            {
                return;
            }

            var descriptors = TestContract.WriteDescriptors();
            await using var host = await TestHost.StartAsync();
            var command = _command(host.Authority, descriptors);
            await using var process = PeerProcess.Start(_peer, Patience, command[0], command[1..]);
            _results = await process.ReadResultsAsync();
            File.Delete(descriptors);
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
