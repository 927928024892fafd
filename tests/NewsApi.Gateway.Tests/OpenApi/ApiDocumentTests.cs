using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.Tests.OpenApi;

public sealed class ApiDocumentTests(ApiDocumentFixture fixture) : IClassFixture<ApiDocumentFixture>
{
    /// <summary>What is not part of the API: the way to its document, and the document.</summary>
    static readonly string[] Undocumented = ["GET /", "GET /openapi/{documentName}.json"];

    JsonElement Document => fixture.Document;

    IEnumerable<(string Name, JsonElement Operation)> Operations =>
        from path in Document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select ($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value);

    [Fact]
    public void Document_OfTheGateway_IsOpenApi31() =>
        Document.GetProperty("openapi").GetString().ShouldNotBeNull().ShouldStartWith("3.1.");

    [Fact]
    public void Document_AndTheRoutes_AreTheSame()
    {
        var routes = fixture
            .Gateway.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint =>
                endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Select(method => (method, endpoint))
                ?? [("GET", endpoint)]
            )
            .Where(route => route.method != "HEAD")
            .Select(route => $"{route.method} /{route.endpoint.RoutePattern.RawText!.TrimStart('/')}")
            .Distinct()
            .Except(Undocumented);
        Operations.Select(operation => operation.Name).ShouldBe(routes, ignoreOrder: true);
    }

    [Fact]
    public void Operations_AllOfThem_SayWhatTheyAreAndWhatTheyAnswer()
    {
        foreach (var (name, operation) in Operations)
        {
            operation.GetProperty("operationId").GetString().ShouldNotBeNullOrEmpty(name);
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty(name);
            operation.GetProperty("description").GetString().ShouldNotBeNullOrEmpty(name);
            operation.GetProperty("tags").GetArrayLength().ShouldBe(1, name);
            var responses = operation.GetProperty("responses");
            responses.EnumerateObject().Any(response => response.Name[0] is '2' or '3').ShouldBeTrue(name);
            foreach (var response in responses.EnumerateObject())
                ShouldBeTyped(name, response);
        }
    }

    static void ShouldBeTyped(string operation, JsonProperty response)
    {
        var label = $"{operation} {response.Name}";
        if (response.Name is "204" or "304" or "308")
            return;
        var content = response.Value.GetProperty("content").EnumerateObject().ToArray();
        content.ShouldNotBeEmpty(label);
        foreach (var media in content)
            media.Value.TryGetProperty("schema", out _).ShouldBeTrue(label);
        if (response.Name[0] >= '4' && operation != "GET /health/ready")
            content.ShouldHaveSingleItem().Name.ShouldBe(ProblemDocument.MediaType, label);
    }

    [Fact]
    public void Operations_OfAll_HaveNamesOfTheirOwn() =>
        Operations.Select(operation => operation.Operation.GetProperty("operationId").GetString()).ShouldBeUnique();

    [Fact]
    public void Tags_OfOperations_AreExplained()
    {
        var explained = Document.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("name").GetString());
        var used = Operations.Select(operation => operation.Operation.GetProperty("tags")[0].GetString()).Distinct();
        used.Except(explained).ShouldBeEmpty();
    }

    [Fact]
    public void Problems_InTheDocument_AreKindsOfTheTable()
    {
        var named = Regex
            .Matches(Document.GetRawText(), "urn:newsapi:problem:[a-z-]+", RegexOptions.NonBacktracking)
            .Select(match => match.Value)
            .Distinct();
        named.Except(ProblemKind.All.Select(kind => kind.Type)).ShouldBeEmpty();
    }

    [Fact]
    public void SchemaIds_OfAll_AreShortNames()
    {
        foreach (var schema in Document.GetProperty("components").GetProperty("schemas").EnumerateObject())
            schema.Name.ShouldMatch("^[A-Z][A-Za-z]{1,30}$");
    }

    [Fact]
    public void Schemas_OfEnums_AreStringsWithoutTheUnsetValue()
    {
        var enums = Document
            .GetProperty("components")
            .GetProperty("schemas")
            .EnumerateObject()
            .Where(schema => schema.Value.TryGetProperty("enum", out _))
            .ToArray();
        enums.ShouldNotBeEmpty();
        foreach (var schema in enums)
        {
            schema.Value.GetProperty("type").GetString().ShouldBe("string", schema.Name);
            schema
                .Value.GetProperty("enum")
                .EnumerateArray()
                .Select(value => value.GetString())
                .ShouldNotContain("unspecified", schema.Name);
        }
    }

    [Fact]
    public void Schemas_OfWhatCanBeAbsent_AreNotNullable() => Document.GetRawText().ShouldNotContain("\"null\"");

    [Theory]
    [InlineData("Article", "id,state,revision,groupId,storedAt,updatedAt,links")]
    [InlineData("Analysis", "lines")]
    [InlineData("Problem", "type,title,status,detail,instance,traceId")]
    [InlineData("PageBody", "text")]
    public void Schemas_OfWhatIsAlwaysThere_AreRequired(string schema, string required) =>
        Document
            .GetProperty("components")
            .GetProperty("schemas")
            .GetProperty(schema)
            .GetProperty("required")
            .EnumerateArray()
            .Select(name => name.GetString())
            .ShouldBe(required.Split(','), ignoreOrder: true);

    [Fact]
    public void Analyses_InTheDocument_TakeTheParametersTheyTake()
    {
        var parameters = Document.GetProperty("paths").GetProperty("/v1/analyses").GetProperty("post").GetProperty("parameters");
        parameters
            .EnumerateArray()
            .Select(parameter => parameter.GetProperty("name").GetString())
            .ShouldBe(["features", "offsets", "format"], ignoreOrder: true);
    }

    [Fact]
    public void Parameters_WithChoices_DoNotOfferTheValueThatStandsForNone()
    {
        var choices = Operations
            .Where(operation => operation.Operation.TryGetProperty("parameters", out _))
            .SelectMany(operation => operation.Operation.GetProperty("parameters").EnumerateArray())
            .Select(parameter => parameter.GetProperty("schema"))
            .Select(schema => schema.TryGetProperty("items", out var items) ? items : schema)
            .Where(schema => schema.TryGetProperty("enum", out _))
            .Select(schema => schema.GetProperty("enum").EnumerateArray().Select(value => value.GetString()).ToArray())
            .ToArray();
        choices.ShouldContain(names => names.Contains("organization"), "the types of mentions");
        choices.ShouldAllBe(names => !names.Contains("unspecified"));
    }

    [Fact]
    public void Mentions_InTheDocument_AreShownAsTheyAreAnswered()
    {
        var operation = Document.GetProperty("paths").GetProperty("/v1/articles/{id}/mentions").GetProperty("get");
        operation
            .GetProperty("parameters")
            .EnumerateArray()
            .Select(parameter => parameter.GetProperty("name").GetString())
            .ShouldBe(["id", "types", "offsets", "If-None-Match"], ignoreOrder: true);
        var content = operation.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json");
        content.GetProperty("schema").GetProperty("$ref").GetString().ShouldBe("#/components/schemas/MentionList");
        var example = content.GetProperty("example");
        var mentions = example.GetProperty("mentions").EnumerateArray().ToArray();
        mentions.Select(mention => mention.GetProperty("span").GetProperty("start").GetInt32()).ShouldBeInOrder();
        (Text(mentions[0], "type"), Text(mentions[0], "text"), Text(mentions[0], "entity")).ShouldBe(("date", "Ngày 15/3", "2026-03-15"));
        (Text(mentions[^1], "text"), Text(mentions[^1], "entity")).ShouldBe(("Lành", "Trần Văn Lành"));
        mentions.Count(mention => mention.TryGetProperty("isoCode", out _)).ShouldBe(1);
        Text(example.GetProperty("positions")[0], "person").ShouldBe("Trần Văn Lành");

        static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();
    }

    [Fact]
    public void Facts_InTheDocument_AreShownWithTheirWords()
    {
        var operation = Document.GetProperty("paths").GetProperty("/v1/articles/{id}/facts").GetProperty("get");
        var content = operation.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json");
        content.GetProperty("schema").GetProperty("$ref").GetString().ShouldBe("#/components/schemas/FactList");
        var facts = content.GetProperty("example").GetProperty("facts").EnumerateArray().ToArray();
        facts.Select(fact => fact.GetProperty("type").GetString()).ShouldBe(["positionHeld", "statement"]);
        var statement = facts[1];
        var said = statement
            .GetProperty("arguments")
            .EnumerateArray()
            .Single(argument => argument.GetProperty("name").GetString() == "content");
        statement.GetProperty("evidence")[0].GetProperty("text").GetString()!.ShouldContain(said.GetProperty("text").GetString()!);
    }

    [Theory]
    [InlineData("/v1/articles/{id}/sentences", "get", "01890a5d-ac96-774b-bcce-b302099a8057-")]
    [InlineData("/v1/analyses", "post", "")]
    public void Words_InTheDocument_AreShownInEveryForm(string path, string method, string prefix)
    {
        var operation = Document.GetProperty("paths").GetProperty(path).GetProperty(method);
        var content = operation.GetProperty("responses").GetProperty("200").GetProperty("content");
        content.EnumerateObject().Select(media => media.Name).ShouldBe(["application/json", "text/plain", "text/x-conllu"]);
        content.GetProperty("application/json").GetProperty("schema").TryGetProperty("$ref", out _).ShouldBeTrue();
        foreach (var form in new[] { "text/plain", "text/x-conllu" })
            content.GetProperty(form).GetProperty("schema").GetProperty("type").GetString().ShouldBe("string");
        content
            .GetProperty("text/plain")
            .GetProperty("example")
            .GetString()
            .ShouldBe("Phà Hoà_Lộc chạy thêm 3 chuyến .\nBà_con chờ \" chuyến đêm \" đã lâu .\n");
        content
            .GetProperty("text/x-conllu")
            .GetProperty("example")
            .GetString()!
            .ShouldContain($"# sent_id = {prefix}s1\n# text = Phà Hoà Lộc chạy thêm 3 chuyến.\n1\tPhà\tphà\t");
    }

    [Theory]
    [InlineData("/v1/articles")]
    [InlineData("/v1/analyses")]
    public async Task Examples_OfBodies_AreTaken(string path)
    {
        var content = Document.GetProperty("paths").GetProperty(path).GetProperty("post").GetProperty("requestBody").GetProperty("content");
        foreach (var media in content.EnumerateObject())
        {
            var example = media.Value.GetProperty("example");
            var body = example.ValueKind == JsonValueKind.String ? example.GetString()! : example.GetRawText();
            var request = new StringContent(body, System.Text.Encoding.UTF8, media.Name);
            var response = await fixture.Gateway.CreateClient().PostAsync(path, request);
            response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        }
    }
}
