using System.Diagnostics;
using System.Globalization;
using Google.Protobuf;
using NewsApi.Grpc.Tests.Echo;
using NewsApi.GrpcBenchmarks;

const int Rounds = 5;
const int CallsOfARound = 6_000;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["server"])
{
    await EchoServer.RunAsync();
    return;
}

var root = AppContext.BaseDirectory[..AppContext.BaseDirectory.IndexOf("benchmarks", StringComparison.Ordinal)];
var request = new EchoRequest { Payload = ByteString.CopyFrom(new byte[10 * 1024]) };
using var ours = Peer.Start("NewsApi.Grpc", "dotnet", typeof(EchoServer).Assembly.Location, "server");
using var theirs = Peer.Start("@grpc/grpc-js", "node", Path.Combine(root, "benchmarks", "NewsApi.GrpcBenchmarks", "server.mjs"));

Console.WriteLine("| streams | server | calls per server CPU-second | p50 ms | p99 ms | bytes allocated per call |");
Console.WriteLine("|---|---|---|---|---|---|");
foreach (var streams in (int[])[1, 16])
{
    await MeasureAsync(ours, streams);
    await MeasureAsync(theirs, streams);
    var (own, other) = (new Figures(), new Figures());

    // Round by round in turn: what else the machine does meets both alike.
    for (var round = 0; round < Rounds; round++)
    {
        own.Add(await MeasureAsync(ours, streams));
        other.Add(await MeasureAsync(theirs, streams));
    }

    Console.WriteLine($"| {streams} | {ours.Name} | {own} | {own.BytesPerCall:0} |");
    Console.WriteLine($"| {streams} | {theirs.Name} | {other} | |");
    Console.WriteLine($"| {streams} | ratio | {own.CallsPerSecond / other.CallsPerSecond:0.00} | | | |");
}

async Task<Figures> MeasureAsync(Peer peer, int streams)
{
    var client = peer.Client;
    var times = new double[CallsOfARound];
    var next = -1;
    var allocated = peer == ours ? peer.AllocatedBytes() : 0;
    var worked = peer.ProcessorTime;
    await Task.WhenAll(
        Enumerable
            .Range(0, streams)
            .Select(async _ =>
            {
                while (Interlocked.Increment(ref next) is var call && call < CallsOfARound)
                {
                    var start = Stopwatch.GetTimestamp();
                    await client.UnaryAsync(request);
                    times[call] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                }
            })
    );
    var figures = new Figures { Work = peer.ProcessorTime - worked, Allocated = peer == ours ? peer.AllocatedBytes() - allocated : 0 };
    figures.Times.AddRange(times);
    return figures;
}

namespace NewsApi.GrpcBenchmarks
{
    sealed class Figures
    {
        public List<double> Times { get; } = [];
        public TimeSpan Work { get; set; }
        public long Allocated { get; set; }
        public double CallsPerSecond => Times.Count / Work.TotalSeconds;
        public double BytesPerCall => (double)Allocated / Times.Count;

        public void Add(Figures other)
        {
            Times.AddRange(other.Times);
            Work += other.Work;
            Allocated += other.Allocated;
        }

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{CallsPerSecond:0} | {Percentile(0.5):0.000} | {Percentile(0.99):0.000}");

        double Percentile(double part) => Times.Order().ElementAt((int)(part * (Times.Count - 1)));
    }
}
