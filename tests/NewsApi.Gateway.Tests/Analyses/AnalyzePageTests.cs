using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Grpc.Core;
using NewsApi.Contracts.Processing.V1;
using NewsApi.FakeEngine;

namespace NewsApi.Gateway.Tests.Analyses;

public sealed class AnalyzePageTests : IAsyncLifetime
{
    /// <summary>An emoji is two UTF-16 code units, one code point, four bytes; the "à" is one, one and two.</summary>
    const string Page = "🌾 Hoà\nMùa gặt.";
    ProgrammableEngine _engine = null!;
    TestGateway _gateway = null!;

    public async Task InitializeAsync()
    {
        _engine = await ProgrammableEngine.StartNewAsync();
        _engine.Analyze = (request, _) => Task.FromResult(Answer(request));
        _gateway = new TestGateway(_engine.Address, null, ("Processing:Deadline", "00:00:02"), ("Limits:TextBytes", "1024"));
        _gateway.StartServer();
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _engine.DisposeAsync();
    }

    [Fact]
    public async Task Analyze_APage_IsTheArticleWithItsLinesAndKeepsNothing()
    {
        var response = await AnalyzeAsync(
            "",
            JsonContent.Create(
                new
                {
                    text = Page,
                    url = "https://a.vn/x",
                    source = "a",
                    externalId = "1",
                    publishedAt = "2026-02-07T14:00:00+07:00",
                }
            )
        );

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var analysis = await response.JsonAsync();
        Text(analysis, "title").ShouldBe("🌾 Hoà");
        Text(analysis, "kind").ShouldBe("article");
        Text(analysis, "pipelineVersion").ShouldBe(FakeAnswer.PipelineVersion);
        Text(analysis, "published").ShouldBe("2026-02-07T14:00:00+07:00");
        (Text(analysis, "url"), Text(analysis, "source"), Text(analysis, "externalId")).ShouldBe(("https://a.vn/x", "a", "1"));
        analysis
            .GetProperty("lines")
            .EnumerateArray()
            .Select(line => (line.GetProperty("number").GetInt32(), Text(line, "role"), Slice(line)))
            .ShouldBe([(1, "title", "🌾 Hoà"), (2, "paragraph", "Mùa gặt.")]);
        analysis.TryGetProperty("id", out _).ShouldBeFalse();
        (await _gateway.CountRowsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Analyze_PlainText_IsTheSameAsJson()
    {
        var plain = await (await AnalyzeAsync("", new StringContent(Page))).JsonAsync();
        var json = await (await AnalyzeAsync("", JsonContent.Create(new { text = Page }))).JsonAsync();
        plain.ToString().ShouldBe(json.ToString());
        _engine.Texts.ShouldBe([Page, Page]);
    }

    [Theory]
    [InlineData("", false, false, false, false)]
    [InlineData("?features=sentences", true, false, false, false)]
    [InlineData("?features=tokens", true, true, false, false)]
    [InlineData("?features=explanations", false, false, true, false)]
    [InlineData("?features=mentions", false, false, false, true)]
    [InlineData("?features=sentences,explanations", true, false, true, false)]
    [InlineData("?features=tokens&features=explanations", true, true, true, false)]
    [InlineData("?features=mentions,tokens,mentions", true, true, false, true)]
    public async Task Analyze_WithFeatures_HasThemAndNoOthers(string query, bool sentences, bool tokens, bool explanations, bool mentions)
    {
        var analysis = await (await AnalyzeAsync(query, new StringContent(Page))).JsonAsync();

        analysis.TryGetProperty("sentences", out var found).ShouldBe(sentences);
        analysis.TryGetProperty("explanations", out _).ShouldBe(explanations);
        analysis.TryGetProperty("mentions", out _).ShouldBe(mentions);
        analysis.TryGetProperty("positions", out _).ShouldBe(mentions);
        if (sentences)
            found[0].TryGetProperty("tokens", out _).ShouldBe(tokens);
    }

    [Fact]
    public async Task Analyze_WithEverything_ShowsWhatTheEngineSaid()
    {
        var analysis = await (await AnalyzeAsync("?features=tokens,explanations", new StringContent(Page))).JsonAsync();

        var token = analysis.GetProperty("sentences")[0].GetProperty("tokens")[0];
        (Slice(token), Text(token, "kind"), token.GetProperty("syllables").GetInt32()).ShouldBe(("Hoà", "name", 1));
        var explanation = analysis.GetProperty("explanations")[0];
        (Text(explanation, "role"), explanation.GetProperty("margin").GetInt32()).ShouldBe(("title", 12));
        explanation.TryGetProperty("runnerUp", out _).ShouldBeFalse();
        var feature = explanation.GetProperty("features")[0];
        (Text(feature, "name"), feature.GetProperty("rolePoints").GetInt32(), feature.GetProperty("runnerUpPoints").GetInt32()).ShouldBe(
            ("first_line", 9, -3)
        );
    }

    [Theory]
    [InlineData("utf16", 3, 6)]
    [InlineData("codepoint", 2, 5)]
    [InlineData("utf8", 5, 9)]
    public async Task Analyze_WithMentions_ShowsWhatTheEngineSaidOfThem(string unit, int start, int end)
    {
        var analysis = await (await AnalyzeAsync("?features=mentions&offsets=" + unit, new StringContent(Page))).JsonAsync();

        var span = $$"""{"start":{{start}},"end":{{end}}}""";
        analysis
            .GetProperty("mentions")
            .EnumerateArray()
            .ShouldHaveSingleItem()
            .ToString()
            .ShouldBe($$"""{"span":{{span}},"line":1,"type":"location","text":"Hoà","entity":"Hòa Bình","score":0.75,"isoCode":"VN-14"}""");
        analysis
            .GetProperty("positions")
            .EnumerateArray()
            .ShouldHaveSingleItem()
            .ToString()
            .ShouldBe($$"""{"span":{{span}},"line":1,"text":"Hoà","person":"Trần Hoà","bare":true}""");
    }

    [Fact]
    public async Task Analyze_WithMentionsOfAPageThatHasNone_HasEmptyLists()
    {
        _engine.Analyze = (request, _) => Task.FromResult(FakeAnswer.To(request.Text));
        var analysis = await (await AnalyzeAsync("?features=mentions", new StringContent(Page))).JsonAsync();
        analysis.GetProperty("mentions").GetArrayLength().ShouldBe(0);
        analysis.GetProperty("positions").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("utf16", 0, 6)]
    [InlineData("codepoint", 0, 5)]
    [InlineData("utf8", 0, 9)]
    public async Task Analyze_WithOffsets_CountsThem(string unit, int start, int end)
    {
        var analysis = await (await AnalyzeAsync("?offsets=" + unit, new StringContent(Page))).JsonAsync();
        Text(analysis, "offsetUnit").ShouldBe(unit);
        var span = analysis.GetProperty("lines")[0].GetProperty("span");
        (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32()).ShouldBe((start, end));
        analysis.GetProperty("titleSpan").GetProperty("end").GetInt32().ShouldBe(end);
    }

    [Fact]
    public async Task Analyze_APageThatIsNoArticle_HasItsKindAndNoArticleFields()
    {
        _engine.Analyze = (_, _) =>
            Task.FromResult(
                new AnalyzeResponse
                {
                    PipelineVersion = FakeAnswer.PipelineVersion,
                    Document = new Document { Kind = PageKind.Consent, KindReason = "asks for consent" },
                }
            );
        var body = JsonContent.Create(new { text = Page, publishedAt = "2026-02-07T14:00:00+07:00" });
        var analysis = await (await AnalyzeAsync("", body)).JsonAsync();
        (Text(analysis, "kind"), Text(analysis, "kindReason")).ShouldBe(("consent", "asks for consent"));
        analysis.TryGetProperty("title", out _).ShouldBeFalse();
        analysis.TryGetProperty("published", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Analyze_WhileTheEngineIsAway_Is503AndTellsWhenToComeAgain()
    {
        await _engine.StopAsync();
        var response = await AnalyzeAsync("", new StringContent(Page));
        await ShouldBeProblemAsync(response, 503, "engine-unavailable");
        response.Headers.RetryAfter!.Delta.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Analyze_ByAnEngineThatIsTooSlow_Is504()
    {
        _engine.Analyze = async (request, context) =>
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return FakeAnswer.To(request.Text);
        };
        await ShouldBeProblemAsync(await AnalyzeAsync("", new StringContent(Page)), 504, "engine-too-slow");
    }

    [Theory]
    [InlineData(StatusCode.ResourceExhausted, 413, "text-too-large")]
    [InlineData(StatusCode.Internal, 500, "internal-error")]
    public async Task Analyze_APageThatTheEngineRefuses_IsItsProblemAndQuotesNothing(StatusCode status, int expected, string problem)
    {
        _engine.Analyze = (_, _) => throw new RpcException(new Status(status, "quoted " + Page));
        var response = await AnalyzeAsync("", new StringContent(Page));
        await ShouldBeProblemAsync(response, expected, problem);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("quoted");
    }

    [Theory]
    [InlineData("?features=sentence", "text/plain", "Tin", 400, "invalid-parameter")]
    [InlineData("?features=", "text/plain", "Tin", 400, "invalid-parameter")]
    [InlineData("?features=mention", "text/plain", "Tin", 400, "invalid-parameter")]
    [InlineData("?features=mentions&format=conllu", "text/plain", "Tin", 400, "invalid-parameter")]
    [InlineData("?features=tokens,mentions&format=text", "text/plain", "Tin", 400, "invalid-parameter")]
    [InlineData("?offsets=utf32", "text/plain", "Tin", 400, "invalid-parameter")]
    [InlineData("?feature=tokens", "text/plain", "Tin", 400, "unknown-parameter")]
    [InlineData("", "text/plain", " \n ", 422, "empty-text")]
    [InlineData("", "text/html", "<p>Tin</p>", 415, "unsupported-media-type")]
    [InlineData("", "application/json", "{", 400, "malformed-body")]
    [InlineData("", "application/json", "{\"text\":\"Tin\",\"titel\":\"Tin\"}", 400, "unknown-field")]
    [InlineData("", "application/json", "{\"text\":\"Tin\",\"url\":\"a\"}", 400, "invalid-field")]
    public async Task Analyze_WhatCannotBeTaken_IsItsProblem(string query, string contentType, string body, int status, string problem)
    {
        var content = new StringContent(body, Encoding.UTF8, contentType);
        await ShouldBeProblemAsync(await AnalyzeAsync(query, content), status, problem);
        _engine.Texts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Analyze_ATextOverTheLimit_IsRefused() =>
        await ShouldBeProblemAsync(await AnalyzeAsync("", new StringContent(new string('a', 1025))), 413, "text-too-large");

    /// <summary>The fake's answer, with what was asked for.</summary>
    static AnalyzeResponse Answer(AnalyzeRequest request)
    {
        var answer = FakeAnswer.To(request.Text);
        var withTokens = request.Features.Contains(Feature.Tokens);
        if (withTokens || request.Features.Contains(Feature.Sentences))
        {
            var sentence = new Sentence
            {
                Span = new TextSpan { End = 6 },
                Line = 1,
            };
            if (withTokens)
                sentence.Tokens.Add(
                    new Token
                    {
                        Span = new TextSpan { Start = 3, End = 6 },
                        Kind = TokenKind.Name,
                        Syllables = 1,
                    }
                );
            answer.Document.Sentences.Add(sentence);
        }
        if (request.Features.Contains(Feature.Mentions))
            AddMentions(answer.Document);
        if (request.Features.Contains(Feature.Explanations))
            answer.Document.Explanations.Add(
                new LineExplanation
                {
                    Line = 1,
                    Role = LineRole.Title,
                    Margin = 12,
                    Features =
                    {
                        new FeatureWeight
                        {
                            Name = "first_line",
                            RolePoints = 9,
                            RunnerUpPoints = -3,
                        },
                    },
                }
            );
        return answer;
    }

    static void AddMentions(Document document)
    {
        var span = new TextSpan { Start = 3, End = 6 };
        document.Mentions.Add(
            new Mention
            {
                Span = span,
                Line = 1,
                Type = EntityType.Location,
                Text = "Hoà",
                Entity = "Hòa Bình",
                Score = 0.75,
                IsoCode = "VN-14",
            }
        );
        document.Positions.Add(
            new Position
            {
                Span = span,
                Line = 1,
                Text = "Hoà",
                Person = "Trần Hoà",
                Bare = true,
            }
        );
    }

    Task<HttpResponseMessage> AnalyzeAsync(string query, HttpContent body) =>
        _gateway.CreateClient().PostAsync("/v1/analyses" + query, body);

    static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    /// <summary>What the span slices, which is also what the element says its text is.</summary>
    static string Slice(JsonElement element)
    {
        var span = element.GetProperty("span");
        var slice = Page[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()];
        Text(element, "text").ShouldBe(slice);
        return slice;
    }

    static async Task ShouldBeProblemAsync(HttpResponseMessage response, int status, string problem)
    {
        var body = await response.JsonAsync();
        ((int)response.StatusCode).ShouldBe(status, body.ToString());
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        Text(body, "type").ShouldBe("urn:newsapi:problem:" + problem);
        Text(body, "traceId").ShouldNotBeNullOrEmpty();
        Text(body, "instance").ShouldBe("/v1/analyses");
    }
}
