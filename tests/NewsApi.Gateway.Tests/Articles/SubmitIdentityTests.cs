using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsApi.FakeEngine;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Tests.Articles;

/// <summary>Which pages are one article: by source and external id, else by URL, else by text.</summary>
public sealed class SubmitIdentityTests : IAsyncLifetime
{
    const string Page = "Quốc hội họp\n\nSáng nay, Quốc hội khai mạc kỳ họp.";
    const string Other = "Quốc hội họp\n\nChiều nay, Quốc hội bế mạc kỳ họp.";
    ProgrammableEngine _engine = null!;
    TestGateway _gateway = null!;

    public async Task InitializeAsync()
    {
        _engine = await ProgrammableEngine.StartNewAsync();
        _gateway = new TestGateway(_engine.Address);
        _gateway.StartServer();
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _engine.DisposeAsync();
    }

    /// <summary>Two submits, as "source|externalId|url", both with one text: whether they are one article.</summary>
    [Theory]
    [InlineData("||", "||", true)]
    [InlineData("a|1|", "a|1|", true)]
    [InlineData("a|1|", "a|2|", false)]
    [InlineData("a|1|", "b|1|", false)]
    [InlineData("|1|", "|1|", true)]
    [InlineData("|1|", "a|1|", false)]
    [InlineData("||https://a.vn/x", "||https://A.vn/x/?utm_source=z#top", true)]
    [InlineData("||https://a.vn/x", "||https://a.vn/y", false)]
    [InlineData("a||", "b||", true)]
    [InlineData("||", "||https://a.vn/x", true)]
    [InlineData("||https://a.vn/x", "||", true)]
    [InlineData("||https://a.vn/x", "a|1|", true)]
    [InlineData("a|1|https://a.vn/x", "a|1|https://a.vn/y", true)]
    [InlineData("a|1|https://a.vn/x", "b|2|https://a.vn/x", true)]
    [InlineData("a|1|https://a.vn/x", "a|2|https://a.vn/y", false)]
    public async Task Submit_TheSameText_IsTheSameArticleWhere(string first, string second, bool same)
    {
        var one = await SubmitAsync(Page, first);
        var two = await SubmitAsync(Page, second);

        one.StatusCode.ShouldBe(HttpStatusCode.Created);
        two.StatusCode.ShouldBe(same ? HttpStatusCode.OK : HttpStatusCode.Created);
        var (oneId, twoId) = (await one.IdAsync(), await two.IdAsync());
        (oneId == twoId).ShouldBe(same);
        (await _gateway.ArticleAsync(oneId)).Revision.ShouldBe(1);
        // One text is one group, whoever published it, and is kept once.
        (await _gateway.ArticleAsync(twoId)).GroupId.ShouldBe((await _gateway.ArticleAsync(oneId)).GroupId);
        (await _gateway.QueryAsync(db => db.Contents.CountAsync())).ShouldBe(1);
    }

    [Theory]
    [InlineData("a|1|", "a|1|", true)]
    [InlineData("a|1|https://a.vn/x", "a|1|https://a.vn/y", true)]
    [InlineData("||https://a.vn/x", "||https://a.vn/x#top", true)]
    [InlineData("||", "||", false)]
    [InlineData("a|1|", "a|2|", false)]
    [InlineData("||https://a.vn/x", "||https://a.vn/y", false)]
    public async Task Submit_AnotherText_IsANewRevisionWhere(string first, string second, bool same)
    {
        var one = await SubmitAsync(Page, first);
        var two = await SubmitAsync(Other, second);

        two.StatusCode.ShouldBe(same ? HttpStatusCode.OK : HttpStatusCode.Created);
        var article = await two.JsonAsync();
        (article.GetProperty("id").GetGuid() == await one.IdAsync()).ShouldBe(same);
        article.GetProperty("revision").GetInt32().ShouldBe(same ? 2 : 1);
    }

    [Fact]
    public async Task Submit_ANewRevision_KeepsTheEarlierTextAndAnalysis()
    {
        var id = await (await SubmitAsync(Page, "a|1|")).IdAsync();
        await SubmitAsync(Other, "a|1|");
        await SubmitAsync(Page, "a|1|");

        var article = await _gateway.ArticleAsync(id);
        (article.Revision, article.AnalyzedRevision, article.State).ShouldBe((3, 3, ArticleState.Ready));
        var revisions = await _gateway.QueryAsync(db => db.Revisions.OrderBy(row => row.Number).ToListAsync());
        revisions.Select(row => row.Number).ShouldBe([1, 2, 3]);
        revisions[2].ContentHash.ShouldBe(revisions[0].ContentHash);
        (await _gateway.QueryAsync(db => db.Contents.CountAsync())).ShouldBe(2);
        (await _gateway.QueryAsync(db => db.Analyses.CountAsync())).ShouldBe(3);
        var changes = await _gateway.QueryAsync(db => db.Changes.OrderBy(row => row.Sequence).Select(row => row.Kind).ToListAsync());
        changes.ShouldBe([ChangeKind.Created, ChangeKind.Updated, ChangeKind.Updated]);
    }

    [Fact]
    public async Task Submit_AKeptText_DoesNotGoToTheEngineAgain()
    {
        await SubmitAsync(Page, "a|1|");
        await SubmitAsync(Page, "a|1|");
        _engine.Texts.ShouldBe([Page]);
        (await _gateway.QueryAsync(db => db.Changes.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Submit_AKeptTextInAnotherEncoding_IsTheKeptArticle()
    {
        var one = await _gateway.SubmitAsync(Page, "text/plain");
        var two = await _gateway.SubmitAsync(Encoding.Unicode.GetBytes(Page), "text/plain; charset=utf-16");
        two.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await two.IdAsync()).ShouldBe(await one.IdAsync());
    }

    [Fact]
    public async Task Submit_ATextThatCameAloneWithItsUrl_GivesTheArticleTheUrl()
    {
        var id = await (await SubmitAsync(Page, "||")).IdAsync();
        await SubmitAsync(Page, "||https://a.vn/x");
        (await _gateway.ArticleAsync(id)).Url.ShouldBe("https://a.vn/x");

        var revised = await SubmitAsync(Other, "||https://a.vn/x");
        (await revised.IdAsync()).ShouldBe(id);
        (await _gateway.QueryAsync(db => db.Changes.CountAsync())).ShouldBe(3);
    }

    [Fact]
    public async Task Submit_AUrlThatAnotherArticleHas_StaysWithThatOne()
    {
        await SubmitAsync(Page, "||https://a.vn/x");
        var second = await SubmitAsync(Other, "a|1|https://a.vn/y");
        var id = await second.IdAsync();
        (await SubmitAsync(Page, "a|1|https://a.vn/x")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _gateway.ArticleAsync(id)).Url.ShouldBe("https://a.vn/y");
        (await _gateway.ArticleAsync(id)).Revision.ShouldBe(2);
    }

    [Fact]
    public async Task Submit_SixteenTimesAtOnce_MakesOneArticle()
    {
        var responses = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => SubmitAsync(Page, "||https://a.vn/x")));

        responses.Count(response => response.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        responses.ShouldAllBe(response => response.IsSuccessStatusCode);
        var ids = await Task.WhenAll(responses.Select(response => response.IdAsync()));
        ids.Distinct().ShouldHaveSingleItem();
        _engine.Texts.ShouldBe([Page]);
        (await _gateway.CountRowsAsync()).ShouldBe(5);
    }

    [Fact]
    public async Task Submit_SixteenTextsOfOneUrlAtOnce_MakesOneArticleWithSixteenRevisions()
    {
        var responses = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => SubmitAsync($"{Page} {i}", "||https://a.vn/x")));

        responses.ShouldAllBe(response => response.IsSuccessStatusCode);
        var ids = await Task.WhenAll(responses.Select(response => response.IdAsync()));
        var id = ids.Distinct().ShouldHaveSingleItem();
        var article = await _gateway.ArticleAsync(id);
        (article.Revision, article.AnalyzedRevision, article.State).ShouldBe((16, 16, ArticleState.Ready));
        var newest = await _gateway.QueryAsync(db => db.Revisions.SingleAsync(row => row.Number == 16));
        article.TextHash.ShouldBe(newest.TextHash);
    }

    Task<HttpResponseMessage> SubmitAsync(string text, string claims)
    {
        var values = claims.Split('|');
        var given = new (string, string)[] { ("source", values[0]), ("externalId", values[1]), ("url", values[2]) };
        return _gateway.SubmitAsync(text, given.Where(claim => claim.Item2.Length > 0).ToArray());
    }
}
