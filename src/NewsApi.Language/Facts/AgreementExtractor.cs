using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>Who signed what with whom: "A và B ký …", "A ký … với B", "lễ ký … giữa A và B", "… được hai bên ký".</summary>
static class AgreementExtractor
{
    const int LongestGap = 24;
    const int LongestReach = 90;

    /// <param name="states">The two countries that the document is about; fewer where it is about fewer.</param>
    public static void Extract(FactText line, IReadOnlyList<Actor> actors, IReadOnlyList<string> states, List<FactDraft> facts)
    {
        foreach (var cue in line.Cues.Where(cue => cue.Cue.HasFlag(Cue.Sign) && !line.IsQuoted(cue.Span.Start)))
        {
            var sentence = line.SentenceAt(cue.Span.Start);
            if (
                (
                    DocumentAt(line, cue.Span.End, sentence.End)
                    ?? DocumentBehindParty(line, actors, cue, sentence)
                    ?? DocumentBefore(line, cue, sentence)
                )
                is not { } document
            )
            {
                continue;
            }

            var parties = Between(line, actors, Math.Min(cue.Span.End, document.Span.Start), sentence.End);
            parties = parties.Count >= 2 ? parties : PartiesOf(line, actors, states, cue, document.Span, sentence);
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
        if (law.Text is not null && law.Span.Start - at <= LongestGap)
        {
            return (law.Entity, law.Span);
        }

        var accord = line.CuesIn(new TextSpan(at, limit), Cue.Accord).FirstOrDefault();
        if (accord.Span.Length == 0 || accord.Span.Start - at > LongestGap)
        {
            return null;
        }

        var span = new TextSpan(accord.Span.Start, BeforeParties(line, Clauses.PhraseEnd(line, accord.Span.End, limit), accord.Span.End));
        return (span.Slice(line.Text), span);
    }

    // "ký với Ban Mặt trận Lào một thỏa thuận hợp tác".
    static (string Text, TextSpan Span)? DocumentBehindParty(FactText line, IReadOnlyList<Actor> actors, CueMatch cue, TextSpan sentence)
    {
        var at = line.SkipBlanks(cue.Span.End, sentence.End);
        return (line.StartsWith(at, "với") || line.StartsWith(at, "cùng")) && Subjects.ObjectAt(line, actors, at, sentence.End) is { } party
            ? DocumentAt(line, party.Span.End, sentence.End)
            : null;
    }

    // "Bản ghi nhớ được A và B ký", "Hiệp định …, ký ngày 30/6", "hợp đồng dự kiến ký".
    static (string Text, TextSpan Span)? DocumentBefore(FactText line, CueMatch cue, TextSpan sentence)
    {
        if (!cue.Span.Of(line.Folded).Contains("ký", StringComparison.Ordinal))
        {
            return null;
        }

        var part = new TextSpan(sentence.Start, cue.Span.Start);
        var law = line.NamesIn(part).LastOrDefault(name => name.Type == EntityType.Law);
        var accord = line.CuesIn(part, Cue.Accord).LastOrDefault();
        var span =
            law.Text is not null ? law.Span
            : accord.Span.Length > 0
                ? new TextSpan(accord.Span.Start, BeforeParties(line, Clauses.PhraseEnd(line, accord.Span.End, part.End), accord.Span.End))
            : default;
        if (span.Length == 0)
        {
            return null;
        }

        var between = line.Folded.AsSpan(span.End, cue.Span.Start - span.End);
        var isPassive =
            between.Contains(" được ", StringComparison.Ordinal)
            || between.TrimEnd() is { Length: > 0 } words && (words[^1] == ',' || words.EndsWith("dự kiến"));
        return isPassive ? (law.Text is not null ? law.Entity : span.Slice(line.Text), span) : null;
    }

    static int BeforeParties(FactText line, int end, int from)
    {
        foreach (var word in new[] { " giữa ", " với ", " được " })
        {
            var at = line.Folded.IndexOf(word, from, Math.Max(0, end - from), StringComparison.Ordinal);
            end = at >= 0 ? at : end;
        }

        return end;
    }

    // "giữa A và B", "giữa ba bên: A, B và C".
    static List<(string Name, TextSpan Span)> Between(FactText line, IReadOnlyList<Actor> actors, int from, int limit)
    {
        const string Word = " giữa ";
        var found = new List<(string, TextSpan)>();
        var at = line.Folded.IndexOf(Word, from, limit - from, StringComparison.Ordinal);
        if (at < 0)
        {
            return found;
        }

        at += Word.Length;
        var colon = line.Text.IndexOf(':', at, Math.Min(LongestGap, limit - at));
        Take(Subjects.ObjectAt(line, actors, colon >= 0 ? colon + 1 : at, limit), found);
        return found;
    }

    static List<(string Name, TextSpan Span)> PartiesOf(
        FactText line,
        IReadOnlyList<Actor> actors,
        IReadOnlyList<string> states,
        CueMatch cue,
        TextSpan document,
        TextSpan sentence
    )
    {
        var found = new List<(string, TextSpan)>();
        var subject = Subjects.Of(line, actors, cue.Span.Start, sentence, Cue.Plan | Cue.Link | Cue.Meet | Cue.Deny);
        if (subject is { IsPronoun: true, Kind: ActorKind.Person } && subject.Span.Of(line.Folded) is "hai bên" && states.Count == 2)
        {
            subject = subject with { Kind = ActorKind.Country, Names = states };
        }

        Take(Companion(line, actors, subject, sentence), found);
        Take(subject, found);
        foreach (var word in new[] { " với ", " cùng ", " cho " })
        {
            var at = line.Folded.IndexOf(word, cue.Span.End, sentence.End - cue.Span.End, StringComparison.Ordinal);
            if (at >= 0 && at - Math.Max(document.End, cue.Span.End) <= LongestReach)
            {
                Take(Subjects.ObjectAt(line, actors, at + word.Length, sentence.End), found);
                break;
            }
        }

        return found;
    }

    // "A vừa cùng B ký", "A sẽ phối hợp với B ký".
    static Actor? Companion(FactText line, IReadOnlyList<Actor> actors, Actor? subject, TextSpan sentence)
    {
        if (subject is null || subject.Names.Count > 1)
        {
            return null;
        }

        var end = line.SkipBlanksBack(subject.Span.Start, sentence.Start);
        var word = Array.Find(Together, word => line.EndsWith(end, word));
        return word is null ? null : Subjects.Of(line, actors, end - word.Length, sentence, Cue.Plan);
    }

    static readonly string[] Together = ["phối hợp với", "cùng với", "cùng", "với"];

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
