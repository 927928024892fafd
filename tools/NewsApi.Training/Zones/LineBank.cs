using NewsApi.Language.Documents;

namespace NewsApi.Training.Zones;

/// <summary>Single lines as they stand on news pages, by what they are: a folder of text files, one line each.</summary>
sealed class LineBank
{
    static readonly (string File, LineRole Role)[] Files =
    [
        ("bylines", LineRole.Byline),
        ("captions", LineRole.Caption),
        ("crumbs", LineRole.Breadcrumb),
        ("footers", LineRole.Footer),
        ("headings", LineRole.Heading),
        ("leads", LineRole.Lead),
        ("pullquotes", LineRole.PullQuote),
        ("related_headings", LineRole.RelatedHeading),
        ("short_paragraphs", LineRole.Paragraph),
        ("sources", LineRole.Source),
        ("summaries", LineRole.RelatedSummary),
        ("titles", LineRole.RelatedItem),
        ("titles", LineRole.InlineRelated),
        ("widgets", LineRole.Widget),
    ];

    readonly Dictionary<LineRole, string[]> lines;

    LineBank(Dictionary<LineRole, string[]> lines, string[] comments, string[] firstParagraphs) =>
        (this.lines, Comments, FirstParagraphs) = (lines, comments, firstParagraphs);

    /// <summary>What readers write under an article, with the lines that say who and when.</summary>
    public IReadOnlyList<string> Comments { get; }

    /// <summary>How bodies without a lead begin.</summary>
    public IReadOnlyList<string> FirstParagraphs { get; }

    /// <summary>Lines of a role, none where the bank has none.</summary>
    public IReadOnlyList<string> Of(LineRole role) => lines.GetValueOrDefault(role, []);

    /// <exception cref="IOException">A file of the bank is missing.</exception>
    public static LineBank Read(string folder) =>
        new(
            Files.ToDictionary(entry => entry.Role, entry => ReadFile(folder, entry.File)),
            ReadFile(folder, "comments"),
            ReadFile(folder, "first_paragraphs")
        );

    static string[] ReadFile(string folder, string name) =>
        [.. File.ReadLines(Path.Combine(folder, name + ".txt")).Where(line => !string.IsNullOrWhiteSpace(line))];
}
