using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>What took place or will: "hội nghị … diễn ra", "khai mạc …", "A tổ chức …".</summary>
static class EventExtractor
{
    public static void Extract(FactText line, IReadOnlyList<Actor> actors, List<FactDraft> facts)
    {
        foreach (var cue in line.Cues.Where(cue => (cue.Cue & (Cue.Held | Cue.Hold)) != 0 && !line.IsQuoted(cue.Span.Start)))
        {
            var sentence = line.SentenceAt(cue.Span.Start);
            if (
                cue.Cue.HasFlag(Cue.Held)
                && !(cue.Cue.HasFlag(Cue.Hold) && After(line, cue, sentence) is not null)
                && Before(line, cue, sentence) is { } before
            )
            {
                Add(line, cue, sentence, before, OrganizerAfter(line, actors, cue, sentence), "event-verb", facts);
            }
            else if (After(line, cue, sentence) is { } after)
            {
                var organizer = cue.Cue.HasFlag(Cue.Hold)
                    ? Subjects.Of(line, actors, cue.Span.Start, sentence, Cue.Plan | Cue.Link | Cue.Place)
                    : null;
                Add(line, cue, sentence, after, organizer, cue.Cue.HasFlag(Cue.Hold) ? "organizer-event" : "verb-event", facts);
            }
        }
    }

    // The last event that begins before the verb.
    static TextSpan? Before(FactText line, CueMatch cue, TextSpan sentence)
    {
        var starts = line
            .Names.Where(name => name.Type == EntityType.Event)
            .Select(name => name.Span.Start)
            .Concat(line.Cues.Where(other => other.Cue.HasFlag(Cue.EventNoun)).Select(other => other.Span.Start))
            .Where(start => start >= sentence.Start && start < cue.Span.Start)
            .Order();
        foreach (var start in starts)
        {
            if (Clauses.EventAt(line, start, cue.Span.Start) is { } found && cue.Span.Start - found.End <= 120 && IsSpecific(line, found))
            {
                return found;
            }
        }

        return null;
    }

    static TextSpan? After(FactText line, CueMatch cue, TextSpan sentence)
    {
        var at = line.SkipBlanks(cue.Span.End, sentence.End);
        foreach (var word in new[] { "thành công", "một", "các" })
        {
            at = line.StartsWith(at, word) ? line.SkipBlanks(at + word.Length, sentence.End) : at;
        }

        return Clauses.EventAt(line, at, sentence.End) is { } found && IsSpecific(line, found) ? found : null;
    }

    // "hội nghị" alone names none.
    static bool IsSpecific(FactText line, TextSpan span) =>
        line.Names.Any(name => name.Type == EntityType.Event && span.Contains(name.Span)) || StatementExtractor.Words(line, span) >= 4;

    static Actor? OrganizerAfter(FactText line, IReadOnlyList<Actor> actors, CueMatch cue, TextSpan sentence)
    {
        // "do A tổ chức", "được A tổ chức".
        var by = line.Folded.LastIndexOf(" do ", cue.Span.End, StringComparison.Ordinal);
        by =
            by < sentence.Start || cue.Span.Start - by > 120
                ? line.Folded.IndexOf(" do ", cue.Span.End, sentence.End - cue.Span.End, StringComparison.Ordinal)
                : by;
        return by >= 0 ? Subjects.ObjectAt(line, actors, by + 4, sentence.End) : null;
    }

    static void Add(FactText line, CueMatch cue, TextSpan sentence, TextSpan found, Actor? organizer, string pattern, List<FactDraft> facts)
    {
        var named = line.Names.FirstOrDefault(name => name.Type == EntityType.Event && name.Span == found);
        var draft = new FactDraft(FactType.EventHeld, line, cue.Span, pattern, 0.75)
            .As(Clauses.ModalityOf(line, sentence.Start, cue.Span.Start))
            .With(FactArguments.Event, named.Text is null ? found.Slice(line.Text) : named.Entity, found);
        if (Times.OfEvent(line, sentence, cue.Span.Start) is { } time && !found.Contains(time.Span))
        {
            draft.With(FactArguments.Time, Dates.Day(time.Entity), time.Span);
        }

        if (Clauses.PlaceOf(line, sentence, cue.Span.Start) is { } place && !found.Contains(place.Span))
        {
            draft.With(FactArguments.Place, place.Entity, place.Span);
        }

        if (organizer is not null && !organizer.Span.Overlaps(found))
        {
            foreach (var name in organizer.Names.Take(1))
            {
                draft.With(FactArguments.Organizer, name, organizer.Core);
            }
        }

        facts.Add(draft);
    }
}
