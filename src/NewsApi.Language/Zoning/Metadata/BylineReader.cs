using NewsApi.Language.Documents;
using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Zoning.Metadata;

/// <summary>Who wrote the article, through which agency, and where it was taken from.</summary>
public sealed record Byline(IReadOnlyList<TextValue> Authors, string? Agency, string? Source);

/// <summary>Reads bylines and source lines: "Diệp Trương (TTXVN)", "Bài, ảnh: Minh Anh", "Nguồn: baotintuc.vn", a lone "TTXVN".</summary>
public sealed class BylineReader
{
    static readonly string[] SourceLabels = ["theo nguồn", "nguồn tin", "nguồn bài viết", "nguồn", "theo", "source", "dẫn theo"];

    readonly WordSet agencies = WordSet.Load("vi/outlets.tsv", entry => entry[1] == "agency");
    readonly WordSet roles = WordSet.Load("vi/byline_roles.tsv");
    readonly AuthorReader authors;

    BylineReader() => authors = AuthorReader.Load(NameShape.Load(), WordSet.Load("vi/outlets.tsv"), roles);

    public static BylineReader Load() => new();

    public Byline Read(ZonedPage page)
    {
        var persons = new List<TextValue>();
        string? agency = null;
        foreach (var line in page.Of(LineRole.Byline))
        {
            AddAuthors(page, line, persons);
            agency ??= AgencyIn(line.Text);
        }

        var source = page.Of(LineRole.Source).Select(line => SourceOf(line.Text)).FirstOrDefault(text => text.Length > 0);
        agency ??= page.Of(LineRole.Source).Select(line => line.Text.Trim(' ', '.', '(', ')', '*')).FirstOrDefault(IsAgency);
        return new Byline(persons, agency, source);
    }

    void AddAuthors(ZonedPage page, ZonedLine line, List<TextValue> found)
    {
        foreach (var span in authors.Read(line.Text))
        {
            var name = page.Value(line, span);
            if (found.All(author => !string.Equals(author.Text, name.Text, StringComparison.OrdinalIgnoreCase)))
            {
                found.Add(name);
            }
        }
    }

    // "Diệp Trương (TTXVN)", "Minh Anh/TTXVN", "Minh Anh - TTXVN", "PV TTXVN tại Cairo".
    string? AgencyIn(string text)
    {
        foreach (
            var part in text.Split(
                ["(", ")", "/", "|", " - ", " – "],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        )
        {
            var name = SourceOf(part);
            if (IsAgency(name))
            {
                return name;
            }

            if (AgencyBehindRole(part) is { } agency)
            {
                return agency;
            }
        }

        return null;
    }

    string? AgencyBehindRole(string part)
    {
        for (var blank = part.IndexOf(' ', StringComparison.Ordinal); blank > 0; blank = part.IndexOf(' ', blank + 1))
        {
            var word = part[(blank + 1)..].Split(' ')[0];
            if (roles.Contains(Folding.Fold(part[..blank])) && IsAgency(word))
            {
                return word;
            }
        }

        return null;
    }

    bool IsAgency(string name) => agencies.Contains(Folding.Fold(name));

    static string SourceOf(string text)
    {
        var part = text.Trim(' ', '(', ')', '[', ']', '*', '-', '–', '.');
        var folded = Folding.Fold(part);
        foreach (var label in SourceLabels)
        {
            if (
                folded.StartsWith(label, StringComparison.Ordinal)
                && folded.Length > label.Length
                && !char.IsLetterOrDigit(folded[label.Length])
            )
            {
                return part[label.Length..].Trim(' ', ':', '-', '–', '.', ')');
            }
        }

        return part;
    }
}
