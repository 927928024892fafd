using NewsApi.Language.Documents;

namespace NewsApi.Language.Facts;

/// <summary>Who was given a post: "A được bổ nhiệm giữ chức B", "bầu A làm B".</summary>
static class AppointmentExtractor
{
    const int Farthest = 140;

    public static void Extract(FactText line, List<FactDraft> facts)
    {
        foreach (var cue in line.Cues.Where(cue => cue.Cue.HasFlag(Cue.Appoint) && !line.IsQuoted(cue.Span.Start)))
        {
            var sentence = line.SentenceAt(cue.Span.Start);
            var end = cue.Span.End;
            foreach (
                var position in line.Positions.Where(position => position.Span.Start >= cue.Span.End && sentence.Contains(position.Span))
            )
            {
                if (position.Span.Start - end > Farthest || IsBefore(line, sentence, cue))
                {
                    break;
                }

                if (position.Person is null || !IsPost(line, cue, position))
                {
                    continue;
                }

                var time = Times.OfEvent(line, sentence, cue.Span.Start);
                var person = line.NamesIn(sentence)
                    .FirstOrDefault(name => name.Type == EntityType.Person && name.Entity == position.Person);
                facts.Add(
                    new FactDraft(FactType.Appointment, line, cue.Span, "appoint-post", 0.8)
                        .As(Clauses.ModalityOf(line, sentence.Start, cue.Span.Start))
                        .With(FactArguments.Person, position.Person, person.Text is null ? null : person.Span)
                        .With(FactArguments.Position, position.Span)
                        .With(FactArguments.Organization, position.Organization)
                        .With(FactArguments.Time, time is { } known ? Dates.Day(known.Entity) : null, time?.Span)
                );
                end = position.Span.End;
            }
        }
    }

    // "Trước khi được bổ nhiệm, ông là …" tells of posts before.
    static bool IsBefore(FactText line, Text.TextSpan sentence, CueMatch cue) =>
        line.Folded.AsSpan(sentence.Start, cue.Span.Start - sentence.Start).Contains("trước khi", StringComparison.Ordinal);

    // In "bổ nhiệm Thứ trưởng A giữ chức Bộ trưởng" the first is the old post.
    static bool IsPost(FactText line, CueMatch cue, HeldPosition position)
    {
        var folded = position.Text.AsSpan();
        if (folded.StartsWith("nguyên", StringComparison.OrdinalIgnoreCase) || folded.StartsWith("cựu", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // Behind a name it is what the person was, unless a verb of giving stands right before it.
        var before = line.SkipBlanksBack(position.Span.Start);
        if (before > 0 && line.Text[before - 1] == ',')
        {
            return line.Positions.Any(other =>
                other.Span.End == before - 1
                && line.CuesIn(new Text.TextSpan(cue.Span.Start, other.Span.Start), Cue.Appoint)
                    .Any(c => other.Span.Start - c.Span.End <= 3)
            );
        }

        var person = line.Names.FirstOrDefault(name =>
            name.Type == EntityType.Person && name.Entity == position.Person && name.Span.Start >= position.Span.End
        );
        if (person.Text is null || person.Span.Start - position.Span.End > 12)
        {
            return true;
        }

        var rest = line.Folded.AsSpan(person.Span.End);
        return !rest.TrimStart(" ,").StartsWith("giữ") && !rest.TrimStart(" ,").StartsWith("làm") && cue.Span.End <= position.Span.Start;
    }
}
