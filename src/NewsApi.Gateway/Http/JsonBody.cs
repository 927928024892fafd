using System.Net.Mime;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace NewsApi.Gateway.Http;

/// <summary>A JSON body, read strictly. Of an endpoint that takes this as a parameter the OpenAPI document shows the body.</summary>
public sealed record JsonBody<T>(T Value) : IBindableFromHttpContext<JsonBody<T>>, IEndpointParameterMetadataProvider
    where T : class
{
    /// <exception cref="ProblemException">unsupported-media-type, malformed-body, unknown-field or invalid-field.</exception>
    static async ValueTask<JsonBody<T>?> IBindableFromHttpContext<JsonBody<T>>.BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var type = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var parsed) ? parsed.MediaType.Value : null;
        if (!MediaTypeNames.Application.Json.Equals(type, StringComparison.OrdinalIgnoreCase))
            throw new ProblemException(ProblemKind.UnsupportedMediaType, "The body is taken as application/json.");
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return new JsonBody<T>(StrictJson.Read<T>(body.ToArray()));
    }

    static void IEndpointParameterMetadataProvider.PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new JsonBodyMetadata(typeof(T)));
}

/// <summary>Marks an endpoint whose body is JSON of this type, for the OpenAPI document.</summary>
public sealed record JsonBodyMetadata(Type Type);
