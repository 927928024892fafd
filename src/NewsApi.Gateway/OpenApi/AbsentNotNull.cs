using System.Reflection;
using System.Text.Json;
using Microsoft.OpenApi;
using NewsApi.Gateway.Articles;
using NewsApi.Gateway.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace NewsApi.Gateway.OpenApi;

/// <summary>
/// Says of a schema what JSON as this API writes it holds to: what is not known is absent, so that nothing is null and what can be absent
/// is not required; enums are strings, without the value that stands for none in Protocol Buffers.
/// </summary>
public sealed class AbsentNotNull : ISchemaFilter
{
    readonly NullabilityInfoContext _nullability = new();

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema target)
            return;
        target.Type &= ~JsonSchemaType.Null;
        if (context.Type.IsEnum && context.MemberInfo is null)
            SetNames(target, context.Type);
        else if (target.Properties is { Count: > 0 } properties)
            SetProperties(target, properties, context.Type);
    }

    static void SetNames(OpenApiSchema schema, Type type)
    {
        schema.Type = JsonSchemaType.String;
        schema.Format = null;
        schema.Enum = [.. EnumNames.Of(type).Select(name => (System.Text.Json.Nodes.JsonNode)name)];
    }

    void SetProperties(OpenApiSchema schema, IDictionary<string, IOpenApiSchema> properties, Type type)
    {
        schema.AdditionalPropertiesAllowed = true;
        schema.Required = type.GetProperties()
            .Where(property => IsAlwaysThere(type, property))
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))
            .Where(properties.ContainsKey)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (name, property) in properties.ToArray())
            properties[name] = WithoutNull(property);
    }

    /// <summary>Of the one body that comes in, the text is required: its type cannot say so, because the check for it has a problem of its own.</summary>
    bool IsAlwaysThere(Type type, PropertyInfo property) =>
        type == typeof(PageBody)
            ? property.Name == nameof(PageBody.Text)
            : Nullable.GetUnderlyingType(property.PropertyType) is null
                && _nullability.Create(property).ReadState != NullabilityState.Nullable;

    /// <summary>A nullable reference comes as "one of null and the reference".</summary>
    static IOpenApiSchema WithoutNull(IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema own)
            return schema;
        own.Type &= ~JsonSchemaType.Null;
        var choices = (own.OneOf ?? []).Where(choice => choice.Type != JsonSchemaType.Null).ToArray();
        if (choices is not [OpenApiSchemaReference reference] || own.OneOf!.Count == 1)
            return own;
        return new OpenApiSchemaReference(reference.Reference.Id!, reference.Reference.HostDocument) { Description = own.Description };
    }
}
