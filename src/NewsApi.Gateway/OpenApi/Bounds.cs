using System.Globalization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace NewsApi.Gateway.OpenApi;

/// <summary>
/// Gives every text, number and list a largest size, so that whoever generates code knows how much may come. No field holds a text
/// or a list longer than the longest page that can be configured; a parameter has to fit into the line of a request. An answer that is text as a
/// whole is as long as what was asked for (an export has no end): the largest number stands for that.
/// </summary>
public sealed class Bounds : IDocumentFilter
{
    /// <summary>Limits:TextBytes can be raised to this.</summary>
    const int LongestText = 32 << 20;

    /// <summary>What Kestrel takes as the first line of a request.</summary>
    const int LongestLine = 8 << 10;

    const int LongestAnswer = int.MaxValue;

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        foreach (var schema in swaggerDoc.Components?.Schemas?.Values ?? [])
            Bound(schema, LongestText);
        foreach (
            var operation in swaggerDoc.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>())
        )
            Bound(operation);
    }

    static void Bound(OpenApiOperation operation)
    {
        foreach (var parameter in operation.Parameters ?? [])
            Bound(parameter.Schema, LongestLine);
        foreach (var content in operation.RequestBody?.Content?.Values ?? Enumerable.Empty<IOpenApiMediaType>())
            Bound(content.Schema, LongestText);
        foreach (var response in operation.Responses?.Values ?? Enumerable.Empty<IOpenApiResponse>())
        {
            foreach (var header in response.Headers?.Values ?? Enumerable.Empty<IOpenApiHeader>())
                Bound(header.Schema, LongestLine);
            foreach (var content in response.Content?.Values ?? Enumerable.Empty<IOpenApiMediaType>())
                Bound(content.Schema, LongestAnswer);
        }
    }

    // What another schema is, is bounded there.
    static void Bound(IOpenApiSchema? schema, int longest)
    {
        if (schema is not OpenApiSchema own)
            return;
        if (own.Type == JsonSchemaType.String && own.Enum is not { Count: > 0 } && own.Const is null)
            own.MaxLength ??= longest;
        if (own.Type == JsonSchemaType.Array)
            own.MaxItems ??= longest;
        if (own.Type == JsonSchemaType.Integer)
            BoundNumber(own);
        Bound(own.Items, longest);
        Bound(own.AdditionalProperties, longest);
        foreach (var part in own.Properties?.Values ?? Enumerable.Empty<IOpenApiSchema>())
            Bound(part, longest);
        foreach (var part in (own.OneOf ?? []).Concat(own.AnyOf ?? []).Concat(own.AllOf ?? []))
            Bound(part, longest);
    }

    static void BoundNumber(OpenApiSchema schema)
    {
        schema.Format ??= "int32";
        var (least, most) = schema.Format == "int64" ? (long.MinValue, long.MaxValue) : (int.MinValue, int.MaxValue);
        schema.Minimum ??= least.ToString(CultureInfo.InvariantCulture);
        schema.Maximum ??= most.ToString(CultureInfo.InvariantCulture);
    }
}
