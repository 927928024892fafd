using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml.Linq;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Tests.Facts;
using NewsApi.Gateway.Tests.OpenApi;

namespace NewsApi.Gateway.Tests.Feeds;

public sealed class FormatTests : FactPageTests
{
    const string Held = "positionHeld stated person=Lê Sáu;position=Giám đốc;organization=Bến phà";
    const string Said = "statement stated speaker=Lê Sáu;verb=nói;content=phà sẽ chạy;direct=true";
    const string Event = "eventHeld planned event=Hội phà;time=2026-05-01;place=Cà Mau";

    async Task<Guid> SubmitArticleAsync(string title, DateTimeOffset published, params (string, string)[] claims)
    {
        Engine.Analyze = (request, _) =>
        {
            var answer = WithFacts(request.Text);
            answer.Document.Metadata.Lead = new TextValue { Text = "Phà chạy\u0002 <lại>", Span = new TextSpan() };
            answer.Document.Metadata.Authors.Add(new TextValue { Text = "Ngô An", Span = new TextSpan() });
            answer.Document.Metadata.Keywords.Add("bến & phà");
            answer.Document.Metadata.Captions.Add(
                new Caption
                {
                    Text = new TextValue { Text = "Bến phà.", Span = new TextSpan() },
                    Credit = new TextValue { Text = "Lê An", Span = new TextSpan() },
                }
            );
            return Task.FromResult(answer);
        };
        var time = published.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        var response = await Gateway.SubmitAsync(string.Join('\n', title, Held, Said, Event), [("publishedAt", time), .. claims]);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return await response.IdAsync();
    }

    async Task<HttpResponseMessage> AcceptingAsync(string path, string mediaType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(mediaType));
        return await Gateway.CreateClient().SendAsync(request);
    }

    [Theory]
    [InlineData("", "application/ld+json")]
    [InlineData("?format=jsonLd", "application/json")]
    public async Task JsonLd_IsANewsArticleWithPersonsQuotationsAndEvents(string query, string accepted)
    {
        var id = await SubmitArticleAsync("Phà chạy", Monday, ("url", "https://bao.example/pha"));

        var response = await AcceptingAsync($"/v1/articles/{id}{query}", accepted);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/ld+json");
        var article = await response.JsonAsync();
        article.GetProperty("@context").GetString().ShouldBe("https://schema.org");
        article.GetProperty("@type").GetString().ShouldBe("NewsArticle");
        article.GetProperty("url").GetString().ShouldBe("https://bao.example/pha");
        article.GetProperty("headline").GetString().ShouldBe("Phà chạy");
        article.GetProperty("datePublished").GetString().ShouldBe("2026-03-02T08:00:00+07:00");
        article.GetProperty("author")[0].GetProperty("name").GetString().ShouldBe("Ngô An");
        article.GetProperty("image")[0].GetProperty("creditText").GetString().ShouldBe("Lê An");
        var person = article.GetProperty("mentions").EnumerateArray().Single(node => node.GetProperty("@type").GetString() == "Person");
        person.GetProperty("name").GetString().ShouldBe("Lê Sáu");
        (await GetAsync(new Uri(person.GetProperty("@id").GetString()!).PathAndQuery)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var quotation = article.GetProperty("hasPart")[0];
        quotation.GetProperty("text").GetString().ShouldBe("phà sẽ chạy");
        quotation.GetProperty("spokenByCharacter").GetProperty("@id").GetString().ShouldBe(person.GetProperty("@id").GetString());
        var happening = article.GetProperty("about")[0];
        happening.GetProperty("startDate").GetString().ShouldBe("2026-05-01");
        happening.GetProperty("location").GetProperty("name").GetString().ShouldBe("Cà Mau");
        happening.GetProperty("eventStatus").GetString().ShouldBe("https://schema.org/EventScheduled");
        article.EnumerateObject().ShouldAllBe(property => property.Value.ValueKind != JsonValueKind.Null);
    }

    [Fact]
    public async Task Ninjs_HasHeadlineBodyAndWhoIsNamed()
    {
        var id = await SubmitArticleAsync("Phà chạy", Monday);

        var item = await (await AcceptingAsync($"/v1/articles/{id}", "application/vnd.iptc.ninjs+json")).JsonAsync();

        item.GetProperty("uri").GetString().ShouldBe($"urn:uuid:{id}");
        item.GetProperty("headlines")[0].GetProperty("value").GetString().ShouldBe("Phà chạy");
        item.GetProperty("bodies")[0].GetProperty("value").GetString()!.ShouldStartWith("Phà chạy\n");
        item.GetProperty("by").GetString().ShouldBe("Ngô An");
        item.GetProperty("people")[0].GetProperty("name").GetString().ShouldBe("Lê Sáu");
        item.GetProperty("contentCreated").GetString().ShouldBe("2026-03-02T08:00:00+07:00");
    }

    [Theory]
    [InlineData("application/ld+json")]
    [InlineData("application/vnd.iptc.ninjs+json")]
    public async Task Page_ThatIsNoArticle_IsNotGivenAsOne(string mediaType)
    {
        Engine.Analyze = (request, _) =>
        {
            var answer = WithFacts(request.Text);
            answer.Document.Kind = PageKind.Listing;
            return Task.FromResult(answer);
        };
        var id = await (await Gateway.SubmitAsync("Danh sách")).IdAsync();
        await ShouldBeProblemAsync(await AcceptingAsync($"/v1/articles/{id}", mediaType), HttpStatusCode.NotAcceptable, "not-acceptable");
    }

    [Fact]
    public async Task JsonFeed_HasTheNewestThatMeetTheQuery()
    {
        var first = await SubmitArticleAsync("Một", Monday, ("source", "a"));
        var second = await SubmitArticleAsync("Hai", Monday.AddDays(1), ("source", "a"), ("url", "https://bao.example/hai"));
        await SubmitArticleAsync("Ba", Monday.AddDays(2), ("source", "b"));

        var response = await GetAsync("/v1/feeds/articles.json?source=a");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/feed+json");
        var feed = await response.JsonAsync();
        feed.GetProperty("version").GetString().ShouldBe("https://jsonfeed.org/version/1.1");
        new Uri(feed.GetProperty("feed_url").GetString()!).PathAndQuery.ShouldBe("/v1/feeds/articles.json?source=a");
        var items = feed.GetProperty("items");
        items.EnumerateArray().Select(item => item.GetProperty("id").GetString()).ShouldBe([$"urn:uuid:{second}", $"urn:uuid:{first}"]);
        items[0].GetProperty("url").GetString().ShouldBe("https://bao.example/hai");
        new Uri(items[1].GetProperty("url").GetString()!).PathAndQuery.ShouldBe($"/v1/articles/{first}");
        items[0].GetProperty("tags")[0].GetString().ShouldBe("bến & phà");
        items[0].GetProperty("content_text").GetString()!.ShouldStartWith("Hai\n");
        (await GetJsonAsync("/v1/feeds/articles.json?q=hai&limit=1")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Atom_IsWellFormedWhateverTheTextHas()
    {
        var id = await SubmitArticleAsync("Phà <chạy>&lại", Monday);

        var response = await GetAsync("/v1/feeds/articles.atom");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/atom+xml");
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        var entry = feed.Elements(atom + "entry").Single();
        entry.Element(atom + "id")!.Value.ShouldBe($"urn:uuid:{id}");
        entry.Element(atom + "title")!.Value.ShouldBe("Phà <chạy>&lại");
        entry.Element(atom + "summary")!.Value.ShouldBe("Phà chạy <lại>");
        entry.Element(atom + "author")!.Element(atom + "name")!.Value.ShouldBe("Ngô An");
        entry.Element(atom + "category")!.Attribute("term")!.Value.ShouldBe("bến & phà");
        DateTimeOffset.Parse(entry.Element(atom + "published")!.Value, null).ShouldBe(Monday);
        feed.Element(atom + "updated").ShouldNotBeNull();
        feed.Element(atom + "id").ShouldNotBeNull();
    }

    [Fact]
    public async Task Rss_IsWellFormedWhateverTheTextHas()
    {
        var id = await SubmitArticleAsync("Phà <chạy>&lại", Monday);

        var response = await GetAsync("/v1/feeds/articles.rss");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/rss+xml");
        var item = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!.Element("channel")!.Elements("item").Single();
        item.Element("guid")!.Value.ShouldBe($"urn:uuid:{id}");
        item.Element("title")!.Value.ShouldBe("Phà <chạy>&lại");
        item.Element("pubDate")!.Value.ShouldBe("Mon, 02 Mar 2026 01:00:00 GMT");
        item.Element(XName.Get("creator", "http://purl.org/dc/elements/1.1/"))!.Value.ShouldBe("Ngô An");
    }

    [LintFact]
    public async Task Formats_AreReadByWhatOthersWrote()
    {
        await SubmitArticleAsync("Một", Monday.AddHours(-1), ("url", "https://bao.example/mot"));
        var id = await SubmitArticleAsync("Phà <chạy>&lại", Monday, ("url", "https://bao.example/pha"));
        var folder = Directory.CreateDirectory(Path.Combine(NodeScript.Folder, "out", Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            foreach (var name in new[] { "articles.json", "articles.atom", "articles.rss" })
                await SaveAsync(folder, name, $"/v1/feeds/{name}");
            await SaveAsync(folder, "article.jsonld", $"/v1/articles/{id}?format=jsonLd");
            var expected = new
            {
                count = 2,
                id = $"urn:uuid:{id}",
                title = "Phà <chạy>&lại",
                published = Monday,
                author = "Ngô An",
            };
            await File.WriteAllTextAsync(Path.Combine(folder, "expected.json"), JsonSerializer.Serialize(expected));

            var (exitCode, output) = await NodeScript.RunAsync("formats.mjs", folder);

            exitCode.ShouldBe(0, output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    async Task SaveAsync(string folder, string name, string path)
    {
        var response = await GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        await File.WriteAllBytesAsync(Path.Combine(folder, name), await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Feed_ThatDidNotChange_IsNotSentAgain()
    {
        await SubmitArticleAsync("Một", Monday);
        var tag = (await GetAsync("/v1/feeds/articles.rss")).Headers.ETag!;
        using var again = new HttpRequestMessage(HttpMethod.Get, "/v1/feeds/articles.rss");
        again.Headers.IfNoneMatch.Add(tag);
        (await Gateway.CreateClient().SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);

        await SubmitArticleAsync("Hai", Monday);
        using var later = new HttpRequestMessage(HttpMethod.Get, "/v1/feeds/articles.rss");
        later.Headers.IfNoneMatch.Add(tag);
        (await Gateway.CreateClient().SendAsync(later)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("sort=relevance&q=a", "sort")]
    [InlineData("q=(", "q")]
    public async Task Parameters_ThatAreNotAllowed_AreNamed(string query, string parameter) =>
        await ShouldBeProblemAsync(
            await GetAsync("/v1/feeds/articles.atom?" + query),
            HttpStatusCode.BadRequest,
            "invalid-parameter",
            parameter
        );
}
