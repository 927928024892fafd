using System.Net;
using System.Text.Json;
using NewsApi.Contracts.Processing.V1;
using NewsApi.FakeEngine;
using NewsApi.Gateway.Tests.Articles;

namespace NewsApi.Gateway.Tests.Search;

public sealed class SearchTests : ReadingTests
{
    static readonly Dictionary<string, LineRole> Roles = new(StringComparer.Ordinal)
    {
        ["title"] = LineRole.Title,
        ["lead"] = LineRole.Lead,
        ["body"] = LineRole.Paragraph,
        ["caption"] = LineRole.Caption,
        ["menu"] = LineRole.Widget,
    };

    static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Search", file))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'));

    /// <summary>A line is "field|text"; without a field it is a paragraph.</summary>
    static AnalyzeResponse WithFields(string text)
    {
        var answer = FakeAnswer.To(text);
        answer.Document.Metadata = new Metadata();
        foreach (var line in answer.Document.Lines)
        {
            var written = text[line.Span.Start..line.Span.End];
            var bar = written.IndexOf('|', StringComparison.Ordinal);
            line.Role = bar < 0 ? LineRole.Paragraph : Roles[written[..bar]];
            line.Span.Start += bar + 1;
            if (line.Role == LineRole.Title)
                answer.Document.Metadata.Title = new TextValue
                {
                    Text = written[(bar + 1)..],
                    Span = line.Span,
                    Line = line.Number,
                };
            if (written.StartsWith("body|by ", StringComparison.Ordinal))
                answer.Document.Metadata.Authors.Add(
                    new TextValue
                    {
                        Text = written[8..],
                        Span = line.Span,
                        Line = line.Number,
                    }
                );
        }
        return answer;
    }

    async Task<Guid> KeepPageAsync(string text, params (string, string)[] claims)
    {
        Engine.Analyze = (request, _) => Task.FromResult(WithFields(request.Text));
        var response = await Gateway.SubmitAsync(text, claims);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return await response.IdAsync();
    }

    async Task SubmitCorpusAsync()
    {
        foreach (var article in Rows("corpus.tsv").GroupBy(row => row[0]))
            await KeepPageAsync(
                string.Join('\n', article.Select(row => $"{row[1]}|{row[2]}")),
                ("source", "s"),
                ("externalId", article.Key)
            );
    }

    async Task<JsonElement[]> FindAsync(string query, string more = "") =>
        [
            .. (await GetJsonAsync($"/v1/articles?pageSize=200&q={Uri.EscapeDataString(query)}{more}"))
                .GetProperty("articles")
                .EnumerateArray(),
        ];

    static string[] IdsOf(IEnumerable<JsonElement> articles) =>
        [.. articles.Select(article => article.GetProperty("externalId").GetString()!)];

    [Fact]
    public async Task Queries_InTheThreeModes_FindWhatTheyShould()
    {
        await SubmitCorpusAsync();
        var wrong = new List<string>();
        var queries = Rows("queries.tsv").ToList();
        foreach (var row in queries)
        foreach (var (mode, at) in new[] { ("auto", 1), ("exact", 2), ("ignore", 3) })
        {
            var expected = row[at] == "-" ? "" : row[at];
            var found = string.Join(' ', IdsOf(await FindAsync(row[0], $"&diacritics={mode}")).Order(StringComparer.Ordinal));
            if (found != expected)
                wrong.Add($"{row[0]} ({mode}): {found} instead of {expected}");
        }
        (queries.Count * 3).ShouldBeGreaterThanOrEqualTo(200);
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Relevance_WordsAsTypedComeFirst_ThenWordsInHeadlines()
    {
        await SubmitCorpusAsync();
        IdsOf(await FindAsync("duong", "&sort=relevance"))[0].ShouldBe("03");
        IdsOf(await FindAsync("hoa", "&sort=relevance"))[^1].ShouldBe("04");
        IdsOf(await FindAsync("\"đại học\"", "&sort=relevance")).ShouldBe(["10", "11"]);
    }

    [Fact]
    public async Task Relevance_PageByPage_HasEachOnce()
    {
        await SubmitCorpusAsync();
        var all = new List<string>();
        for (var path = "/v1/articles?q=huế&sort=relevance&pageSize=1"; path is not null; )
        {
            var page = await GetJsonAsync(path);
            all.AddRange(IdsOf(page.GetProperty("articles").EnumerateArray()));
            path = page.TryGetProperty("nextPageToken", out var token)
                ? $"/v1/articles?q=huế&sort=relevance&pageSize=1&pageToken={token.GetString()}"
                : null;
        }
        all.Order(StringComparer.Ordinal).ShouldBe(["09", "10", "12", "16"]);
    }

    [Fact]
    public async Task Highlights_SliceTheTextThatWasSubmitted()
    {
        // "Hoà" with a mark of its own: more characters than the word has when it is compared.
        var text = "title|Hoa\u0300 bình\nbody|Chuyện khác.\nbody|Họ muốn hòa bình, chỉ HÒA BÌNH thôi.";
        await KeepPageAsync(text, ("source", "s"), ("externalId", "1"));

        var lines = (await FindAsync("\"hòa bình\"", "&highlights=true"))[0].GetProperty("highlights");

        lines.EnumerateArray().Select(line => line.GetProperty("field").GetString()).ShouldBe(["title", "body"]);
        lines.EnumerateArray().Select(line => line.GetProperty("line").GetInt32()).ShouldBe([1, 3]);
        foreach (var line in lines.EnumerateArray())
            Slice(text, line.GetProperty("span")).ShouldBe(line.GetProperty("text").GetString());
        lines
            .EnumerateArray()
            .SelectMany(line => line.GetProperty("matches").EnumerateArray().Select(match => Slice(text, match)))
            .ShouldBe(["Hoa\u0300 bình", "hòa bình", "HÒA BÌNH"]);

        var bytes = (await FindAsync("\"hòa bình\"", "&highlights=true&offsets=utf8"))[0]
            .GetProperty("highlights")[1]
            .GetProperty("matches")[1];
        System
            .Text.Encoding.UTF8.GetString(
                System.Text.Encoding.UTF8.GetBytes(text)[bytes.GetProperty("start").GetInt32()..bytes.GetProperty("end").GetInt32()]
            )
            .ShouldBe("HÒA BÌNH");
    }

    [Fact]
    public async Task Highlights_OfALongLine_AreCutAroundTheWords()
    {
        var text =
            "body|"
            + string.Concat(Enumerable.Repeat("chữ này chữ nọ ", 60))
            + "con thuyền"
            + string.Concat(Enumerable.Repeat(" chữ kia", 60));
        await KeepPageAsync(text);

        var line = (await FindAsync("thuyền", "&highlights=true"))[0].GetProperty("highlights")[0];

        line.GetProperty("text").GetString()!.Length.ShouldBeLessThan(300);
        line.GetProperty("text").GetString()!.ShouldContain("con thuyền");
        Slice(text, line.GetProperty("matches")[0]).ShouldBe("thuyền");
    }

    static string Slice(string text, JsonElement span) => text[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()];

    [Fact]
    public async Task Revision_TakesThePlaceOfTheEarlierText()
    {
        await KeepPageAsync("title|Bến phà cũ", ("source", "s"), ("externalId", "1"));
        Engine.Analyze = (request, _) => Task.FromResult(WithFields(request.Text));
        (await Gateway.SubmitAsync("title|Cây cầu mới", ("source", "s"), ("externalId", "1"))).EnsureSuccessStatusCode();
        IdsOf(await FindAsync("phà")).ShouldBeEmpty();
        IdsOf(await FindAsync("cầu")).ShouldBe(["1"]);
    }

    [Fact]
    public async Task Delete_TakesTheWordsOut()
    {
        var id = await KeepPageAsync("title|Bến phà cũ\nbody|by Lê An");
        (await Gateway.QueryAsync(db => Task.FromResult(db.SearchDocuments.Count()))).ShouldBe(1);
        (await Gateway.CreateClient().DeleteAsync($"/v1/articles/{id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        IdsOf(await FindAsync("phà")).ShouldBeEmpty();
        (await Gateway.QueryAsync(db => Task.FromResult(db.SearchDocuments.Count() + db.ArticleAuthors.Count()))).ShouldBe(0);
    }

    [Fact]
    public async Task Filters_AndCount_GoWithTheWords()
    {
        await KeepPageAsync(
            "title|Bến phà\nbody|by Lê An",
            ("source", "a"),
            ("externalId", "1"),
            ("publishedAt", "2026-03-02T08:00:00+07:00")
        );
        await KeepPageAsync("title|Bến phà\nbody|by Lê Án", ("source", "b"), ("externalId", "2"), ("publishedAt", "2026-03-31T23:00:00Z"));
        await KeepPageAsync("title|Bến xe", ("source", "b"), ("externalId", "3"));

        IdsOf(await FindAsync("phà", "&source=b")).ShouldBe(["2"]);
        IdsOf(await FindAsync("bến", "&publishedFrom=2026-03-01&publishedTo=2026-03-30")).ShouldBe(["1"]);
        IdsOf(await FindAsync("bến", "&author=Lê Án")).ShouldBe(["2"]);
        IdsOf(await FindAsync("bến", "&author=Lê An")).ShouldBe(["1"]);
        IdsOf(await FindAsync("phà", "&author=le an")).ShouldBe(["2", "1"]);
        (await GetJsonAsync("/v1/articles/count?q=phà")).GetProperty("count").GetInt32().ShouldBe(2);

        var facets = (await GetJsonAsync("/v1/articles?q=bến&pageSize=1&facets=source,author,day,month")).GetProperty("facets");
        facets
            .EnumerateArray()
            .Select(facet =>
                facet.GetProperty("facet").GetString()
                + ": "
                + string.Join(
                    ", ",
                    facet
                        .GetProperty("values")
                        .EnumerateArray()
                        .Select(value => $"{value.GetProperty("value")} {value.GetProperty("articles")}")
                )
            )
            .ShouldBe(["source: b 2, a 1", "author: Lê An 1, Lê Án 1", "day: 2026-03-02 1, 2026-04-01 1", "month: 2026-03 1, 2026-04 1"]);
    }

    [Theory]
    [InlineData("(bến", 0)]
    [InlineData("bến)", 3)]
    [InlineData("bến \"phà", 4)]
    [InlineData("AND bến", 0)]
    [InlineData("bến OR", 6)]
    [InlineData("-bến", 0)]
    [InlineData("phà OR -bến", 7)]
    [InlineData("titel:bến", 0)]
    [InlineData("bến b*", 4)]
    [InlineData("...", 0)]
    [InlineData("bến \"...\"", 4)]
    [InlineData("title:(lead:bến)", 7)]
    [InlineData("bến NOT", 4)]
    public async Task Query_ThatCannotBeRead_PointsAtTheCharacter(string query, int position)
    {
        var problem = await ShouldBeProblemAsync(
            await GetAsync("/v1/articles?q=" + Uri.EscapeDataString(query)),
            HttpStatusCode.BadRequest,
            "invalid-parameter",
            "q"
        );
        problem.GetProperty("errors")[0].GetProperty("position").GetInt32().ShouldBe(position);
    }

    [Theory]
    [InlineData("sort=relevance", "sort")]
    [InlineData("highlights=true", "highlights")]
    [InlineData("q=a&facets=colour", "facets")]
    [InlineData("q=a&diacritics=none", "diacritics")]
    public async Task Parameters_ThatDoNotGoTogether_AreNamed(string query, string parameter) =>
        await ShouldBeProblemAsync(await GetAsync("/v1/articles?" + query), HttpStatusCode.BadRequest, "invalid-parameter", parameter);

    [Theory]
    [InlineData("bến\" OR TitleExact:phà")]
    [InlineData("{TitleExact} : phà")]
    [InlineData("bến NEAR(phà, 2)")]
    [InlineData("^bến + phà")]
    [InlineData("bến'; DROP TABLE ArticleSearch; --")]
    [InlineData("bến ** phà")]
    [InlineData("https://bến.vn/phà?a=1")]
    [InlineData("\uD83D\uDE00 bến phà")]
    public async Task Query_InTheStoresOwnLanguage_IsWordsOrRefused(string query)
    {
        await KeepPageAsync("title|Bến phà cũ");
        (await GetAsync("/v1/articles?q=" + Uri.EscapeDataString(query))).StatusCode.ShouldBeOneOf(
            HttpStatusCode.OK,
            HttpStatusCode.BadRequest
        );
        IdsOfAny(await FindAsync("phà")).ShouldBe(1);
    }

    static int IdsOfAny(JsonElement[] articles) => articles.Length;

    [Fact]
    public async Task Articles_KeptBeforeThereWasAnIndex_AreIndexedInTheBackground()
    {
        await KeepPageAsync("title|Bến phà cũ", ("source", "s"), ("externalId", "1"));
        await Gateway.Store.WriteAsync(
            async db =>
            {
                foreach (var row in db.Articles)
                    row.IndexedRevision = null;
                db.SearchDocuments.RemoveRange(db.SearchDocuments);
                await db.SaveChangesAsync();
                return 0;
            },
            default
        );
        IdsOf(await FindAsync("phà")).ShouldBeEmpty();

        using var worker =
            Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<NewsApi.Gateway.Search.SearchIndexWorker>(
                Gateway.Services
            );
        await worker.StartAsync(default);
        await worker.ExecuteTask!;

        IdsOf(await FindAsync("phà")).ShouldBe(["1"]);
    }
}
