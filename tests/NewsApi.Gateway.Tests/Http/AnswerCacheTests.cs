using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.Tests.Http;

public sealed class AnswerCacheTests
{
    int _made;

    [Theory]
    [InlineData(1000, 1)]
    [InlineData(0, 2)]
    public async Task GetAsync_TheSameTagAgain_MakesItAnewOnlyWhereThereIsNoRoom(int bytes, int made)
    {
        using var cache = Cache(bytes);

        var first = await GetAsync(cache, "a");
        var again = await GetAsync(cache, "a");

        again.ShouldBe(first);
        first.ShouldBe("{\"text\":\"phà\"}"u8.ToArray());
        _made.ShouldBe(made);
    }

    [Fact]
    public async Task GetAsync_AnotherTag_IsAnotherAnswer()
    {
        using var cache = Cache(1000);

        await GetAsync(cache, "a");
        await GetAsync(cache, "b");

        _made.ShouldBe(2);
    }

    static AnswerCache Cache(int bytes) => new(Options.Create(new ServerOptions { AnswerCacheBytes = bytes }));

    async Task<byte[]> GetAsync(AnswerCache cache, string tag) =>
        (await cache.GetAsync(tag, MakeAsync)).ShouldBeOfType<FileContentHttpResult>().FileContents.ToArray();

    Task<Answer> MakeAsync()
    {
        _made++;
        return Task.FromResult(new Answer("phà"));
    }

    sealed record Answer(string Text);
}
