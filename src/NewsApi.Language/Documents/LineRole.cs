namespace NewsApi.Language.Documents;

/// <summary>What a line of a page is for. Every line has exactly one role. The order is fixed: models count on it.</summary>
public enum LineRole
{
    Blank,
    Breadcrumb,
    Published,
    Title,
    Lead,
    Heading,
    Paragraph,
    PullQuote,
    Caption,
    CaptionMarker,
    Byline,
    Source,
    InlineRelated,
    RelatedHeading,
    RelatedItem,
    RelatedSummary,
    RelatedMeta,
    Widget,
    Footer,
}

/// <summary>The roles' names as data files, models and gold files write them ("caption_marker").</summary>
public static class LineRoles
{
    public static IReadOnlyList<LineRole> All { get; } = Enum.GetValues<LineRole>();

    static readonly string[] Names = [.. All.Select(SnakeCase)];

    static readonly Dictionary<string, LineRole> ByName = All.ToDictionary(role => Names[(int)role], StringComparer.Ordinal);

    public static string Name(this LineRole role) => Names[(int)role];

    public static bool TryParse(string name, out LineRole role) => ByName.TryGetValue(name, out role);

    /// <summary>Title, lead, heading, paragraph, pull quote, caption: the roles that are the article itself.</summary>
    public static bool IsContent(this LineRole role) =>
        role is LineRole.Title or LineRole.Lead or LineRole.Heading or LineRole.Paragraph or LineRole.PullQuote or LineRole.Caption;

    static string SnakeCase(LineRole role) =>
        string.Concat(role.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
