using System.Net;
using System.Text.Json;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Tests.Facts;

namespace NewsApi.Gateway.Tests.Articles;

public sealed class FieldsTests : FactPageTests
{
    static readonly string[] Always = ["groupId", "id", "links", "revision", "state", "storedAt", "updatedAt"];

    async Task<Guid> KeepAsync()
    {
        Engine.Analyze = (request, _) => Task.FromResult(WithFacts(request.Text));
        return await (
            await Gateway.SubmitAsync(
                "Phà chạy\nstatement stated speaker=Lê Sáu;verb=nói;content=phà sẽ chạy;direct=true",
                ("source", "a"),
                ("externalId", "1")
            )
        ).IdAsync();
    }

    static IEnumerable<string> NamesOf(JsonElement article) =>
        article.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal);

    [Fact]
    public async Task Fields_LeaveOutWhatIsNotNamed()
    {
        var id = await KeepAsync();

        NamesOf(await GetJsonAsync($"/v1/articles/{id}?fields=title,sections"))
            .ShouldBe([.. Always, "sections", "title"], ignoreOrder: true);
        NamesOf((await GetJsonAsync("/v1/articles?fields=source")).GetProperty("articles")[0])
            .ShouldBe([.. Always, "source"], ignoreOrder: true);
        NamesOf((await GetJsonAsync($"/v1/articles:batchGet?ids={id}&fields=id")).GetProperty("articles")[0]).ShouldBe(Always);
        var line = await (await GetAsync("/v1/exports/articles.ndjson?fields=externalId,title")).Content.ReadAsStringAsync();
        NamesOf(JsonDocument.Parse(line).RootElement).ShouldBe([.. Always, "externalId", "title"], ignoreOrder: true);
    }

    [Fact]
    public async Task Fields_OfTheWholeArticle_ComeInListsTooWhateverTheView()
    {
        await KeepAsync();
        var article = (await GetJsonAsync("/v1/articles?fields=sections&view=basic")).GetProperty("articles")[0];
        article.GetProperty("sections").ValueKind.ShouldBe(JsonValueKind.Array);
    }

    [Fact]
    public async Task Fields_ChooseTheEntityTag()
    {
        var id = await KeepAsync();
        var whole = (await GetAsync($"/v1/articles/{id}")).Headers.ETag;
        (await GetAsync($"/v1/articles/{id}?fields=title")).Headers.ETag.ShouldNotBe(whole);
    }

    [Theory]
    [InlineData("/v1/articles?fields=titel")]
    [InlineData("/v1/articles:batchGet?ids=00000000-0000-0000-0000-000000000001&fields=titel")]
    [InlineData("/v1/exports/articles.ndjson?fields=titel")]
    [InlineData("/v1/articles/00000000-0000-0000-0000-000000000001?fields=titel")]
    public async Task Fields_ThatAreNone_AreRefusedWithTheNearest(string path)
    {
        var problem = await ShouldBeProblemAsync(await GetAsync(path), HttpStatusCode.BadRequest, "invalid-parameter");
        problem.GetProperty("errors")[0].GetProperty("detail").GetString()!.ShouldContain("\"title\"");
        problem.GetProperty("errors")[0].GetProperty("parameter").GetString().ShouldBe("fields");
    }

    [Fact]
    public async Task Annotations_SelectTheWordsThatTheyAreAbout()
    {
        const string Emoji = "😀 Phà";
        Engine.Analyze = (request, _) =>
        {
            var answer = WithFacts(request.Text);
            answer.Document.Topics.Add(
                new ArticleTopic
                {
                    Topic = new MediaTopic
                    {
                        Code = "04000000",
                        Label = "kinh tế",
                        EnglishLabel = "economy",
                    },
                    Score = 1,
                    Evidence =
                    {
                        new TextValue
                        {
                            Text = "Phà",
                            Span = new TextSpan { Start = 3, End = 6 },
                            Line = 1,
                        },
                    },
                }
            );
            return Task.FromResult(answer);
        };
        var id = await (
            await Gateway.SubmitAsync(Emoji + "\nstatement stated speaker=Lê Sáu;verb=nói;content=phà sẽ chạy;direct=true")
        ).IdAsync();

        var response = await GetAsync($"/v1/articles/{id}/annotations");

        response
            .Content.Headers.ContentType!.ToString()
            .ShouldStartWith("application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"");
        var page = await response.JsonAsync();
        page.GetProperty("@context").GetString().ShouldBe("http://www.w3.org/ns/anno.jsonld");
        page.GetProperty("type").GetString().ShouldBe("AnnotationPage");
        var items = page.GetProperty("items").EnumerateArray().ToList();
        items.Select(item => item.GetProperty("id").GetString()).Distinct().Count().ShouldBe(items.Count);
        items.Select(item => item.GetProperty("motivation").GetString()).Distinct().ShouldBe(["identifying", "describing", "classifying"]);
        var text = await (await GetAsync($"/v1/articles/{id}/text")).Content.ReadAsStringAsync();
        var points = text.EnumerateRunes().ToList();
        foreach (var selectors in items.Select(item => item.GetProperty("target").GetProperty("selector")))
        {
            var (start, end) = (selectors[0].GetProperty("start").GetInt32(), selectors[0].GetProperty("end").GetInt32());
            var exact = selectors[1].GetProperty("exact").GetString()!;
            string.Concat(points[start..end]).ShouldBe(exact);
            text.ShouldContain(selectors[1].GetProperty("prefix").GetString() + exact + selectors[1].GetProperty("suffix").GetString());
        }
        (await GetAsync(items[0].GetProperty("target").GetProperty("source").GetString()!)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
