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
    readonly WordSet places = WordSet.Load("vi/provinces.tsv");
    readonly NameShape names = NameShape.Load();
    readonly AuthorReader authors;

    BylineReader() => authors = AuthorReader.Load(names, WordSet.Load("vi/outlets.tsv"), roles);

    public static BylineReader Load() => new();

    public Byline Read(ZonedPage page)
    {
        var persons = new List<TextValue>();
        string? agency = null;
        foreach (var line in page.Of(LineRole.Byline))
        {
            AddAuthors(page, line, IsTakenOver(line) ? [] : authors.Read(line.Text), persons);
            agency ??= AgencyIn(line.Text);
        }

        foreach (var line in page.Of(LineRole.Published).Where(_ => persons.Count == 0))
        {
            AddAuthors(page, line, AuthorsBefore(line), persons);
        }

        foreach (var line in page.Of(LineRole.Source).Where(_ => persons.Count == 0))
        {
            AddAuthors(page, line, AuthorsOf(line), persons);
        }

        var source = page.Of(LineRole.Source)
            .Concat(page.Of(LineRole.Byline).Where(IsTakenOver))
            .Select(line => SourceOf(line.Text))
            .FirstOrDefault(text => text.Length > 0);
        agency ??= page.Of(LineRole.Source).Select(line => line.Text.Trim(' ', '.', '(', ')', '*')).FirstOrDefault(IsAgency);
        return new Byline(persons, agency, source);
    }

    // "Theo Phụ Nữ Miền Núi": no name of a person, so the outlet that it was taken from.
    bool IsTakenOver(ZonedLine line) =>
        Folding.Fold(line.Text).StartsWith("theo ", StringComparison.Ordinal)
        && char.IsUpper(line.Text["theo ".Length])
        && names.Read(line.Text["theo ".Length..]) is { HasSurname: false, IsKnown: false };

    // "Hồng Nhạn - Chí Dũng • 09/11/2021 08:15": names before the time, where a place stands as well ("Hà Nội, 9/11/2021").
    IEnumerable<TextSpan> AuthorsBefore(ZonedLine line)
    {
        var digit = line.Text.AsSpan().IndexOfAnyInRange('0', '9');
        var before = digit > 0 ? line.Text[..digit].TrimEnd(' ', '-', '–', '•', '|', '·', ',') : "";
        var read = names.Read(before);
        return read.IsAll && (read.HasSurname || read.IsKnown)
            ? authors.Read(before).Where(name => !places.Contains(Folding.Fold(name.Slice(before))))
            : [];
    }

    // "Theo Hoài An (Giải Trí Trẻ)": who wrote it, and where.
    IEnumerable<TextSpan> AuthorsOf(ZonedLine line)
    {
        var open = Folding.Fold(line.Text).StartsWith("theo ", StringComparison.Ordinal)
            ? line.Text.IndexOf('(', StringComparison.Ordinal)
            : -1;
        return open > 0 && line.Text.EndsWith(')') ? authors.Read(line.Text[..open]).Where(name => names.HasSurname(line.Text, name)) : [];
    }

    static void AddAuthors(ZonedPage page, ZonedLine line, IEnumerable<TextSpan> read, List<TextValue> found)
    {
        foreach (var span in read)
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
                var rest = part[label.Length..].Trim(' ', ':', '-', '–', '.', ')');

                // "Theo Hoài An (Giải Trí Trẻ)": the bracket tells the outlet.
                var open = rest.IndexOf('(', StringComparison.Ordinal);
                return open > 0 && open + 1 < rest.Length && label == "theo" ? rest[(open + 1)..].Trim() : rest;
            }
        }

        return part;
    }
}
