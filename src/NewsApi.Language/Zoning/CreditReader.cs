using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Zoning;

/// <summary>A photo credit found in a line.</summary>
/// <param name="Text">The caption before it, within the line; empty where the line is a credit alone.</param>
/// <param name="Name">Who is credited, within the line; empty where the credit names nobody ("Ảnh minh họa").</param>
public readonly record struct Credit(TextSpan Text, TextSpan Name);

/// <summary>
/// Finds the credit at the end of a caption: "… tại hội nghị. Ảnh: Phương Hoa/TTXVN", "… (Ảnh: TTXVN)", "… - Ảnh VGP", "… Nguồn: NASA".
/// </summary>
public sealed class CreditReader
{
    const int LongestName = 70;
    const int LongestWord = 28;

    readonly Dictionary<string, bool> words;
    readonly Dictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> lookup;

    // The letters that credit words begin with: few, so that most words are passed over at once.
    readonly bool[] openings = new bool[char.MaxValue + 1];

    internal CreditReader(IEnumerable<LexiconEntry> entries)
    {
        words = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            words[Folding.Fold(entry[0])] = entry[1] switch
            {
                "before" => false,
                "alone" => true,
                var position => throw entry.Error($"position '{position}' is none of before, alone"),
            };
        }

        foreach (var word in words.Keys)
        {
            openings[word[0]] = true;
        }

        lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static CreditReader Load() => new(LexiconFile.Read("vi/credit_words.tsv"));

    /// <param name="line">NFC, trimmed.</param>
    /// <param name="folded">The same, folded: same length.</param>
    public Credit? Read(string line, string folded)
    {
        for (var at = line.Length - 1; at >= Math.Max(0, line.Length - LongestName - LongestWord); at--)
        {
            if (!openings[folded[at]])
            {
                continue;
            }

            // Nearly all places are inside a word.
            var isInside = at > 0 && Letters.IsLetterOrDigit(line[at - 1]);
            if (!isInside && char.IsLetter(line[at]) && OpensCredit(line, at) && ReadAt(line, folded, at) is { } credit)
            {
                return JoinedWithBefore(line, folded, credit);
            }
        }

        return ReadOpening(line, folded);
    }

    // "(Ảnh: Minh Anh) Cảnh sát kiểm đếm xe": the credit in brackets before the caption.
    Credit? ReadOpening(string line, string folded)
    {
        var close = line.StartsWith('(') ? line.IndexOf(')', StringComparison.Ordinal) : -1;
        var text = close < 0 || close > LongestName + LongestWord ? "" : line[(close + 1)..].TrimStart();
        return text.Length > 0 && Read(line[..(close + 1)], folded[..(close + 1)]) is { Text.IsEmpty: true } credit
            ? credit with
            {
                Text = new TextSpan(line.Length - text.Length, line.Length),
            }
            : null;
    }

    // "Ảnh: Phan Hoài - PV TTXVN tại Sofia" is one credit: what looks like another behind the dash says who the first is.
    Credit JoinedWithBefore(string line, string folded, Credit credit)
    {
        var end = credit.Text.End;
        if (end == 0 || credit.Name.IsEmpty || line.AsSpan(end, credit.Name.Start - end).Contains(':'))
        {
            return credit;
        }

        return Read(line[..end], folded[..end]) is { Name.IsEmpty: false } before && before.Name.End == end
            ? before with
            {
                Name = new TextSpan(before.Name.Start, credit.Name.End),
            }
            : credit;
    }

    // A credit stands at the start of the line, in brackets, behind a dash or bar, or behind the end of a sentence; "Ảnh:" anywhere.
    static bool OpensCredit(string line, int at)
    {
        var before = at - 1;
        while (before >= 0 && char.IsWhiteSpace(line[before]))
        {
            before--;
        }

        return before < 0
            || line.AsSpan(at).StartsWith("Ảnh:")
            || line[before] is '(' or '[' or '{'
            || (
                before < at - 1
                && line[before] is '.' or '!' or '?' or '…' or '"' or '”' or '-' or '–' or '—' or '|' or '/' or ')' or ';' or '*'
            );
    }

    Credit? ReadAt(string line, string folded, int at)
    {
        for (var end = Math.Min(line.Length, at + LongestWord); end > at; end--)
        {
            if ((end < line.Length && char.IsLetterOrDigit(line[end])) || !lookup.TryGetValue(folded.AsSpan(at, end - at), out var alone))
            {
                continue;
            }

            var name = NameAfter(line, end, out var hasColon);
            if (name.IsEmpty ? alone && IsRestEmpty(line, end) : hasColon || LooksLikeName(line, name))
            {
                return new Credit(TextBefore(line, at), name);
            }
        }

        return null;
    }

    static TextSpan NameAfter(string line, int end, out bool hasColon)
    {
        var start = end;
        hasColon = false;
        while (start < line.Length && (char.IsWhiteSpace(line[start]) || line[start] is ':' or '-' or '–'))
        {
            hasColon |= line[start] == ':';
            start++;
        }

        var stop = line.Length;
        while (stop > start && (char.IsWhiteSpace(line[stop - 1]) || line[stop - 1] is ')' or ']' or '}' or '.' or ',' or ';' or '*'))
        {
            // "Ảnh: T.L." and "(Ảnh: Báo Lao Động (bản in))" keep what belongs to the name.
            if (line[stop - 1] == ')' && line.AsSpan(start, stop - start - 1).Contains('('))
            {
                break;
            }

            if (EndsInitials(line, stop))
            {
                break;
            }

            stop--;
        }

        return stop - start <= LongestName ? new TextSpan(start, stop) : default;
    }

    // The last stop of "T.L." belongs to it; the stop behind "TTXVN." does not.
    static bool EndsInitials(string line, int stop) =>
        stop >= 4 && line[stop - 1] == '.' && char.IsUpper(line[stop - 2]) && line[stop - 3] == '.' && char.IsUpper(line[stop - 4]);

    static bool IsRestEmpty(string line, int end) => line.AsSpan(end).IndexOfAnyExcept(" ).]}*:;,") < 0;

    // Without a colon only a capitalised name of a few words is a credit: "Ảnh VGP", not "Ảnh chụp từ trên cao cho thấy …".
    static bool LooksLikeName(string line, TextSpan name)
    {
        var text = name.Of(line);
        if (!char.IsUpper(text[0]) || text.Contains(". ", StringComparison.Ordinal))
        {
            return false;
        }

        var (words, lower) = (0, 0);
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            words++;
            lower += !word.IsEmpty && char.IsLower(word[0]) ? 1 : 0;
        }

        return words <= 6 && lower <= words / 3;
    }

    static TextSpan TextBefore(string line, int at)
    {
        var end = at;
        while (
            end > 0 && (char.IsWhiteSpace(line[end - 1]) || line[end - 1] is '(' or '[' or '{' or '-' or '–' or '—' or '|' or '/' or '*')
        )
        {
            end--;
        }

        return new TextSpan(0, end);
    }
}
