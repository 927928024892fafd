using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace NewsApi.Gateway.Tests.OpenApi.Fuzz;

/// <summary>What an OpenAPI document says of the answers to its operations.</summary>
public sealed class AnswerSchemas
{
    readonly JsonElement _document;
    readonly JsonObject _definitions;
    readonly Dictionary<string, JsonSchema> _schemas = [];

    public AnswerSchemas(JsonElement document)
    {
        _document = document;
        _definitions = JsonNode.Parse(Moved(document.GetProperty("components").GetProperty("schemas")))!.AsObject();
    }

    /// <summary>What is wrong with an answer; null where nothing is.</summary>
    /// <param name="path">As the document has it.</param>
    /// <param name="mediaType">Null for an answer without a body.</param>
    public string? FaultOf(string method, string path, int status, string? mediaType, string body)
    {
        var responses = _document.GetProperty("paths").GetProperty(path).GetProperty(method.ToLowerInvariant()).GetProperty("responses");
        if (!responses.TryGetProperty($"{status}", out var response))
            return $"status {status} is not told of";
        if (!response.TryGetProperty("content", out var content))
            return body.Length == 0 ? null : $"status {status} has a body, of which nothing is told";
        if (body.Length == 0)
            return null;
        var told = content.EnumerateObject().FirstOrDefault(one => one.Name.Split(';')[0] == mediaType);
        if (told.Value.ValueKind == JsonValueKind.Undefined)
            return $"status {status} comes as {mediaType}, of which nothing is told";
        if (mediaType is not ("application/json" or "application/problem+json") || !told.Value.TryGetProperty("schema", out var schema))
            return null;
        using var answer = JsonDocument.Parse(body);
        var result = SchemaOf(schema).Evaluate(answer.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid
            ? null
            : $"status {status}: "
                + string.Join(
                    "; ",
                    (result.Details ?? [])
                        .Where(detail => detail.Errors is { Count: > 0 })
                        .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {error.Value}"))
                        .Take(5)
                );
    }

    JsonSchema SchemaOf(JsonElement schema)
    {
        var text = Moved(schema);
        if (!_schemas.TryGetValue(text, out var known))
        {
            var whole = JsonNode.Parse(text)!.AsObject();
            whole["$defs"] = _definitions.DeepClone();
            _schemas[text] = known = JsonSchema.FromText(whole.ToJsonString());
        }
        return known;
    }

    // A schema of its own has its parts elsewhere than an OpenAPI document.
    static string Moved(JsonElement schema) => schema.GetRawText().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
}
