using Google.Protobuf;
using NewsApi.Grpc.Tests.Echo;

namespace NewsApi.Grpc.Tests;

/// <summary>A side that does not read stops the other from writing, so that nothing grows without bound.</summary>
public sealed class BackPressureTests
{
    const int MessageBytes = 10_000;

    /// <summary>More than all buffers and windows between the two ends hold: two megabytes.</summary>
    const int Messages = 1000;

    static readonly ByteString Payload = ByteString.CopyFrom(new byte[MessageBytes]);

    [Fact]
    public async Task Server_waits_for_a_client_that_does_not_read()
    {
        await using var host = await EchoHost.StartAsync();
        using var call = host.Client.ServerStream(new EchoRequest { Repeat = Messages, Payload = Payload });

        await SettledAsync(() => host.Server.Written);
        host.Server.Written.ShouldBeInRange(1, Messages / 2);

        var read = 0;
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
        {
            read++;
        }

        read.ShouldBe(Messages);
    }

    [Fact]
    public async Task Client_waits_for_a_server_that_does_not_read()
    {
        await using var host = await EchoHost.StartAsync();
        using var call = host.Client.ClientStream();
        await call.RequestStream.WriteAsync(new EchoRequest { Hang = true });
        var written = 0;
        var writing = WriteAllAsync();

        await SettledAsync(() => Volatile.Read(ref written));

        Volatile.Read(ref written).ShouldBeInRange(1, Messages / 2);
        writing.IsCompleted.ShouldBeFalse();
        call.Dispose();
        await Should.ThrowAsync<global::Grpc.Core.RpcException>(() => writing);

        async Task WriteAllAsync()
        {
            for (var i = 0; i < Messages; i++)
            {
                await call.RequestStream.WriteAsync(new EchoRequest { Payload = Payload });
                Interlocked.Increment(ref written);
            }
        }
    }

    /// <summary>Until the count stays the same for a while.</summary>
    internal static async Task SettledAsync(Func<int> count)
    {
        using var patience = new CancellationTokenSource(EchoHost.Patience);
        int before;
        do
        {
            before = count();
            await Task.Delay(TimeSpan.FromMilliseconds(300), patience.Token);
        } while (count() != before || before == 0);
    }
}
