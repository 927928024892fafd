using System.Net;
using System.Text.Json;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Tests.Articles;

public sealed class ListArticlesTests : ReadingTests
{
    static readonly DateTimeOffset Noon = new(2026, 2, 7, 12, 0, 0, TimeSpan.FromHours(7));

    int _rows;

    [Theory]
    [InlineData("storedAt")]
    [InlineData("publishedAt")]
    public async Task Paging_WhileNewArticlesArrive_ShowsEveryArticleOnceInOrder(string sort)
    {
        // Two share a moment each time, and every third has no publication time.
        var rows = Enumerable.Range(0, 23).Select(i => Row(Noon.AddMinutes(i / 2), i % 3 == 0 ? null : Noon.AddDays(-i / 2))).ToArray();
        await KeepAsync(rows);

        var seen = new List<Guid>();
        for (var path = $"/v1/articles?sort={sort}&pageSize=4"; path is not null; )
        {
            var response = await GetAsync(path);
            var page = await response.JsonAsync();
            seen.AddRange(Ids(page));
            path = NextOf(response, page);
            await KeepAsync(Row(Noon.AddHours(1), Noon.AddDays(1)), Row(Noon.AddHours(1), null));
        }

        seen.ShouldBeUnique();
        seen.Where(id => rows.Any(row => row.Id == id))
            .ShouldBe(
                rows.OrderByDescending(row => sort == "storedAt" ? row.StoredAt : row.PublishedAt ?? DateTimeOffset.MinValue)
                    .ThenByDescending(row => row.Id.ToString(), StringComparer.Ordinal)
                    .Select(row => row.Id)
            );
    }

    [Fact]
    public async Task Paging_WhileTheRowOfTheTokenIsDeleted_GoesOnAfterIt()
    {
        var rows = Enumerable.Range(0, 4).Select(i => Row(Noon.AddMinutes(i), null)).ToArray();
        await KeepAsync(rows);
        var page = await GetJsonAsync("/v1/articles?pageSize=2");
        await Gateway.CreateClient().DeleteAsync($"/v1/articles/{rows[2].Id}");
        var next = await GetJsonAsync($"/v1/articles?pageSize=2&pageToken={Token(page)}");
        Ids(next).ShouldBe([rows[1].Id, rows[0].Id]);
    }

    [Fact]
    public async Task List_ByPublication_PutsThoseWithoutTimeLast()
    {
        var (early, none, late) = (Row(Noon, Noon.AddDays(-1)), Row(Noon, null), Row(Noon, Noon));
        await KeepAsync(early, none, late);
        Ids(await GetJsonAsync("/v1/articles?sort=publishedAt")).ShouldBe([late.Id, early.Id, none.Id]);
    }

    [Fact]
    public async Task List_OfAWholeNumberOfPages_HasNoTokenOnTheLast()
    {
        await KeepAsync([.. Enumerable.Range(0, 4).Select(_ => Row(Noon, null))]);
        var first = await GetJsonAsync("/v1/articles?pageSize=2");
        var response = await GetAsync($"/v1/articles?pageSize=2&pageToken={Token(first)}");
        var last = await response.JsonAsync();
        Ids(last).Count.ShouldBe(2);
        last.TryGetProperty("nextPageToken", out _).ShouldBeFalse();
        response.Headers.Contains("Link").ShouldBeFalse();
    }

    [Fact]
    public async Task List_OfNothing_IsEmpty()
    {
        var page = await GetJsonAsync("/v1/articles");
        page.GetProperty("articles").GetArrayLength().ShouldBe(0);
        page.TryGetProperty("nextPageToken", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("", 20)]
    [InlineData("?pageSize=1", 1)]
    [InlineData("?pageSize=200", 200)]
    [InlineData("?pageSize=100000", 200)]
    public async Task PageSize_IsTwentyOrWhatIsAskedForUpToTwoHundred(string query, int expected)
    {
        await KeepAsync([.. Enumerable.Range(0, 201).Select(_ => Row(Noon, null))]);
        Ids(await GetJsonAsync("/v1/articles" + query)).Count.ShouldBe(expected);
    }

    [Fact]
    public async Task Link_KeepsTheQueryAsItWasAsked()
    {
        await KeepAsync(Row(Noon, null, row => row.Source = "báo & mới"), Row(Noon, null, row => row.Source = "báo & mới"));
        var response = await GetAsync("/v1/articles?source=b%C3%A1o%20%26%20m%E1%BB%9Bi&pageSize=1&storedFrom=2026-02-07");
        var next = NextOf(response, await response.JsonAsync()).ShouldNotBeNull();
        Ids(await GetJsonAsync(next)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("sort=publishedAt&source=a", false)]
    [InlineData("source=b", false)]
    [InlineData("source=a&view=full", false)]
    [InlineData("source=a&storedFrom=2026-02-07", false)]
    [InlineData("pageSize=7&source=a&sort=storedAt", true)]
    public async Task PageToken_HoldsForItsQueryAlone(string query, bool holds)
    {
        await KeepAsync(Row(Noon, null, row => row.Source = "a"), Row(Noon, null, row => row.Source = "a"));
        var token = Token(await GetJsonAsync("/v1/articles?source=a&pageSize=1"));
        var response = await GetAsync($"/v1/articles?{query}&pageToken={token}");
        if (holds)
            Ids(await response.JsonAsync()).Count.ShouldBe(1);
        else
            await ShouldBeProblemAsync(response, HttpStatusCode.BadRequest, "invalid-page-token", "pageToken");
    }

    [Fact]
    public async Task PageToken_ThatWasTamperedWith_IsRefused()
    {
        await KeepAsync(Row(Noon, null), Row(Noon, null));
        var token = Token(await GetJsonAsync("/v1/articles?pageSize=1"));
        for (var i = 0; i < token.Length; i++)
        {
            var other = token[i] == 'A' ? 'Q' : 'A';
            var tampered = token[..i] + other + token[(i + 1)..];
            var response = await GetAsync($"/v1/articles?pageSize=1&pageToken={tampered}");
            await ShouldBeProblemAsync(response, HttpStatusCode.BadRequest, "invalid-page-token", "pageToken");
        }
    }

    [Theory]
    [InlineData("", "article,older,reviewed,english,other-source")]
    [InlineData("kind=article", "article,older,reviewed,english,other-source")]
    [InlineData("kind=listing", "listing")]
    [InlineData("kind=consent", "")]
    [InlineData("kind=all", "article,older,reviewed,english,other-source,listing,pending,failed,revised")]
    [InlineData("state=pending", "pending,revised")]
    [InlineData("state=failed,pending", "pending,failed,revised")]
    [InlineData("state=failed&state=pending", "pending,failed,revised")]
    [InlineData("state=ready", "article,older,reviewed,english,other-source")]
    [InlineData("state=ready,failed", "article,older,reviewed,english,other-source,failed")]
    [InlineData("state=ready&kind=all", "article,older,reviewed,english,other-source,listing")]
    [InlineData("state=pending&kind=article", "")]
    [InlineData("source=b", "other-source")]
    [InlineData("source=nobody", "")]
    [InlineData("language=en", "english")]
    [InlineData("language=en,vi&source=b", "other-source")]
    [InlineData("language=vi&kind=all", "article,older,reviewed,other-source,listing")]
    [InlineData("needsReview=true", "reviewed")]
    [InlineData("needsReview=false", "article,older,english,other-source")]
    [InlineData("publishedFrom=2026-02-07", "article,reviewed")]
    [InlineData("publishedTo=2026-02-07", "older")]
    [InlineData("publishedFrom=2026-02-07T12:00:00%2B07:00&publishedTo=2026-02-07T05:00:01Z", "article,reviewed")]
    [InlineData("publishedTo=2026-02-07T12:00:00%2B07:00", "older")]
    [InlineData("storedFrom=2026-02-07", "article,reviewed,english,other-source")]
    [InlineData("storedTo=2026-02-07", "older")]
    public async Task Filters_ChooseWhatListAndCountHave(string query, string expected)
    {
        await KeepAsync(
            Row(Noon, Noon, row => row.Url = "article"),
            Row(Noon.AddDays(-1), Noon.AddDays(-1), row => row.Url = "older"),
            Row(Noon, Noon, row => (row.Url, row.NeedsReview) = ("reviewed", true)),
            Row(Noon, null, row => (row.Url, row.Language) = ("english", "en")),
            Row(Noon, null, row => (row.Url, row.Source) = ("other-source", "b")),
            Row(Noon, null, row => (row.Url, row.Kind) = ("listing", "listing")),
            Waiting("pending", ArticleState.Pending),
            Waiting("failed", ArticleState.Failed),
            // What was read in an earlier text is not what it is now.
            Row(Noon, Noon, row => (row.Url, row.State, row.NeedsReview) = ("revised", ArticleState.Pending, true))
        );

        var page = await GetJsonAsync("/v1/articles?" + query);
        var urls = page.GetProperty("articles").EnumerateArray().Select(article => article.GetProperty("url").GetString()!).ToList();
        urls.ShouldBe(expected.Split(',', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
        (await GetJsonAsync("/v1/articles/count?" + query)).GetProperty("count").GetInt32().ShouldBe(urls.Count);
    }

    [Theory]
    [InlineData("pageSize=0", "pageSize")]
    [InlineData("pageSize=-1", "pageSize")]
    [InlineData("pageSize=ten", "pageSize")]
    [InlineData("sort=title", "sort")]
    [InlineData("view=all", "view")]
    [InlineData("kind=artikle", "kind")]
    [InlineData("state=", "state")]
    [InlineData("state=pending,done", "state")]
    [InlineData("needsReview=yes", "needsReview")]
    [InlineData("source=", "source")]
    [InlineData("source=a&source=b", "source")]
    [InlineData("publishedFrom=yesterday", "publishedFrom")]
    [InlineData("publishedFrom=2026-02-07T12:00:00", "publishedFrom")]
    [InlineData("publishedFrom=2026-02-08&publishedTo=2026-02-07", "publishedTo")]
    [InlineData("storedFrom=2026-02-07&storedTo=2026-02-07", "storedTo")]
    [InlineData("offsets=bytes", "offsets")]
    public async Task List_WithAValueThatIsNotAllowed_NamesTheParameter(string query, string parameter) =>
        await ShouldBeProblemAsync(await GetAsync("/v1/articles?" + query), HttpStatusCode.BadRequest, "invalid-parameter", parameter);

    [Theory]
    [InlineData("/v1/articles?pagesize=5", "pagesize", "pageSize")]
    [InlineData("/v1/articles?publisedFrom=2026-02-07", "publisedFrom", "publishedFrom")]
    [InlineData("/v1/articles/count?sourc=a", "sourc", "source")]
    [InlineData("/v1/articles:batchGet?id=a", "id", "ids")]
    [InlineData($"/v1/articles/{NobodysId}?offset=utf8", "offset", "offsets")]
    [InlineData($"/v1/articles/{NobodysId}/lines?offset=utf8", "offset", "offsets")]
    [InlineData($"/v1/articles/{NobodysId}/sentences?token=true", "token", "tokens")]
    public async Task AParameterThatDoesNotExist_IsAnsweredWithTheNearest(string path, string name, string nearest)
    {
        var problem = await ShouldBeProblemAsync(await GetAsync(path), HttpStatusCode.BadRequest, "unknown-parameter", name);
        problem.GetProperty("errors")[0].GetProperty("detail").GetString()!.ShouldContain($"\"{nearest}\"");
    }

    [Fact]
    public async Task Count_TakesNoPaging() =>
        await ShouldBeProblemAsync(
            await GetAsync("/v1/articles/count?pageSize=5"),
            HttpStatusCode.BadRequest,
            "unknown-parameter",
            "pageSize"
        );

    [Fact]
    public async Task View_Full_HasWhatBasicLeavesOut()
    {
        await SubmitAsync(Page);
        var basic = (await GetJsonAsync("/v1/articles")).GetProperty("articles")[0];
        basic.GetProperty("title").GetString().ShouldBe("Hoà bình");
        basic.TryGetProperty("sections", out _).ShouldBeFalse();
        var full = (await GetJsonAsync("/v1/articles?view=full")).GetProperty("articles")[0];
        full.GetProperty("sections")[0].GetProperty("blocks")[0].GetProperty("text").GetString().ShouldBe("Hội nghị khai mạc.");
        full.GetProperty("offsetUnit").GetString().ShouldBe("utf16");
    }

    ArticleRow Waiting(string url, ArticleState state) =>
        new()
        {
            Id = Guid.CreateVersion7(Noon),
            State = state,
            Url = url,
            TextHash = BitConverter.GetBytes(_rows++),
            GroupId = Guid.Empty,
            StoredAt = Noon.AddDays(-30).ToUniversalTime(),
            UpdatedAt = Noon.ToUniversalTime(),
        };

    ArticleRow Row(DateTimeOffset storedAt, DateTimeOffset? publishedAt, Action<ArticleRow>? change = null)
    {
        var row = new ArticleRow
        {
            Id = Guid.CreateVersion7(storedAt),
            State = ArticleState.Ready,
            Source = "a",
            TextHash = BitConverter.GetBytes(_rows++),
            GroupId = Guid.Empty,
            AnalyzedRevision = 1,
            StoredAt = storedAt.ToUniversalTime(),
            UpdatedAt = storedAt.ToUniversalTime(),
            Kind = "article",
            Language = "vi",
            PipelineVersion = "fake-1",
        };
        row.SetPublished(publishedAt);
        change?.Invoke(row);
        return row;
    }

    static List<Guid> Ids(JsonElement page) =>
        [.. page.GetProperty("articles").EnumerateArray().Select(article => article.GetProperty("id").GetGuid())];

    static string Token(JsonElement page) => page.GetProperty("nextPageToken").GetString()!;

    /// <summary>The path in the Link header, which says the same as the token; null on the last page.</summary>
    static string? NextOf(HttpResponseMessage response, JsonElement page)
    {
        if (!page.TryGetProperty("nextPageToken", out var token))
            return null;
        var link = response.Headers.GetValues("Link").ShouldHaveSingleItem();
        link.ShouldStartWith("</v1/articles?");
        link.ShouldEndWith($"pageToken={token.GetString()}>; rel=\"next\"");
        return link[1..link.IndexOf('>')];
    }
}
