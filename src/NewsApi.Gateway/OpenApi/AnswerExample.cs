using System.Text.Json.Nodes;

namespace NewsApi.Gateway.OpenApi;

/// <summary>A successful answer of the endpoint that has this metadata, for the reader of the OpenAPI document.</summary>
/// <param name="MediaType">One that the endpoint produces.</param>
/// <param name="Value">Of a media type that is not JSON: a string.</param>
public sealed record AnswerExample(string MediaType, JsonNode Value);

/// <summary>A body of the endpoint that has this metadata, for the reader of the OpenAPI document.</summary>
public sealed record BodyExample(JsonNode Value);
