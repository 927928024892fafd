using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>
/// Finds who acts and speaks in a line. Goes through the document in order: pronouns and "hai bên" stand for who was named before.
/// </summary>
sealed class ActorFinder(NameReach reach, References references)
{
    public IReadOnlyList<Actor> Find(FactText line)
    {
        var found = new List<Actor>();
        AddPersons(line, found);
        AddTitles(line, found);
        AddBodies(line, found);
        found.Sort((left, right) => left.Span.CompareTo(right.Span));
        foreach (var sentence in line.Sentences)
        {
            AddPronouns(line, found, sentence);
            found.Sort((left, right) => left.Span.CompareTo(right.Span));
            if (
                found.Find(actor => actor.Kind == ActorKind.Person && sentence.Contains(actor.Core) && !line.IsQuoted(actor.Core.Start)) is
                { } subject
            )
            {
                references.NoteSubject(subject);
            }

            foreach (var body in found.Where(actor => actor.Kind == ActorKind.Body && sentence.Contains(actor.Span)))
            {
                references.NoteBody(body.Names[0]);
            }
        }

        var joined = Join(line, found);
        var described = AddCounted(line, joined);
        foreach (
            var several in joined.Where(actor =>
                actor.Kind == ActorKind.Body
                && actor.Names.Count > 1
                && !described.Contains(actor)
                && !line.EndsWith(line.SkipBlanksBack(actor.Span.Start), "của")
            )
        )
        {
            references.NoteBodies(several.Names);
        }

        return joined;
    }

    // "ba cơ quan", "lãnh đạo hai trường", where so many bodies were named together before. Gives back what only tells which they are.
    HashSet<Actor> AddCounted(FactText line, List<Actor> joined)
    {
        var described = new HashSet<Actor>(ReferenceEqualityComparer.Instance);
        foreach (var cue in line.Cues.Where(cue => cue.Cue.HasFlag(Cue.Institution)))
        {
            if (
                References.CountBefore(line, cue.Span.Start) is not var (start, count)
                || joined.Exists(actor => actor.Span.Overlaps(cue.Span))
            )
            {
                continue;
            }

            // "ba cơ quan phụ trách Đảng, Nhà nước và Quốc hội": what tells which belongs to it.
            var beside = joined.Find(actor =>
                actor.Names.Count == count
                && actor.Span.Start > cue.Span.End + 1
                && actor.Span.Start - cue.Span.End <= LongestBeside
                && line.Text.AsSpan(cue.Span.End, actor.Span.Start - cue.Span.End).IndexOfAny(",;:.()") < 0
            );
            if (beside is not null)
            {
                described.Add(beside);
            }

            var named =
                joined.LastOrDefault(actor => actor.Kind == ActorKind.Body && actor.Names.Count == count && actor.Span.End <= start)?.Names
                ?? references.BodiesOf(count);
            if (named is null)
            {
                continue;
            }

            if (beside is not null)
            {
                joined.Remove(beside);
            }

            var voice = line.SkipBlanksBack(start);
            start = line.Cues.LastOrDefault(other => other.Span.End == voice && other.Cue.HasFlag(Cue.Voice)) is { Cue: not Cue.None } found
                ? found.Span.Start
                : start;
            joined.Add(new Actor(new TextSpan(start, beside?.Span.End ?? cue.Span.End), ActorKind.Body, named) { IsPronoun = true });
            joined.Sort((left, right) => left.Span.CompareTo(right.Span));
        }

        return described;
    }

    const int LongestBeside = 20;

    void AddPersons(FactText line, List<Actor> found)
    {
        foreach (var name in line.Names.Where(name => name.Type == EntityType.Person))
        {
            var start = reach.StartOf(line, name.Span.Start, name.Entity);
            references.NoteSex(line, start, name);
            var end = NameReach.EndOf(line, name.Span.End, name.Entity);
            found.Add(new Actor(new TextSpan(start, end), ActorKind.Person, [name.Entity]) { Core = name.Span });
        }
    }

    void AddTitles(FactText line, List<Actor> found)
    {
        foreach (var position in line.Positions)
        {
            if (found.Exists(actor => actor.Span.Overlaps(position.Span)))
            {
                continue;
            }

            var start = reach.HonorificBefore(line, line.SkipBlanksBack(position.Span.Start));
            var span = new TextSpan(start < 0 ? position.Span.Start : start, position.Span.End);
            found.Add(
                new Actor(span, ActorKind.Person, [position.Person ?? position.Text])
                {
                    Core = position.Span,
                    IsPronoun = position.IsBare,
                    IsVague = position.Person is null,
                }
            );
        }
    }

    static void AddBodies(FactText line, List<Actor> found)
    {
        foreach (var name in line.Names)
        {
            if (
                name.Type == EntityType.Location
                && LocalBody(line, name) is { } local
                && !found.Exists(actor => actor.Span.Overlaps(local))
            )
            {
                found.Add(new Actor(local, ActorKind.Body, [local.Slice(line.Text)]));
                continue;
            }

            var kind =
                name.Type == EntityType.Organization ? ActorKind.Body
                : name.IsCountry ? ActorKind.Country
                : (ActorKind?)null;
            if (kind is not { } known || found.Exists(actor => actor.Span.Overlaps(name.Span)))
            {
                continue;
            }

            var (start, end) = (name.Span.Start, line.SkipBlanksBack(name.Span.Start));
            while (line.Cues.LastOrDefault(cue => cue.Span.End == end && cue.Cue.HasFlag(Cue.Voice)) is { Cue: not Cue.None } voice)
            {
                start = voice.Span.Start;
                end = line.SkipBlanksBack(start);
            }

            // An abbreviation in brackets behind the name belongs to it.
            var (last, after) = (name.Span.End, line.SkipBlanks(name.Span.End, line.Text.Length));
            if (
                after < line.Text.Length
                && line.Text[after] == '('
                && line.Text.IndexOf(')', after) is var close and > 0
                && close - after < 40
            )
            {
                last = close + 1;
            }

            found.Add(new Actor(new TextSpan(start, last), known, [name.Entity]) { Core = name.Span });
        }
    }

    // "Cảnh sát Chile", "lãnh đạo tỉnh Đắk Lắk".
    static TextSpan? LocalBody(FactText line, Name place)
    {
        var end = line.SkipBlanksBack(place.Span.Start);
        return line.Cues.LastOrDefault(cue => cue.Span.End == end && cue.Cue.HasFlag(Cue.LocalBody)) is { Cue: not Cue.None } body
            ? new TextSpan(body.Span.Start, place.Span.End)
            : null;
    }

    // "nhà lãnh đạo 46 tuổi", "vị giám đốc 50 tuổi này", "tiền đạo quê Long An", "chính khách người Serbia".
    static TextSpan Described(FactText line, TextSpan pronoun)
    {
        var end = pronoun.End;
        var at = line.SkipBlanks(end, line.Text.Length);
        var digits = at;
        while (digits < line.Text.Length && char.IsAsciiDigit(line.Text[digits]))
        {
            digits++;
        }

        if (digits > at && line.StartsWith(digits, " tuổi"))
        {
            end = digits + " tuổi".Length;
            at = line.SkipBlanks(end, line.Text.Length);
        }

        foreach (var word in Origins)
        {
            if (
                line.StartsWith(at, word)
                && line.Names.FirstOrDefault(name => name.Span.Start == at + word.Length + 1) is { Text: not null } origin
            )
            {
                end = origin.Span.End;
                at = line.SkipBlanks(end, line.Text.Length);
            }
        }

        return new TextSpan(pronoun.Start, line.StartsWith(at, "này") ? at + "này".Length : end);
    }

    static readonly string[] Origins = ["người", "quê", "gốc"];

    void AddPronouns(FactText line, List<Actor> found, TextSpan sentence)
    {
        const Cue Wanted = Cue.Pronoun | Cue.Both | Cue.BothStates | Cue.Crowd | Cue.Institution;
        foreach (var cue in line.CuesIn(sentence, Wanted).ToList())
        {
            if (found.Exists(actor => actor.Span.Overlaps(cue.Span)))
            {
                continue;
            }

            var before = found.Where(actor => actor.Span.End <= cue.Span.Start && sentence.Contains(actor.Span)).ToList();
            if (cue.Cue.HasFlag(Cue.Both) && references.BothOf(cue.Span.Of(line.Folded)) is { Count: 2 } pair)
            {
                found.Add(new Actor(WithStates(line, cue.Span, found), ActorKind.Person, pair) { IsPronoun = true });
            }
            else if (cue.Cue.HasFlag(Cue.BothStates) && references.States.Count == 2)
            {
                found.Add(new Actor(cue.Span, ActorKind.Country, references.States) { IsPronoun = true });
            }
            else if (cue.Cue.HasFlag(Cue.Institution))
            {
                if (!references.IsCounted(line, cue.Span.Start) && references.BodyOf(cue.Span.Of(line.Folded)) is { } body)
                {
                    found.Add(new Actor(cue.Span, ActorKind.Body, [body]) { IsPronoun = true });
                }
            }
            else if ((cue.Cue & (Cue.Crowd | Cue.Both)) != 0)
            {
                found.Add(new Actor(cue.Span, ActorKind.Crowd, [cue.Span.Slice(line.Text)]));
            }
            else if (references.Whom(cue.Span.Of(line.Folded), before) is { } person)
            {
                found.Add(new Actor(Described(line, cue.Span), ActorKind.Person, [person]) { IsPronoun = true });
            }
        }
    }

    // "hai Thủ tướng Việt Nam và Singapore".
    static TextSpan WithStates(FactText line, TextSpan span, List<Actor> found)
    {
        var end = span.End;
        foreach (var actor in found.Where(actor => actor.Kind == ActorKind.Country && actor.Span.Start >= span.End).ToList())
        {
            if (line.Folded.AsSpan(end, actor.Span.Start - end).Trim() is not ("" or "và" or "," or "-"))
            {
                break;
            }

            found.Remove(actor);
            end = actor.Span.End;
        }

        return new TextSpan(span.Start, end);
    }

    // "A và B", "A, B và C", each with titles.
    static List<Actor> Join(FactText line, List<Actor> found)
    {
        var joined = new List<Actor>();
        for (var i = 0; i < found.Count; )
        {
            var (end, last) = (i, i);
            while (
                end + 1 < found.Count
                && found[end + 1].Kind == found[i].Kind
                && GapOf(line, found[end], found[end + 1]) is var gap
                && gap != Gap.Other
            )
            {
                end++;
                last = gap == Gap.And ? end : last;
            }

            // Titles before each of several names in a row may do without "và".
            var isTitled =
                last == i
                && end > i
                && found[i].Kind == ActorKind.Person
                && found.Skip(i).Take(end - i + 1).All(actor => actor.Span.Start < actor.Core.Start);
            last = isTitled && end - i >= 2 ? end : last;
            joined.Add(
                last == i
                    ? found[i]
                    : found[i] with
                    {
                        Span = new TextSpan(found[i].Span.Start, found[last].Span.End),
                        Names = [.. found.Skip(i).Take(last - i + 1).SelectMany(actor => actor.Names).Distinct()],
                    }
            );
            i = last + 1;
        }

        return joined;
    }

    enum Gap
    {
        Other,
        Comma,
        And,
    }

    static Gap GapOf(FactText line, Actor first, Actor second) =>
        second.Span.Start < first.Span.End
            ? Gap.Other
            : line.Folded.AsSpan(first.Span.End, second.Span.Start - first.Span.End).Trim() switch
            {
                "và" or ", và" or "cùng" or ", cùng" or "cùng với" or "lẫn" => Gap.And,
                "," or ";" => Gap.Comma,
                _ => Gap.Other,
            };
}
