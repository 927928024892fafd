using NewsApi.Language.Documents;
using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>
/// Finds who acts and speaks in a line. Goes through the document in order: pronouns and "hai bên" stand for who was named before.
/// </summary>
sealed class ActorFinder(WordSet honorifics)
{
    readonly List<Actor> subjects = [];
    readonly Dictionary<string, bool> isFemale = new(StringComparer.Ordinal);
    readonly List<string> bodies = [];
    readonly List<(string Title, string Person)> titles = [];
    IReadOnlyList<string> both = [];
    IReadOnlyList<string> states = [];

    /// <summary>Whoever meets, for "hai bên" later on.</summary>
    public void Remember(IReadOnlyList<string> participants) => both = participants.Count == 2 ? participants : both;

    /// <summary>What the whole document tells, for who is spoken of before being named.</summary>
    public void Prepare(IReadOnlyList<FactText> lines)
    {
        foreach (var position in lines.SelectMany(line => line.Positions).Where(position => position.Person is not null))
        {
            titles.Add((Folding.Fold(position.Text), position.Person!));
        }

        var names = lines.SelectMany(line => line.Names).ToList();
        foreach (var person in names.Where(name => name.Type == EntityType.Person).Select(name => name.Entity).Distinct())
        {
            if (person.Contains(" Thị ", StringComparison.Ordinal) || person.Contains(" Văn ", StringComparison.Ordinal))
            {
                isFemale.TryAdd(person, person.Contains(" Thị ", StringComparison.Ordinal));
            }
        }

        // The two states that the text is about.
        states =
        [
            .. names
                .Where(name => name.IsCountry)
                .GroupBy(name => name.Entity)
                .OrderByDescending(group => group.Count())
                .Take(2)
                .Select(group => group.Key),
        ];
    }

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
                subjects.Add(subject);
            }

            bodies.AddRange(
                found.Where(actor => actor.Kind == ActorKind.Body && sentence.Contains(actor.Span)).Select(actor => actor.Names[0])
            );
        }

        return Join(line, found);
    }

    void AddPersons(FactText line, List<Actor> found)
    {
        foreach (var name in line.Names.Where(name => name.Type == EntityType.Person))
        {
            var start = StartOf(line, name.Span.Start, name.Entity);
            NoteSex(line, start, name);
            var end = EndOf(line, name.Span.End, name.Entity);
            found.Add(new Actor(new TextSpan(start, end), ActorKind.Person, [name.Entity]) { Core = name.Span });
        }
    }

    void NoteSex(FactText line, int start, Name name)
    {
        foreach (var (word, female) in new[] { ("bà", true), ("ông", false), ("cô", true), ("chị", true), ("anh", false) })
        {
            if (line.EndsWith(line.SkipBlanksBack(name.Span.Start), word) || line.StartsWith(start, word))
            {
                isFemale[name.Entity] = female;
            }
        }
    }

    // Honorifics and the person's titles before the name, however many.
    int StartOf(FactText line, int at, string? person)
    {
        while (true)
        {
            var end = line.SkipBlanksBack(at);
            var title = line.Positions.LastOrDefault(position =>
                position.Person == person && position.Span.End <= end && IsListGap(line, position.Span.End, end)
            );
            if (title is not null)
            {
                at = title.Span.Start;
                continue;
            }

            var before = HonorificBefore(line, end);
            if (before < 0)
            {
                return at;
            }

            at = before;
        }
    }

    static bool IsListGap(FactText line, int from, int to) =>
        line.Folded.AsSpan(from, to - from).Trim() is "" or "," or "và" or "kiêm" or ", kiêm" or "-" or "–" or ", đồng thời là" or ":";

    int HonorificBefore(FactText line, int end)
    {
        var best = -1;
        var (start, words) = (end, 0);
        while (start > 0 && words < honorifics.LongestSyllables)
        {
            start = WordStart(line.Folded, line.SkipBlanksBack(start));
            words++;
            best = start < end && honorifics.Contains(line.Folded.AsSpan(start, end - start)) ? start : best;
            if (start > 0 && line.Folded[start - 1] != ' ')
            {
                break;
            }
        }

        return best;
    }

    static int WordStart(string text, int at)
    {
        while (at > 0 && (Letters.IsLetterOrDigit(text[at - 1]) || text[at - 1] == '.'))
        {
            at--;
        }

        return at;
    }

    // "(ảnh)", "(54 tuổi)", ", Giám đốc X," behind the name.
    static int EndOf(FactText line, int at, string? person)
    {
        while (true)
        {
            var next = line.SkipBlanks(at, line.Text.Length);
            if (next < line.Text.Length && line.Text[next] == '(' && line.Text.IndexOf(')', next) is var close and > 0 && close - next < 80)
            {
                at = close + 1;
                continue;
            }

            var title = line.Positions.FirstOrDefault(position =>
                position.Person == person
                && position.Span.Start >= next
                && position.Span.Start - at <= 24
                && IsApposition(line, at, position.Span.Start)
            );
            if (title is not null)
            {
                at = title.Span.End;
                continue;
            }

            // "thuộc Viện A", "của báo B".
            if (BodyBehind(line, at) is { } body)
            {
                at = body;
                continue;
            }

            // ", 54 tuổi": what is said of the person between two commas.
            if (next < line.Text.Length && line.Text[next] == ',' && AsideEnd(line, next) is var aside and > 0)
            {
                at = aside;
                continue;
            }

            return at;
        }
    }

    static int? BodyBehind(FactText line, int at)
    {
        var next = line.SkipBlanks(at, line.Text.Length);
        next = line.StartsWith(next, "thuộc") ? line.SkipBlanks(next + 5, line.Text.Length) : next;
        var body = line.Names.FirstOrDefault(name => name.Type == EntityType.Organization && name.Span.Start == next);
        return body.Text is not null && next > at + 1 && line.Text[next - 1] == ' ' && line.EndsWith(line.SkipBlanksBack(next), "thuộc")
            ? body.Span.End
            : null;
    }

    static int AsideEnd(FactText line, int comma)
    {
        var name = line.Names.FirstOrDefault(name => name.Span.Start > comma && name.Span.Start - comma <= 3);
        return name.Type == EntityType.Quantity && line.EndsWith(name.Span.End, "tuổi") ? name.Span.End : -1;
    }

    static bool IsApposition(FactText line, int from, int to) =>
        line.Folded.AsSpan(from, to - from).Trim()
            is ","
                or "-"
                or "–"
                or "và"
                or ", và"
                or "kiêm"
                or ", kiêm"
                or "("
                or ", hiện là"
                or ", là"
                or ", nguyên";

    void AddTitles(FactText line, List<Actor> found)
    {
        foreach (var position in line.Positions)
        {
            if (found.Exists(actor => actor.Span.Overlaps(position.Span)))
            {
                continue;
            }

            var start = HonorificBefore(line, line.SkipBlanksBack(position.Span.Start));
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
            if (cue.Cue.HasFlag(Cue.Both) && BothOf(cue.Span.Of(line.Folded)) is { Count: 2 } pair)
            {
                found.Add(new Actor(WithStates(line, cue.Span, found), ActorKind.Person, pair) { IsPronoun = true });
            }
            else if (cue.Cue.HasFlag(Cue.BothStates) && states.Count == 2)
            {
                found.Add(new Actor(cue.Span, ActorKind.Country, states) { IsPronoun = true });
            }
            else if (cue.Cue.HasFlag(Cue.Institution))
            {
                if (!IsCounted(line, cue.Span.Start) && BodyOf(cue.Span.Of(line.Folded)) is { } body)
                {
                    found.Add(new Actor(cue.Span, ActorKind.Body, [body]) { IsPronoun = true });
                }
            }
            else if ((cue.Cue & (Cue.Crowd | Cue.Both)) != 0)
            {
                found.Add(new Actor(cue.Span, ActorKind.Crowd, [cue.Span.Slice(line.Text)]));
            }
            else if (Whom(cue.Span.Of(line.Folded), before) is { } person)
            {
                found.Add(new Actor(cue.Span, ActorKind.Person, [person]) { IsPronoun = true });
            }
        }
    }

    // "ba cơ quan", "các trường" are several.
    static bool IsCounted(FactText line, int at)
    {
        var end = line.SkipBlanksBack(at);
        return Array.Exists(Counts, word => line.EndsWith(end, word)) || (end > 0 && char.IsDigit(line.Text[end - 1]));
    }

    static readonly string[] Counts =
    [
        "các",
        "những",
        "nhiều",
        "mỗi",
        "mọi",
        "một số",
        "hai",
        "ba",
        "bốn",
        "năm",
        "sáu",
        "bảy",
        "tám",
        "chín",
        "mười",
        "một",
        "từng",
        "số",
    ];

    // "hai Bộ trưởng": the two who hold such a title; else those who met.
    IReadOnlyList<string> BothOf(ReadOnlySpan<char> words)
    {
        var title = words[(words.IndexOf(' ') + 1)..].ToString();
        List<string> holders =
        [
            .. titles.Where(held => held.Title.StartsWith(title, StringComparison.Ordinal)).Select(held => held.Person).Distinct(),
        ];
        return holders.Count == 2 ? holders : both;
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

    // The last that was named with this kind of name; "công ty" also for "Công ty X".
    string? BodyOf(ReadOnlySpan<char> noun)
    {
        noun = noun.StartsWith("nhà ") ? noun[4..] : noun;
        noun = noun.EndsWith(" này") ? noun[..^4] : noun;
        for (var i = bodies.Count - 1; i >= 0; i--)
        {
            if (Folding.Fold(bodies[i]).AsSpan().StartsWith(noun) || noun is "cơ quan" or "đơn vị" or "tổ chức" or "hãng" or "doanh nghiệp")
            {
                return bodies[i];
            }
        }

        return null;
    }

    // Who the sentence began with, else who the last sentences were about.
    string? Whom(ReadOnlySpan<char> pronoun, List<Actor> before)
    {
        bool? female =
            pronoun.StartsWith("bà") || pronoun.StartsWith("chị") || pronoun.StartsWith("cô") || pronoun.StartsWith("nữ") ? true
            : pronoun.StartsWith("ông") || pronoun.StartsWith("anh") ? false
            : null;
        bool Fits(Actor actor) =>
            actor.Kind == ActorKind.Person
            && actor.Names.Count == 1
            && (female is null || isFemale.GetValueOrDefault(actor.Names[0], female.Value) == female);
        var own = before.FirstOrDefault(Fits);
        return (own ?? subjects.LastOrDefault(Fits))?.Names[0];
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
                "và" or ", và" or "cùng" or ", cùng" or "cùng với" => Gap.And,
                "," or ";" => Gap.Comma,
                _ => Gap.Other,
            };
}
