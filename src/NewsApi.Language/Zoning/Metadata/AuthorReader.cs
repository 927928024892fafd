using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Zoning.Metadata;

/// <summary>
/// Takes the persons out of a byline: "Tuấn Anh - Nguyên Bảo (thực hiện)", "Bài: Nguyễn Thơm - Ảnh: Duy Khương", "TS. Đoàn Thị Bích Hạnh",
/// "Bút ký của Trà My". What they are ("TS.", "Luật sư", "PV") and where they work ("/VOV Tây Bắc") stays outside.
/// </summary>
sealed class AuthorReader(NameShape names, WordSet outlets, WordSet roles, WordSet titles, WordSet production)
{
    // Longer lines tell of the author in sentences.
    const int LongestLine = 240;
    const int LongestLabel = 40;
    const int LongestOpening = 24;
    const int LongestTitle = 5;

    static readonly string[] OpeningEnds = [" của ", " bởi ", " by "];

    // "Báo Nhân Dân", "Đài Hà Nội", but "Ban Mai" is a pen name; "Bayou Việt Báo", "Sông Cầu TV".
    static readonly string[] BodyHeads = ["báo", "đài", "ban", "phòng", "nhóm", "hội", "vụ", "cục", "sở", "bộ", "viện", "tổ", "ubnd"];
    static readonly string[] LongBodyHeads = ["văn phòng ", "trung tâm ", "công ty ", "công an ", "hội đồng ", "tổng cục ", "chi cục "];
    static readonly string[] BodyEnds = ["báo", "news", "tv", "online", "media"];

    public static AuthorReader Load(NameShape names, WordSet outlets, WordSet roles) =>
        new(names, outlets, roles, WordSet.Load("vi/name_titles.tsv"), WordSet.Load("vi/production_roles.tsv"));

    /// <param name="line">NFC, trimmed.</param>
    /// <returns>The span of each name within the line, in order.</returns>
    public IEnumerable<TextSpan> Read(string line)
    {
        if (line.Length > LongestLine)
        {
            yield break;
        }

        var text = WithoutBrackets(WithoutAddresses(line));
        foreach (var segment in WithoutLabels(text))
        {
            foreach (var part in NameShape.Parts(text, segment))
            {
                var name = WithoutRoleBehind(text, WithoutTitles(text, WithoutOpening(text, part)));
                if (!name.IsEmpty && NameShape.IsName(text, name) && !IsBody(name.Slice(text)))
                {
                    yield return name;
                }
            }
        }
    }

    // "Bài: A - Ảnh: B" has two labels; "Bài, ảnh: A" has one. Who designed the page did not write the article.
    List<TextSpan> WithoutLabels(string text)
    {
        var segments = new List<TextSpan>();
        var (start, isAuthor) = (0, true);
        for (var colon = text.IndexOf(':', StringComparison.Ordinal); colon >= 0; colon = text.IndexOf(':', colon + 1))
        {
            var label = LabelBefore(text, start, colon);
            if (label.Length > LongestLabel || IsClock(text, colon))
            {
                continue;
            }

            AddSegment(segments, new TextSpan(start, label.Start), isAuthor);
            isAuthor = !production.Contains(Folding.Fold(label.Slice(text).Trim()));
            start = colon + 1;
        }

        AddSegment(segments, new TextSpan(start, text.Length), isAuthor);
        return segments;
    }

    // "Minh Anh - 08:15 12/05/2023".
    static bool IsClock(string text, int colon) =>
        colon > 0 && char.IsDigit(text[colon - 1]) && colon + 1 < text.Length && char.IsDigit(text[colon + 1]);

    static void AddSegment(List<TextSpan> segments, TextSpan segment, bool isAuthor)
    {
        if (isAuthor && !segment.IsEmpty)
        {
            segments.Add(segment);
        }
    }

    // The longest piece before the colon that is a role; else all of it at the start of the line and the last part further on.
    TextSpan LabelBefore(string text, int start, int colon)
    {
        var parts = NameShape.Parts(text, new TextSpan(start, colon));
        foreach (var part in parts)
        {
            var label = Folding.Fold(text[part.Start..colon].Trim());
            if (roles.Contains(label) || production.Contains(label))
            {
                return new TextSpan(part.Start, colon);
            }
        }

        return new TextSpan(start == 0 ? 0 : parts[^1].Start, colon);
    }

    // "Bút ký của Trà My", "đăng bởi Hai Lúa Cù Lao", "English summary by Kevin Tran".
    static TextSpan WithoutOpening(string text, TextSpan part)
    {
        foreach (var end in OpeningEnds)
        {
            var at = part.Slice(text).IndexOf(end, StringComparison.OrdinalIgnoreCase);
            if (at is >= 0 and <= LongestOpening)
            {
                return new TextSpan(part.Start + at + end.Length, part.End);
            }
        }

        return part;
    }

    // "PGS.TS. Trần A", "TS.Trần A", "Luật sư Trần A": titles may follow one another. What follows "PV TTXVN tại" is a place.
    TextSpan WithoutTitles(string text, TextSpan part)
    {
        while (!IsBody(part.Slice(text)) && TitleLength(part.Slice(text)) is var length and > 0)
        {
            part = new TextSpan(part.Start + length, part.End);
            if (text.AsSpan(0, part.Start).TrimEnd().EndsWith(" tại", StringComparison.OrdinalIgnoreCase))
            {
                return default;
            }
        }

        return part;
    }

    int TitleLength(string text)
    {
        var longest = 0;
        var words = 0;
        for (var at = 0; at < text.Length && words < LongestTitle; at++)
        {
            if (text[at] is not (' ' or '.'))
            {
                continue;
            }

            words += text[at] == ' ' ? 1 : 0;
            longest = IsTitle(text[..at]) ? at + 1 : longest;
        }

        return IsTitle(text) ? text.Length : longest;
    }

    // "Từ" is a role ("Từ Paris") and a surname ("Từ Minh Anh"): before a name it is the surname.
    bool IsTitle(string text)
    {
        var folded = Folding.Fold(text.Trim(' ', '.'));
        return folded.Length == 0 || titles.Contains(folded) || (roles.Contains(folded) && !names.IsSurname(folded));
    }

    // "Bạch Dương thực hiện", "Thu Hà ghi"; not "Về tác giả".
    TextSpan WithoutRoleBehind(string text, TextSpan part)
    {
        var name = part.Slice(text);
        var first = name.IndexOf(' ', StringComparison.Ordinal);
        for (var blank = name.IndexOf(' ', first + 1); blank > 0; blank = name.IndexOf(' ', blank + 1))
        {
            if (first > 0 && char.IsLower(name[blank + 1]) && roles.Contains(Folding.Fold(name[(blank + 1)..])))
            {
                return new TextSpan(part.Start, part.Start + blank);
            }
        }

        return part;
    }

    // Outlets and roles are written like names: "Báo Nhân Dân", "VOV Tây Bắc".
    bool IsBody(string name)
    {
        var folded = Folding.Fold(name);
        if (outlets.Contains(folded) || roles.Contains(folded))
        {
            return true;
        }

        var (first, last) = (folded.IndexOf(' ', StringComparison.Ordinal), folded.LastIndexOf(' '));
        return first > 0
            && (
                Array.Exists(LongBodyHeads, head => folded.StartsWith(head, StringComparison.Ordinal))
                || (first < last && Array.IndexOf(BodyHeads, folded[..first]) >= 0)
                || Array.IndexOf(BodyEnds, folded[(last + 1)..]) >= 0
                || (IsAcronym(name[..first]) && !IsAcronym(name[(first + 1)..]) && outlets.Contains(folded.AsSpan(0, first)))
            );
    }

    static bool IsAcronym(string word) => word.Length > 2 && !word.Any(char.IsLower);

    // Blanked out rather than cut, so that places stay.
    static string WithoutBrackets(string text)
    {
        var letters = text.ToCharArray();
        for (var open = text.IndexOf('(', StringComparison.Ordinal); open >= 0; open = text.IndexOf('(', open + 1))
        {
            var close = text.IndexOf(')', open);
            letters.AsSpan(open, (close < 0 ? text.Length : close + 1) - open).Fill(' ');
        }

        return new string(letters);
    }

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
}
