using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace NewsApi.Gateway.OpenApi;

/// <summary>Says what the groups of operations are.</summary>
public sealed class OwnTags : IDocumentFilter
{
    static readonly (string Name, string Description)[] Tags =
    [
        ("Articles", "Pages that are kept, and the articles read from them."),
        ("Entities", "Who and what the kept articles name, over all of them."),
        ("Facts", "What the kept articles state, over all of them."),
        ("Topics", "What the kept articles are about, and what rises."),
        ("Feeds", "The newest articles that meet a query, for feed readers."),
        ("Analyses", "Reading pages without keeping them."),
        ("Operations", "How far pages are whose answer did not wait for the analysis."),
        ("Pipeline", "What reads the pages."),
        ("Health", "Whether the service works."),
    ];

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context) =>
        swaggerDoc.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
}
