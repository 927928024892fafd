using System.Net;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Tests.Facts;

namespace NewsApi.Gateway.Tests.Topics;

public sealed class TopicTests : FactPageTests
{
    static readonly MediaTopic Sport = new()
    {
        Code = "15000000",
        Label = "thể thao",
        EnglishLabel = "sport",
    };

    static readonly MediaTopic Football = new()
    {
        Code = "20001065",
        Parent = "15000000",
        Label = "bóng đá",
        EnglishLabel = "football",
    };

    static readonly MediaTopic Health = new()
    {
        Code = "07000000",
        Label = "y tế",
        EnglishLabel = "health",
    };

    async Task<Guid> KeepAsync(DateTimeOffset published, string title, params MediaTopic[] topics)
    {
        Engine.Analyze = (request, _) =>
        {
            var answer = WithFacts(request.Text);
            foreach (var topic in topics)
                answer.Document.Topics.Add(
                    new ArticleTopic
                    {
                        Topic = topic,
                        Score = 0.75,
                        Evidence =
                        {
                            new TextValue
                            {
                                Text = title,
                                Span = new TextSpan { End = title.Length },
                                Line = 1,
                            },
                        },
                    }
                );
            return Task.FromResult(answer);
        };
        var time = published.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        return await (await Gateway.SubmitAsync(title, ("publishedAt", time))).IdAsync();
    }

    [Fact]
    public async Task Article_ShowsWhatItIsAboutWithTheWordsThatTell()
    {
        var id = await KeepAsync(Monday, "Trận cầu", Sport, Football);

        var topics = (await GetJsonAsync($"/v1/articles/{id}")).GetProperty("topics");

        topics.GetArrayLength().ShouldBe(2);
        topics[0].TryGetProperty("parent", out _).ShouldBeFalse();
        topics[1].GetProperty("code").GetString().ShouldBe("20001065");
        topics[1].GetProperty("parent").GetString().ShouldBe("15000000");
        topics[1].GetProperty("label").GetString().ShouldBe("bóng đá");
        topics[1].GetProperty("score").GetDouble().ShouldBe(0.75);
        topics[1].GetProperty("evidence")[0].GetProperty("text").GetString().ShouldBe("Trận cầu");
    }

    [Fact]
    public async Task List_ByTopic_HasThoseAboutAllOfThem()
    {
        var match = await KeepAsync(Monday, "Trận cầu", Sport, Football);
        await KeepAsync(Monday.AddHours(1), "Chạy bộ", Sport);
        var injury = await KeepAsync(Monday.AddHours(2), "Chấn thương", Sport, Health);

        (await IdsAsync("topic=15000000")).Count.ShouldBe(3);
        (await IdsAsync("topic=medtop:20001065")).ShouldBe([match]);
        (await IdsAsync("topic=15000000,07000000")).ShouldBe([injury]);
        (await IdsAsync("topic=16000000")).ShouldBeEmpty();
        await ShouldBeProblemAsync(await GetAsync("/v1/articles?topic=sport"), HttpStatusCode.BadRequest, "invalid-parameter");
    }

    async Task<List<Guid>> IdsAsync(string query) =>
        [
            .. (await GetJsonAsync("/v1/articles?" + query))
                .GetProperty("articles")
                .EnumerateArray()
                .Select(item => item.GetProperty("id").GetGuid()),
        ];

    [Fact]
    public async Task Facet_AndList_CountArticles()
    {
        await KeepAsync(Monday, "Trận cầu", Sport, Football);
        await KeepAsync(Monday, "Chạy bộ", Sport);

        var facet = (await GetJsonAsync("/v1/articles?facets=topic")).GetProperty("facets")[0].GetProperty("values");
        facet[0].GetProperty("value").GetString().ShouldBe("15000000");
        facet[0].GetProperty("label").GetString().ShouldBe("thể thao");
        facet[0].GetProperty("articles").GetInt32().ShouldBe(2);

        var topics = (await GetJsonAsync("/v1/topics")).GetProperty("topics").EnumerateArray().ToList();
        topics.Select(topic => topic.GetProperty("articles").GetInt32()).ShouldBe([2, 1]);
        topics[1].GetProperty("uri").GetString().ShouldBe("http://cv.iptc.org/newscodes/mediatopic/20001065");
        var path = topics[1].GetProperty("links").GetProperty("articles").GetString()!;
        (await GetJsonAsync(path)).GetProperty("articles").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Deleted_OrReadAnew_LeavesNoTopicBehind()
    {
        var id = await KeepAsync(Monday, "Trận cầu", Sport);
        (await Gateway.CreateClient().DeleteAsync($"/v1/articles/{id}")).EnsureSuccessStatusCode();
        (await GetJsonAsync("/v1/topics")).GetProperty("topics").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Trends_TellWhatMoreArticlesHaveThanBefore()
    {
        for (var day = 0; day < 7; day++)
            await KeepAsync(Monday.AddDays(day), $"Khỏe {day}", Health);
        for (var day = 7; day < 14; day++)
        {
            await KeepAsync(Monday.AddDays(day), $"Bệnh {day}", Health);
            if (day % 2 == 0)
                await KeepAsync(Monday.AddDays(day), $"Trận {day}", Sport, Football);
        }

        var to = Uri.EscapeDataString(Monday.AddDays(14).AddHours(-1).ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        var trends = await GetJsonAsync($"/v1/trends?by=topic&to={to}");

        trends.GetProperty("articles").GetInt32().ShouldBe(10);
        trends.GetProperty("articlesBefore").GetInt32().ShouldBe(7);
        var found = trends.GetProperty("trends").EnumerateArray().ToList();
        found.Select(trend => trend.GetProperty("topic").GetString()).ShouldBe(["20001065", "15000000"], ignoreOrder: true);
        found.ShouldAllBe(trend =>
            trend.GetProperty("articles").GetInt32() == 3
            && trend.GetProperty("articlesBefore").GetInt32() == 0
            && trend.GetProperty("strength").GetDouble() > 0
        );
    }

    [Fact]
    public async Task Trends_OfPersons_HaveTheirEntities()
    {
        Engine.Analyze = (request, _) => Task.FromResult(WithFacts(request.Text));
        foreach (var hour in new[] { 0, 1, 2 })
            (
                await Gateway.SubmitAsync(
                    $"Phà {hour}\npositionHeld stated person=Lê Sáu;position=Giám đốc",
                    ("publishedAt", Monday.AddHours(hour).ToString("O", System.Globalization.CultureInfo.InvariantCulture))
                )
            ).EnsureSuccessStatusCode();

        var trend = (await GetJsonAsync("/v1/trends?by=person&days=1&to=2026-03-03"))
            .GetProperty("trends")
            .EnumerateArray()
            .ShouldHaveSingleItem();

        trend.GetProperty("name").GetString().ShouldBe("Lê Sáu");
        trend.GetProperty("kind").GetString().ShouldBe("person");
        trend.GetProperty("articles").GetInt32().ShouldBe(3);
        (await GetJsonAsync(trend.GetProperty("links").GetProperty("self").GetString()!))
            .GetProperty("name")
            .GetString()
            .ShouldBe("Lê Sáu");
    }

    [Theory]
    [InlineData("days=0")]
    [InlineData("days=400")]
    [InlineData("limit=0")]
    [InlineData("minArticles=0")]
    [InlineData("by=country")]
    [InlineData("to=0001-01-05")]
    public async Task Trends_OfNoWindow_AreRefused(string query) =>
        await ShouldBeProblemAsync(await GetAsync("/v1/trends?" + query), HttpStatusCode.BadRequest, "invalid-parameter");
}
