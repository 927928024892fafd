using System.Net;
using System.Text.Json;
using NewsApi.Contracts.Processing.V1;
using NewsApi.FakeEngine;

namespace NewsApi.Gateway.Tests.Articles;

public sealed class FactsTests : ReadingTests
{
    // The letter before the second word has two code units and four bytes.
    const string Text = "𝒜 Lành gặp Mai.";

    [Fact]
    public async Task Get_Facts_HaveEveryFieldThatTheEngineTold()
    {
        var id = await SubmitWithFactsAsync();
        var list = await GetJsonAsync($"/v1/articles/{id}/facts");

        list.GetProperty("articleId").GetGuid().ShouldBe(id);
        list.GetProperty("revision").GetInt32().ShouldBe(1);
        list.GetProperty("pipelineVersion").GetString().ShouldBe(FakeAnswer.PipelineVersion);
        list.GetProperty("facts")[0]
            .ToString()
            .ShouldBe(
                """{"type":"meeting","modality":"planned","eventCode":{"event":"CONSULT"},"arguments":["""
                    + """{"name":"participants","value":"Trần Văn Lành","text":"Lành","span":{"start":3,"end":7},"line":1},"""
                    + """{"name":"time","value":"2026-03-15"}],"confidence":0.75,"extractor":"meeting","pattern":"subject-verb-object","evidence":["""
                    + """{"line":1,"sentence":{"start":3,"end":16},"span":{"start":3,"end":15},"text":"Lành gặp Mai."}]}"""
            );
        list.GetProperty("facts")[1].TryGetProperty("eventCode", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "meeting,positionHeld")]
    [InlineData("?types=meeting", "meeting")]
    [InlineData("?types=positionHeld,meeting", "meeting,positionHeld")]
    [InlineData("?types=statistic", "")]
    [InlineData("?modalities=stated", "positionHeld")]
    [InlineData("?types=meeting&modalities=stated", "")]
    public async Task Get_TypesAndModalities_LeaveTheOthersOut(string query, string types)
    {
        var list = await GetJsonAsync($"/v1/articles/{await SubmitWithFactsAsync()}/facts{query}");
        string.Join(',', list.GetProperty("facts").EnumerateArray().Select(fact => fact.GetProperty("type").GetString())).ShouldBe(types);
    }

    [Theory]
    [InlineData("utf16", 3, 7)]
    [InlineData("codepoint", 2, 6)]
    [InlineData("utf8", 5, 10)]
    public async Task Get_Offsets_CountWhatIsAskedFor(string unit, int start, int end)
    {
        var list = await GetJsonAsync($"/v1/articles/{await SubmitWithFactsAsync()}/facts?offsets={unit}");
        var span = list.GetProperty("facts")[0].GetProperty("arguments")[0].GetProperty("span");
        (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32()).ShouldBe((start, end));
    }

    [Theory]
    [InlineData("?types=meetings", "types", "the nearest is \"meeting\"")]
    [InlineData("?types=position_held", "types", "the nearest is \"positionHeld\"")]
    [InlineData("?modalities=certain", "modalities", "must be one of stated, planned, denied, reported")]
    public async Task Get_WhatDoesNotExist_IsAnInvalidParameter(string query, string parameter, string message)
    {
        var response = await GetAsync($"/v1/articles/{await SubmitWithFactsAsync()}/facts{query}");
        var problem = await ShouldBeProblemAsync(response, HttpStatusCode.BadRequest, "invalid-parameter", parameter);
        problem.GetProperty("errors")[0].GetProperty("detail").GetString()!.ShouldContain(message);
    }

    [Fact]
    public async Task Get_NobodysArticle_IsNotFound() =>
        await ShouldBeProblemAsync(await GetAsync($"/v1/articles/{NobodysId}/facts"), HttpStatusCode.NotFound, "article-not-found");

    [Fact]
    public async Task Get_AnArticleThatIsPending_IsAConflict() =>
        await ShouldBeProblemAsync(
            await GetAsync($"/v1/articles/{await SubmitPendingAsync("Chưa đọc")}/facts"),
            HttpStatusCode.Conflict,
            "not-analyzed"
        );

    [Fact]
    public async Task Get_WithTheTagOfTheSameQuestion_IsNotModified()
    {
        var id = await SubmitWithFactsAsync();
        var tag = (await GetAsync($"/v1/articles/{id}/facts?types=meeting,statistic")).Headers.ETag!.ToString();

        (await GetAsync($"/v1/articles/{id}/facts?types=statistic,meeting", ifNoneMatch: tag)).StatusCode.ShouldBe(
            HttpStatusCode.NotModified
        );
        (await GetAsync($"/v1/articles/{id}/facts?types=meeting", ifNoneMatch: tag)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await GetAsync($"/v1/articles/{id}/facts?modalities=stated", ifNoneMatch: tag)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_AnArticle_LinksToItsFacts()
    {
        var id = await SubmitWithFactsAsync();
        var article = await GetJsonAsync($"/v1/articles/{id}");
        var path = article.GetProperty("links").GetProperty("facts").GetString()!;
        (await GetJsonAsync(path)).GetProperty("facts").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Facts_AreKeptAndAskNothingOfTheEngine()
    {
        var id = await SubmitWithFactsAsync();
        await Engine.StopAsync();
        (await GetJsonAsync($"/v1/articles/{id}/facts")).GetProperty("facts").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Analyses_Facts_ComeWithMentionsAndOnlyWhenAskedFor()
    {
        Engine.Analyze = (request, _) => Task.FromResult(WithFacts(request));

        var without = await PostAsync("/v1/analyses?features=mentions");
        var with = await PostAsync("/v1/analyses?features=facts");

        without.TryGetProperty("facts", out _).ShouldBeFalse();
        with.GetProperty("facts").GetArrayLength().ShouldBe(2);
        with.GetProperty("mentions").GetArrayLength().ShouldBe(1);
        with.TryGetProperty("positions", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Analyses_FactsAsText_AreRefused()
    {
        var response = await Gateway.CreateClient().PostAsync("/v1/analyses?features=facts&format=conllu", new StringContent(Text));
        await ShouldBeProblemAsync(response, HttpStatusCode.BadRequest, "invalid-parameter", "features");
    }

    async Task<JsonElement> PostAsync(string path)
    {
        var response = await Gateway.CreateClient().PostAsync(path, new StringContent(Text));
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }

    async Task<Guid> SubmitWithFactsAsync()
    {
        Engine.Analyze = (request, _) => Task.FromResult(WithFacts(request));
        return await SubmitAsync(Text);
    }

    /// <summary>As the engine does: facts bring mentions.</summary>
    static AnalyzeResponse WithFacts(AnalyzeRequest request)
    {
        var answer = FakeAnswer.To(request.Text);
        if (request.Features.Contains(Feature.Facts) || request.Features.Contains(Feature.Mentions))
            answer.Document.Mentions.Add(
                new Mention
                {
                    Span = Span(3, 7),
                    Line = 1,
                    Type = EntityType.Person,
                    Text = "Lành",
                    Entity = "Trần Văn Lành",
                }
            );
        if (request.Features.Contains(Feature.Facts))
            answer.Document.Facts.AddRange([Meeting(), PositionHeld()]);
        return answer;
    }

    static Fact Meeting() =>
        new()
        {
            Type = FactType.Meeting,
            Modality = Modality.Planned,
            Confidence = 0.75,
            Extractor = "meeting",
            Pattern = "subject-verb-object",
            EventCode = new EventCode { Event = "CONSULT" },
            Arguments =
            {
                new FactArgument
                {
                    Name = "participants",
                    Value = "Trần Văn Lành",
                    Span = Span(3, 7),
                    Line = 1,
                },
                new FactArgument { Name = "time", Value = "2026-03-15" },
            },
            Evidence =
            {
                new FactEvidence
                {
                    Line = 1,
                    Sentence = Span(3, 16),
                    Span = Span(3, 15),
                },
            },
        };

    static Fact PositionHeld() =>
        new()
        {
            Type = FactType.PositionHeld,
            Modality = Modality.Stated,
            Extractor = "position_held",
            Arguments =
            {
                new FactArgument { Name = "person", Value = "Trần Văn Lành" },
            },
        };

    static TextSpan Span(int start, int end) => new() { Start = start, End = end };
}
