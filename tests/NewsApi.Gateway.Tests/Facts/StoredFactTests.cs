using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Tests.Facts;

public sealed class StoredFactTests : FactPageTests
{
    const string Held = "positionHeld stated person=Lê Sáu;position=Giám đốc;organization=Bến phà";
    const string Met = "meeting stated participants=Lê Sáu;participants=Trần Bảy";
    const string Said = "statement stated speaker=Lê Sáu;verb=nói;content=phà sẽ chạy";

    [Fact]
    public async Task List_TheSameFactOfTwoArticles_IsOneWithBothAsEvidence()
    {
        var first = await SubmitFactsAsync(Monday, Held, "a");
        var second = await SubmitFactsAsync(Monday.AddDays(5), Held, "b");

        var listed = (await ListAsync()).ShouldHaveSingleItem();
        listed.GetProperty("type").GetString().ShouldBe("positionHeld");
        listed.GetProperty("articles").GetInt32().ShouldBe(2);
        listed.GetProperty("firstSeen").GetDateTimeOffset().ShouldBe(Monday);
        listed.GetProperty("lastSeen").GetDateTimeOffset().ShouldBe(Monday.AddDays(5));
        listed.TryGetProperty("evidence", out _).ShouldBeFalse();
        listed.GetProperty("arguments")[0].GetProperty("entityId").GetGuid().ShouldBe(await EntityAsync("Lê Sáu"));
        listed.GetProperty("arguments")[1].TryGetProperty("entityId", out _).ShouldBeFalse();

        var evidence = (await GetJsonAsync(listed.GetProperty("links").GetProperty("self").GetString()!)).GetProperty("evidence");
        evidence.EnumerateArray().Select(item => item.GetProperty("articleId").GetGuid()).ShouldBe([second, first]);
        evidence[0].GetProperty("text").GetString().ShouldBe(Held);
        evidence[0].GetProperty("published").GetDateTimeOffset().ShouldBe(Monday.AddDays(5));
    }

    [Theory]
    [InlineData("meeting stated participants=Trần Bảy;participants=Lê Sáu", 1)]
    [InlineData("meeting planned participants=Lê Sáu;participants=Trần Bảy", 2)]
    [InlineData("meeting stated participants=Lê Sáu;participants=Trần Bảy;time=2026-02-01", 2)]
    [InlineData("meeting stated participants=Lê Sáu;participants=Trần Tám", 2)]
    [InlineData("meeting stated participants=Lê Sáu;participants=Trần Bảy;place=Cà Mau", 1)]
    [InlineData("visit stated participants=Lê Sáu;participants=Trần Bảy", 2)]
    public async Task Facts_AreOneWhereWhatTellsThemApartIsTheSame(string other, int count)
    {
        await SubmitFactsAsync(Monday, Met, "a");
        await SubmitFactsAsync(Monday.AddHours(3), other, "b");
        (await ListAsync()).Length.ShouldBe(count);
    }

    [Fact]
    public async Task Facts_ThatHappenWithoutATime_AreAnotherTheNextDay()
    {
        await SubmitFactsAsync(Monday, Met, "a");
        await SubmitFactsAsync(Monday.AddDays(1), Met, "b");
        (await ListAsync()).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("?type=meeting", 1)]
    [InlineData("?type=meeting,statement", 2)]
    [InlineData("?modality=planned", 0)]
    [InlineData("?value=Giám đốc", 1)]
    [InlineData("?value=Lê Sáu&argument=speaker", 1)]
    [InlineData("?value=Lê Sáu&argument=content", 0)]
    [InlineData("?seenFrom=2026-03-03", 0)]
    [InlineData("?seenFrom=2026-03-01&seenTo=2026-03-03", 3)]
    public async Task List_Filters_LeaveTheOthersOut(string query, int count)
    {
        await SubmitFactsAsync(Monday, Held, Met, Said);
        (await ListAsync(query)).Length.ShouldBe(count);
    }

    [Fact]
    public async Task Entity_ItsFactsAndStatements_AreThoseItHasAPartIn()
    {
        var article = await SubmitFactsAsync(Monday, Held, Met, Said, "statement stated speaker=Trần Bảy;verb=nói;content=không");
        var (sau, bay) = (await EntityAsync("Lê Sáu"), await EntityAsync("Trần Bảy"));

        (await FactsAsync($"/v1/entities/{sau}/facts")).Length.ShouldBe(3);
        (await FactsAsync($"/v1/entities/{bay}/facts")).Length.ShouldBe(2);
        (await FactsAsync($"/v1/entities/{bay}/facts?type=meeting")).Length.ShouldBe(1);
        (await ListAsync($"?entity={sau},{bay}")).ShouldHaveSingleItem().GetProperty("type").GetString().ShouldBe("meeting");
        (await ListAsync($"?article={article}")).Length.ShouldBe(4);
        var said = (await FactsAsync($"/v1/entities/{sau}/statements")).ShouldHaveSingleItem();
        said.GetProperty("arguments")[2].GetProperty("value").GetString().ShouldBe("phà sẽ chạy");
    }

    [Theory]
    [InlineData("2014", "2014-01-01T00:00:00+07:00")]
    [InlineData("2014-02-17", "2014-02-17T00:00:00+07:00")]
    public async Task Facts_OfAPageWithoutATime_AreSeenWhenItsTextSays(string inferred, string seen)
    {
        Engine.Analyze = (request, _) =>
        {
            var answer = WithFacts(request.Text);
            answer.Document.Metadata = new Metadata { PublishedInferred = inferred };
            return Task.FromResult(answer);
        };
        (await Gateway.SubmitAsync(Held)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await ListAsync()).ShouldHaveSingleItem().GetProperty("firstSeen").GetDateTimeOffset().ShouldBe(DateTimeOffset.Parse(seen, null));
    }

    [Fact]
    public async Task Positions_OfAPerson_AreIntervalsWithTheirArticles()
    {
        var first = await SubmitFactsAsync(Monday, Held, "a");
        var second = await SubmitFactsAsync(Monday.AddDays(9), "positionHeld stated person=Lê Sáu;position=giám đốc;organization=Bến phà");
        await SubmitFactsAsync(Monday.AddDays(20), "positionHeld stated person=Lê Sáu;position=nguyên Giám đốc");
        await SubmitFactsAsync(Monday.AddDays(-20), "positionHeld planned person=Lê Sáu;position=Giám đốc;organization=Bến phà");

        var positions = (await GetJsonAsync($"/v1/entities/{await EntityAsync("Lê Sáu")}/positions")).GetProperty("positions");

        positions.EnumerateArray().Select(item => item.GetProperty("status").GetString()).ShouldBe(["former", "current", "planned"]);
        var current = positions[1];
        current.GetProperty("firstSeen").GetDateTimeOffset().ShouldBe(Monday);
        current.GetProperty("lastSeen").GetDateTimeOffset().ShouldBe(Monday.AddDays(9));
        current.GetProperty("organizationId").GetGuid().ShouldBe(await EntityAsync("Bến phà"));
        current.GetProperty("articles").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()).ShouldBe([second, first]);
    }

    [Theory]
    [InlineData("position=Bộ trưởng Bộ Y tế;organization=Bộ Y tế", "position=Bộ trưởng Y tế", 1)]
    [InlineData("position=Bộ trưởng Bộ Y tế;organization=Bộ Y tế", "position=Bộ trưởng", 2)]
    [InlineData("position=Giám đốc;organization=Bến phà", "position=Giám đốc;organization=Bến xe", 2)]
    public async Task Positions_WrittenInTwoWays_AreOneInterval(string position, string other, int count)
    {
        await SubmitFactsAsync(Monday, "positionHeld stated person=Lê Sáu;" + other);
        await SubmitFactsAsync(Monday.AddDays(2), "positionHeld stated person=Lê Sáu;" + position);
        var positions = (await GetJsonAsync($"/v1/entities/{await EntityAsync("Lê Sáu")}/positions")).GetProperty("positions");
        positions.GetArrayLength().ShouldBe(count);
        $"position={positions[0].GetProperty("position").GetString()}".ShouldBe(position.Split(';')[0]);
    }

    [Fact]
    public async Task Positions_OfArticlesWithoutATime_HaveNone()
    {
        Engine.Analyze = (request, _) => Task.FromResult(WithFacts(request.Text));
        (await Gateway.SubmitAsync(Held)).StatusCode.ShouldBe(HttpStatusCode.Created);
        var positions = (await GetJsonAsync($"/v1/entities/{await EntityAsync("Lê Sáu")}/positions")).GetProperty("positions");
        positions[0].TryGetProperty("firstSeen", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Delete_AnArticle_TakesItsEvidenceAndWhatNobodyElseStates()
    {
        var first = await SubmitFactsAsync(Monday, Held, Said);
        await SubmitFactsAsync(Monday.AddDays(1), Held, "b");
        await Gateway.CreateClient().DeleteAsync($"/v1/articles/{first}");
        var left = (await ListAsync()).ShouldHaveSingleItem();
        left.GetProperty("articles").GetInt32().ShouldBe(1);
        left.GetProperty("firstSeen").GetDateTimeOffset().ShouldBe(Monday.AddDays(1));
    }

    [Fact]
    public async Task Facts_WrittenAnew_AreTheSame()
    {
        await SubmitFactsAsync(Monday, Held, Met, Said);
        var before = await Gateway.QueryAsync(AllAsync);
        await Gateway.Store.WriteAsync(
            db => db.Articles.ExecuteUpdateAsync(row => row.SetProperty(article => article.LinkedRevision, (int?)null)),
            CancellationToken.None
        );
        await Eventually.BeTrueAsync(
            () => Gateway.QueryAsync(db => db.Articles.AllAsync(row => row.LinkedRevision != null)),
            "the entities are not linked"
        );
        (await Gateway.QueryAsync(AllAsync)).ShouldBe(before);
    }

    [Fact]
    public async Task Facts_OfEntitiesThatWereMerged_BecomeOne()
    {
        await SubmitFactsAsync(Monday, Held, "a");
        await SubmitFactsAsync(Monday, Held.Replace("Lê Sáu", "Lê V. Sáu", StringComparison.Ordinal), "b");
        (await ListAsync()).Length.ShouldBe(2);
        using var body = System.Net.Http.Json.JsonContent.Create(new { into = await EntityAsync("Lê Sáu") });
        await Gateway.CreateClient().PostAsync($"/v1/entities/{await EntityAsync("Lê V. Sáu")}:merge", body);
        await Eventually.BeTrueAsync(async () => (await ListAsync()).Length == 1, "the facts are still two");
        (await ListAsync())[0].GetProperty("articles").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task List_PageByPage_HasEachOnce()
    {
        await SubmitFactsAsync(
            Monday,
            [.. Enumerable.Range(0, 23).Select(i => $"statement stated speaker=Lê Sáu;verb=nói;content=điều {i}")]
        );
        var ids = new List<Guid>();
        for (var (path, page) = ("/v1/facts?pageSize=10", 0); path is not null && page < 10; page++)
        {
            var response = await GetAsync(path);
            ids.AddRange(
                (await response.JsonAsync()).GetProperty("facts").EnumerateArray().Select(fact => fact.GetProperty("id").GetGuid())
            );
            path = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }
        ids.Count.ShouldBe(23);
        ids.ShouldBeUnique();
    }

    [Theory]
    [InlineData("?argument=speaker", "argument")]
    [InlineData("?type=meetings", "type")]
    [InlineData("?seenFrom=2026-03-03&seenTo=2026-03-02", "seenTo")]
    public async Task List_WhatIsNotAllowed_IsAnInvalidParameter(string query, string parameter) =>
        await ShouldBeProblemAsync(await GetAsync("/v1/facts" + query), HttpStatusCode.BadRequest, "invalid-parameter", parameter);

    [Theory]
    [InlineData($"/v1/facts/{NobodysId}", "fact-not-found")]
    [InlineData("/v1/facts/1", "fact-not-found")]
    [InlineData($"/v1/entities/{NobodysId}/facts", "entity-not-found")]
    [InlineData($"/v1/entities/{NobodysId}/statements", "entity-not-found")]
    [InlineData($"/v1/entities/{NobodysId}/positions", "entity-not-found")]
    public async Task Get_WhatIsNotThere_IsNotFound(string path, string kind) =>
        await ShouldBeProblemAsync(await GetAsync(path), HttpStatusCode.NotFound, kind, "id");

    static async Task<string> AllAsync(NewsDbContext db) =>
        JsonSerializer.Serialize(
            new
            {
                Facts = await db.Facts.OrderBy(row => row.Id).ToListAsync(),
                Arguments = await db.FactArguments.OrderBy(row => row.FactId).ThenBy(row => row.Ordinal).ToListAsync(),
                Evidence = await db.FactEvidence.OrderBy(row => row.FactId).ThenBy(row => row.Ordinal).ToListAsync(),
            }
        );

    async Task<JsonElement[]> ListAsync(string query = "") => await FactsAsync("/v1/facts" + query);

    async Task<JsonElement[]> FactsAsync(string path) => [.. (await GetJsonAsync(path)).GetProperty("facts").EnumerateArray()];
}
