using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace NewsApi.Gateway.Tests.Entities;

public sealed class EditEntitiesTests : EntityTests
{
    [Fact]
    public async Task Merge_GivesArticlesAndAliasesToTheOther_AndLeadsOn()
    {
        var (one, from) = await SubmitPersonAsync("[person:Lê Văn Sáu] a");
        var (two, into) = await SubmitPersonAsync("[person:Lê V. Sáu] b");

        var merged = await PostOkAsync($"/v1/entities/{from}:merge", new { into });

        merged.GetProperty("id").GetGuid().ShouldBe(into);
        merged.GetProperty("articles").GetInt32().ShouldBe(2);
        merged.GetProperty("aliases").ToString().ShouldBe("""["Lê Văn Sáu"]""");
        (await OnlyEntityOfAsync(one)).ShouldBe(into);
        (await OnlyEntityOfAsync(two)).ShouldBe(into);
        Names(await ListAsync()).ShouldBe(["Lê V. Sáu"]);
        var moved = await GetWithoutRedirectAsync($"/v1/entities/{from}");
        moved.StatusCode.ShouldBe(HttpStatusCode.PermanentRedirect);
        moved.Headers.Location!.ToString().ShouldBe($"/v1/entities/{into}");
        (await GetJsonAsync($"/v1/articles?entity={from}")).GetProperty("articles").GetArrayLength().ShouldBe(2);
        (await GetJsonAsync($"/v1/entities/{from}/articles")).GetProperty("articles").GetArrayLength().ShouldBe(2);
        // A later article with the old name goes to the one that remains.
        (await OnlyEntityOfAsync(await SubmitNamesAsync("[person:Lê Văn Sáu] c"))).ShouldBe(into);
    }

    [Fact]
    public async Task Merge_OneAfterTheOther_LeadsToTheLast()
    {
        var (_, a) = await SubmitPersonAsync("[person:Lê Sáu] a");
        var (_, b) = await SubmitPersonAsync("[person:Lê Bảy] b");
        var (_, c) = await SubmitPersonAsync("[person:Lê Tám] c");
        await PostOkAsync($"/v1/entities/{a}:merge", new { into = b });
        await PostOkAsync($"/v1/entities/{b}:merge", new { into = c });
        (await GetJsonAsync($"/v1/entities/{a}")).GetProperty("id").GetGuid().ShouldBe(c);
        (await ListAsync()).ShouldHaveSingleItem().GetProperty("articles").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task Split_MakesAnotherOfTheArticles()
    {
        var (one, id) = await SubmitPersonAsync("[person:Lê Văn Sáu|bác sĩ] a");
        var (two, _) = await SubmitPersonAsync("[person:Lê Văn Sáu|ca sĩ] b");

        var made = await PostOkAsync($"/v1/entities/{id}:split", new { articles = new[] { two } }, HttpStatusCode.Created);

        var other = made.GetProperty("id").GetGuid();
        other.ShouldNotBe(id);
        made.GetProperty("latestPosition").GetString().ShouldBe("ca sĩ");
        made.GetProperty("homonyms")[0].GetProperty("id").GetGuid().ShouldBe(id);
        (await OnlyEntityOfAsync(one)).ShouldBe(id);
        (await OnlyEntityOfAsync(two)).ShouldBe(other);
        (await GetJsonAsync($"/v1/entities/{id}")).GetProperty("latestPosition").GetString().ShouldBe("bác sĩ");
        var link = (await EntitiesOfAsync(two)).ShouldHaveSingleItem();
        link.GetProperty("decidedBy").GetString().ShouldBe("editor");
    }

    [Fact]
    public async Task Decisions_HoldWhenTheArticleIsLinkedAnew()
    {
        var (one, id) = await SubmitPersonAsync("[person:Lê Văn Sáu] a");
        var (two, _) = await SubmitPersonAsync("[person:Lê Văn Sáu] b");
        var other = (await PostOkAsync($"/v1/entities/{id}:split", new { articles = new[] { two } }, HttpStatusCode.Created))
            .GetProperty("id")
            .GetGuid();

        await Gateway.Store.WriteAsync(
            db => db.Articles.ExecuteUpdateAsync(row => row.SetProperty(article => article.LinkedRevision, (int?)null)),
            CancellationToken.None
        );
        await ShouldGetLinkedAsync(one);
        await ShouldGetLinkedAsync(two);
        (await OnlyEntityOfAsync(two)).ShouldBe(other);
    }

    [Fact]
    public async Task Edits_ChangeTheTagsOfWhatShowsThem()
    {
        var (one, from) = await SubmitPersonAsync("[person:Lê Sáu] a");
        var (_, into) = await SubmitPersonAsync("[person:Lê Bảy] b");
        var tag = (await GetAsync($"/v1/articles/{one}/mentions")).Headers.ETag!.ToString();
        (await GetAsync($"/v1/articles/{one}/mentions", ifNoneMatch: tag)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        await PostOkAsync($"/v1/entities/{from}:merge", new { into });
        (await GetAsync($"/v1/articles/{one}/mentions", ifNoneMatch: tag)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Merge_WhatCannotBe_IsAnInvalidFieldAndChangesNothing()
    {
        var (_, person) = await SubmitPersonAsync("[person:Hồng Hà] a");
        var (_, place) = await SubmitPersonAsync("[location:Hồng Hà] b");
        foreach (var into in new[] { person, place, Guid.Parse(NobodysId) })
        {
            var problem = await ShouldBeProblemAsync(
                await PostJsonAsync($"/v1/entities/{person}:merge", new { into }),
                HttpStatusCode.BadRequest,
                "invalid-field"
            );
            problem.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe("#/into");
        }
        (await ListAsync()).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Split_WhatCannotBe_IsAnInvalidFieldAndChangesNothing()
    {
        var (one, id) = await SubmitPersonAsync("[person:Lê Sáu] a");
        foreach (var articles in new[] { [], [one], new[] { Guid.Parse(NobodysId) } })
            await ShouldBeProblemAsync(
                await PostJsonAsync($"/v1/entities/{id}:split", new { articles }),
                HttpStatusCode.BadRequest,
                "invalid-field"
            );
        (await ListAsync()).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("merge", "{}", HttpStatusCode.BadRequest, "invalid-field")]
    [InlineData("merge", """{"into":"x"}""", HttpStatusCode.BadRequest, "invalid-field")]
    [InlineData("merge", """{"inot":"x"}""", HttpStatusCode.BadRequest, "unknown-field")]
    [InlineData("merge", "", HttpStatusCode.BadRequest, "malformed-body")]
    [InlineData("split", """{"articles":1}""", HttpStatusCode.BadRequest, "invalid-field")]
    public async Task Edit_ABodyThatIsNotRight_IsAProblem(string verb, string body, HttpStatusCode status, string kind)
    {
        var (_, id) = await SubmitPersonAsync("[person:Lê Sáu] a");
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        await ShouldBeProblemAsync(await Gateway.CreateClient().PostAsync($"/v1/entities/{id}:{verb}", content), status, kind);
    }

    [Fact]
    public async Task Edit_NobodysEntity_IsNotFound() =>
        await ShouldBeProblemAsync(
            await PostJsonAsync($"/v1/entities/{NobodysId}:merge", new { into = NobodysId }),
            HttpStatusCode.NotFound,
            "entity-not-found",
            "id"
        );

    async Task<(Guid Article, Guid Entity)> SubmitPersonAsync(string text)
    {
        var article = await SubmitNamesAsync(text);
        return (article, await OnlyEntityOfAsync(article));
    }

    async Task<HttpResponseMessage> GetWithoutRedirectAsync(string path)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = Gateway.ClientOptions.BaseAddress };
        return await client.GetAsync(path);
    }
}
