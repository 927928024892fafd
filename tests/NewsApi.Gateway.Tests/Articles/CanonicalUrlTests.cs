using NewsApi.Gateway.Articles;

namespace NewsApi.Gateway.Tests.Articles;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("https://vnexpress.net/a.html", "https://vnexpress.net/a.html")]
    [InlineData("HTTPS://VnExpress.NET/A.html", "https://vnexpress.net/A.html")]
    [InlineData("https://vnexpress.net:443/a", "https://vnexpress.net/a")]
    [InlineData("http://vnexpress.net:80/a", "http://vnexpress.net/a")]
    [InlineData("https://vnexpress.net:8443/a", "https://vnexpress.net:8443/a")]
    [InlineData("https://vnexpress.net/a#binh-luan", "https://vnexpress.net/a")]
    [InlineData("https://vnexpress.net/a/", "https://vnexpress.net/a")]
    [InlineData("https://vnexpress.net/", "https://vnexpress.net/")]
    [InlineData("https://vnexpress.net", "https://vnexpress.net/")]
    [InlineData("https://vnexpress.net/thoi-su/../kinh-doanh/a", "https://vnexpress.net/kinh-doanh/a")]
    [InlineData("https://vnexpress.net/a?utm_source=zalo&UTM_medium=x&zarsrc=30", "https://vnexpress.net/a")]
    [InlineData("https://vnexpress.net/a?fbclid=1&id=7&gclid=2", "https://vnexpress.net/a?id=7")]
    [InlineData("https://vnexpress.net/a?b=2&a=1", "https://vnexpress.net/a?a=1&b=2")]
    [InlineData("https://vnexpress.net/a?&a=1&&", "https://vnexpress.net/a?a=1")]
    [InlineData("https://vnexpress.net/a?", "https://vnexpress.net/a")]
    [InlineData("https://vnexpress.net/?p=12", "https://vnexpress.net/?p=12")]
    [InlineData("https://vnexpress.net/b%c3%a0i", "https://vnexpress.net/b%C3%A0i")]
    [InlineData("https://vnexpress.net/bài", "https://vnexpress.net/b%C3%A0i")]
    [InlineData("https://báo.vn/a", "https://xn--bo-mia.vn/a")]
    [InlineData("http://[::1]:5080/a", "http://[::1]:5080/a")]
    public void TryCreate_SpellingsOfOnePage_GiveOneUrl(string url, string canonical)
    {
        CanonicalUrl.TryCreate(url, out var actual).ShouldBeTrue();
        actual.ShouldBe(canonical);
        CanonicalUrl.TryCreate(canonical, out var again).ShouldBeTrue();
        again.ShouldBe(canonical);
    }

    [Theory]
    [InlineData("https://vnexpress.net/a", "http://vnexpress.net/a")]
    [InlineData("https://vnexpress.net/a", "https://www.vnexpress.net/a")]
    [InlineData("https://vnexpress.net/a", "https://vnexpress.net/A")]
    [InlineData("https://vnexpress.net/a?id=1", "https://vnexpress.net/a?id=2")]
    [InlineData("https://vnexpress.net/a?utmost=1", "https://vnexpress.net/a")]
    public void TryCreate_UrlsOfDifferentPages_StayApart(string left, string right)
    {
        CanonicalUrl.TryCreate(left, out var one).ShouldBeTrue();
        CanonicalUrl.TryCreate(right, out var other).ShouldBeTrue();
        one.ShouldNotBe(other);
    }

    [Theory]
    [InlineData("")]
    [InlineData("vnexpress.net/a")]
    [InlineData("/a")]
    [InlineData("ftp://vnexpress.net/a")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://")]
    [InlineData("https://user:secret@vnexpress.net/a")]
    [InlineData("https://vnexpress.net:99999/a")]
    public void TryCreate_NoWebAddress_IsFalse(string url) => CanonicalUrl.TryCreate(url, out _).ShouldBeFalse();

    [Fact]
    public void TryCreate_LongerThanTheLimit_IsFalse()
    {
        var url = "https://vnexpress.net/" + new string('a', CanonicalUrl.MaxLength);
        CanonicalUrl.TryCreate(url, out _).ShouldBeFalse();
        CanonicalUrl.TryCreate(url[..CanonicalUrl.MaxLength], out _).ShouldBeTrue();
    }
}
