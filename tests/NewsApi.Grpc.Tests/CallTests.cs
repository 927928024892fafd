using Grpc.Core;
using NewsApi.Grpc.Tests.Echo;

namespace NewsApi.Grpc.Tests;

public sealed class CallTests : IAsyncLifetime
{
    EchoHost _host = null!;

    public async Task InitializeAsync() => _host = await EchoHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Unary_returns_the_response_and_status_OK()
    {
        using var call = _host.Client.UnaryAsync(new EchoRequest { Text = "Thời sự" });

        (await call).Text.ShouldBe("Thời sự");
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }

    [Fact]
    public void Unary_blocking_returns_the_response() => _host.Client.Unary(new EchoRequest { Text = "a" }).Text.ShouldBe("a");

    [Fact]
    public async Task Unary_with_an_empty_message_both_ways_returns_the_default() =>
        (await _host.Client.UnaryAsync(new EchoRequest())).ShouldBe(new EchoResponse());

    [Fact]
    public async Task Unary_with_a_message_of_megabytes_comes_back_whole()
    {
        var payload = Google.Protobuf.ByteString.CopyFrom([.. Enumerable.Range(0, 3_000_000).Select(i => (byte)i)]);

        (await _host.Client.UnaryAsync(new EchoRequest { Payload = payload })).Payload.Equals(payload).ShouldBeTrue();
    }

    [Fact]
    public async Task ClientStream_sees_every_message_in_order()
    {
        using var call = _host.Client.ClientStream();
        foreach (var text in (string[])["Hà", "Nội", ""])
        {
            await call.RequestStream.WriteAsync(new EchoRequest { Text = text });
        }

        await call.RequestStream.CompleteAsync();

        (await call).ShouldBe(new EchoResponse { Text = "Hà Nội ", Index = 3 });
    }

    [Fact]
    public async Task ClientStream_without_messages_returns_the_response()
    {
        using var call = _host.Client.ClientStream();
        await call.RequestStream.CompleteAsync();

        (await call).Index.ShouldBe(0);
    }

    [Fact]
    public async Task ServerStream_gives_every_message_in_order()
    {
        using var call = _host.Client.ServerStream(new EchoRequest { Text = "a", Repeat = 1000 });

        var indexes = new List<int>();
        await foreach (var response in call.ResponseStream.ReadAllAsync())
        {
            indexes.Add(response.Index);
        }

        indexes.ShouldBe(Enumerable.Range(0, 1000));
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task ServerStream_without_messages_ends_with_OK()
    {
        using var call = _host.Client.ServerStream(new EchoRequest());

        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task Duplex_answers_each_message_before_the_next_is_sent()
    {
        using var call = _host.Client.Duplex();
        for (var i = 0; i < 20; i++)
        {
            await call.RequestStream.WriteAsync(new EchoRequest { Text = $"{i}" });
            (await call.ResponseStream.MoveNext()).ShouldBeTrue();
            call.ResponseStream.Current.ShouldBe(new EchoResponse { Text = $"{i}", Index = i });
        }

        await call.RequestStream.CompleteAsync();
        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
    }

    [Fact]
    public async Task Many_calls_at_once_each_get_their_own_answer()
    {
        var client = _host.Client;

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 500).Select(async i => (await client.UnaryAsync(new EchoRequest { Text = $"{i}" })).Text)
        );

        answers.ShouldBe(Enumerable.Range(0, 500).Select(i => $"{i}"));
    }

    [Fact]
    public async Task WriteAsync_after_CompleteAsync_throws()
    {
        using var call = _host.Client.ClientStream();
        await call.RequestStream.CompleteAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => call.RequestStream.WriteAsync(new EchoRequest()));
    }

    [Fact]
    public async Task MoveNext_while_another_runs_throws()
    {
        using var call = _host.Client.Duplex();
        var first = call.ResponseStream.MoveNext();

        await Should.ThrowAsync<InvalidOperationException>(() => call.ResponseStream.MoveNext());

        await call.RequestStream.CompleteAsync();
        (await first).ShouldBeFalse();
    }

    [Fact]
    public void GetStatus_before_the_end_throws()
    {
        using var call = _host.Client.Duplex();

        Should.Throw<InvalidOperationException>(() => call.GetStatus());
        Should.Throw<InvalidOperationException>(() => call.GetTrailers());
    }
}
