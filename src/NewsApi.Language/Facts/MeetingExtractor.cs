using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>Who met whom: "A tiếp B", "A và B hội đàm", "cuộc gặp giữa A và B", "Tại cuộc hội đàm với B, A …".</summary>
static class MeetingExtractor
{
    // "buổi làm việc lần thứ hai trong năm giữa".
    const int LongestLink = 60;

    // "(TTXVN) - ", "Tại ".
    const int LongestOpening = 12;

    public static void Extract(FactText line, IReadOnlyList<Actor> actors, List<FactDraft> facts)
    {
        foreach (var cue in line.Cues.Where(cue => (cue.Cue & (Cue.Meet | Cue.MeetingNoun)) != 0 && !line.IsQuoted(cue.Span.Start)))
        {
            var sentence = line.SentenceAt(cue.Span.Start);
            var known = facts.Count;
            if (cue.Cue.HasFlag(Cue.Meet))
            {
                ByVerb(line, actors, cue, sentence, facts);
            }

            if (cue.Cue.HasFlag(Cue.MeetingNoun) && facts.Count == known)
            {
                ByNoun(line, actors, cue, sentence, facts);
            }
        }
    }

    static void ByVerb(FactText line, IReadOnlyList<Actor> actors, CueMatch cue, TextSpan sentence, List<FactDraft> facts)
    {
        var subject =
            SubjectOfChain(line, actors, cue, sentence)
            ?? Subjects.Of(line, actors, cue.Span.Start, sentence, Cue.Visit | Cue.Meet | Cue.Plan | Cue.Link | Cue.Report | Cue.Deny);
        if (subject is null || subject.Kind == ActorKind.Crowd)
        {
            return;
        }

        var other = Subjects.ObjectAt(line, actors, cue.Span.End, sentence.End);
        other = other == subject ? null : other;
        var group = other is null ? GroupAt(line, cue.Span.End, sentence.End) : null;
        if (other is null && group is null && subject.Names.Count < 2)
        {
            return;
        }

        Add(line, cue, sentence, subject, other, group, KindOf(line, cue.Span), "subject-verb-object", facts);
    }

    // "A hội kiến B và tiếp C".
    static Actor? SubjectOfChain(FactText line, IReadOnlyList<Actor> actors, CueMatch cue, TextSpan sentence)
    {
        var before = line.SkipBlanksBack(cue.Span.Start);
        var isLinked =
            line.EndsWith(before, "và") || (before > 0 && line.Text[before - 1] is ',' or ';') || line.EndsWith(before, "đồng thời");
        var first = line.CuesIn(new TextSpan(sentence.Start, cue.Span.Start), Cue.Meet | Cue.Visit).FirstOrDefault();
        return isLinked && first.Span.Length > 0
            ? Subjects.Of(line, actors, first.Span.Start, sentence, Cue.Plan | Cue.Link | Cue.Report | Cue.Meet | Cue.Visit)
            : null;
    }

    static void ByNoun(FactText line, IReadOnlyList<Actor> actors, CueMatch cue, TextSpan sentence, List<FactDraft> facts)
    {
        var link = line.Folded.AsSpan(cue.Span.End, Math.Min(LongestLink, sentence.End - cue.Span.End));
        link = link[..(link.IndexOfAny(",;:.") is var mark and >= 0 ? mark : link.Length)];
        var at = link.IndexOf(" giữa ", StringComparison.Ordinal);
        if (at >= 0 && Subjects.ObjectAt(line, actors, cue.Span.End + at + 6, sentence.End) is { Names.Count: > 1 } both)
        {
            Add(line, cue, sentence, both, null, null, KindOf(line, cue.Span), "noun-between", facts);
            return;
        }

        // "Hội đàm tại X ngày 5/3, A và B …".
        if (
            line.Trim(new TextSpan(sentence.Start, cue.Span.Start)).Length <= LongestOpening
            && !line.CuesIn(new TextSpan(sentence.Start, cue.Span.Start), Cue.Attend).Any()
            && actors.FirstOrDefault(actor =>
                actor.Span.Start >= cue.Span.End && sentence.Contains(actor.Span) && actor.IsOneOf(ActorKind.Person, ActorKind.Body)
            )
                is { Names.Count: > 1 } opened
            && opened.Span.Start - cue.Span.End <= LongestLink
            && IsAside(line, cue.Span.End, opened.Span.Start)
        )
        {
            Add(line, cue, sentence, opened, null, null, KindOf(line, cue.Span), "noun-opening", facts);
            return;
        }

        at = link[..Math.Min(24, link.Length)].IndexOf(" với ", StringComparison.Ordinal);
        var from = cue.Span.End + (at < 0 ? 0 : at + 5);
        var other = Subjects.ObjectAt(line, actors, from, sentence.End);
        var group = other is null ? GroupAt(line, from, sentence.End) : null;
        if (other is null && group is null)
        {
            return;
        }

        var subject =
            Subjects.Of(line, actors, cue.Span.Start, sentence, Cue.Plan | Cue.Place | Cue.Link | Cue.Aside)
            ?? (
                other is null
                    ? null
                    : actors.FirstOrDefault(actor =>
                        actor.Span.Start > other.Span.End && actor.Span.Start - other.Span.End <= 60 && sentence.Contains(actor.Span)
                    )
            );
        if (subject is not null && subject.Kind != ActorKind.Crowd && (other is null || !subject.Names.Intersect(other.Names).Any()))
        {
            Add(line, cue, sentence, subject, other, group, KindOf(line, cue.Span), "noun-with", facts);
        }
    }

    // " tại X ngày 5/3, ": not "có", ":" and the like, which open a list of those present.
    static bool IsAside(FactText line, int from, int to) =>
        line.Text.AsSpan(from, to - from).TrimEnd().EndsWith(',')
        && line.Text.AsSpan(from, to - from).IndexOfAny(":;.") < 0
        && !line.Folded.AsSpan(from, to - from).Contains(" có ", StringComparison.Ordinal);

    static void Add(
        FactText line,
        CueMatch cue,
        TextSpan sentence,
        Actor subject,
        Actor? other,
        TextSpan? group,
        TextSpan kind,
        string pattern,
        List<FactDraft> facts
    )
    {
        var draft = new FactDraft(FactType.Meeting, line, cue.Span, pattern, 0.8).As(
            Clauses.ModalityOf(line, sentence.Start, cue.Span.Start)
        );
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var actor in other is null ? [subject] : new[] { subject, other })
        {
            foreach (var name in actor.Names.Where(names.Add))
            {
                draft.With(FactArguments.Participants, name, actor.Core);
            }
        }

        draft.IsVague = subject.IsVague || other?.IsVague == true;
        if (group is { } words && names.Add(words.Slice(line.Text)))
        {
            draft.With(FactArguments.Participants, words);
        }

        if (names.Count < 2)
        {
            return;
        }

        draft.With(FactArguments.Kind, kind);
        if (Times.OfEvent(line, sentence, cue.Span.Start) is { } time)
        {
            draft.With(FactArguments.Time, Dates.Day(time.Entity), time.Span);
        }

        if (Clauses.PlaceOf(line, sentence, cue.Span.Start) is { } place && !names.Contains(place.Entity))
        {
            draft.With(FactArguments.Place, place.Entity, place.Span);
        }

        facts.Add(draft);
    }

    // Without "cuộc", "buổi" before it and "với" behind.
    static TextSpan KindOf(FactText line, TextSpan span)
    {
        var words = span.Of(line.Folded);
        var from = words.StartsWith("cuộc ") || words.StartsWith("buổi ") || words.StartsWith("phiên ") ? words.IndexOf(' ') + 1 : 0;
        // "thăm và làm việc với".
        var joint = words.IndexOf(" và ");
        from = joint >= 0 && words.EndsWith(" với") ? joint + " và ".Length : from;
        var to = words.EndsWith(" với") || words.EndsWith(" cùng") ? words.LastIndexOf(' ') : words.Length;
        return new TextSpan(span.Start + from, span.Start + to);
    }

    static TextSpan? GroupAt(FactText line, int at, int limit)
    {
        at = line.SkipBlanks(at, limit);
        at = line.StartsWith(at, "với") ? line.SkipBlanks(at + 3, limit) : at;
        var group = line.Cues.FirstOrDefault(cue => cue.Span.Start == at && (cue.Cue & (Cue.Group | Cue.Crowd)) != 0);
        if (group.Span.Length == 0)
        {
            return null;
        }

        return line.Role == LineRole.Title
            ? line.Trim(new TextSpan(at, limit), ".")
            : new TextSpan(at, Clauses.PhraseEnd(line, group.Span.End, limit));
    }
}
