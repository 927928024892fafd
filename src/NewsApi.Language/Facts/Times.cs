using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>Which of the dates of a text a fact is tied to.</summary>
static class Times
{
    // "so với cùng kỳ của năm 2023".
    const int LongestComparison = 24;

    const int LongestBehind = 60;

    static readonly string[] Comparisons = ["so với", "cùng kỳ", "một nửa", "bằng mức", "hơn mức", "lần"];

    /// <summary>The day or period of an event: the date nearest to a place in its sentence that is no term of office.</summary>
    public static Name? OfEvent(FactText line, TextSpan part, int at)
    {
        Name? best = null;
        var distance = int.MaxValue;
        foreach (var name in In(line, part).Where(name => !IsTerm(line, name)))
        {
            var d = name.Span.End <= at ? at - name.Span.End : name.Span.Start - at;
            if (d < distance)
            {
                (best, distance) = (name, d);
            }
        }

        return best;
    }

    /// <summary>
    /// What a number is of: the last date before it, or one behind it in its clause where none stands before it; never what it is compared with.
    /// </summary>
    public static Name? OfNumber(FactText line, TextSpan part, TextSpan number)
    {
        Name? before = null;
        foreach (
            var name in line
                .Dates.Where(name => part.Contains(name.Span) && IsIso(name.Entity))
                .Where(name => line.IsQuoted(number.Start) || !line.IsQuoted(name.Span.Start))
                .Where(name => !IsTerm(line, name) && !IsCompared(line, part, name))
        )
        {
            if (name.Span.End <= number.Start)
            {
                before = name;
            }
            else if (before is null && name.Span.Start >= number.End && IsSameClause(line, number.End, name.Span.Start))
            {
                return name;
            }
        }

        return before;
    }

    /// <summary>The last date of a sentence that a number of the next may be of.</summary>
    public static Name? OfSentence(FactText line, TextSpan sentence) => OfNumber(line, sentence, new TextSpan(sentence.End, sentence.End));

    static IEnumerable<Name> In(FactText line, TextSpan part) =>
        line.NamesIn(part).Where(name => name.Type == EntityType.Date && IsIso(name.Entity) && !line.IsQuoted(name.Span.Start));

    // "nhiệm kỳ 2020-2025", "khóa 2021-2026" belong to a body or a post.
    static bool IsTerm(FactText line, Name name)
    {
        var folded = name.Span.Of(line.Folded);
        return folded.StartsWith("nhiệm kỳ")
            || folded.StartsWith("khóa")
            || line.EndsWith(line.SkipBlanksBack(name.Span.Start), "nhiệm kỳ")
            || line.EndsWith(line.SkipBlanksBack(name.Span.Start), "khóa");
    }

    static bool IsCompared(FactText line, TextSpan part, Name name)
    {
        if (name.Span.Of(line.Folded).StartsWith("cùng kỳ"))
        {
            return true;
        }

        var from = Math.Max(part.Start, name.Span.Start - LongestComparison);
        var before = line.Folded.AsSpan(from, name.Span.Start - from);
        before = before[(before.LastIndexOfAny(",;:(") + 1)..];
        foreach (var word in Comparisons)
        {
            if (before.LastIndexOf(word) is var at and >= 0 && before[(at + word.Length)..].IndexOfAnyInRange('0', '9') < 0)
            {
                return true;
            }
        }

        return false;
    }

    static bool IsSameClause(FactText line, int from, int to) =>
        to - from <= LongestBehind && line.Text.AsSpan(from, to - from).IndexOfAny(",;:") < 0;

    static bool IsIso(string date) => date.Length >= 4 && (char.IsDigit(date[0]) || date.StartsWith("XXXX", StringComparison.Ordinal));
}
