using System.Net;
using System.Text;
using System.Text.Json;
using Grpc.Core;
using NewsApi.FakeEngine;

namespace NewsApi.Gateway.Tests.Articles;

public sealed class ArticlePartsTests : ReadingTests
{
    /// <summary>Decomposed marks, an emoji, a right-to-left word, blank lines, two kinds of line end, blanks at the end.</summary>
    const string Nasty = "\n Hoa\u0300 bi\u0300nh 🇻🇳 \n\n\tHội nghị\u00A0khai mạc 😀 hôm nay. \r\nשלום Đường\n\n ";

    static readonly string[] Parts = ["/lines", "/sentences", "/sentences?tokens=true", "/mentions", "/explanation"];

    [Theory]
    [InlineData("text/plain", "utf-8", "")]
    [InlineData("text/plain; charset=utf-8", "utf-8", "EFBBBF")]
    [InlineData("text/plain; charset=utf-16", "utf-16", "FFFE")]
    [InlineData("text/plain; charset=utf-16be", "utf-16BE", "FEFF")]
    public async Task TextAndOriginal_GiveBackWhatWasSubmitted(string contentType, string encoding, string mark)
    {
        byte[] bytes = [.. Convert.FromHexString(mark), .. Encoding.GetEncoding(encoding).GetBytes(Nasty)];
        var id = await (await Gateway.SubmitAsync(bytes, contentType)).IdAsync();

        var text = await GetAsync($"/v1/articles/{id}/text");
        text.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; charset=utf-8");
        (await text.Content.ReadAsByteArrayAsync()).ShouldBe(Encoding.UTF8.GetBytes(Nasty));

        var original = await GetAsync($"/v1/articles/{id}/original");
        original.Content.Headers.ContentType!.ToString().ShouldBe(mark == "" ? contentType + "; charset=utf-8" : contentType);
        original.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await original.Content.ReadAsByteArrayAsync()).ShouldBe(bytes);
    }

    [Theory]
    [InlineData("/lines", "utf16")]
    [InlineData("/lines", "codepoint")]
    [InlineData("/lines", "utf8")]
    [InlineData("/sentences", "utf16")]
    [InlineData("/sentences", "codepoint")]
    [InlineData("/sentences", "utf8")]
    public async Task Spans_InEveryUnit_SliceTheText(string part, string unit)
    {
        var id = await SubmitAsync(Nasty);
        var text = await (await GetAsync($"/v1/articles/{id}/text")).Content.ReadAsStringAsync();
        var list = await GetJsonAsync($"/v1/articles/{id}{part}?offsets={unit}");
        list.GetProperty("offsetUnit").GetString().ShouldBe(unit);
        list.GetProperty("pipelineVersion").GetString().ShouldBe(FakeAnswer.PipelineVersion);
        var items = list.GetProperty(part[1..]).EnumerateArray().ToList();
        items.Count.ShouldBe(part == "/lines" ? 7 : 3);
        items.ShouldAllBe(item => Slice(text, item.GetProperty("span"), unit) == item.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("utf16", 1, 16, 18, 45)]
    [InlineData("codepoint", 1, 14, 16, 42)]
    [InlineData("utf8", 1, 22, 24, 59)]
    public async Task Spans_OfFlagsEmojiAndDecomposedLetters_CountTheUnit(string unit, int start, int end, int bodyStart, int bodyEnd)
    {
        var id = await SubmitAsync("\nHoa\u0300 bi\u0300nh 🇻🇳\n\n\t Hội nghị khai mạc 😀 nay.");
        var article = await GetJsonAsync($"/v1/articles/{id}?offsets={unit}");
        article.GetProperty("offsetUnit").GetString().ShouldBe(unit);
        Range(article.GetProperty("titleSpan")).ShouldBe((start, end));
        Range(article.GetProperty("sections")[0].GetProperty("blocks")[0].GetProperty("span")).ShouldBe((bodyStart, bodyEnd));
    }

    [Fact]
    public async Task Lines_TellRoleAndScore()
    {
        var lines = (await GetJsonAsync($"/v1/articles/{await SubmitAsync(Page)}/lines")).GetProperty("lines");
        lines.EnumerateArray().Select(line => line.GetProperty("number").GetInt32()).ShouldBe([1, 2, 3]);
        lines.EnumerateArray().Select(line => line.GetProperty("role").GetString()).ShouldBe(["title", "blank", "paragraph"]);
        lines[0].GetProperty("score").GetDouble().ShouldBe(1);
    }

    [Fact]
    public async Task Sentences_WithoutTokens_AskNothingOfTheEngine()
    {
        var id = await SubmitAsync(Page);
        await Engine.StopAsync();
        var sentences = (await GetJsonAsync($"/v1/articles/{id}/sentences")).GetProperty("sentences");
        sentences
            .EnumerateArray()
            .Select(sentence => sentence.GetProperty("text").GetString())
            .ShouldBe(["Hoà bình", "Hội nghị khai mạc."]);
        sentences[1].GetProperty("line").GetInt32().ShouldBe(3);
        sentences[0].TryGetProperty("tokens", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("utf16")]
    [InlineData("codepoint")]
    [InlineData("utf8")]
    public async Task Sentences_WithTokens_SliceTheTextToo(string unit)
    {
        var id = await SubmitAsync(Nasty);
        var sentences = (await GetJsonAsync($"/v1/articles/{id}/sentences?tokens=true&offsets={unit}")).GetProperty("sentences");
        var tokens = sentences.EnumerateArray().SelectMany(sentence => sentence.GetProperty("tokens").EnumerateArray()).ToList();
        tokens.Count.ShouldBeGreaterThan(10);
        tokens.ShouldAllBe(token => Slice(Nasty, token.GetProperty("span"), unit) == token.GetProperty("text").GetString());
        tokens[1].GetProperty("kind").GetString().ShouldBe("word");
        tokens[1].GetProperty("syllables").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Sentences_WithTokensByANewerPipeline_NameIt()
    {
        var id = await SubmitAsync(Page);
        Engine.Analyze = (request, _) =>
        {
            var answer = WithParts(request);
            answer.PipelineVersion = "fake-2";
            return Task.FromResult(answer);
        };
        var list = await GetJsonAsync($"/v1/articles/{id}/sentences?tokens=true");
        list.GetProperty("pipelineVersion").GetString().ShouldBe("fake-2");
    }

    [Fact]
    public async Task Sentences_WithTokensWhileTheEngineIsAway_AreUnavailable()
    {
        var id = await SubmitAsync(Page);
        await Engine.StopAsync();
        var response = await GetAsync($"/v1/articles/{id}/sentences?tokens=true");
        await ShouldBeProblemAsync(response, HttpStatusCode.ServiceUnavailable, "engine-unavailable");
        response.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task Sentences_WithTokensFromAnEngineThatIsTooSlow_TimeOut()
    {
        var id = await SubmitAsync(Page);
        Engine.Analyze = async (_, context) =>
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            throw new RpcException(Status.DefaultCancelled);
        };
        await ShouldBeProblemAsync(
            await GetAsync($"/v1/articles/{id}/sentences?tokens=true"),
            HttpStatusCode.GatewayTimeout,
            "engine-too-slow"
        );
    }

    [Fact]
    public async Task Explanation_NamesRunnerUpMarginAndFeatures()
    {
        var explanation = await GetJsonAsync($"/v1/articles/{await SubmitAsync(Page)}/explanation");
        var line = explanation.GetProperty("lines")[1];
        line.GetProperty("number").GetInt32().ShouldBe(3);
        line.GetProperty("role").GetString().ShouldBe("paragraph");
        line.GetProperty("runnerUp").GetString().ShouldBe("captionMarker");
        line.GetProperty("margin").GetInt32().ShouldBe(7);
        line.GetProperty("features")[0].ToString().ShouldBe("""{"name":"ends_in_full_stop","rolePoints":9,"runnerUpPoints":2}""");
    }

    [Fact]
    public async Task PartsOfAPendingArticle_AreNotReadyAndSayWhenToAskAgain()
    {
        var path = $"/v1/articles/{await SubmitPendingAsync(Page)}";
        foreach (var part in Parts)
            await ShouldNotBeReadyAsync(await GetAsync(path + part));
        await ShouldNotBeReadyAsync(await GetAsync(path, "text/plain"));
        (await GetJsonAsync(path)).GetProperty("state").GetString().ShouldBe("pending");
        await TextAndOriginalShouldWorkAsync(path);

        static async Task ShouldNotBeReadyAsync(HttpResponseMessage response)
        {
            await ShouldBeProblemAsync(response, HttpStatusCode.Conflict, "not-analyzed");
            response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(2));
            response.Headers.ETag.ShouldBeNull();
        }
    }

    [Fact]
    public async Task PartsOfAFailedArticle_SayWhyAndNotToAskAgain()
    {
        var path = $"/v1/articles/{await SubmitFailingAsync(Page)}";
        const string Reason = "The processing service failed on the page (Internal).";
        foreach (var part in Parts)
        {
            var response = await GetAsync(path + part);
            var problem = await ShouldBeProblemAsync(response, HttpStatusCode.Conflict, "not-analyzed");
            problem.GetProperty("detail").GetString()!.ShouldEndWith(Reason);
            response.Headers.RetryAfter.ShouldBeNull();
        }
        (await GetJsonAsync(path)).GetProperty("failureReason").GetString().ShouldBe(Reason);
        await TextAndOriginalShouldWorkAsync(path);
    }

    async Task TextAndOriginalShouldWorkAsync(string path)
    {
        foreach (var part in new[] { "/text", "/original" })
            (await (await GetAsync(path + part)).Content.ReadAsStringAsync()).ShouldBe(Page);
        (await GetJsonAsync(path + "/revisions")).GetProperty("revisions").GetArrayLength().ShouldBe(1);
    }

    static (int Start, int End) Range(JsonElement span) => (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32());

    /// <summary>What a client that counts in this unit cuts out.</summary>
    static string Slice(string text, JsonElement span, string unit)
    {
        var (start, end) = Range(span);
        return unit switch
        {
            "utf16" => text[start..end],
            "codepoint" => string.Concat(text.EnumerateRunes().Skip(start).Take(end - start)),
            _ => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text), start, end - start),
        };
    }
}
