using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace NewsApi.Gateway.Tests.OpenApi;

/// <summary>docs/openapi.v1.json is the document as it is served: a change of the contract is seen where it is reviewed.</summary>
public sealed class ContractFileTests(ApiDocumentFixture fixture) : IClassFixture<ApiDocumentFixture>
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    static string Path => System.IO.Path.Combine(MarkdownTable.Repository(), "docs", "openapi.v1.json");

    [Fact]
    public async Task File_IsTheDocumentThatIsServed()
    {
        // The address is that of the test's own gateway.
        var document = JsonNode.Parse(fixture.Document.GetRawText())!.AsObject();
        document.Remove("servers");
        var served = document.ToJsonString(Indented) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_CONTRACT") == "1")
            await File.WriteAllTextAsync(Path, served);

        var kept = await File.ReadAllTextAsync(Path);

        (kept == served).ShouldBeTrue(
            "docs/openapi.v1.json differs from what is served; after a change on purpose: UPDATE_CONTRACT=1 dotnet test --filter ContractFile"
        );
    }
}
