using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsApi.FakeEngine;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Tests.Articles;

public sealed class DeleteArticleTests : IAsyncLifetime
{
    const string Page = "Hoà bình\n\nHội nghị khai mạc.";
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

    [Fact]
    public async Task Delete_AnArticle_LeavesATombstoneAlone()
    {
        var id = await (await _gateway.SubmitAsync(Page, ("url", "https://a.vn/x"))).IdAsync();
        await _gateway.SubmitAsync("Tin khác", ("url", "https://a.vn/x"));

        var response = await DeleteAsync($"{id}");
        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        var changes = await _gateway.QueryAsync(db => db.Changes.OrderBy(row => row.Sequence).ToListAsync());
        changes.Select(row => row.Kind).ShouldBe([ChangeKind.Created, ChangeKind.Updated, ChangeKind.Deleted]);
        changes.ShouldAllBe(row => row.ArticleId == id);
        (await _gateway.CountRowsAsync()).ShouldBe(changes.Count);
    }

    [Fact]
    public async Task Delete_AnArticleWhoseTextAnotherHas_LeavesTheOtherWhole()
    {
        var first = await (await _gateway.SubmitAsync(Page, ("url", "https://a.vn/x"))).IdAsync();
        var second = await (await _gateway.SubmitAsync(Page, ("url", "https://a.vn/y"))).IdAsync();

        await DeleteAsync($"{first}");
        (await _gateway.QueryAsync(db => db.Articles.SingleAsync())).Id.ShouldBe(second);
        (await _gateway.QueryAsync(db => db.Contents.CountAsync())).ShouldBe(1);
        (await _gateway.QueryAsync(db => db.Analyses.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Delete_Twice_IsNotFoundAndOneTombstone()
    {
        var id = await (await _gateway.SubmitAsync(Page)).IdAsync();
        await DeleteAsync($"{id}");
        (await DeleteAsync($"{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _gateway.QueryAsync(db => db.Changes.CountAsync(row => row.Kind == ChangeKind.Deleted))).ShouldBe(1);
    }

    [Theory]
    [InlineData("0197f3a0-0000-7000-8000-000000000000")]
    [InlineData("none")]
    public async Task Delete_WhatIsNotThere_IsNotFound(string id)
    {
        var response = await DeleteAsync(id);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.JsonAsync()).GetProperty("type").GetString().ShouldBe("urn:newsapi:problem:article-not-found");
    }

    [Fact]
    public async Task Submit_ADeletedPage_IsANewArticle()
    {
        var id = await (await _gateway.SubmitAsync(Page)).IdAsync();
        await DeleteAsync($"{id}");
        var again = await _gateway.SubmitAsync(Page);
        again.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await again.IdAsync()).ShouldNotBe(id);
    }

    Task<HttpResponseMessage> DeleteAsync(string id) => _gateway.CreateClient().DeleteAsync($"/v1/articles/{id}");
}
