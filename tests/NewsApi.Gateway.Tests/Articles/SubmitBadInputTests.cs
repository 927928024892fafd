using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using NewsApi.FakeEngine;

namespace NewsApi.Gateway.Tests.Articles;

/// <summary>What POST /v1/articles refuses. Each refusal is a problem that names its cause, and keeps nothing.</summary>
public sealed class SubmitBadInputTests : IAsyncLifetime
{
    const int TextBytes = 2048;
    const int BodyBytes = 8192;
    ProgrammableEngine _engine = null!;
    TestGateway _gateway = null!;

    public async Task InitializeAsync()
    {
        _engine = await ProgrammableEngine.StartNewAsync();
        _gateway = new TestGateway(
            _engine.Address,
            null,
            ("Limits:TextBytes", $"{TextBytes}"),
            ("Limits:BodyBytes", $"{BodyBytes}"),
            ("Limits:Lines", "20")
        );
        _gateway.StartServer();
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _engine.DisposeAsync();
    }

    public static TheoryData<string, string, int, string> Bodies =>
        new()
        {
            { "text/plain", "", 422, "empty-text" },
            { "text/plain", " \r\n\t\u00a0\u3000 ", 422, "empty-text" },
            { "application/json", """{"text":""}""", 422, "empty-text" },
            { "application/json", """{"text":" \n "}""", 422, "empty-text" },
            { "text/plain", new string('a', TextBytes + 1), 413, "text-too-large" },
            { "text/plain", new string('đ', (TextBytes / 2) + 1), 413, "text-too-large" },
            { "text/plain", new string('a', BodyBytes + 1), 413, "body-too-large" },
            { "text/plain", new string('\n', 20) + "a", 413, "too-many-lines" },
            { "text/html", "<p>Tin</p>", 415, "unsupported-media-type" },
            { "application/xml", "<a/>", 415, "unsupported-media-type" },
            { "text/plain; charset=windows-1258", "Tin", 415, "unsupported-media-type" },
            { "text/plain; charset=iso-8859-1", "Tin", 415, "unsupported-media-type" },
            { "application/json", "", 400, "malformed-body" },
            { "application/json", "{", 400, "malformed-body" },
            { "application/json", """{"text":"Tin",}""", 400, "malformed-body" },
            { "application/json", """{"text":"Tin"} {}""", 400, "malformed-body" },
            { "application/json", """{"text":"Tin","text":"Tin"}""", 400, "malformed-body" },
            { "application/json", """{"text":"a\ud800b"}""", 400, "malformed-body" },
            { "application/json", "null", 400, "malformed-body" },
        };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Submit_ABodyThatCannotBeTaken_IsItsProblemAndKeepsNothing(
        string contentType,
        string body,
        int status,
        string problem
    ) => await ShouldBeRefusedAsync(await _gateway.SubmitAsync(body, contentType), status, problem);

    [Theory]
    [InlineData("""{}""", "invalid-field", "#/text")]
    [InlineData("""{"text":null}""", "invalid-field", "#/text")]
    [InlineData("""{"text":7}""", "invalid-field", "#/text")]
    [InlineData("""{"text":"Tin","url":"vnexpress.net/a"}""", "invalid-field", "#/url")]
    [InlineData("""{"text":"Tin","url":"ftp://vnexpress.net/a"}""", "invalid-field", "#/url")]
    [InlineData("""{"text":"Tin","url":"https://ai:mk@vnexpress.net/a"}""", "invalid-field", "#/url")]
    [InlineData("""{"text":"Tin","url":""}""", "invalid-field", "#/url")]
    [InlineData("""{"text":"Tin","publishedAt":"hôm qua"}""", "invalid-field", "#/publishedAt")]
    [InlineData("""{"text":"Tin","publishedAt":"2026-02-07T14:00:00"}""", "invalid-field", "#/publishedAt")]
    [InlineData("""{"text":"Tin","publishedAt":"2026-02-30T14:00:00Z"}""", "invalid-field", "#/publishedAt")]
    [InlineData("""{"text":"Tin","externalId":" "}""", "invalid-field", "#/externalId")]
    [InlineData("""{"text":"Tin","externalId":"a\nb"}""", "invalid-field", "#/externalId")]
    [InlineData("""{"text":"Tin","externalId":7}""", "invalid-field", "#/externalId")]
    [InlineData("""{"text":"Tin","source":""}""", "invalid-field", "#/source")]
    [InlineData("""{"text":"Tin","publishedat":"2026-02-07T14:00:00Z"}""", "unknown-field", "#/publishedat")]
    [InlineData("""{"text":"Tin","a/b~c":1}""", "unknown-field", "#/a~1b~0c")]
    public async Task Submit_AFieldThatCannotBeTaken_IsNamed(string body, string problem, string pointer)
    {
        var errors = await ShouldBeRefusedAsync(await _gateway.SubmitAsync(body, "application/json"), 400, problem);
        errors.ShouldHaveSingleItem().GetProperty("pointer").GetString().ShouldBe(pointer);
    }

    [Fact]
    public async Task Submit_AMisspeltField_NamesTheNearest()
    {
        var errors = await ShouldBeRefusedAsync(
            await _gateway.SubmitAsync("""{"text":"Tin","extrenalId":"7"}""", "application/json"),
            400,
            "unknown-field"
        );
        errors.ShouldHaveSingleItem().GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain("externalId");
    }

    [Fact]
    public async Task Submit_SeveralBadFields_NamesEach()
    {
        var response = await _gateway.SubmitAsync("""{"text":"Tin","url":"x","publishedAt":"y","source":""}""", "application/json");
        var errors = await ShouldBeRefusedAsync(response, 400, "invalid-field");
        errors
            .Select(error => error.GetProperty("pointer").GetString())
            .ShouldBe(["#/url", "#/publishedAt", "#/source"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("text/plain", "html")]
    [InlineData("application/json", "html")]
    public async Task Submit_Html_IsToldThatItIsNotTakenYet(string kind, string word)
    {
        var response =
            kind == "text/plain"
                ? await _gateway.SubmitAsync("<p>Tin</p>", "text/html")
                : await _gateway.SubmitAsync("""{"html":"<p>Tin</p>"}""", kind);
        var body = await response.Content.ReadAsStringAsync();
        body.ShouldContain(word, Case.Insensitive);
        body.ShouldContain("not taken yet");
        (await _gateway.CountRowsAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("text/plain", "74696E80")]
    [InlineData("text/plain", "EDA080")]
    [InlineData("text/plain; charset=utf-16le", "00D84100")]
    public async Task Submit_BytesThatAreNotText_AreRefused(string contentType, string bytes) =>
        await ShouldBeRefusedAsync(await _gateway.SubmitAsync(Convert.FromHexString(bytes), contentType), 400, "unreadable-text");

    [Fact]
    public async Task Submit_JsonThatIsNotUtf8_IsRefused() =>
        await ShouldBeRefusedAsync(
            await _gateway.SubmitAsync([.. "{\"text\":\"a"u8, 0x80, .. "\"}"u8], "application/json"),
            400,
            "malformed-body"
        );

    [Fact]
    public async Task Submit_BrokenJson_IsToldWhere()
    {
        var response = await _gateway.SubmitAsync("{\n  \"text\": \"Tin\",\n  \"url\" \"x\"\n}", "application/json");
        (await response.JsonAsync()).GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain("line 3");
    }

    [Fact]
    public async Task Submit_WithoutContentType_IsRefused()
    {
        var content = new ByteArrayContent("Tin"u8.ToArray());
        await ShouldBeRefusedAsync(await _gateway.CreateClient().PostAsync("/v1/articles", content), 415, "unsupported-media-type");
    }

    /// <summary>A client announces more than is taken and waits to be asked for it: it never is.</summary>
    [Fact]
    public async Task Submit_ABodyThatIsAnnouncedTooLarge_IsRefusedWithoutReadingIt()
    {
        var address = _gateway.CreateClient().BaseAddress!;
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, address.Port);
        var stream = client.GetStream();
        var head =
            $"POST /v1/articles HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: text/plain\r\nContent-Length: 999999999\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        (await reader.ReadLineAsync(patience.Token)).ShouldBe("HTTP/1.1 413 Payload Too Large");
        (await _gateway.CountRowsAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/plain; charset=UTF-8")]
    [InlineData("TEXT/PLAIN;charset=\"utf-8\"")]
    public async Task Submit_AllThatIsTaken_IsTaken(string contentType)
    {
        var text = string.Join('\n', Enumerable.Range(1, 20));
        (await _gateway.SubmitAsync(text + new string('a', TextBytes - text.Length), contentType)).StatusCode.ShouldBe(
            HttpStatusCode.Created
        );
    }

    async Task<List<JsonElement>> ShouldBeRefusedAsync(HttpResponseMessage response, int status, string problem)
    {
        var body = await response.JsonAsync();
        ((int)response.StatusCode).ShouldBe(status, body.ToString());
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        body.GetProperty("type").GetString().ShouldBe("urn:newsapi:problem:" + problem);
        body.GetProperty("status").GetInt32().ShouldBe(status);
        (await _gateway.CountRowsAsync()).ShouldBe(0);
        _engine.Texts.ShouldBeEmpty();
        return body.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray()] : [];
    }
}
