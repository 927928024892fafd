using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.OpenApi;

/// <summary>A query parameter as the document writes it.</summary>
static class QueryParameterSchema
{
    public static OpenApiParameter Of(QueryParameter parameter)
    {
        var value = new OpenApiSchema { Type = TypeOf(parameter.ValueType), Format = parameter.ValueType == typeof(Guid) ? "uuid" : null };
        value.Minimum = parameter.Least?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        value.Maximum = parameter.Most?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (parameter.Choices.Count > 0)
            value.Enum = [.. parameter.Choices.Select(choice => (JsonNode)choice)];
        var schema = parameter.IsList ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = value } : value;
        schema.Default = parameter.Default is { } usual ? JsonSerializer.SerializeToNode(usual, Json.Options) : null;
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Description,
            Required = parameter.IsRequired,
            Schema = schema,
            // Several values are separated by commas; repeating the parameter does the same.
            Style = parameter.IsList ? ParameterStyle.Form : null,
            Explode = !parameter.IsList,
            Example = Example(parameter),
        };
    }

    /// <summary>Not as it stands in a URL: whoever reads the document does the escaping.</summary>
    static JsonNode? Example(QueryParameter parameter) =>
        parameter.Example is not { } text ? null
        : parameter.IsList ? new JsonArray([.. text.Split(',').Select(value => (JsonNode)value)])
        : parameter.ValueType == typeof(int) ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
        : parameter.ValueType == typeof(double) ? double.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
        : parameter.ValueType == typeof(bool) ? bool.Parse(text)
        : Uri.UnescapeDataString(text);

    static JsonSchemaType TypeOf(Type type) =>
        type == typeof(int) ? JsonSchemaType.Integer
        : type == typeof(double) ? JsonSchemaType.Number
        : type == typeof(bool) ? JsonSchemaType.Boolean
        : JsonSchemaType.String;
}
