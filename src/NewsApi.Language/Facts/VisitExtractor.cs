using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>Who visits what: "A thăm B, C và D", "chuyến thăm B của A", "trong chuyến thăm B, A …".</summary>
static class VisitExtractor
{
    public static void Extract(FactText line, IReadOnlyList<Actor> actors, List<FactDraft> facts)
    {
        foreach (var cue in line.Cues.Where(cue => (cue.Cue & (Cue.Visit | Cue.VisitNoun)) != 0 && !line.IsQuoted(cue.Span.Start)))
        {
            var sentence = line.SentenceAt(cue.Span.Start);
            var places = Destinations(line, cue.Span.End, sentence.End);
            if (places.Count == 0)
            {
                continue;
            }

            var visitor =
                Subjects.Of(line, actors, cue.Span.Start, sentence, Cue.Plan | Cue.Visit | Cue.Meet | Cue.Link | Cue.Hold)
                ?? (cue.Cue.HasFlag(Cue.VisitNoun) ? OwnerOf(line, actors, places[^1].Span.End, sentence) : null);
            if (visitor is null || visitor.Kind == ActorKind.Crowd)
            {
                continue;
            }

            var modality = Clauses.ModalityOf(line, sentence.Start, cue.Span.Start);
            var time = Times.OfEvent(line, sentence, cue.Span.Start);
            foreach (var name in visitor.Names)
            {
                foreach (var place in places.Where(place => place.Entity != name))
                {
                    facts.Add(
                        new FactDraft(FactType.Visit, line, cue.Span, cue.Cue.HasFlag(Cue.Visit) ? "visitor-verb-place" : "visit-noun", 0.8)
                            .As(modality)
                            .With(FactArguments.Visitor, name, visitor.Core)
                            .With(FactArguments.Destination, place.Entity, place.Span)
                            .With(FactArguments.Time, time is { } known ? Dates.Day(known.Entity) : null, time?.Span)
                    );
                }
            }
        }
    }

    // A row of places or bodies, with their kinds before them.
    static List<Name> Destinations(FactText line, int at, int limit)
    {
        var found = new List<Name>();
        var end = at;
        foreach (
            var name in line.NamesIn(new TextSpan(at, limit)).Where(name => name.Type is EntityType.Location or EntityType.Organization)
        )
        {
            var between = line.Folded.AsSpan(end, name.Span.Start - end);
            if (
                between.Length > (found.Count == 0 ? 32 : 20)
                || between.IndexOfAny(".;:(") >= 0
                || (found.Count == 0 ? between.Contains(',') : !IsRow(between))
            )
            {
                break;
            }

            found.Add(name);
            end = name.Span.End;
        }

        return found;
    }

    static bool IsRow(ReadOnlySpan<char> between) =>
        between.TrimStart().StartsWith(",")
            ? between.TrimStart().Length <= 14
            : between.TrimStart() is "và " || between.Trim().StartsWith("và ");

    static Actor? OwnerOf(FactText line, IReadOnlyList<Actor> actors, int at, TextSpan sentence)
    {
        var of = line.Folded.AsSpan(at, Math.Min(60, sentence.End - at)).IndexOf("của ", StringComparison.Ordinal);
        var owner = of >= 0 ? Subjects.ObjectAt(line, actors, at + of + 4, sentence.End) : null;
        return owner
            ?? actors.FirstOrDefault(actor =>
                actor.Kind == ActorKind.Person && actor.Span.Start > at && actor.Span.Start - at <= 80 && sentence.Contains(actor.Span)
            );
    }
}
