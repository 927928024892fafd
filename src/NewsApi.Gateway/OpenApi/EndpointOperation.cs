using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using NewsApi.Gateway.Articles;
using NewsApi.Gateway.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace NewsApi.Gateway.OpenApi;

/// <summary>Adds to an operation what its endpoint says of itself: query parameters, the page in its body, its errors.</summary>
public sealed class EndpointOperation : IOperationFilter
{
    /// <summary>What every operation can answer with.</summary>
    static readonly ProblemKind[] Always = [ProblemKind.BadRequest, ProblemKind.UnknownParameter, ProblemKind.InternalError];

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        // A comment on the handler is for who reads the code, and was taken for the summary.
        operation.Summary = metadata.OfType<IEndpointSummaryMetadata>().Last().Summary;
        operation.Description = metadata.OfType<IEndpointDescriptionMetadata>().Last().Description;
        operation.Parameters ??= [];
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>().Where(known => known.In == ParameterLocation.Path))
            DescribePathParameter(parameter);
        foreach (var parameter in metadata.OfType<QueryParameters>().SelectMany(query => query.All))
            operation.Parameters.Add(QueryParameterSchema.Of(parameter));
        if (metadata.OfType<PageBodyMetadata>().Any())
            operation.RequestBody = PageRequestBody.Of(context);
        if (metadata.OfType<JsonBodyMetadata>().FirstOrDefault() is { } body)
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["application/json"] = new OpenApiMediaType
                    {
                        Schema = context.SchemaGenerator.GenerateSchema(body.Type, context.SchemaRepository),
                        Example = metadata.OfType<BodyExample>().Single().Value.DeepClone(),
                    },
                },
            };
        DescribeSuccesses(operation);
        DescribeTexts(operation, [.. metadata.OfType<AnswerExample>()]);
        if (operation.Responses!.ContainsKey("304"))
            operation.Parameters.Add(IfNoneMatch());
        AddProblems(operation, context, [.. Always, .. metadata.OfType<ProblemKinds>().SelectMany(kinds => kinds.All)]);
    }

    static void DescribePathParameter(OpenApiParameter parameter)
    {
        switch (parameter.Name)
        {
            case "id":
                parameter.Description = "The id.";
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" };
                break;
            case "number":
                parameter.Description = "The number, from 1.";
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1" };
                break;
        }
    }

    /// <summary>Headers that go with an answer, by its status.</summary>
    static void DescribeSuccesses(OpenApiOperation operation)
    {
        foreach (var (status, response) in operation.Responses!)
        {
            if (response is not OpenApiResponse answer)
                continue;
            answer.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
            if (status is "201" or "202" or "308")
                answer.Headers["Location"] = Header(status is "308" ? "The path that leads on." : "The path of what was kept.");
            if (operation.Responses.ContainsKey("304") && status is ("200" or "304"))
                answer.Headers["ETag"] = Header("A strong entity tag, for If-None-Match.");
            if (status is "202")
            {
                answer.Headers["Operation-Location"] = Header("The path of the operation that tells when it is done.");
                answer.Headers["Retry-After"] = RetryAfter();
            }
        }
    }

    /// <summary>What is given as text is a string, whatever the JSON of the same answer is; and the examples.</summary>
    static void DescribeTexts(OpenApiOperation operation, AnswerExample[] examples)
    {
        if (!operation.Responses!.TryGetValue("200", out var response) || response.Content is not { } content)
            return;
        foreach (var (name, media) in content)
        {
            if (media is not OpenApiMediaType type)
                continue;
            if (name.StartsWith("text/", StringComparison.Ordinal))
                type.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
            // A node has one place in a document, and the document is made anew for each request.
            type.Example = examples.FirstOrDefault(example => example.MediaType == name)?.Value.DeepClone();
        }
    }

    /// <summary>One response for each status; its description names the kinds of error that have it.</summary>
    static void AddProblems(OpenApiOperation operation, OperationFilterContext context, IEnumerable<ProblemKind> kinds)
    {
        var schema = context.SchemaGenerator.GenerateSchema(typeof(ProblemDocument), context.SchemaRepository);
        foreach (var group in kinds.Distinct().GroupBy(kind => kind.Status).OrderBy(group => group.Key))
        {
            var status = group.Key.ToString(CultureInfo.InvariantCulture);
            var response = new OpenApiResponse
            {
                Description = string.Join("\n", group.Select(kind => $"- `{kind.Type}`: {kind.Title}.")),
                Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
                {
                    [ProblemDocument.MediaType] = new OpenApiMediaType { Schema = schema, Example = Example(group.First()) },
                },
            };
            if (group.Key == StatusCodes.Status503ServiceUnavailable)
                response.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal) { ["Retry-After"] = RetryAfter() };
            operation.Responses![status] = response;
        }
    }

    static JsonObject Example(ProblemKind kind) =>
        new()
        {
            ["type"] = kind.Type,
            ["title"] = kind.Title,
            ["status"] = kind.Status,
            ["detail"] = "What is wrong with this request.",
            ["instance"] = "/v1/articles",
            ["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
        };

    static OpenApiParameter IfNoneMatch() =>
        new()
        {
            Name = "If-None-Match",
            In = ParameterLocation.Header,
            Description = "Entity tags that the client has answers for: one of them is answered with 304 and no body.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };

    static OpenApiHeader RetryAfter() =>
        new()
        {
            Description = "Seconds to wait before asking again.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "0" },
        };

    static OpenApiHeader Header(string description) =>
        new()
        {
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
}
