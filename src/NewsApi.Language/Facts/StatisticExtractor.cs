using System.Buffers;
using NewsApi.Language.Documents;
using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>Numbers that measure something of the world, with what they count and of what.</summary>
sealed class StatisticExtractor(StatisticWords words, WordSet numberWords)
{
    public void Extract(FactText line, List<FactDraft> facts)
    {
        foreach (var quantity in line.Names.Where(name => name.Type == EntityType.Quantity))
        {
            if (line.Role is LineRole.Heading || (ValueOf(quantity) ?? NumberWord(quantity)) is not { } valueEnd)
            {
                continue;
            }

            var value = new TextSpan(quantity.Span.Start, quantity.Span.Start + valueEnd);
            var unit = line.Trim(new TextSpan(value.End, quantity.Span.End));
            if (unit.IsEmpty || IsFixed(line, unit, quantity) || line.Positions.Any(position => position.Span.Overlaps(quantity.Span)))
            {
                continue;
            }

            var sentence = line.SentenceAt(quantity.Span.Start);
            var time = Times.OfNumber(line, sentence, quantity.Span) ?? Inherited(line, sentence, quantity.Span.Start);
            facts.Add(
                new FactDraft(FactType.Statistic, line, quantity.Span, "number-unit", 0.6)
                    .As(Clauses.ModalityOf(line, Math.Max(sentence.Start, quantity.Span.Start - 60), quantity.Span.Start))
                    .With(FactArguments.Value, value)
                    .With(FactArguments.Unit, unit)
                    .With(FactArguments.Subject, SubjectOf(line, sentence, quantity))
                    .With(FactArguments.Time, time is { } known ? Dates.Day(known.Entity) : null, time?.Span)
            );
        }
    }

    // "Tháng 9, A tăng 5%. B tăng 7%.": a paragraph's date goes on, but not to what is so now.
    static Name? Inherited(FactText line, TextSpan sentence, int at)
    {
        if (line.Folded.AsSpan(sentence.Start, at - sentence.Start).IndexOfAny(Now) >= 0)
        {
            return null;
        }

        for (var i = line.Sentences.Count - 1; i >= 0; i--)
        {
            if (line.Sentences[i].End <= sentence.Start && Times.OfSentence(line, line.Sentences[i]) is { } time)
            {
                return time;
            }
        }

        return null;
    }

    static readonly SearchValues<string> Now = SearchValues.Create(["hiện", "đến nay", "tới nay"], StringComparison.Ordinal);

    // Where the number with its comparator ends; null where there is no number in digits.
    int? ValueOf(Name quantity)
    {
        var folded = Folding.Fold(quantity.Text);
        var at = 0;
        foreach (var comparator in words.Comparators)
        {
            if (folded.StartsWith(comparator + " ", StringComparison.Ordinal) && comparator.Length + 1 > at)
            {
                at = comparator.Length + 1;
            }
        }

        var end = at;
        while (
            end < folded.Length
            && (
                char.IsDigit(folded[end])
                || (end > at && folded[end] is '.' or ',' or '/' or '-' or '–' && end + 1 < folded.Length && char.IsDigit(folded[end + 1]))
            )
        )
        {
            end++;
        }

        return end > at ? end : null;
    }

    static bool IsFixed(FactText line, TextSpan unit, Name quantity) =>
        IsPeriod(line.Folded.AsSpan(unit.Start, unit.Length)) || line.CuesIn(quantity.Span, Cue.Fixed).Any();

    // Ages, terms and durations measure nothing of the world.
    static bool IsPeriod(ReadOnlySpan<char> unit) =>
        unit is "năm" or "tháng" or "ngày" or "tuần" or "giờ" or "phút" or "tiếng" or "giây" or "đêm"
        || unit.StartsWith("tuổi")
        || unit.StartsWith("năm tù")
        || unit.StartsWith("tháng tù");

    // "ba học sinh": counted with a word, of people and things that are worth counting.
    int? NumberWord(Name quantity)
    {
        var folded = Folding.Fold(quantity.Text);
        var end = Prefixes.LongestIn(numberWords, folded);
        return end > 0 && folded.Length > end && folded[..end] is not "một" && words.IsWorthCounting(folded[(end + 1)..]) ? end : null;
    }

    // The noun phrase before the number's verb: up to its clause's start.
    TextSpan? SubjectOf(FactText line, TextSpan sentence, Name quantity)
    {
        var end = line.SkipBlanksBack(quantity.Span.Start, sentence.Start);
        var start = end;
        while (start > sentence.Start && line.Text[start - 1] is not (',' or ';' or ':' or '(' or ')'))
        {
            start--;
        }

        foreach (
            var name in line.NamesIn(new TextSpan(start, end))
                .Where(name => name.Type == EntityType.Date || name.Type == EntityType.Quantity)
        )
        {
            start = name.Span.End;
        }

        var subject = line.Trim(new TextSpan(start, CutAtVerb(line, start, end)));
        foreach (var word in words.Openers)
        {
            if (line.StartsWith(subject.Start, word))
            {
                subject = line.Trim(new TextSpan(subject.Start + word.Length, subject.End));
            }
        }

        return StatementExtractor.Words(line, subject) is >= 1 and <= 12 ? subject : null;
    }

    // The first verb of measuring ends the subject.
    int CutAtVerb(FactText line, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if ((at == 0 || line.Folded[at - 1] == ' ') && at > start + 1 && words.Measures.Any(verb => line.StartsWith(at, verb)))
            {
                return at;
            }
        }

        return end;
    }
}
