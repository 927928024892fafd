using NewsApi.Language.Documents;
using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>How far a person reaches beyond the name: titles and honorifics before it, what is said of the person behind it.</summary>
sealed class NameReach(WordSet honorifics)
{
    /// <summary>Where a person begins: at the first of the honorifics and titles before the name.</summary>
    public int StartOf(FactText line, int at, string? person)
    {
        while (true)
        {
            var end = line.SkipBlanksBack(at);
            var title = line.Positions.LastOrDefault(position =>
                position.Person == person && position.Span.End <= end && IsListGap(line, position.Span.End, end)
            );
            if (title is not null)
            {
                at = title.Span.Start;
                continue;
            }

            var before = HonorificBefore(line, end);
            if (before < 0)
            {
                return at;
            }

            at = before;
        }
    }

    static bool IsListGap(FactText line, int from, int to) =>
        line.Folded.AsSpan(from, to - from).Trim() is "" or "," or "và" or "kiêm" or ", kiêm" or "-" or "–" or ", đồng thời là" or ":";

    /// <summary>Where the honorific that ends at a place begins; -1 where none does.</summary>
    public int HonorificBefore(FactText line, int end)
    {
        var best = -1;
        var (start, words) = (end, 0);
        while (start > 0 && words < honorifics.LongestSyllables)
        {
            start = WordStart(line.Folded, line.SkipBlanksBack(start));
            words++;
            best = start < end && honorifics.Contains(line.Folded.AsSpan(start, end - start)) ? start : best;
            if (start > 0 && line.Folded[start - 1] != ' ')
            {
                break;
            }
        }

        return best;
    }

    static int WordStart(string text, int at)
    {
        while (at > 0 && (Letters.IsLetterOrDigit(text[at - 1]) || text[at - 1] == '.'))
        {
            at--;
        }

        return at;
    }

    /// <summary>Where a person ends: behind "(ảnh)", ", 54 tuổi", ", Giám đốc X", "thuộc Viện A".</summary>
    public static int EndOf(FactText line, int at, string? person)
    {
        while (true)
        {
            var next = line.SkipBlanks(at, line.Text.Length);
            if (next < line.Text.Length && line.Text[next] == '(' && line.Text.IndexOf(')', next) is var close and > 0 && close - next < 80)
            {
                at = close + 1;
                continue;
            }

            var title = line.Positions.FirstOrDefault(position =>
                position.Person == person
                && position.Span.Start >= next
                && position.Span.Start - at <= 24
                && IsApposition(line, at, position.Span.Start)
            );
            if (title is not null)
            {
                at = title.Span.End;
                continue;
            }

            if (BodyBehind(line, at) is { } body)
            {
                at = body;
                continue;
            }

            // ", 54 tuổi": what is said of the person between two commas.
            if (next < line.Text.Length && line.Text[next] == ',' && AsideEnd(line, next) is var aside and > 0)
            {
                at = aside;
                continue;
            }

            return at;
        }
    }

    // "thuộc Viện A".
    static int? BodyBehind(FactText line, int at)
    {
        var word = line.SkipBlanks(at, line.Text.Length);
        if (!line.StartsWith(word, "thuộc"))
        {
            return null;
        }

        var next = line.SkipBlanks(word + "thuộc".Length, line.Text.Length);
        var body = line.Names.FirstOrDefault(name => name.Type == EntityType.Organization && name.Span.Start == next);
        return body.Text is null ? null : body.Span.End;
    }

    static int AsideEnd(FactText line, int comma)
    {
        var name = line.Names.FirstOrDefault(name => name.Span.Start > comma && name.Span.Start - comma <= 3);
        return name.Type == EntityType.Quantity && line.EndsWith(name.Span.End, "tuổi") ? name.Span.End : -1;
    }

    static bool IsApposition(FactText line, int from, int to) =>
        line.Folded.AsSpan(from, to - from).Trim()
            is ","
                or "-"
                or "–"
                or "và"
                or ", và"
                or "kiêm"
                or ", kiêm"
                or "("
                or ", hiện là"
                or ", là"
                or ", nguyên";
}
