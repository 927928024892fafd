using NewsApi.Language.Documents;
using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Zoning.Metadata;

/// <summary>Who wrote the article, through which agency, and where it was taken from.</summary>
public sealed record Byline(IReadOnlyList<TextValue> Authors, string? Agency, string? Source);

/// <summary>Reads bylines and source lines: "Diệp Trương (TTXVN)", "Bài, ảnh: Minh Anh", "Nguồn: baotintuc.vn", a lone "TTXVN".</summary>
public sealed class BylineReader(NameShape names, WordSet agencies, WordSet outlets, WordSet roles)
{
    static readonly string[] SourceLabels = ["theo nguồn", "nguồn tin", "nguồn bài viết", "nguồn", "theo", "source", "dẫn theo"];

    public static BylineReader Load() =>
        new(
            NameShape.Load(),
            WordSet.Load("vi/outlets.tsv", entry => entry[1] == "agency"),
            WordSet.Load("vi/outlets.tsv"),
            WordSet.Load("vi/byline_roles.tsv")
        );

    public Byline Read(ZonedPage page)
    {
        var authors = new List<TextValue>();
        string? agency = null;
        foreach (var line in page.Of(LineRole.Byline))
        {
            AddAuthors(page, line, authors);
            agency ??= AgencyIn(line.Text);
        }

        var source = page.Of(LineRole.Source).Select(line => SourceOf(line.Text)).FirstOrDefault(text => text.Length > 0);
        agency ??= page.Of(LineRole.Source).Select(line => line.Text.Trim(' ', '.', '(', ')', '*')).FirstOrDefault(IsAgency);
        return new Byline(authors, agency, source);
    }

    void AddAuthors(ZonedPage page, ZonedLine line, List<TextValue> authors)
    {
        var shape = names.Read(WithoutAddresses(line.Text));
        foreach (var span in shape.Persons)
        {
            var part = WithoutRole(line.Text, span);
            var name = part.IsEmpty ? null : page.Value(line, part);
            if (
                name is not null
                && !IsBody(name.Text)
                && authors.All(author => !string.Equals(author.Text, name.Text, StringComparison.OrdinalIgnoreCase))
            )
            {
                authors.Add(name);
            }
        }
    }

    // Outlets and roles are written like names: "Báo Nhân Dân", "Nhóm Phóng viên".
    bool IsBody(string name)
    {
        var folded = Folding.Fold(name);
        return outlets.Contains(folded) || roles.Contains(folded);
    }

    // "PV Minh Anh", "BTV Lan Hương": the word before the name is what the person is.
    TextSpan WithoutRole(string line, TextSpan span)
    {
        var text = span.Slice(line);
        for (var blank = text.IndexOf(' ', StringComparison.Ordinal); blank > 0; blank = text.IndexOf(' ', blank + 1))
        {
            if (roles.Contains(Folding.Fold(text[..blank])))
            {
                return WithoutRole(line, new TextSpan(span.Start + blank + 1, span.End));
            }
        }

        return span;
    }

    // Blanked out rather than cut, so that places stay.
    static string WithoutAddresses(string text)
    {
        if (!text.Contains('@', StringComparison.Ordinal))
        {
            return text;
        }

        var letters = text.ToCharArray();
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var start = at;
            while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
            {
                start--;
            }

            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            letters.AsSpan(start, end - start).Fill(' ');
        }

        return new string(letters);
    }

    // "Diệp Trương (TTXVN)", "Minh Anh/TTXVN", "Minh Anh - TTXVN".
    string? AgencyIn(string text)
    {
        foreach (var part in text.Split(['(', ')', '/', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var name = SourceOf(part);
            if (IsAgency(name))
            {
                return name;
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
