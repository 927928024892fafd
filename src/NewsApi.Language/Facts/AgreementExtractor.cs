using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>Who signed what with whom: "A và B ký …", "A ký … với B", "lễ ký … giữa A và B".</summary>
static class AgreementExtractor
{
    public static void Extract(FactText line, IReadOnlyList<Actor> actors, List<FactDraft> facts)
    {
        foreach (var cue in line.Cues.Where(cue => cue.Cue.HasFlag(Cue.Sign) && !line.IsQuoted(cue.Span.Start)))
        {
            var sentence = line.SentenceAt(cue.Span.Start);
            if ((DocumentAt(line, cue.Span.End, sentence.End) ?? DocumentBefore(line, cue, sentence)) is not { } document)
            {
                continue;
            }

            var parties = PartiesOf(line, actors, cue, document.Span, sentence);
            if (parties.Count < 2)
            {
                continue;
            }

            var draft = new FactDraft(FactType.Agreement, line, cue.Span, "parties-sign-document", 0.75).As(
                Clauses.ModalityOf(line, sentence.Start, cue.Span.Start)
            );
            foreach (var (name, span) in parties)
            {
                draft.With(FactArguments.Parties, name, span);
            }

            draft.With(FactArguments.Document, document.Text, document.Span);
            if (Times.OfEvent(line, sentence, cue.Span.Start) is { } time)
            {
                draft.With(FactArguments.Time, Dates.Day(time.Entity), time.Span);
            }

            facts.Add(draft);
        }
    }

    static (string Text, TextSpan Span)? DocumentAt(FactText line, int at, int limit)
    {
        var law = line.NamesIn(new TextSpan(at, limit)).FirstOrDefault(name => name.Type == EntityType.Law);
        if (law.Text is not null && law.Span.Start - at <= 24)
        {
            return (law.Entity, law.Span);
        }

        var accord = line.CuesIn(new TextSpan(at, limit), Cue.Accord).FirstOrDefault();
        if (accord.Span.Length == 0 || accord.Span.Start - at > 24)
        {
            return null;
        }

        var span = new TextSpan(accord.Span.Start, BeforeParties(line, Clauses.PhraseEnd(line, accord.Span.End, limit), accord.Span.End));
        return (span.Slice(line.Text), span);
    }

    // "Bản ghi nhớ được A và B ký".
    static (string Text, TextSpan Span)? DocumentBefore(FactText line, CueMatch cue, TextSpan sentence)
    {
        var part = new TextSpan(sentence.Start, cue.Span.Start);
        if (!line.Folded.AsSpan(part.Start, part.Length).Contains(" được ", StringComparison.Ordinal))
        {
            return null;
        }

        var law = line.NamesIn(part).LastOrDefault(name => name.Type == EntityType.Law);
        if (law.Text is not null)
        {
            return (law.Entity, law.Span);
        }

        var accord = line.CuesIn(part, Cue.Accord).LastOrDefault();
        return accord.Span.Length > 0 ? (accord.Span.Slice(line.Text), accord.Span) : null;
    }

    static int BeforeParties(FactText line, int end, int from)
    {
        foreach (var word in new[] { " giữa ", " với " })
        {
            var at = line.Folded.IndexOf(word, from, Math.Max(0, end - from), StringComparison.Ordinal);
            end = at >= 0 ? at : end;
        }

        return end;
    }

    static List<(string Name, TextSpan Span)> PartiesOf(
        FactText line,
        IReadOnlyList<Actor> actors,
        CueMatch cue,
        TextSpan document,
        TextSpan sentence
    )
    {
        var found = new List<(string, TextSpan)>();
        var subject = Subjects.Of(line, actors, cue.Span.Start, sentence, Cue.Plan | Cue.Link | Cue.Meet);
        Take(subject, found);
        foreach (var word in new[] { " giữa ", " với ", " cùng ", " cho " })
        {
            var at = line.Folded.IndexOf(word, cue.Span.End, sentence.End - cue.Span.End, StringComparison.Ordinal);
            if (at >= 0 && at - Math.Max(document.End, cue.Span.End) <= 90)
            {
                Take(Subjects.ObjectAt(line, actors, at + word.Length, sentence.End), found);
                break;
            }
        }

        return found;
    }

    static void Take(Actor? actor, List<(string Name, TextSpan Span)> found)
    {
        if (actor is null || actor.Kind == ActorKind.Crowd)
        {
            return;
        }

        foreach (var name in actor.Names.Where(name => !found.Exists(party => party.Name == name)))
        {
            found.Add((name, actor.Core));
        }
    }
}
