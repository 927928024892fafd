using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace NewsApi.Gateway.OpenApi;

/// <summary>The OpenAPI document at /openapi/v1.json, and the page at /docs that shows it.</summary>
public static class ApiDocument
{
    const string Name = "v1";
    const string DocumentPath = "/openapi/v1.json";
    const string PagePath = "/docs";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) =>
        services
            .AddEndpointsApiExplorer()
            .AddSwaggerGen(document =>
            {
                document.SwaggerDoc(Name, Info());
                document.AddServer(
                    new OpenApiServer
                    {
                        Url = "/",
                        Description = "Where this document comes from: local, or in production.",
                        Extensions = new Dictionary<string, IOpenApiExtension> { ["x-internal"] = new JsonNodeExtension(false) },
                    }
                );
                document.CustomSchemaIds(SchemaIds.Of);
                document.SupportNonNullableReferenceTypes();
                document.IncludeXmlComments(typeof(ApiDocument).Assembly);
                document.SchemaFilter<AbsentNotNull>();
                document.OperationFilter<EndpointOperation>();
                document.DocumentFilter<OwnTags>();
                document.DocumentFilter<Bounds>();
            });

    /// <summary>Maps the document, its page, and the way from the root to that page.</summary>
    public static void MapApiDocument(this WebApplication app)
    {
        app.MapSwagger("/openapi/{documentName}.json", options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
        app.MapGet("/", () => TypedResults.Redirect(PagePath)).ExcludeFromDescription();
        app.Use(GuardPage);
        app.UseSwaggerUI(ConfigurePage);
    }

    /// <summary>The page is given what it needs from here, and may load nothing from elsewhere.</summary>
    static Task GuardPage(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments(PagePath, StringComparison.OrdinalIgnoreCase))
            context.Response.Headers.ContentSecurityPolicy =
                "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";
        return next(context);
    }

    static void ConfigurePage(SwaggerUIOptions page)
    {
        page.RoutePrefix = PagePath.TrimStart('/');
        page.DocumentTitle = "NewsApi";
        page.SwaggerEndpoint(DocumentPath, "NewsApi " + Name);
        page.DisplayOperationId();
        page.DefaultModelsExpandDepth(0);
    }

    static OpenApiInfo Info() =>
        new()
        {
            Title = "NewsApi",
            Version = typeof(ApiDocument).Assembly.GetName().Version!.ToString(3),
            Description =
                "Vietnamese news pages in, articles that can be trusted out.\n\n"
                + "Errors are `application/problem+json` (RFC 9457); switch on their `type`. A query parameter or a field that does not "
                + "exist is refused. What is not known is absent, never null. Offsets slice the text exactly as it was submitted; "
                + "`offsetUnit` says what they count. Times are RFC 3339 with their offset.",
        };
}
