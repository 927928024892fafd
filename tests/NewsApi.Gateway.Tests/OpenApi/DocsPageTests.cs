using System.Net;
using System.Text.RegularExpressions;

namespace NewsApi.Gateway.Tests.OpenApi;

public sealed class DocsPageTests(ApiDocumentFixture fixture) : IClassFixture<ApiDocumentFixture>
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    HttpClient Client => fixture.Gateway.CreateClient();

    [Fact]
    public async Task Root_OfTheGateway_LeadsToThePage()
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = Client.BaseAddress };
        var response = await client.GetAsync("/");
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldBe("/docs");
    }

    [Fact]
    public async Task Page_WithAllItLoads_ComesFromTheGatewayAlone()
    {
        var page = await Client.GetStringAsync("/docs");
        ForeignUrls(page).ShouldBeEmpty();
        var assets = Regex
            .Matches(page, "(?:src|href)=\"(?<url>[^\"]+)\"", RegexOptions.NonBacktracking)
            .Select(match => match.Groups["url"].Value);
        assets.ShouldNotBeEmpty();
        foreach (var asset in assets)
            (await Client.GetAsync("/docs/" + asset)).StatusCode.ShouldBe(HttpStatusCode.OK, asset);
    }

    [Fact]
    public async Task Page_AsItIsConfigured_ShowsTheDocumentAndAsksNobodyToCheckIt()
    {
        var script = await Client.GetStringAsync("/docs/index.js");
        script.ShouldContain("/openapi/v1.json");
        script.ShouldNotContain("validatorUrl\":\"");
        ForeignUrls(Code(script)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_ToTheBrowser_ForbidsWhatIsForeign()
    {
        var policy = (await Client.GetAsync("/docs")).Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldStartWith("default-src 'self'");
        ForeignUrls(policy).ShouldBeEmpty();
    }

    /// <summary>Comments name where the script comes from; a browser loads nothing from there.</summary>
    static string Code(string script) =>
        Regex.Replace(script, "(^|\\s)//[^\n]*|/[*].*?[*]/", "", RegexOptions.Singleline | RegexOptions.ExplicitCapture, Patience);

    static IEnumerable<string> ForeignUrls(string text) =>
        Regex.Matches(text, "(?:https?:)?//[a-z0-9.-]+[.][a-z]{2,}", RegexOptions.NonBacktracking).Select(match => match.Value);
}
