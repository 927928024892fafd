using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>Numbers that measure something of the world, with what they count and of what.</summary>
sealed class StatisticExtractor(HashSet<string> comparators)
{
    public void Extract(FactText line, List<FactDraft> facts)
    {
        foreach (var quantity in line.Names.Where(name => name.Type == EntityType.Quantity))
        {
            if (line.Role is LineRole.Heading || ValueOf(quantity) is not { } valueEnd)
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
            var time = Clauses.TimeOf(line, sentence, quantity.Span.Start);
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

    // Where the number with its comparator ends; null where there is no number in digits.
    int? ValueOf(Name quantity)
    {
        var folded = Folding.Fold(quantity.Text);
        var at = 0;
        foreach (var comparator in comparators)
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
        line.Folded.AsSpan(unit.Start, unit.Length).StartsWith("tuổi") || line.CuesIn(quantity.Span, Cue.Fixed).Any();

    // The noun phrase before the number's verb: up to its clause's start.
    static TextSpan? SubjectOf(FactText line, TextSpan sentence, Name quantity)
    {
        var end = line.SkipBlanksBack(quantity.Span.Start, sentence.Start);
        var start = end;
        while (start > sentence.Start && line.Text[start - 1] is not (',' or ';' or ':' or '(' or ')'))
        {
            start--;
        }

        var subject = line.Trim(new TextSpan(start, end));
        foreach (var verb in Verbs)
        {
            if (line.EndsWith(subject.End, verb))
            {
                subject = line.Trim(new TextSpan(subject.Start, subject.End - verb.Length));
            }
        }

        return StatementExtractor.Words(line, subject) is >= 1 and <= 12 ? subject : null;
    }

    static readonly string[] Verbs =
    [
        "khoảng",
        "là",
        "đạt",
        "có",
        "lên",
        "tới",
        "đến",
        "còn",
        "với",
        "gồm",
        "được",
        "chiếm",
        "tăng",
        "giảm",
        "trên",
        "ước đạt",
        "đã",
    ];
}
