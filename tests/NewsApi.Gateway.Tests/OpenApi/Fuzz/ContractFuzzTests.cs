using System.Globalization;
using System.Net;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using NewsApi.Gateway.Tests.Facts;
using Xunit.Abstractions;

namespace NewsApi.Gateway.Tests.OpenApi.Fuzz;

/// <summary>
/// Requests made up from docs/openapi.v1.json, allowed ones and others: no answer is a fault of ours, and every answer is one that the document tells of.
/// A failure prints the request and what FsCheck needs to make it again.
/// </summary>
public sealed class ContractFuzzTests(ITestOutputHelper output) : FactPageTests
{
    static readonly int Count = Environment.GetEnvironmentVariable("LONG_TESTS") == "1" ? 10_000 : 500;

    [Fact]
    public async Task EveryAnswer_IsAsTheDocumentTells()
    {
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Root(), "docs", "openapi.v1.json")));
        var generator = new RequestGenerator(document.RootElement, await KeepAsync());
        var schemas = new AnswerSchemas(document.RootElement);
        using var client = Gateway.CreateDefaultClient();
        var statuses = new SortedDictionary<int, int>();

        var property = Prop.ForAll(
            Arb.From(generator.Requests()),
            request =>
            {
                var (status, fault) = AnswerAsync(client, schemas, request).GetAwaiter().GetResult();
                statuses[status] = statuses.GetValueOrDefault(status) + 1;
                return fault is null ? true.Label("") : false.Label(fault);
            }
        );
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(Count).WithQuietOnSuccess(true));

        output.WriteLine(string.Join(", ", statuses.Select(status => $"{status.Value} answers with {status.Key}")));
        statuses.Where(status => status.Key < 300).Sum(status => status.Value).ShouldBeGreaterThan(Count / 6);
        statuses.Where(status => status.Key is >= 400 and < 500).Sum(status => status.Value).ShouldBeGreaterThan(Count / 20);
    }

    static async Task<(int Status, string? Fault)> AnswerAsync(HttpClient client, AnswerSchemas schemas, FuzzedRequest request)
    {
        using var message = request.ToMessage();
        using var response = await client.SendAsync(message);
        var body = await response.Content.ReadAsStringAsync();
        var status = (int)response.StatusCode;
        return (
            status,
            status >= 500
                ? $"{status}: {body}"
                : schemas.FaultOf(request.Method, request.Path, status, response.Content.Headers.ContentType?.MediaType, body)
        );
    }

    /// <summary>Pages with facts, and the ids that lead to them.</summary>
    async Task<Dictionary<string, IReadOnlyList<string>>> KeepAsync()
    {
        Engine.Analyze = (request, _) => Task.FromResult(WithFactsIfAny(request.Text));
        var ids = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            var response = await Gateway.SubmitAsync(
                $"Phà-{i}\npositionHeld stated person=Lê Sáu;position=Giám đốc {i}\nmeeting stated participants=Lê Sáu;participants=Ngô Bảy;time=2026-03-0{i + 1}",
                ("publishedAt", Monday.AddDays(i).ToString("O", CultureInfo.InvariantCulture)),
                ("source", "vnexpress")
            );
            response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
            ids.Add((await response.IdAsync()).ToString());
        }
        var entities = await IdsAsync("/v1/entities", "entities");
        var facts = await IdsAsync("/v1/facts", "facts");
        IReadOnlyList<string> all = [.. ids, .. entities, .. facts, NobodysId];
        return new()
        {
            ["id"] = all,
            ["/v1/articles/id"] = [.. ids, NobodysId],
            ["/v1/entities/id"] = [.. entities, NobodysId],
            ["/v1/facts/id"] = [.. facts, NobodysId],
            ["ids"] = all,
            ["entity"] = [.. entities, NobodysId],
            ["into"] = entities,
            ["article"] = ids,
            ["articles"] = ids,
            ["topic"] = ["15000000", "medtop:04000000"],
            ["fields"] = ["title", "sections,topics", "id"],
        };
    }

    async Task<List<string>> IdsAsync(string path, string name) =>
        [.. (await GetJsonAsync(path)).GetProperty(name).EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    // Texts of made-up bodies have no facts in them.
    static Contracts.Processing.V1.AnalyzeResponse WithFactsIfAny(string text) =>
        text.StartsWith("Phà-", StringComparison.Ordinal) ? WithFacts(text) : FakeEngine.FakeAnswer.To(text);

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NewsApi.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
