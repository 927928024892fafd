using System.Net;
using System.Text.Json;
using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Gateway.Tests.Facts;

/// <summary>The engine of these tests takes any two persons at one organization for a conflict.</summary>
public sealed class ConflictTests : FactPageTests
{
    [Fact]
    public async Task List_ShowsBothSidesWithTheWordsThatStateThem()
    {
        FindSeveralHolders();
        var first = await SubmitFactsAsync(Monday, Held("Lê Sáu", "Bến phà"), "a");
        await SubmitFactsAsync(Monday.AddDays(1), Held("Lê Sáu", "Bến phà"), "b");
        var other = await SubmitFactsAsync(Monday.AddDays(2), Held("Trần Bảy", "Bến phà"), "c");

        var conflict = (await ListAsync()).ShouldHaveSingleItem();
        conflict.GetProperty("kind").GetString().ShouldBe("positionHolders");
        conflict.GetProperty("about")[0].GetProperty("value").GetString().ShouldBe("Giám đốc");
        var sides = conflict.GetProperty("sides");
        sides[0].GetProperty("rank").GetString().ShouldBe("preferred");
        sides[0].GetProperty("articles").GetInt32().ShouldBe(2);
        sides[0].GetProperty("firstSeen").GetDateTimeOffset().ShouldBe(Monday);
        sides[0].GetProperty("lastSeen").GetDateTimeOffset().ShouldBe(Monday.AddDays(1));
        sides[0].GetProperty("differs")[0].GetProperty("entityId").GetGuid().ShouldBe(await EntityAsync("Lê Sáu"));
        sides[0].GetProperty("evidence")[1].GetProperty("articleId").GetGuid().ShouldBe(first);
        sides[1].GetProperty("evidence")[0].GetProperty("articleId").GetGuid().ShouldBe(other);
        sides[1].GetProperty("evidence")[0].GetProperty("text").GetString().ShouldBe(Held("Trần Bảy", "Bến phà"));
        (await GetJsonAsync($"/v1/facts/{sides[1].GetProperty("factIds")[0].GetGuid()}")).GetProperty("articles").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task List_OfAnEntity_HasThoseItHasAPartIn()
    {
        FindSeveralHolders();
        await SubmitFactsAsync(Monday, Held("Lê Sáu", "Bến phà"), Held("Trần Bảy", "Bến phà"));
        await SubmitFactsAsync(Monday, Held("Lê Sáu", "Bến xe"), Held("Trần Tám", "Bến xe"));

        (await ListAsync()).Length.ShouldBe(2);
        (await ListAsync($"?entity={await EntityAsync("Lê Sáu")}")).Length.ShouldBe(2);
        (await ListAsync($"?entity={await EntityAsync("Trần Bảy")}")).Length.ShouldBe(1);
        (await ListAsync($"?entity={await EntityAsync("Bến xe")}")).Length.ShouldBe(1);
        (await ListAsync("?kind=statisticValues,eventDates")).ShouldBeEmpty();
    }

    [Fact]
    public async Task List_TellsTheEngineTheTimesOfArticlesThatHaveOne()
    {
        FindConflictsRequest? asked = null;
        Engine.FindConflicts = request =>
        {
            asked = request;
            return [];
        };
        await SubmitFactsAsync(Monday, Held("Lê Sáu", "Bến phà"));
        (await Gateway.SubmitAsync(Held("Lê Sáu", "Bến phà") + "\n" + Held("Trần Bảy", "Bến phà"))).EnsureSuccessStatusCode();
        await ListAsync("?kind=positionHolders");
        asked.ShouldNotBeNull();
        asked
            .Facts.ToDictionary(fact => fact.Arguments[0].Value, fact => fact.HasLastSeen)
            .ShouldBe(new Dictionary<string, bool> { ["Lê Sáu"] = true, ["Trần Bảy"] = false }, ignoreOrder: true);
        DateTimeOffset.Parse(asked.Facts.Single(fact => fact.HasLastSeen).LastSeen, null).ShouldBe(Monday);
    }

    [Fact]
    public async Task List_PageByPage_HasEachOnce()
    {
        FindSeveralHolders();
        string[] places = ["Bến phà", "Bến xe", "Bến cá", "Bến tàu", "Bến thuyền"];
        foreach (var place in places)
            await SubmitFactsAsync(Monday, Held("Lê Sáu", place), Held("Trần Bảy", place));
        var seen = new List<string>();
        string? path = "/v1/conflicts?pageSize=2";
        for (var page = 0; path is not null && page < 20; page++)
        {
            var response = await GetAsync(path);
            foreach (var conflict in (await response.JsonAsync()).GetProperty("conflicts").EnumerateArray())
                seen.Add(conflict.GetProperty("about")[1].GetProperty("value").GetString()!);
            path = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }
        seen.Order(StringComparer.Ordinal).ShouldBe(places.Order(StringComparer.Ordinal));
        path.ShouldBeNull();
    }

    [Fact]
    public async Task List_WithoutContradictions_IsEmptyAndHasNoNextPage()
    {
        await SubmitFactsAsync(Monday, Held("Lê Sáu", "Bến phà"), Held("Trần Bảy", "Bến phà"));
        var page = await GetJsonAsync("/v1/conflicts");
        page.GetProperty("conflicts").GetArrayLength().ShouldBe(0);
        page.TryGetProperty("nextPageToken", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task List_WhileTheEngineIsAway_SaysSo()
    {
        await SubmitFactsAsync(Monday, Held("Lê Sáu", "Bến phà"), Held("Trần Bảy", "Bến phà"));
        await Engine.StopAsync();
        (await GetAsync("/v1/conflicts")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Theory]
    [InlineData("?kind=holders", "kind")]
    [InlineData("?pageSize=0", "pageSize")]
    public async Task List_WhatIsNotAllowed_IsAnInvalidParameter(string query, string parameter) =>
        await ShouldBeProblemAsync(await GetAsync("/v1/conflicts" + query), HttpStatusCode.BadRequest, "invalid-parameter", parameter);

    [Fact]
    public async Task List_OfAnEntityThatIsNone_IsNotFound() =>
        (await GetAsync($"/v1/conflicts?entity={NobodysId}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    void FindSeveralHolders() => Engine.FindConflicts = request => Holders(request).Where(conflict => conflict.Sides.Count > 1);

    static IEnumerable<Conflict> Holders(FindConflictsRequest request)
    {
        if (!request.Kinds.Contains(ConflictKind.PositionHolders))
            yield break;
        foreach (var place in request.Facts.GroupBy(fact => fact.Arguments[2].Value))
        {
            var conflict = new Conflict { Kind = ConflictKind.PositionHolders };
            conflict.About.AddRange(place.First().Arguments.Skip(1));
            foreach (var person in place.GroupBy(fact => fact.Arguments[0]).OrderByDescending(group => group.Sum(fact => fact.Articles)))
                conflict.Sides.Add(
                    new ConflictSide
                    {
                        Differs = { person.Key },
                        Rank = conflict.Sides.Count == 0 ? ConflictRank.Preferred : ConflictRank.Normal,
                        FactIds = { person.Select(fact => fact.Id) },
                    }
                );
            yield return conflict;
        }
    }

    static string Held(string person, string place) => $"positionHeld stated person={person};position=Giám đốc;organization={place}";

    async Task<JsonElement[]> ListAsync(string query = "") =>
        [.. (await GetJsonAsync("/v1/conflicts" + query)).GetProperty("conflicts").EnumerateArray()];
}
