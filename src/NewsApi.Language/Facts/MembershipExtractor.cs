using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>Who belongs to which body: "A là thành viên của B", "A gia nhập B", "A được bầu vào B, C".</summary>
static class MembershipExtractor
{
    public static void Extract(FactText line, IReadOnlyList<Actor> actors, List<FactDraft> facts)
    {
        foreach (var cue in line.Cues.Where(cue => (cue.Cue & (Cue.Join | Cue.Role)) != 0 && !line.IsQuoted(cue.Span.Start)))
        {
            var sentence = line.SentenceAt(cue.Span.Start);
            var member = Subjects.Of(line, actors, cue.Span.Start, sentence, Cue.Plan | Cue.Join | Cue.Link | Cue.Role);
            if (!IsJoining(line, cue) || member?.Kind == ActorKind.Person)
            {
                continue;
            }

            if (
                member is null
                || member.Kind == ActorKind.Crowd
                || (cue.Cue.HasFlag(Cue.Role) && !cue.Cue.HasFlag(Cue.Join) && !IsTold(line, member.Span.End, cue.Span.Start))
            )
            {
                continue;
            }

            var time = Times.OfEvent(line, sentence, cue.Span.End);
            var role = line.CuesIn(new TextSpan(cue.Span.Start, sentence.End), Cue.Role)
                .FirstOrDefault(role => role.Span.Start - cue.Span.End <= 24);
            foreach (var name in member.Names)
            {
                foreach (var body in Bodies(line, cue.Span.End, sentence.End, role.Span))
                {
                    facts.Add(
                        new FactDraft(FactType.Membership, line, cue.Span, "member-of-body", 0.75)
                            .As(Clauses.ModalityOf(line, sentence.Start, cue.Span.Start))
                            .With(FactArguments.Member, name, member.Core)
                            .With(FactArguments.Organization, body.Entity, body.Span)
                            .With(FactArguments.Role, role.Span.Length > 0 ? role.Span : null)
                            .With(FactArguments.Time, time is { } known ? Dates.Day(known.Entity) : null, time?.Span)
                    );
                }
            }
        }
    }

    // "là" and "làm" join nobody by themselves.
    static bool IsJoining(FactText line, CueMatch cue) =>
        cue.Cue.HasFlag(Cue.Role)
        || cue.Span.Of(line.Folded).StartsWith("gia nhập")
        || cue.Span.Of(line.Folded).Contains("gia nhập", StringComparison.Ordinal)
        || cue.Span.Of(line.Folded).Contains("kết nạp", StringComparison.Ordinal)
        || cue.Span.Of(line.Folded).EndsWith("vào");

    // "là", "làm", "trở thành" before the role.
    static bool IsTold(FactText line, int from, int to) =>
        line.CuesIn(new TextSpan(from, to), Cue.Join).Any() || line.Folded.AsSpan(from, to - from).Trim() is "," or "là";

    // "Hội đồng A, Ủy ban B và Quỹ C"; an abbreviation in brackets is the same body.
    static bool IsListed(ReadOnlySpan<char> between) => between.Trim() is "," or "và" or ", và" or "),";

    static IEnumerable<Name> Bodies(FactText line, int at, int limit, TextSpan role)
    {
        var (end, isFirst) = (role.Length > 0 ? Math.Max(at, role.End) : at, true);
        foreach (var name in line.NamesIn(new TextSpan(end, limit)).Where(name => name.Type == EntityType.Organization))
        {
            var between = line.Folded.AsSpan(end, name.Span.Start - end);
            if (isFirst ? between.Length > 60 || between.IndexOfAny(".;:") >= 0 : !IsListed(between))
            {
                yield break;
            }

            yield return name;
            (end, isFirst) = (name.Span.End, false);
        }
    }
}
