namespace NewsApi.Gateway.Tests.OpenApi;

/// <summary>The page at /docs as a browser shows it, under the policy that it is served with.</summary>
public sealed class DocsBrowserTests(ApiDocumentFixture fixture) : IClassFixture<ApiDocumentFixture>
{
    [BrowserFact]
    public async Task Page_InABrowser_ShowsEveryOperationAndCarriesOneOut()
    {
        var address = fixture.Gateway.CreateClient().BaseAddress!.GetLeftPart(UriPartial.Authority);
        var (exitCode, output) = await NodeScript.RunAsync("docs.mjs", BrowserFactAttribute.Browser ?? "chromium", address);
        exitCode.ShouldBe(0, output);
        output.ShouldBeEmpty();
    }
}

/// <summary>A fact that needs chromium and the packages of tests/contract. Without them it is skipped, except where CI=true: there it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>Null where there is none on the PATH.</summary>
    public static string? Browser { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "chromium"))
            .FirstOrDefault(File.Exists);

    public BrowserFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            return;
        if (Browser is null)
            Skip = "Needs chromium.";
        else if (!NodeScript.Has("playwright-core"))
            Skip = "Needs \"npm ci\" in tests/contract.";
    }
}
