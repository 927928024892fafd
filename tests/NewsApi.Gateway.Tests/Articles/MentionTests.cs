using System.Net;
using System.Text;
using System.Text.Json;
using NewsApi.Contracts.Processing.V1;
using NewsApi.FakeEngine;

namespace NewsApi.Gateway.Tests.Articles;

public sealed class MentionTests : ReadingTests
{
    /// <summary>Decomposed marks, an emoji and a line end of two characters before what is mentioned.</summary>
    const string Text = "Tin 🇻🇳\r\nHoa\u0300 😀 Cà Mau: ông Lành, giám đốc Bến phà.";

    [Fact]
    public async Task Mentions_OfAnArticle_HaveEveryFieldThatTheEngineTold()
    {
        var id = await SubmitMentionedAsync();
        var list = await GetJsonAsync($"/v1/articles/{id}/mentions");

        list.GetProperty("articleId").GetGuid().ShouldBe(id);
        list.GetProperty("revision").GetInt32().ShouldBe(1);
        list.GetProperty("pipelineVersion").GetString().ShouldBe(FakeAnswer.PipelineVersion);
        list.GetProperty("offsetUnit").GetString().ShouldBe("utf16");
        list.GetProperty("mentions")
            .EnumerateArray()
            .Select(WithoutEntityId)
            .ShouldBe([
                """{"span":{"start":18,"end":24},"line":2,"type":"location","text":"Cà Mau","entity":"Cà Mau","score":0.9954,"isoCode":"VN-59"}""",
                """{"span":{"start":30,"end":34},"line":2,"type":"person","text":"Lành","entity":"Trần Văn Lành","score":0.75}""",
                """{"span":{"start":45,"end":52},"line":2,"type":"organization","text":"Bến phà","entity":"Bến phà Hòa Lộc","score":0.5}""",
            ]);
        list.GetProperty("positions")
            .EnumerateArray()
            .Select(position => position.ToString())
            .ShouldBe([
                """{"span":{"start":36,"end":52},"line":2,"text":"giám đốc Bến phà","person":"Trần Văn Lành","organization":"Bến phà Hòa Lộc","bare":false}""",
                """{"span":{"start":36,"end":44},"line":2,"text":"giám đốc","bare":true}""",
            ]);
    }

    /// <summary>It is made anew for each gateway.</summary>
    static string WithoutEntityId(JsonElement mention) =>
        mention.ToString().Replace($",\"entityId\":\"{mention.GetProperty("entityId").GetGuid()}\"", "", StringComparison.Ordinal);

    [Theory]
    [InlineData("?types=person", "person")]
    [InlineData("?types=person,location", "location,person")]
    [InlineData("?types=organization&types=location", "location,organization")]
    [InlineData("?types=quantity", "")]
    [InlineData("", "location,person,organization")]
    public async Task Mentions_OfTypes_AreThoseInTheOrderOfThePageWithEveryPosition(string query, string types)
    {
        var list = await GetJsonAsync($"/v1/articles/{await SubmitMentionedAsync()}/mentions{query}");
        Types(list).ShouldBe(types.Split(',', StringSplitOptions.RemoveEmptyEntries));
        list.GetProperty("positions").GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData("?types=persons", "the nearest is \"person\"")]
    [InlineData("?types=PERSON", "must be one of person, organization, location, event, law, date, quantity")]
    [InlineData("?types=person,animal", "must be one of")]
    [InlineData("?types=unspecified", "must be one of")]
    [InlineData("?types=1", "must be one of")]
    [InlineData("?types=", "must be one of")]
    public async Task Mentions_OfATypeThatDoesNotExist_IsAnInvalidParameter(string query, string message)
    {
        var response = await GetAsync($"/v1/articles/{await SubmitMentionedAsync()}/mentions{query}");
        var problem = await ShouldBeProblemAsync(response, HttpStatusCode.BadRequest, "invalid-parameter", "types");
        problem.GetProperty("errors")[0].GetProperty("detail").GetString()!.ShouldContain(message);
    }

    [Fact]
    public async Task Mentions_WithAParameterThatDoesNotExist_NameTheNearest()
    {
        var response = await GetAsync($"/v1/articles/{await SubmitMentionedAsync()}/mentions?type=person");
        var problem = await ShouldBeProblemAsync(response, HttpStatusCode.BadRequest, "unknown-parameter", "type");
        problem.GetProperty("errors")[0].GetProperty("detail").GetString()!.ShouldContain("\"types\"");
    }

    [Theory]
    [InlineData("utf16", 18, 36)]
    [InlineData("codepoint", 15, 33)]
    [InlineData("utf8", 25, 46)]
    public async Task Spans_InEveryUnit_SliceTheText(string unit, int firstMention, int firstPosition)
    {
        var list = await GetJsonAsync($"/v1/articles/{await SubmitMentionedAsync()}/mentions?offsets={unit}");
        list.GetProperty("offsetUnit").GetString().ShouldBe(unit);
        var (mentions, positions) = (list.GetProperty("mentions"), list.GetProperty("positions"));
        mentions[0].GetProperty("span").GetProperty("start").GetInt32().ShouldBe(firstMention);
        positions[0].GetProperty("span").GetProperty("start").GetInt32().ShouldBe(firstPosition);
        mentions
            .EnumerateArray()
            .Concat(positions.EnumerateArray())
            .ShouldAllBe(item => Slice(item.GetProperty("span"), unit) == item.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Mentions_AreKeptAndAskNothingOfTheEngine()
    {
        var id = await SubmitMentionedAsync();
        await Engine.StopAsync();
        Types(await GetJsonAsync($"/v1/articles/{id}/mentions")).Count().ShouldBe(3);
    }

    [Fact]
    public async Task Submit_APage_AsksTheEngineForMentions()
    {
        Feature[] asked = [];
        Engine.Analyze = (request, _) =>
        {
            asked = [.. request.Features];
            return Task.FromResult(FakeAnswer.To(request.Text));
        };
        await SubmitAsync(Page);
        asked.ShouldContain(Feature.Mentions);
    }

    [Fact]
    public async Task Mentions_OfAnArticleWithoutAny_AreEmptyLists()
    {
        var list = await GetJsonAsync($"/v1/articles/{await SubmitAsync(Page)}/mentions");
        list.GetProperty("mentions").GetArrayLength().ShouldBe(0);
        list.GetProperty("positions").GetArrayLength().ShouldBe(0);
    }

    /// <summary>Nothing reads kept pages anew: who wants to know whether there were none or nobody looked has the pipeline's version.</summary>
    [Fact]
    public async Task Mentions_OfAnAnalysisThatIsOlderThanThey_AreEmptyUntilANewTextIsSubmitted()
    {
        const string Url = "https://a.vn/x";
        Engine.Analyze = (request, _) =>
        {
            var old = FakeAnswer.To(request.Text);
            old.PipelineVersion = "fake-0";
            return Task.FromResult(old);
        };
        var id = await SubmitAsync(Text, ("url", Url));
        Engine.Analyze = (request, _) => Task.FromResult(WithMentions(request));
        await SubmitAsync(Text, ("url", Url));

        var old = await GetAsync($"/v1/articles/{id}/mentions");
        var list = await old.JsonAsync();
        list.GetProperty("pipelineVersion").GetString().ShouldBe("fake-0");
        Types(list).ShouldBeEmpty();
        list.GetProperty("positions").GetArrayLength().ShouldBe(0);

        (await SubmitAsync(Text + "\nThêm.", ("url", Url))).ShouldBe(id);
        var renewed = await GetAsync($"/v1/articles/{id}/mentions", ifNoneMatch: old.Headers.ETag!.ToString());
        renewed.StatusCode.ShouldBe(HttpStatusCode.OK);
        Types(await renewed.JsonAsync()).Count().ShouldBe(3);
    }

    [Fact]
    public async Task Tags_OfTypesAndUnits_DifferAndAreTheSameForTheSameTypes()
    {
        var path = $"/v1/articles/{await SubmitMentionedAsync()}";
        var tags = new List<string>();
        foreach (
            var query in new[] { "/lines", "/mentions", "/mentions?offsets=utf8", "/mentions?types=person", "/mentions?types=person,date" }
        )
            tags.Add(await TagAsync(query));
        tags.ShouldBeUnique();
        (await TagAsync("/mentions?types=date&types=person,person")).ShouldBe(tags[^1]);

        async Task<string> TagAsync(string query) => (await GetAsync(path + query)).Headers.ETag!.Tag;
    }

    async Task<Guid> SubmitMentionedAsync()
    {
        Engine.Analyze = (request, _) => Task.FromResult(WithMentions(request));
        return await SubmitAsync(Text);
    }

    static AnalyzeResponse WithMentions(AnalyzeRequest request)
    {
        var answer = WithParts(request);
        if (!request.Features.Contains(Feature.Mentions))
            return answer;
        answer.Document.Mentions.AddRange([
            Mention(EntityType.Location, "Cà Mau", "Cà Mau", 0.9954),
            Mention(EntityType.Person, "Lành", "Trần Văn Lành", 0.75),
            Mention(EntityType.Organization, "Bến phà", "Bến phà Hòa Lộc", 0.5),
        ]);
        answer.Document.Mentions[0].IsoCode = "VN-59";
        answer.Document.Positions.AddRange([
            new Position
            {
                Span = SpanOf("giám đốc Bến phà"),
                Line = 2,
                Text = "giám đốc Bến phà",
                Person = "Trần Văn Lành",
                Organization = "Bến phà Hòa Lộc",
            },
            new Position
            {
                Span = SpanOf("giám đốc"),
                Line = 2,
                Text = "giám đốc",
                Bare = true,
            },
        ]);
        return answer;
    }

    static Mention Mention(EntityType type, string text, string entity, double score) =>
        new()
        {
            Span = SpanOf(text),
            Line = 2,
            Type = type,
            Text = text,
            Entity = entity,
            Score = score,
        };

    static TextSpan SpanOf(string text)
    {
        var start = Text.IndexOf(text, StringComparison.Ordinal);
        return new TextSpan { Start = start, End = start + text.Length };
    }

    static IEnumerable<string?> Types(JsonElement list) =>
        list.GetProperty("mentions").EnumerateArray().Select(mention => mention.GetProperty("type").GetString());

    /// <summary>What a client that counts in this unit cuts out.</summary>
    static string Slice(JsonElement span, string unit)
    {
        var (start, end) = (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32());
        return unit switch
        {
            "utf16" => Text[start..end],
            "codepoint" => string.Concat(Text.EnumerateRunes().Skip(start).Take(end - start)),
            _ => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Text), start, end - start),
        };
    }
}
