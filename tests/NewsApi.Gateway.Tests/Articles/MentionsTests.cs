using System.Net;
using NewsApi.Contracts.Processing.V1;
using NewsApi.FakeEngine;

namespace NewsApi.Gateway.Tests.Articles;

public sealed class MentionsTests : ReadingTests
{
    // The letter before the second word has two code units and four bytes.
    const string Text = "𝒜 Hoà Bình";

    static AnalyzeResponse WithMentions(AnalyzeRequest request)
    {
        var answer = FakeAnswer.To(request.Text);
        if (!request.Features.Contains(Feature.Mentions))
            return answer;
        answer.Document.Mentions.Add(
            new Mention
            {
                Span = new TextSpan { Start = 3, End = 11 },
                Line = 1,
                Type = EntityType.Location,
                Text = "Hoà Bình",
                Entity = "Hòa Bình",
                Score = 0.9,
                IsoCode = "VN-14",
            }
        );
        answer.Document.Mentions.Add(
            new Mention
            {
                Span = new TextSpan { Start = 3, End = 6 },
                Line = 1,
                Type = EntityType.Person,
                Text = "Hoà",
                Entity = "Hoà",
            }
        );
        if (request.Features.Contains(Feature.Explanations))
            answer.Document.MentionExplanations.Add(
                new MentionExplanation
                {
                    Mention = 0,
                    Type = EntityType.Location,
                    RunnerUp = EntityType.Person,
                    Margin = 5,
                    Features =
                    {
                        new FeatureWeight
                        {
                            Name = "run_phrase",
                            RolePoints = 4,
                            RunnerUpPoints = -1,
                        },
                    },
                }
            );
        answer.Document.Positions.Add(
            new Position
            {
                Span = new TextSpan { Start = 3, End = 6 },
                Line = 1,
                Text = "Hoà",
                Person = "Hoà",
                Bare = true,
            }
        );
        return answer;
    }

    async Task<Guid> SubmitWithMentionsAsync()
    {
        Engine.Analyze = (request, _) => Task.FromResult(WithMentions(request));
        return await SubmitAsync(Text);
    }

    [Fact]
    public async Task Get_Mentions_AreThoseThatWereKept()
    {
        var id = await SubmitWithMentionsAsync();
        var list = await GetJsonAsync($"/v1/articles/{id}/mentions");

        list.GetProperty("articleId").GetGuid().ShouldBe(id);
        var mention = list.GetProperty("mentions")[0];
        mention.GetProperty("type").GetString().ShouldBe("location");
        mention.GetProperty("text").GetString().ShouldBe("Hoà Bình");
        mention.GetProperty("entity").GetString().ShouldBe("Hòa Bình");
        mention.GetProperty("isoCode").GetString().ShouldBe("VN-14");
        mention.GetProperty("score").GetDouble().ShouldBe(0.9);
        list.GetProperty("mentions")[1].TryGetProperty("isoCode", out _).ShouldBeFalse();
        var position = list.GetProperty("positions")[0];
        position.GetProperty("person").GetString().ShouldBe("Hoà");
        position.GetProperty("bare").GetBoolean().ShouldBeTrue();
        position.TryGetProperty("organization", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Get_Explanation_TellsOfMentionsToo()
    {
        var explanation = (await GetJsonAsync($"/v1/articles/{await SubmitWithMentionsAsync()}/explanation")).GetProperty("mentions")[0];

        explanation.GetProperty("text").GetString().ShouldBe("Hoà Bình");
        explanation.GetProperty("type").GetString().ShouldBe("location");
        explanation.GetProperty("runnerUp").GetString().ShouldBe("person");
        explanation.GetProperty("margin").GetInt32().ShouldBe(5);
        explanation.GetProperty("features")[0].GetProperty("name").GetString().ShouldBe("run_phrase");
    }

    [Theory]
    [InlineData("utf16", 3, 11)]
    [InlineData("codepoint", 2, 10)]
    [InlineData("utf8", 5, 15)]
    public async Task Get_Offsets_CountWhatIsAskedFor(string unit, int start, int end)
    {
        var list = await GetJsonAsync($"/v1/articles/{await SubmitWithMentionsAsync()}/mentions?offsets={unit}");

        var span = list.GetProperty("mentions")[0].GetProperty("span");
        (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32()).ShouldBe((start, end));
    }

    [Theory]
    [InlineData("person", "Hoà")]
    [InlineData("location", "Hoà Bình")]
    [InlineData("location,person", "Hoà Bình,Hoà")]
    [InlineData("law", "")]
    public async Task Get_Types_LeavesTheOthersOut(string types, string texts)
    {
        var list = await GetJsonAsync($"/v1/articles/{await SubmitWithMentionsAsync()}/mentions?types={types}");

        var found = list.GetProperty("mentions").EnumerateArray().Select(mention => mention.GetProperty("text").GetString());
        string.Join(',', found).ShouldBe(texts);
        list.GetProperty("positions").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Get_ATypeThatIsNone_SaysWhichParameter()
    {
        var id = await SubmitWithMentionsAsync();

        await ShouldBeProblemAsync(
            await GetAsync($"/v1/articles/{id}/mentions?types=planet"),
            HttpStatusCode.BadRequest,
            "invalid-parameter",
            "types"
        );
    }

    [Fact]
    public async Task Get_NobodysArticle_IsNotFound() =>
        await ShouldBeProblemAsync(await GetAsync($"/v1/articles/{NobodysId}/mentions"), HttpStatusCode.NotFound, "article-not-found");

    [Fact]
    public async Task Get_AnArticleThatIsPending_IsAConflict() =>
        await ShouldBeProblemAsync(
            await GetAsync($"/v1/articles/{await SubmitPendingAsync("Chưa đọc")}/mentions"),
            HttpStatusCode.Conflict,
            "not-analyzed"
        );

    [Fact]
    public async Task Get_WithTheTagOfTheSameQuestion_IsNotModified()
    {
        var id = await SubmitWithMentionsAsync();
        var tag = (await GetAsync($"/v1/articles/{id}/mentions?types=person,law")).Headers.ETag!.ToString();

        (await GetAsync($"/v1/articles/{id}/mentions?types=law,person", ifNoneMatch: tag)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await GetAsync($"/v1/articles/{id}/mentions?types=law", ifNoneMatch: tag)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Analyses_Mentions_ComeOnlyWhenAskedFor()
    {
        Engine.Analyze = (request, _) => Task.FromResult(WithMentions(request));

        var without = await PostAsync("/v1/analyses");
        var with = await PostAsync("/v1/analyses?features=mentions");

        without.TryGetProperty("mentions", out _).ShouldBeFalse();
        without.TryGetProperty("positions", out _).ShouldBeFalse();
        with.GetProperty("mentions").GetArrayLength().ShouldBe(2);
        with.GetProperty("positions").GetArrayLength().ShouldBe(1);
        with.TryGetProperty("sentences", out _).ShouldBeFalse();
    }

    async Task<System.Text.Json.JsonElement> PostAsync(string path)
    {
        var response = await Gateway.CreateClient().PostAsync(path, new StringContent(Text));
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }
}
