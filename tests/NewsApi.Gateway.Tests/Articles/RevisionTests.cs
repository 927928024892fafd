using System.Net;
using System.Text.Json;

namespace NewsApi.Gateway.Tests.Articles;

public sealed class RevisionTests : ReadingTests
{
    [Fact]
    public async Task Revisions_ListTheNewestFirst()
    {
        var id = await SubmitRevisionsAsync("Một", "Một\nHai");
        var list = await GetJsonAsync($"/v1/articles/{id}/revisions");
        var revisions = list.GetProperty("revisions");
        revisions.EnumerateArray().Select(revision => revision.GetProperty("number").GetInt32()).ShouldBe([2, 1]);
        var first = revisions[1];
        first.GetProperty("bytes").GetInt32().ShouldBe(5);
        first.GetProperty("mediaType").GetString().ShouldBe("text/plain; charset=utf-8");
        // printf 'Một' | sha256sum
        first.GetProperty("sha256").GetString().ShouldBe("3e772a4d94738d9f305d18e0a9f60c13cfb9c8f4c6fe5fb7a1e4dea8803c8af7");
        first.GetProperty("link").GetString().ShouldBe($"/v1/articles/{id}/revisions/1");
        (await GetJsonAsync(first.GetProperty("link").GetString()!)).GetProperty("text").GetString().ShouldBe("Một");
    }

    [Fact]
    public async Task Revision_TheFirst_HasNoChanges()
    {
        var id = await SubmitRevisionsAsync("Một", "Hai");
        (await GetJsonAsync($"/v1/articles/{id}/revisions/1")).TryGetProperty("changes", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Revision_ShowsTheLinesThatChanged()
    {
        var id = await SubmitRevisionsAsync("Tựa\nMột\nHai\nBa\nBốn\r\nNăm", "Tựa\nMột\nHai rưỡi\nBa\nBốn\nBốn rưỡi\nNăm");
        var revision = await GetJsonAsync($"/v1/articles/{id}/revisions/2");
        revision.GetProperty("text").GetString().ShouldEndWith("Bốn rưỡi\nNăm");
        Changes(revision).ShouldBe(["3 [Hai/] 3 [Hai rưỡi/]", "6 [] 6 [Bốn rưỡi/]"]);
    }

    [Theory]
    [InlineData("Một\nHai", "Một\n\nHai", "2 [] 2 [/]")]
    [InlineData("Một\n\nHai", "Một\nHai", "2 [/] 2 []")]
    [InlineData("Một\n\nHai", "Một\nBa\nHai", "2 [/] 2 [Ba/]")]
    [InlineData("Một\n\n\nHai", "Một\nBa\n\nBốn\nHai", "2 [] 2 [Ba/],3 [/] 4 [Bốn/]")]
    [InlineData("Một\nHai", "Một\nHai\nBa", "3 [] 3 [Ba/]")]
    [InlineData("Một\nMột\nMột", "Một\nMột", "3 [Một/] 3 []")]
    public async Task Revision_WithBlankLinesOrLinesInOrOutAlone_ShowsThem(string before, string after, string expected)
    {
        var id = await SubmitRevisionsAsync(before, after);
        var changes = Changes(await GetJsonAsync($"/v1/articles/{id}/revisions/2")).ToList();
        string.Join(',', changes).ShouldBe(expected);
    }

    [Fact]
    public async Task Revision_OfAnotherEnd_ShowsLinesThatWentOut()
    {
        var id = await SubmitRevisionsAsync("Một\nHai\nBa\nBốn", "Hai\nBa");
        Changes(await GetJsonAsync($"/v1/articles/{id}/revisions/2")).ShouldBe(["1 [Một/] 1 []", "4 [Bốn/] 3 []"]);
    }

    [Fact]
    public async Task Revision_ThatDiffersInLineEndsAlone_HasNoChanges()
    {
        var id = await SubmitRevisionsAsync("Một\nHai", "Một\r\nHai\r\n");
        Changes(await GetJsonAsync($"/v1/articles/{id}/revisions/2")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Revision_OfALongPageWithNothingInCommon_IsOneChange()
    {
        var before = string.Join('\n', Enumerable.Range(0, 50_000).Select(i => $"a{i}"));
        var after = string.Join('\n', Enumerable.Range(0, 50_000).Select(i => $"b{i}"));
        var id = await SubmitRevisionsAsync("Tựa\n" + before, "Tựa\n" + after);
        var change = (await GetJsonAsync($"/v1/articles/{id}/revisions/2")).GetProperty("changes").EnumerateArray().ShouldHaveSingleItem();
        change.GetProperty("oldLine").GetInt32().ShouldBe(2);
        change.GetProperty("inserted").GetArrayLength().ShouldBe(50_000);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("-1")]
    [InlineData("two")]
    [InlineData("99999999999")]
    public async Task Revision_ThatThereIsNot_IsNotFound(string number)
    {
        var id = await SubmitRevisionsAsync("Một", "Hai");
        var response = await GetAsync($"/v1/articles/{id}/revisions/{number}");
        await ShouldBeProblemAsync(response, HttpStatusCode.NotFound, "revision-not-found", "number");
    }

    [Fact]
    public async Task PartsOfARevisedArticle_AreOfTheNewText()
    {
        var id = await SubmitRevisionsAsync("Một", "Hai");
        (await (await GetAsync($"/v1/articles/{id}/text")).Content.ReadAsStringAsync()).ShouldBe("Hai");
        var lines = await GetJsonAsync($"/v1/articles/{id}/lines");
        lines.GetProperty("revision").GetInt32().ShouldBe(2);
        lines.GetProperty("lines")[0].GetProperty("text").GetString().ShouldBe("Hai");
    }

    async Task<Guid> SubmitRevisionsAsync(string first, string second)
    {
        var id = await SubmitAsync(first, ("url", "https://a.vn/x"));
        (await SubmitAsync(second, ("url", "https://a.vn/x"))).ShouldBe(id);
        return id;
    }

    /// <summary>"3 [a line that went out/] 4 [one that came in/and the next/]"</summary>
    static IEnumerable<string> Changes(JsonElement revision) =>
        revision
            .GetProperty("changes")
            .EnumerateArray()
            .Select(change =>
                $"{change.GetProperty("oldLine")} [{Lines(change, "deleted")}] {change.GetProperty("newLine")} [{Lines(change, "inserted")}]"
            );

    static string Lines(JsonElement change, string which) =>
        string.Concat(change.GetProperty(which).EnumerateArray().Select(line => line + "/"));
}
