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

    static readonly string[] Separators = [" - ", " – ", " — ", ",", ";", "/", " & ", " và ", " | ", "–", " + "];

    public static NameShape Load() =>
        new(WordSet.Load("vi/surnames.tsv"), WordSet.Load("vi/given_syllables.tsv"), WordSet.Load("vi/byline_roles.tsv"));

    /// <param name="line">NFC, trimmed.</param>
    public NameLine Read(string line)
    {
        if (line.Length > LongestLine)
        {
            return new NameLine([], default, false, false, false);
        }

        var bracket = LastBracket(line);
        var body = bracket.IsEmpty ? new TextSpan(0, line.Length) : new TextSpan(0, bracket.Start - 1);
        var persons = new List<TextSpan>();
        var all = bracket.IsEmpty || IsRestEmpty(line, bracket.End + 1);
        foreach (var part in Parts(line, StripLabel(line, body)))
        {
            if (IsName(line, part))
            {
                persons.Add(part);
            }
            else if (!part.IsEmpty && !roles.Contains(Folding.Fold(part.Slice(line))))
            {
                all = false;
            }
        }

        var hasSurname = persons.Count > 0 && HasSurname(line, persons[0]);
        return new NameLine(persons, bracket, hasSurname, persons.Count > 0 && IsKnown(line, persons[0]), all && persons.Count > 0);
    }

    /// <summary>Two to six capitalised syllables, or initials: "Lê Thị Hồng Vân", "H.V", "N.T.T.", "PV".</summary>
    public static bool IsName(string line, TextSpan span)
    {
        var words = 0;
        foreach (var range in span.Of(line).Split(' '))
        {
            var word = span.Of(line)[range];
            if (word.IsEmpty)
            {
                continue;
            }

            words++;
            if (!char.IsUpper(word[0]) || !IsNameWord(word))
            {
                return false;
            }
        }

        return words is >= 2 and <= LongestName || (words == 1 && IsInitialsOrPenName(span.Of(line)));
    }

    public bool HasSurname(string line, TextSpan name)
    {
        var text = name.Of(line);
        var end = text.IndexOf(' ');
        return end > 0 && surnames.Contains(Folding.Fold(text[..end].ToString()));
    }

    /// <param name="folded">Folded (<see cref="Folding.Fold"/>).</param>
    internal bool IsSurname(ReadOnlySpan<char> folded) => surnames.Contains(folded);

    bool IsKnown(string line, TextSpan name)
    {
        var folded = Folding.Fold(name.Slice(line)).AsSpan();
        var known = true;
        foreach (var range in folded.Split(' '))
        {
            var syllable = folded[range];
            known &= syllable.IsEmpty || givenNames.Contains(syllable) || surnames.Contains(syllable);
        }

        return known;
    }

    static bool IsNameWord(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsLetter(c) && c is not ('.' or '-' or '\'' or '’' or 'ʼ'))
            {
                return false;
            }
        }

        return true;
    }

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
    TextSpan StripLabel(string line, TextSpan body)
    {
        var colon = line.IndexOf(':', body.Start, body.Length);
        if (colon < 0 || colon > 40)
        {
            return body;
        }

        var label = Folding.Fold(line[body.Start..colon].Trim());
        return roles.Contains(label) ? new TextSpan(colon + 1, body.End) : body;
    }

    /// <summary>The pieces of a byline between its dashes, commas, strokes and "và", trimmed.</summary>
    internal static List<TextSpan> Parts(string line, TextSpan body)
    {
        var parts = new List<TextSpan>();
        var start = body.Start;
        for (var at = body.Start; at < body.End; )
        {
            var separator = SeparatorAt(line, at, body.End);
            if (separator == 0)
            {
                at++;
                continue;
            }

            parts.Add(Trim(line, new TextSpan(start, at)));
            at += separator;
            start = at;
        }

        parts.Add(Trim(line, new TextSpan(start, body.End)));
        return parts;
    }

    static int SeparatorAt(string line, int at, int end)
    {
        foreach (var separator in Separators)
        {
            if (at + separator.Length <= end && string.CompareOrdinal(line, at, separator, 0, separator.Length) == 0)
            {
                return separator.Length;
            }
        }

        return 0;
    }

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
