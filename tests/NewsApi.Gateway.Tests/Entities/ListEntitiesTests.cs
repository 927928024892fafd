using System.Net;
using System.Text.Json;

namespace NewsApi.Gateway.Tests.Entities;

public sealed class ListEntitiesTests : EntityTests
{
    [Theory]
    [InlineData("?q=đường", "Đường Văn Hoà")]
    [InlineData("?q=ĐƯỜNG văn hòa", "Đường Văn Hoà")]
    [InlineData("?q=duong", "Dương Thị Lụa,Đường Văn Hoà")]
    [InlineData("?q=duong&diacritics=exact", "")]
    [InlineData("?q=dương&diacritics=ignore", "Dương Thị Lụa,Đường Văn Hoà")]
    [InlineData("?q=lua", "Dương Thị Lụa")]
    [InlineData("?q=uong", "")]
    [InlineData("?type=location", "Hòa Lộc")]
    [InlineData("?type=location,person", "Dương Thị Lụa,Đường Văn Hoà,Hòa Lộc")]
    [InlineData("?type=event", "")]
    [InlineData("?isoCode=VN-59", "")]
    public async Task List_Filters_LeaveTheOthersOut(string query, string names)
    {
        await SubmitNamesAsync("[person:Đường Văn Hoà] [person:Lụa=Dương Thị Lụa] [location:Hòa Lộc] a");
        Names(await ListAsync(query))
            .Order(StringComparer.Ordinal)
            .ShouldBe(names.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task List_ThoseInMostArticlesComeFirst_OrThoseNamedLast()
    {
        var day = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(7));
        await SubmitNamesAsync("[person:Lê Sáu] a", day);
        await SubmitNamesAsync("[person:Lê Sáu] b", day);
        await SubmitNamesAsync("[person:Trần Bảy] c", day.AddDays(1));
        Names(await ListAsync()).ShouldBe(["Lê Sáu", "Trần Bảy"]);
        Names(await ListAsync("?sort=lastSeen")).ShouldBe(["Trần Bảy", "Lê Sáu"]);
    }

    [Theory]
    [InlineData("articles")]
    [InlineData("lastSeen")]
    public async Task List_PageByPage_HasEachOnce(string sort)
    {
        await SubmitNamesAsync(string.Concat(Enumerable.Range(0, 25).Select(i => $"[location:Xã số {i}] ")));
        var names = new List<string?>();
        var next = $"/v1/entities?sort={sort}&pageSize=7";
        for (var page = 0; page < 10 && next is not null; page++)
        {
            var response = await GetAsync(next);
            names.AddRange(Names((await response.JsonAsync()).GetProperty("entities").EnumerateArray()));
            next = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }
        names.Count.ShouldBe(25);
        names.Distinct().Count().ShouldBe(25);
    }

    [Theory]
    [InlineData("?type=date", "type")]
    [InlineData("?type=people", "type")]
    [InlineData("?pageSize=0", "pageSize")]
    [InlineData("?diacritics=none", "diacritics")]
    [InlineData("?q=", "q")]
    public async Task List_WhatIsNotAllowed_IsAnInvalidParameter(string query, string parameter) =>
        await ShouldBeProblemAsync(await GetAsync("/v1/entities" + query), HttpStatusCode.BadRequest, "invalid-parameter", parameter);

    [Theory]
    [InlineData("?person=Đường Văn Hòa", 1)]
    [InlineData("?person=duong van hoa", 1)]
    [InlineData("?person=Dương Văn Hòa", 0)]
    [InlineData("?location=Đường Văn Hòa", 0)]
    [InlineData("?location=Hòa Lộc", 2)]
    [InlineData("?location=Hòa Lộc&person=Đường Văn Hòa", 1)]
    [InlineData("?organization=NHNN", 1)]
    public async Task Articles_ByWhomTheyName_AreFound(string query, int count)
    {
        await SubmitNamesAsync("[person:Đường Văn Hoà] [location:Hòa Lộc] a");
        await SubmitNamesAsync("[organization:NHNN=Ngân hàng Nhà nước] [location:Hoà Lộc] b");
        (await GetJsonAsync("/v1/articles" + query)).GetProperty("articles").GetArrayLength().ShouldBe(count);
        (await GetJsonAsync("/v1/articles/count" + query)).GetProperty("count").GetInt32().ShouldBe(count);
    }

    [Fact]
    public async Task Articles_OfAnEntity_AreThoseThatNameIt()
    {
        var one = await SubmitNamesAsync("[person:Lê Sáu] a");
        var two = await SubmitNamesAsync("[person:Lê Sáu] [person:Trần Bảy] b");
        await SubmitNamesAsync("[person:Trần Bảy] c");
        var id = await OnlyEntityOfAsync(one);

        var articles = await GetJsonAsync($"/v1/entities/{id}/articles?pageSize=1");
        Ids(articles).ShouldBe([two]);
        var next = articles.GetProperty("nextPageToken").GetString();
        Ids(await GetJsonAsync($"/v1/entities/{id}/articles?pageSize=1&pageToken={next}")).ShouldBe([one]);
        Ids(await GetJsonAsync($"/v1/articles?entity={id}")).ShouldBe([two, one]);
        await ShouldBeProblemAsync(await GetAsync($"/v1/entities/{NobodysId}/articles"), HttpStatusCode.NotFound, "entity-not-found", "id");
    }

    static Guid[] Ids(JsonElement list) =>
        [.. list.GetProperty("articles").EnumerateArray().Select(article => article.GetProperty("id").GetGuid())];
}
