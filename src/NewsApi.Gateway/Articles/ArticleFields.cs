using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FluentValidation;
using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.Articles;

/// <summary>
/// The parameter <c>fields</c>: which fields of an article an answer has. Fields that every article has are always given, so that an answer keeps to its
/// schema whatever was asked for.
/// </summary>
public static class ArticleFields
{
    public const string Description =
        "Only these fields of an article, by their names at the top; those that every article has (id, state, revision, groupId, storedAt, updatedAt, links) always come. "
        + "With it, view does not matter.";

    public const string Example = "title,published,topics";

    static readonly string[] Always =
    [
        .. typeof(ArticleResource)
            .GetProperties()
            .Where(property => property.IsDefined(typeof(RequiredMemberAttribute)))
            .Select(property => NameOf(property)),
    ];

    /// <summary>All that may be asked for.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(ArticleResource)
            .GetProperties()
            .Where(property => property.Name != nameof(ArticleResource.Shown))
            .Select(NameOf)
            .Order(StringComparer.Ordinal),
    ];

    // What a list has without reading the analysis.
    static readonly HashSet<string> OfRow =
    [
        .. Always,
        "failureReason",
        "copyOf",
        "source",
        "url",
        "externalId",
        "kind",
        "kindReason",
        "language",
        "pipelineVersion",
        "needsReview",
        "title",
        "lead",
        "published",
        "highlights",
    ];

    /// <summary>How much of the articles must be read.</summary>
    public static ArticleView ViewOf(IReadOnlyList<string> fields, ArticleView view) =>
        fields.Count == 0 ? view
        : fields.All(OfRow.Contains) ? ArticleView.Basic
        : ArticleView.Full;

    /// <summary>Has the articles written with these fields alone; all where none are named.</summary>
    public static void Show(this IEnumerable<ArticleResource> articles, IReadOnlyList<string> fields)
    {
        if (fields.Count == 0)
            return;
        HashSet<string> shown = [.. Always, .. fields];
        foreach (var article in articles)
            article.Shown = shown;
    }

    /// <summary>For serialisers: leaves out what is not shown.</summary>
    public static void LeaveOut(JsonTypeInfo type)
    {
        if (type.Type != typeof(ArticleResource))
            return;
        foreach (var property in type.Properties)
        {
            // Takes the place of the rule that leaves out nulls.
            var name = property.Name;
            property.ShouldSerialize = (article, value) => value is not null && ((ArticleResource)article).Shown?.Contains(name) != false;
        }
    }

    /// <summary>Refuses names that no field has.</summary>
    public static IRuleBuilderOptionsConditions<T, IReadOnlyList<string>> MustBeArticleFields<T>(
        this IRuleBuilder<T, IReadOnlyList<string>> rule
    ) =>
        rule.Custom(
            (fields, context) =>
            {
                foreach (var field in fields.Where(field => !Names.Contains(field)))
                    context.AddFailure(
                        "fields",
                        NearestName.Of(field, [.. Names]) is { } nearest
                            ? $"No field has the name \"{field}\"; the nearest is \"{nearest}\"."
                            : $"No field has the name \"{field}\"; there are {string.Join(", ", Names)}."
                    );
            }
        );

    static string NameOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);
}
