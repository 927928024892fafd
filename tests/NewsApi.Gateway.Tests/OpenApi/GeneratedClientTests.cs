namespace NewsApi.Gateway.Tests.OpenApi;

/// <summary>Clients that other people's generators make of the document compile under strict rules, and work against the running service.</summary>
public sealed class GeneratedClientTests(ApiDocumentFixture fixture) : IClassFixture<ApiDocumentFixture>
{
    [LintFact]
    public async Task Redocly_FindsNoError() => await RunAsync("redocly.mjs");

    [LintFact]
    public async Task OpenApiTypescriptAndFetch_CompileAndRunAScenario() => await RunAsync("openapi-fetch.mjs");

    [LintFact]
    public async Task HeyApi_CompilesAndRunsAScenario() => await RunAsync("hey-api.mjs");

    async Task RunAsync(string script)
    {
        var folder = Directory.CreateDirectory(Path.Combine(NodeScript.Folder, "out", Guid.NewGuid().ToString("N")));
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "openapi.json"), fixture.Document.GetRawText());
            var address = fixture.Gateway.ClientOptions.BaseAddress.ToString();
            var (exitCode, output) = await NodeScript.RunAsync(script, folder.FullName, address);
            exitCode.ShouldBe(0, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
