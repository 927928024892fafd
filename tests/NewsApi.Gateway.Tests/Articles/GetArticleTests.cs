using System.Net;
using NewsApi.Contracts.Processing.V1;
using NewsApi.FakeEngine;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Tests.Articles;

public sealed class GetArticleTests : ReadingTests
{
    [Fact]
    public async Task Get_AnArticle_IsItsJsonWithAStrongTag()
    {
        var id = await SubmitAsync(Page, ("source", "a"), ("url", "https://a.vn/x"));
        var response = await GetAsync($"/v1/articles/{id}");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        response.Headers.ETag.ShouldNotBeNull().IsWeak.ShouldBeFalse();
        response.Headers.Vary.ShouldBe(["Accept"]);
        var article = await response.JsonAsync();
        article.GetProperty("id").GetGuid().ShouldBe(id);
        article.GetProperty("title").GetString().ShouldBe("Hoà bình");
        article.GetProperty("sections")[0].GetProperty("blocks").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("", "text/plain")]
    [InlineData("?offsets=utf8", null)]
    [InlineData("/text", null)]
    [InlineData("/original", null)]
    [InlineData("/lines", null)]
    [InlineData("/sentences", null)]
    [InlineData("/mentions", null)]
    [InlineData("/mentions?types=person&offsets=utf8", null)]
    [InlineData("/explanation", null)]
    [InlineData("/revisions/1", null)]
    public async Task Get_WithTheTagThatWasGiven_Is304WithoutABody(string part, string? accept)
    {
        var path = $"/v1/articles/{await SubmitAsync(Page)}{part}";
        var first = await GetAsync(path, accept);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        var tag = first.Headers.ETag!.ToString();

        foreach (var given in new[] { tag, "W/" + tag, "*" })
        {
            var second = await GetAsync(path, accept, given);
            second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
            second.Headers.ETag!.ToString().ShouldBe(tag);
            (await second.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        }
        (await GetAsync(path, accept, "\"other\"")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Tags_OfDifferentRepresentations_Differ()
    {
        var path = $"/v1/articles/{await SubmitAsync(Page)}";
        var tags = new List<string>();
        foreach (
            var query in new[] { "", "?offsets=utf8", "?offsets=codepoint", "/lines", "/lines?offsets=utf8", "/sentences", "/explanation" }
        )
            tags.Add((await GetAsync(path + query)).Headers.ETag!.Tag);
        tags.Add((await GetAsync(path, "text/plain")).Headers.ETag!.Tag);
        tags.ShouldBeUnique();
    }

    [Fact]
    public async Task Tag_WhenTheArticleGetsAnotherText_IsAnotherAndAgainWhenItIsRead()
    {
        var id = await SubmitAsync(Page, ("url", "https://a.vn/x"));
        var path = $"/v1/articles/{id}";
        var tags = new List<string> { await TagAsync() };
        await Engine.StopAsync();
        await Gateway.SubmitAsync(Page + "\nThêm.", ("url", "https://a.vn/x"));
        tags.Add(await TagAsync());
        await Engine.StartAsync();
        await Eventually.BeTrueAsync(async () => (await Gateway.ArticleAsync(id)).State == ArticleState.Ready, "the article was not ready");
        tags.Add(await TagAsync());
        tags.ShouldBeUnique();

        async Task<string> TagAsync() => (await GetAsync(path)).Headers.ETag!.Tag;
    }

    [Fact]
    public async Task Get_AsText_IsHeadlineLeadSectionsAndCaptions()
    {
        Engine.Analyze = (request, _) => Task.FromResult(Whole(request.Text));
        var id = await SubmitAsync("Bánh mì\nSapo\nMục\nĐoạn một.\nTrích\nẢnh bánh\nTTXVN\nTin khác");
        var response = await GetAsync($"/v1/articles/{id}", "text/plain");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; charset=utf-8");
        (await response.Content.ReadAsStringAsync()).ShouldBe("Bánh mì\n\nSapo\n\nMục\n\nĐoạn một.\n\nTrích\n\nẢnh bánh (TTXVN)\n");
    }

    [Theory]
    [InlineData("text/plain", "text/plain")]
    [InlineData("text/*", "text/plain")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/json, text/plain", "application/json")]
    [InlineData("application/json;q=0.5, text/plain", "text/plain")]
    public async Task Get_GivesTheTypeThatIsLikedBest(string accept, string expected)
    {
        var response = await GetAsync($"/v1/articles/{await SubmitAsync(Page)}", accept);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(expected);
    }

    [Theory]
    [InlineData("", "text/html")]
    [InlineData("", "application/json;q=0")]
    [InlineData("/text", "application/json")]
    public async Task Get_AsAnythingElse_IsNotAcceptable(string part, string accept)
    {
        var response = await GetAsync($"/v1/articles/{await SubmitAsync(Page)}{part}", accept);
        await ShouldBeProblemAsync(response, HttpStatusCode.NotAcceptable, "not-acceptable");
        response.Headers.ETag.ShouldBeNull();
    }

    [Fact]
    public async Task Get_AListing_AsText_IsNotAcceptable()
    {
        Engine.Analyze = (request, _) =>
        {
            var answer = FakeAnswer.To(request.Text);
            answer.Document.Kind = PageKind.Listing;
            return Task.FromResult(answer);
        };
        var path = $"/v1/articles/{await SubmitAsync(Page)}";
        await ShouldBeProblemAsync(await GetAsync(path, "text/plain"), HttpStatusCode.NotAcceptable, "not-acceptable");
        (await GetJsonAsync(path)).GetProperty("kind").GetString().ShouldBe("listing");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/text")]
    [InlineData("/original")]
    [InlineData("/lines")]
    [InlineData("/sentences")]
    [InlineData("/sentences?tokens=true")]
    [InlineData("/mentions")]
    [InlineData("/explanation")]
    [InlineData("/revisions")]
    [InlineData("/revisions/1")]
    public async Task Get_OfAnIdThatNoArticleHas_IsNotFound(string part)
    {
        foreach (var id in new[] { NobodysId, "none" })
            await ShouldBeProblemAsync(await GetAsync($"/v1/articles/{id}{part}"), HttpStatusCode.NotFound, "article-not-found", "id");
    }

    [Fact]
    public async Task BatchGet_AnswersInTheOrderOfTheIds()
    {
        var (first, second) = (await SubmitAsync(Page), await SubmitAsync("Tin khác"));
        var batch = await GetJsonAsync($"/v1/articles:batchGet?ids={second},{NobodysId},{first},{second}");
        batch.GetProperty("articles").EnumerateArray().Select(article => article.GetProperty("id").GetGuid()).ShouldBe([second, first]);
        batch.GetProperty("articles")[1].TryGetProperty("sections", out _).ShouldBeTrue();
        batch.GetProperty("missing").EnumerateArray().Select(id => id.GetString()).ShouldBe([NobodysId]);
    }

    [Fact]
    public async Task BatchGet_OfAPendingArticle_ShowsItsState()
    {
        var id = await SubmitPendingAsync(Page);
        var batch = await GetJsonAsync($"/v1/articles:batchGet?ids={id}");
        batch.GetProperty("articles")[0].GetProperty("state").GetString().ShouldBe("pending");
    }

    [Fact]
    public async Task BatchGet_OfAHundredIds_IsAnsweredAndOfMoreRefused()
    {
        var ids = Enumerable.Range(0, 101).Select(_ => Guid.NewGuid()).ToList();
        var batch = await GetJsonAsync("/v1/articles:batchGet?ids=" + string.Join(',', ids.Take(100)));
        batch.GetProperty("missing").GetArrayLength().ShouldBe(100);
        await ShouldBeProblemAsync(
            await GetAsync("/v1/articles:batchGet?ids=" + string.Join(',', ids)),
            HttpStatusCode.BadRequest,
            "invalid-parameter",
            "ids"
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("?ids=")]
    [InlineData("?ids=none")]
    public async Task BatchGet_WithoutIds_IsRefused(string query) =>
        await ShouldBeProblemAsync(await GetAsync("/v1/articles:batchGet" + query), HttpStatusCode.BadRequest, "invalid-parameter", "ids");

    /// <summary>One line for each part that an article can have, the last a related headline.</summary>
    static AnalyzeResponse Whole(string text)
    {
        var answer = FakeAnswer.To(text);
        var document = answer.Document;
        var lines = document.Lines.Select(line => new TextValue { Text = text[line.Span.Start..line.Span.End], Span = line.Span }).ToList();
        document.Sections.Clear();
        document.Metadata.Lead = lines[1];
        document.Sections.Add(
            new Section
            {
                Heading = lines[2],
                Blocks =
                {
                    new Block { Kind = BlockKind.Paragraph, Text = lines[3] },
                    new Block { Kind = BlockKind.PullQuote, Text = lines[4] },
                },
            }
        );
        document.Metadata.Captions.Add(new Caption { Text = lines[5], Credit = lines[6] });
        document.Metadata.Related.Add(new RelatedArticle { Title = lines[7] });
        return answer;
    }
}
