using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.OpenApi;

/// <summary>The names that types have in the document, and so in clients that are generated from it. A renamed type keeps its clients only with its name here.</summary>
public static class SchemaIds
{
    const string Suffix = "Resource";

    /// <summary>ArticleResource is "Article"; a list of them, "ArticleList".</summary>
    public static string Of(Type type)
    {
        if (type == typeof(ProblemDocument))
            return "Problem";
        var name = type.Name.Split('`')[0];
        if (name.EndsWith(Suffix, StringComparison.Ordinal))
            name = name[..^Suffix.Length];
        return string.Concat(type.GenericTypeArguments.Select(Of)) + name;
    }
}
