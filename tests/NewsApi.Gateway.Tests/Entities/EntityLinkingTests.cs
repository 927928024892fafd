using System.Net;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Gateway.Tests.Entities;

public sealed class EntityLinkingTests : EntityTests
{
    static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public async Task Link_OneNameInTwoArticles_IsOneEntity()
    {
        var first = await OnlyEntityOfAsync(await SubmitNamesAsync("[person:Lê Văn Sáu] a", Monday));
        var second = await OnlyEntityOfAsync(await SubmitNamesAsync("[person:Sáu=Lê Văn Sáu] [person:Lê Văn Sáu] b", Monday.AddDays(3)));

        second.ShouldBe(first);
        var entity = await GetJsonAsync($"/v1/entities/{first}");
        entity.GetProperty("name").GetString().ShouldBe("Lê Văn Sáu");
        entity.GetProperty("articles").GetInt32().ShouldBe(2);
        entity.GetProperty("mentions").GetInt32().ShouldBe(3);
        entity.GetProperty("firstSeen").GetDateTimeOffset().ShouldBe(Monday);
        entity.GetProperty("lastSeen").GetDateTimeOffset().ShouldBe(Monday.AddDays(3));
        entity.GetProperty("aliases")[0].GetString().ShouldBe("Sáu");
    }

    [Fact]
    public async Task Link_WhatTheEngineTurnsDown_IsAnotherEntityOfTheName()
    {
        var first = await OnlyEntityOfAsync(await SubmitNamesAsync("[person:Lê Văn Sáu|bác sĩ|Bệnh viện Sông Lam] a"));
        EntityToLink? asked = null;
        Engine.Link = entity =>
        {
            asked = entity;
            return new EntityChoice { Score = 0.2, Signs = { LinkSign.NoneIsLikely, LinkSign.OtherField } };
        };
        var article = await SubmitNamesAsync("[person:Lê Văn Sáu|ca sĩ] b");

        var link = (await EntitiesOfAsync(article)).ShouldHaveSingleItem();
        var second = link.GetProperty("entityId").GetGuid();
        second.ShouldNotBe(first);
        link.GetProperty("isNew").GetBoolean().ShouldBeTrue();
        link.GetProperty("decidedBy").GetString().ShouldBe("engine");
        link.GetProperty("signs").ToString().ShouldBe("""["noneIsLikely","otherField"]""");
        asked!.Profile.Positions.ShouldBe(["ca sĩ"]);
        var candidate = asked.Candidates.ShouldHaveSingleItem();
        candidate.Id.ShouldBe(first.ToString());
        candidate.Articles.ShouldBe(1);
        candidate.Profile.Positions.ShouldBe(["bác sĩ"]);
        candidate.Profile.Organizations.ShouldBe(["Bệnh viện Sông Lam"]);
        var homonym = (await GetJsonAsync($"/v1/entities/{second}")).GetProperty("homonyms")[0];
        homonym.GetProperty("id").GetGuid().ShouldBe(first);
        homonym.GetProperty("latestPosition").GetString().ShouldBe("bác sĩ");
    }

    [Fact]
    public async Task Link_AnAbbreviation_LeadsToTheBody()
    {
        var body = await OnlyEntityOfAsync(await SubmitNamesAsync("[organization:NHNN=Ngân hàng Nhà nước] a"));
        (await OnlyEntityOfAsync(await SubmitNamesAsync("[organization:NHNN] b"))).ShouldBe(body);
    }

    [Theory]
    [InlineData("[organization:Bộ=Bộ Nội vụ] a", "[organization:Bộ=Bộ Công Thương] b")]
    [InlineData("[person:Sáu=Lê Văn Sáu] a", "[person:Sáu=Trần Thị Sáu] b")]
    [InlineData("[person:Hồng Hà] a", "[location:Hồng Hà] b")]
    public async Task Link_PartsOfNamesAndOtherTypes_LeadToNobody(string one, string other)
    {
        var first = await OnlyEntityOfAsync(await SubmitNamesAsync(one));
        (await OnlyEntityOfAsync(await SubmitNamesAsync(other))).ShouldNotBe(first);
    }

    [Fact]
    public async Task Link_DatesAndQuantities_AreNoEntities() =>
        (await EntitiesOfAsync(await SubmitNamesAsync("[date:2026-03-02] [quantity:3 chuyến] a"))).ShouldBeEmpty();

    [Fact]
    public async Task Mentions_OfAKeptArticle_TellTheirEntities()
    {
        var article = await SubmitNamesAsync("[person:Lê Văn Sáu] [date:2026-03-02] a");
        var mentions = (await GetJsonAsync($"/v1/articles/{article}/mentions")).GetProperty("mentions");
        mentions[0].GetProperty("entityId").GetGuid().ShouldBe(await OnlyEntityOfAsync(article));
        mentions[1].TryGetProperty("entityId", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Delete_TheLastArticle_TakesTheEntityWithIt()
    {
        var first = await SubmitNamesAsync("[person:Lê Văn Sáu] a", Monday);
        var second = await SubmitNamesAsync("[person:Lê Văn Sáu] [person:Lê Văn Sáu] b", Monday.AddDays(1));
        var id = await OnlyEntityOfAsync(first);

        await Gateway.CreateClient().DeleteAsync($"/v1/articles/{second}");
        var entity = await GetJsonAsync($"/v1/entities/{id}");
        (entity.GetProperty("articles").GetInt32(), entity.GetProperty("mentions").GetInt32()).ShouldBe((1, 1));
        entity.GetProperty("lastSeen").GetDateTimeOffset().ShouldBe(Monday);

        await Gateway.CreateClient().DeleteAsync($"/v1/articles/{first}");
        await ShouldBeProblemAsync(await GetAsync($"/v1/entities/{id}"), HttpStatusCode.NotFound, "entity-not-found", "id");
        (await Gateway.QueryAsync(db => db.EntityAliases.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Revise_ATextThatNamesAnother_MovesTheArticle()
    {
        await SubmitNamesAsync("[person:Trần Bảy] a");
        var url = ("url", "https://bao.example/1");
        await Gateway.SubmitAsync("[person:Lê Văn Sáu] b", url);
        Names(await ListAsync()).ShouldBe(["Lê Văn Sáu", "Trần Bảy"], ignoreOrder: true);
        await Gateway.SubmitAsync("[person:Trần Bảy] c", url);
        var left = (await ListAsync()).ShouldHaveSingleItem();
        left.GetProperty("name").GetString().ShouldBe("Trần Bảy");
        left.GetProperty("articles").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Link_WhileTheEngineFails_IsMadeUpForLater()
    {
        await SubmitNamesAsync("[person:Lê Văn Sáu] a");
        var fails = true;
        var linked = Engine.Link;
        Engine.Link = entity => fails ? throw new RpcException(new Status(StatusCode.Internal, "")) : linked(entity);

        var article = await SubmitNamesAsync("[person:Lê Văn Sáu] b");
        await ShouldBeProblemAsync(await GetAsync($"/v1/articles/{article}/entities"), HttpStatusCode.Conflict, "not-analyzed");
        (await GetAsync($"/v1/articles/{article}")).StatusCode.ShouldBe(HttpStatusCode.OK);

        fails = false;
        await ShouldGetLinkedAsync(article);
        (await ListAsync()).ShouldHaveSingleItem().GetProperty("articles").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Link_ManyAtOnce_MakesOneEntityAndCountsAll()
    {
        await SubmitNamesAsync("[location:Cà Mau] 0");
        await Task.WhenAll(Enumerable.Range(1, 20).Select(i => Gateway.SubmitAsync($"[location:Cà Mau] [person:Lê Văn Sáu] {i}")));
        var entities = await ListAsync();
        Names(entities).ShouldBe(["Cà Mau", "Lê Văn Sáu"]);
        entities.Select(entity => entity.GetProperty("articles").GetInt32()).ShouldBe([21, 20]);
    }
}
