using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>What relation two states have: "quan hệ Đối tác chiến lược Việt Nam - A", "A thiết lập quan hệ ngoại giao với B".</summary>
static class RelationExtractor
{
    public static void Extract(FactText line, IReadOnlyList<Actor> actors, List<FactDraft> facts)
    {
        foreach (var cue in line.Cues.Where(cue => cue.Cue.HasFlag(Cue.Relation)))
        {
            var sentence = line.SentenceAt(cue.Span.Start);
            if (PartiesBehind(line, cue.Span.End, sentence.End) is { Count: > 1 } behind)
            {
                Add(line, cue, sentence, behind, "relation-parties", facts);
                continue;
            }

            var subject = Subjects.Of(
                line,
                actors,
                cue.Span.Start,
                sentence,
                Cue.Plan | Cue.Relation | Cue.Link | Cue.Hold | Cue.Establish
            );
            var other = PartyWith(line, cue.Span.End, sentence.End);
            if (subject is null && other is null && BothStates(line, actors, cue, sentence) is { } both)
            {
                Add(line, cue, sentence, [.. both.Names.Select(name => (name, both.Core))], "states-relation", facts);
                continue;
            }

            if (subject is { Kind: ActorKind.Country } && (other is not null || subject.Names.Count == 2))
            {
                List<(string, TextSpan)> parties = [.. subject.Names.Select(name => (name, subject.Core))];
                if (other is { } second && subject.Names.Count == 1)
                {
                    parties.Add(second);
                }

                Add(line, cue, sentence, parties, "subject-relation-with", facts);
            }
        }
    }

    // "Quan hệ hai nước được nâng lên …", "quan hệ … mà A và B thiết lập": two states with a verb of beginning.
    static Actor? BothStates(FactText line, IReadOnlyList<Actor> actors, CueMatch cue, TextSpan sentence) =>
        line.CuesIn(sentence, Cue.Establish).Any()
            ? actors.FirstOrDefault(actor =>
                actor is { Kind: ActorKind.Country, Names.Count: 2 }
                && sentence.Contains(actor.Span)
                && Math.Abs(actor.Span.Start - cue.Span.Start) <= 90
            )
            : null;

    // "… Việt Nam - Nhật Bản", "… giữa Việt Nam và Nhật Bản".
    static List<(string, TextSpan)> PartiesBehind(FactText line, int at, int limit)
    {
        var found = new List<(string, TextSpan)>();
        var end = at;
        foreach (var name in line.NamesIn(new TextSpan(at, limit)).Where(name => name.IsCountry))
        {
            var between = line.Folded.AsSpan(end, name.Span.Start - end).Trim();
            if (found.Count == 0 ? between is not ("" or "giữa" or "của" or "giữa hai nước") : between is not ("-" or "–" or "và" or "với"))
            {
                break;
            }

            found.Add((name.Entity, name.Span));
            end = name.Span.End;
        }

        return found;
    }

    static (string, TextSpan)? PartyWith(FactText line, int at, int limit)
    {
        var start = line.SkipBlanks(at, limit);
        if (!line.StartsWith(start, "với"))
        {
            return null;
        }

        start = line.SkipBlanks(start + 3, limit);
        var name = line.Names.FirstOrDefault(name =>
            name.Span.Start >= start
            && name.Span.Start - start <= 8
            && name.Type is EntityType.Location or EntityType.Quantity or EntityType.Organization
        );
        return name.Text is null ? null : (name.Entity, name.Span);
    }

    static void Add(
        FactText line,
        CueMatch cue,
        TextSpan sentence,
        List<(string Name, TextSpan Span)> parties,
        string pattern,
        List<FactDraft> facts
    )
    {
        var draft = new FactDraft(FactType.DiplomaticRelation, line, cue.Span, pattern, 0.75).As(
            Clauses.ModalityOf(line, sentence.Start, cue.Span.Start)
        );
        foreach (var (name, span) in parties)
        {
            draft.With(FactArguments.Parties, name, span);
        }

        draft.With(FactArguments.Level, cue.Span);
        if (Times.OfEvent(line, sentence, cue.Span.Start) is { } time)
        {
            draft.With(FactArguments.Time, Dates.Day(time.Entity), time.Span);
        }

        facts.Add(draft);
    }
}
