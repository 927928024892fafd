using System.Net;
using System.Text;
using NewsApi.FakeEngine;

namespace NewsApi.Gateway.Tests.Articles.Words;

public sealed class WordFormatTests : ReadingTests
{
    const string PlainText = "Hoà bình\nHội nghị khai mạc.\n";

    [Theory]
    [InlineData("", "text/plain", "text/plain; charset=utf-8")]
    [InlineData("?format=text", null, "text/plain; charset=utf-8")]
    // A browser that asks for a page, and says in the address what it is to be.
    [InlineData("?format=conllu", "text/html,application/xhtml+xml,*/*;q=0.8", "text/x-conllu; charset=utf-8")]
    [InlineData("?format=conllu", "application/json", "text/x-conllu; charset=utf-8")]
    [InlineData("", "text/x-conllu, application/json;q=0.9", "text/x-conllu; charset=utf-8")]
    [InlineData("", "text/html,application/xhtml+xml,*/*;q=0.8", "application/json; charset=utf-8")]
    [InlineData("?format=json", "text/plain", "application/json; charset=utf-8")]
    [InlineData("", null, "application/json; charset=utf-8")]
    public async Task Sentences_AreGivenInTheFormThatIsAskedFor(string query, string? accept, string mediaType)
    {
        var response = await GetAsync($"/v1/articles/{await SubmitAsync(Page)}/sentences{query}", accept);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe(mediaType);
        response.Headers.Vary.ShouldBe(["Accept"]);
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task Sentences_AsText_AreOneALine()
    {
        var response = await GetAsync($"/v1/articles/{await SubmitAsync(Page)}/sentences", "text/plain");
        (await response.Content.ReadAsStringAsync()).ShouldBe(PlainText);
    }

    [Theory]
    [InlineData("utf16", "Start=4|End=8")]
    [InlineData("utf8", "Start=5|End=10")]
    public async Task Sentences_AsConllu_NameTheArticleAndCountTheUnit(string unit, string offsets)
    {
        var id = await SubmitAsync(Page);
        var conllu = await (await GetAsync($"/v1/articles/{id}/sentences?format=conllu&offsets={unit}")).Content.ReadAsStringAsync();
        conllu.ShouldStartWith(
            $"# newdoc id = {id}\n# revision = 1\n# pipeline_version = {FakeAnswer.PipelineVersion}\n# offset_unit = {unit}\n"
                + $"# newpar id = {id}-p1\n# sent_id = {id}-s1\n# text = Hoà bình\n"
        );
        conllu.ShouldContain($"\n2\tbình\tbình\t_\t_\t_\t_\t_\t_\t{offsets}\n");
        conllu.ShouldContain($"\n# newpar id = {id}-p3\n# sent_id = {id}-s2\n");
    }

    [Fact]
    public async Task Sentences_NormalForms_AreThereWhereTheyDifferFromTheText()
    {
        Engine.Analyze = (request, _) =>
        {
            var answer = WithParts(request);
            foreach (var token in answer.Document.Sentences.SelectMany(sentence => sentence.Tokens).Take(1))
                token.Normal = "hòa";
            return Task.FromResult(answer);
        };
        var path = $"/v1/articles/{await SubmitAsync(Page)}/sentences";
        var tokens = (await GetJsonAsync(path + "?tokens=true")).GetProperty("sentences")[0].GetProperty("tokens");
        tokens[0].GetProperty("text").GetString().ShouldBe("Hoà");
        tokens[0].GetProperty("normal").GetString().ShouldBe("hòa");
        tokens[1].TryGetProperty("normal", out _).ShouldBeFalse();
        var conllu = await (await GetAsync(path + "?format=conllu")).Content.ReadAsStringAsync();
        conllu.ShouldContain("\n1\tHoà\thòa\t");
    }

    [Theory]
    [InlineData("application/xml")]
    [InlineData("text/csv")]
    public async Task Sentences_InAFormThatIsNotThere_NameTheOthers(string accept)
    {
        var response = await GetAsync($"/v1/articles/{await SubmitAsync(Page)}/sentences", accept);
        var problem = await ShouldBeProblemAsync(response, HttpStatusCode.NotAcceptable, "not-acceptable");
        problem.GetProperty("detail").GetString().ShouldBe("The resource is given as application/json or text/plain or text/x-conllu.");
    }

    [Fact]
    public async Task Sentences_InAFormatThatIsNotKnown_AreRefused()
    {
        var response = await GetAsync($"/v1/articles/{NobodysId}/sentences?format=conll");
        var problem = await ShouldBeProblemAsync(response, HttpStatusCode.BadRequest, "invalid-parameter", "format");
        problem.GetProperty("errors")[0].GetProperty("detail").GetString()!.ShouldContain("json, text, conllu; the nearest is \"conllu\"");
    }

    [Theory]
    [InlineData("?tokens=true")]
    [InlineData("?format=text")]
    [InlineData("?format=conllu")]
    public async Task Sentences_ThatTheClientHas_AreNotSentAgain(string query)
    {
        var path = $"/v1/articles/{await SubmitAsync(Page)}/sentences{query}";
        var tag = (await GetAsync(path)).Headers.ETag!.ToString();
        var again = await GetAsync(path, ifNoneMatch: tag);
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        again.Headers.Vary.ShouldBe(["Accept"]);
        (await again.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();

        Engine.Analyze = (request, _) =>
        {
            var answer = WithParts(request);
            answer.PipelineVersion = "fake-2";
            return Task.FromResult(answer);
        };
        var anew = await GetAsync(path, ifNoneMatch: tag);
        anew.StatusCode.ShouldBe(HttpStatusCode.OK);
        anew.Headers.ETag!.ToString().ShouldNotBe(tag);
    }

    [Fact]
    public async Task Sentences_InDifferentForms_HaveDifferentTags()
    {
        var path = $"/v1/articles/{await SubmitAsync(Page)}/sentences";
        string[] queries = ["", "?tokens=true", "?format=text", "?format=conllu", "?format=conllu&offsets=utf8"];
        var tags = new List<string>();
        foreach (var query in queries)
            tags.Add((await GetAsync(path + query)).Headers.ETag!.ToString());
        tags.ShouldBeUnique();
    }

    [Theory]
    [InlineData("text")]
    [InlineData("conllu")]
    public async Task Sentences_WhileTheEngineIsAway_AreUnavailable(string format)
    {
        var id = await SubmitAsync(Page);
        await Engine.StopAsync();
        var response = await GetAsync($"/v1/articles/{id}/sentences?format={format}");
        await ShouldBeProblemAsync(response, HttpStatusCode.ServiceUnavailable, "engine-unavailable");
        response.Headers.ETag.ShouldBeNull();
    }

    [Theory]
    [InlineData("", "text/plain")]
    [InlineData("?format=text", null)]
    [InlineData("?format=text&features=sentences,tokens", null)]
    public async Task Analyses_AsText_AreTheSentencesOfThePage(string query, string? accept)
    {
        var response = await AnalyzeAsync(query, accept);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; charset=utf-8");
        response.Headers.Vary.ShouldBe(["Accept"]);
        (await response.Content.ReadAsStringAsync()).ShouldBe(PlainText);
    }

    [Fact]
    public async Task Analyses_AsConllu_AreADocumentWithoutAName()
    {
        var response = await AnalyzeAsync("", "text/x-conllu");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/x-conllu; charset=utf-8");
        (await response.Content.ReadAsStringAsync()).ShouldStartWith(
            $"# newdoc\n# pipeline_version = {FakeAnswer.PipelineVersion}\n# offset_unit = utf16\n# newpar id = p1\n# sent_id = s1\n# text = Hoà bình\n"
        );
    }

    [Theory]
    [InlineData("?format=csv", null, HttpStatusCode.BadRequest, "invalid-parameter", "format")]
    [InlineData("?format=conllu&features=explanations", null, HttpStatusCode.BadRequest, "invalid-parameter", "features")]
    [InlineData("?features=tokens,explanations", "text/plain", HttpStatusCode.BadRequest, "invalid-parameter", "features")]
    [InlineData("", "application/xml", HttpStatusCode.NotAcceptable, "not-acceptable", null)]
    public async Task Analyses_InWhatCannotBeGiven_AskNothingOfTheEngine(
        string query,
        string? accept,
        HttpStatusCode status,
        string kind,
        string? parameter
    )
    {
        await ShouldBeProblemAsync(await AnalyzeAsync(query, accept), status, kind, parameter);
        Engine.Texts.ShouldBeEmpty();
    }

    async Task<HttpResponseMessage> AnalyzeAsync(string query, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/analyses" + query);
        request.Content = new StringContent(Page, Encoding.UTF8, "text/plain");
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        return await Gateway.CreateClient().SendAsync(request);
    }
}
