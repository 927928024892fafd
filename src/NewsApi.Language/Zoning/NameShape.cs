using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Zoning;

/// <summary>How a short line that may be a byline is made.</summary>
/// <param name="Persons">The spans of what looks like names, within the line.</param>
/// <param name="Bracket">The span inside the last brackets, if any.</param>
/// <param name="HasSurname">The first name begins with a Vietnamese surname.</param>
/// <param name="IsAll">The line holds nothing but names, brackets, roles and separators.</param>
/// <param name="IsKnown">Every syllable of the first name is one of Vietnamese names.</param>
public readonly record struct NameLine(IReadOnlyList<TextSpan> Persons, TextSpan Bracket, bool HasSurname, bool IsKnown, bool IsAll);

/// <summary>
/// Reads lines such as "Nguyễn Hoàng", "Tuấn Anh - Nguyên Bảo (thực hiện)", "Diệp Trương (TTXVN)", "H.V - M.T", "NGUYỄN VĂN A".
/// </summary>
public sealed class NameShape(WordSet surnames, WordSet givenNames, WordSet roles)
{
    const int LongestLine = 120;
    const int LongestName = 6;

    public static NameShape Load() =>
        new(WordSet.Load("vi/surnames.tsv"), WordSet.Load("vi/given_syllables.tsv"), WordSet.Load("vi/byline_roles.tsv"));

    /// <param name="line">NFC, trimmed.</param>
    public NameLine Read(string line) => Read(line, line.Length > LongestLine ? "" : Folding.Fold(line));

    /// <param name="line">NFC, trimmed.</param>
    /// <param name="folded">The same, folded (<see cref="Folding.Fold"/>).</param>
    internal NameLine Read(string line, string folded)
    {
        if (line.Length > LongestLine)
        {
            return new NameLine([], default, false, false, false);
        }

        var bracket = LastBracket(line);
        var body = bracket.IsEmpty ? new TextSpan(0, line.Length) : new TextSpan(0, bracket.Start - 1);
        List<TextSpan>? persons = null;
        var all = bracket.IsEmpty || IsRestEmpty(line, bracket.End + 1);
        for (var rest = StripLabel(folded, body); TakePart(line, ref rest, out var part); )
        {
            if (IsName(line, part))
            {
                (persons ??= []).Add(part);
            }
            else if (!part.IsEmpty && !roles.Contains(part.Of(folded)))
            {
                all = false;
            }
        }

        return persons is null
            ? new NameLine([], bracket, false, false, false)
            : new NameLine(persons, bracket, HasSurname(line, persons[0]), IsKnown(persons[0].Of(folded)), all);
    }

    /// <summary>Two to six capitalised syllables, or initials: "Lê Thị Hồng Vân", "H.V", "N.T.T.", "PV".</summary>
    public static bool IsName(string line, TextSpan span)
    {
        var text = span.Of(line);
        var words = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            for (; at < text.Length && text[at] != ' '; at++)
            {
                if (at == start ? !char.IsUpper(text[at]) : !IsNameLetter(text[at]))
                {
                    return false;
                }
            }

            words += at > start ? 1 : 0;
        }

        return words is >= 2 and <= LongestName || (words == 1 && IsInitialsOrPenName(text));
    }

    public bool HasSurname(string line, TextSpan name)
    {
        var text = name.Of(line);
        var end = text.IndexOf(' ');
        return end > 0 && surnames.Contains(Folding.Fold(text[..end].ToString()));
    }

    /// <param name="folded">Folded (<see cref="Folding.Fold"/>).</param>
    internal bool IsSurname(ReadOnlySpan<char> folded) => surnames.Contains(folded);

    bool IsKnown(ReadOnlySpan<char> folded)
    {
        var known = true;
        foreach (var range in folded.Split(' '))
        {
            var syllable = folded[range];
            known &= syllable.IsEmpty || givenNames.Contains(syllable) || surnames.Contains(syllable);
        }

        return known;
    }

    static bool IsNameLetter(char c) => (Letters.KindsOf(c) & CharKinds.Letter) != 0 || c is '.' or '-' or '\'' or '’' or 'ʼ';

    // "H.V", "N.T.T.", "Đ.Hà", "PV", "Minh": one word is a name only when short.
    static bool IsInitialsOrPenName(ReadOnlySpan<char> word) => word.Length <= 8 && (word.Contains('.') || word.Length >= 2);

    static TextSpan LastBracket(string line)
    {
        var close = line.LastIndexOf(')');
        var open = close > 0 ? line.LastIndexOf('(', close) : -1;
        return open > 0 ? new TextSpan(open + 1, close) : default;
    }

    static bool IsRestEmpty(string line, int end) => line.AsSpan(Math.Min(end, line.Length)).IndexOfAnyExcept(" .*") < 0;

    // "Bài, ảnh: A", "Tác giả: B", "Thực hiện: C": what stands before the colon is a label where it is a known role.
    TextSpan StripLabel(string folded, TextSpan body)
    {
        var colon = folded.IndexOf(':', body.Start, body.Length);
        if (colon < 0 || colon > 40)
        {
            return body;
        }

        return roles.Contains(folded.AsSpan(body.Start..colon).Trim()) ? new TextSpan(colon + 1, body.End) : body;
    }

    /// <summary>The pieces of a byline between its dashes, commas, strokes and "và", trimmed.</summary>
    internal static List<TextSpan> Parts(string line, TextSpan body)
    {
        var parts = new List<TextSpan>();
        while (TakePart(line, ref body, out var part))
        {
            parts.Add(part);
        }

        return parts;
    }

    // Where the line ends, one more part, that may be empty, stands behind its last separator; then the rest is behind the line's end.
    static bool TakePart(string line, ref TextSpan rest, out TextSpan part)
    {
        part = default;
        if (rest.Start > rest.End)
        {
            return false;
        }

        var (at, separator) = (rest.Start, 0);
        while (at < rest.End && (separator = SeparatorAt(line.AsSpan(at, rest.End - at))) == 0)
        {
            at++;
        }

        part = Trim(line, new TextSpan(rest.Start, at));
        rest = new TextSpan(at == rest.End ? rest.End + 1 : at + separator, rest.End);
        return true;
    }

    // The length of the separator that stands there: " - ", ",", "/", " & ", " và " …
    static int SeparatorAt(ReadOnlySpan<char> text) =>
        text switch
        {
            [',' or ';' or '/' or '–', ..] => 1,
            [' ', '-' or '–' or '—' or '&' or '|' or '+', ' ', ..] => 3,
            [' ', 'v', 'à', ' ', ..] => 4,
            _ => 0,
        };

    static TextSpan Trim(string line, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(line[start]) || line[start] is '*' or '-' or '•'))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(line[end - 1]) || line[end - 1] is '*' or ':'))
        {
            end--;
        }

        return new TextSpan(start, end);
    }
}
