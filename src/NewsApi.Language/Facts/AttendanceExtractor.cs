using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>
/// Who took part: "A dự hội nghị", "A chủ trì …", "Tham dự hội nghị có A, …; B, …", "Về phía X có …", "Phát biểu tại hội nghị, A …".
/// </summary>
sealed class AttendanceExtractor(FactDocument document)
{
    /// <summary>The pattern of "A phát biểu tại cuộc gặp".</summary>
    public const string BySubject = "subject-attend";

    // The list of those present goes on in the next sentence or line.
    string? listed;
    int listedLine;

    public void Extract(FactText line, int at, IReadOnlyList<Actor> actors, List<FactDraft> facts)
    {
        foreach (var sentence in line.Sentences)
        {
            if (ReadPresence(line, at, actors, sentence, facts))
            {
                continue;
            }

            var cue = line.CuesIn(sentence, Cue.Attend).FirstOrDefault(cue => !line.IsQuoted(cue.Span.Start));
            if (cue.Span.Length > 0 && ReadCue(line, at, actors, sentence, cue, facts))
            {
                continue;
            }

            if (
                (listed is null || at - listedLine > 1)
                && OpensList(line, sentence) is { } usual
                && HasBeforePersons(line, sentence, sentence.Start)
                && (EventBefore(line, at, sentence) ?? usual) is { Length: > 0 } about
            )
            {
                (listed, listedLine) = (about, at);
            }

            if (listed is null || at - listedLine > 1 || !GoesOn(line, sentence))
            {
                ReadPlace(line, actors, sentence, facts);
            }
            else
            {
                AddAll(line, sentence, sentence.Start, listed, null, "attendance-list", facts);
                listedLine = at;
            }
        }
    }

    bool ReadCue(FactText line, int at, IReadOnlyList<Actor> actors, TextSpan sentence, CueMatch cue, List<FactDraft> facts)
    {
        var span = Clauses.EventAt(line, cue.Span.End, sentence.End);
        var name = span is { } known ? EventName(line, known) : document.LastEvent(at, cue.Span.Start);
        if (name is null)
        {
            return false;
        }

        var from = span?.End ?? cue.Span.End;
        if (HasBeforePersons(line, sentence, from))
        {
            AddAll(line, sentence, from, name, span, "attendance-list", facts);
            (listed, listedLine) = (name, at);
            return true;
        }

        var isOpening = line.Trim(new TextSpan(sentence.Start, cue.Span.Start)).Length <= 12;
        var subject =
            Subjects.Of(line, actors, cue.Span.Start, sentence, Cue.Plan | Cue.Link | Cue.Attend | Cue.Place)
            ?? (
                isOpening
                    ? actors.FirstOrDefault(actor =>
                        actor.Span.Start >= from && actor.Span.Start - from <= 40 && sentence.Contains(actor.Span)
                    )
                    : null
            );
        if (subject is not { Kind: ActorKind.Person, IsVague: false })
        {
            return false;
        }

        foreach (var person in subject.Names)
        {
            Add(line, person, subject.Core, name, span, cue.Span, isOpening ? "attend-opening" : BySubject, facts)
                .As(Clauses.ModalityOf(line, sentence.Start, cue.Span.Start));
        }

        return true;
    }

    // "Phát biểu tại hội nghị, A …", "A trao đổi với đại biểu bên lề đại hội": who does something at an event is there.
    static void ReadPlace(FactText line, IReadOnlyList<Actor> actors, TextSpan sentence, List<FactDraft> facts)
    {
        foreach (var place in Places)
        {
            var from = line.Folded.IndexOf(place, sentence.Start, sentence.Length, StringComparison.Ordinal);
            if (from < 0 || line.IsQuoted(from) || (from > sentence.Start && line.Folded[from - 1] != ' '))
            {
                continue;
            }

            var start = line.SkipBlanks(from + place.Length, sentence.End);
            if (
                Clauses.EventAt(line, start, sentence.End) is not { } span
                || line.CuesIn(span, Cue.VisitNoun).Any(cue => cue.Span.Start == span.Start)
            )
            {
                continue;
            }

            var isOpening = from - sentence.Start <= LongestDoing;
            if (isOpening && place == "bên lề")
            {
                continue;
            }

            var who = isOpening
                ? actors.FirstOrDefault(actor => actor.Span.Start >= span.End && sentence.Contains(actor.Span))
                : actors.FirstOrDefault(actor => sentence.Contains(actor.Span));
            if (
                who is not { Kind: ActorKind.Person, IsVague: false }
                || line.IsQuoted(who.Span.Start)
                || (isOpening ? !IsRightBehind(line, span.End, who.Span.Start) : !IsFirst(line, sentence, who) || who.Span.End > from)
            )
            {
                continue;
            }

            foreach (var person in who.Names)
            {
                Add(line, person, who.Core, EventName(line, span), span, new TextSpan(from, span.End), "doing-at", facts)
                    .As(Clauses.ModalityOf(line, sentence.Start, from));
            }

            return;
        }
    }

    static readonly string[] Places = ["tại", "bên lề", "trong khuôn khổ", "kết luận", "bế mạc", "khai mạc"];

    // "Phát biểu chỉ đạo tại …".
    const int LongestDoing = 30;

    static bool IsRightBehind(FactText line, int from, int to) =>
        to - from <= 40 && line.Text.AsSpan(from, to - from).IndexOfAny(".;") < 0 && line.Text.AsSpan(from, to - from).Contains(',');

    static bool IsFirst(FactText line, TextSpan sentence, Actor actor) =>
        line.Trim(new TextSpan(sentence.Start, actor.Span.Start)).Length <= 3;

    // "dưới sự chủ trì của A", "với sự tham dự của A và B": the event is what the sentence is about.
    bool ReadPresence(FactText line, int at, IReadOnlyList<Actor> actors, TextSpan sentence, List<FactDraft> facts)
    {
        var found = false;
        foreach (var cue in line.CuesIn(sentence, Cue.Presence).Where(cue => !line.IsQuoted(cue.Span.Start)))
        {
            var who = Subjects.ObjectAt(line, actors, cue.Span.End, sentence.End);
            if (
                who?.Kind != ActorKind.Person
                || (EventBefore(line, sentence, cue.Span.Start) ?? document.LastEvent(at, cue.Span.Start)) is not { } name
            )
            {
                continue;
            }

            foreach (var person in who.Names)
            {
                Add(line, person, who.Core, name, null, cue.Span, "presence-of", facts)
                    .As(Clauses.ModalityWith(line, sentence.Start, cue.Span.Start));
                found = true;
            }
        }

        return found;
    }

    string? EventBefore(FactText line, int at, TextSpan sentence) =>
        line.Sentences.Where(other => other.End <= sentence.Start)
            .Select(other => document.EventOf(at, other))
            .LastOrDefault(found => found is not null)
        ?? document.LastEvent(at, sentence.Start);

    static string? EventBefore(FactText line, TextSpan sentence, int end)
    {
        var named = line.NamesIn(new TextSpan(sentence.Start, end))
            .FirstOrDefault(name => name.Type == EntityType.Event && !IsFrame(line, name.Span));
        if (named.Text is not null)
        {
            return named.Entity;
        }

        var noun = line.CuesIn(new TextSpan(sentence.Start, end), Cue.EventNoun).FirstOrDefault(cue => !IsFrame(line, cue.Span));
        return noun.Span.Length > 0 && Clauses.EventAt(line, noun.Span.Start, end) is { } found ? found.Slice(line.Text) : null;
    }

    // "Trong khuôn khổ liên hoan, sáng 14/9 sẽ diễn ra tọa đàm".
    static bool IsFrame(FactText line, TextSpan span) =>
        line.SkipBlanksBack(span.Start) is var end && Array.Exists(Frames, word => line.EndsWith(end, word));

    static readonly string[] Frames = ["khuôn khổ", "nhân dịp", "nhân", "sau", "trước"];

    static string EventName(FactText line, TextSpan span) =>
        line.Names.FirstOrDefault(name => name.Type == EntityType.Event && name.Span == span) is { Text: not null } named
            ? named.Entity
            : span.Slice(line.Text);

    // "… có các đồng chí:", "… gồm", ":" before the first person.
    static bool HasBeforePersons(FactText line, TextSpan sentence, int from)
    {
        var first = line.NamesIn(new TextSpan(from, sentence.End)).FirstOrDefault(name => name.Type == EntityType.Person);
        if (first.Text is null)
        {
            return false;
        }

        var between = line.Folded.AsSpan(from, first.Span.Start - from);
        return between.Contains(" có ", StringComparison.Ordinal)
            || between.StartsWith("có ", StringComparison.Ordinal)
            || between.Contains(" gồm ", StringComparison.Ordinal)
            || between.Contains(':');
    }

    // "Về phía X có A", "Tiếp đoàn có A và B": what was attended is told before, or is the reception itself. Null where the sentence opens no list.
    static string? OpensList(FactText line, TextSpan sentence) =>
        line.StartsWith(sentence.Start, "về phía") ? ""
        : Array.Exists(Receptions, opening => line.StartsWith(sentence.Start, opening)) ? "buổi làm việc"
        : null;

    static readonly string[] Receptions =
    [
        "tiếp đoàn",
        "tiếp và làm việc với đoàn",
        "đón tiếp đoàn",
        "đón đoàn",
        "làm việc với đoàn",
        "tiếp đón đoàn",
    ];

    static bool GoesOn(FactText line, TextSpan sentence)
    {
        var start = sentence.Start;
        return line.StartsWith(start, "về phía")
            || line.StartsWith(start, "phía")
            || line.StartsWith(start, "ngoài ra")
            || line.StartsWith(start, "cùng")
            || Array.Exists(Receptions, opening => line.StartsWith(start, opening))
            || (line.StartsWith(start, "đại diện") && HasBeforePersons(line, sentence, start));
    }

    static void AddAll(FactText line, TextSpan sentence, int from, string name, TextSpan? span, string pattern, List<FactDraft> facts)
    {
        foreach (var person in line.NamesIn(new TextSpan(from, sentence.End)).Where(person => person.Type == EntityType.Person))
        {
            Add(line, person.Entity, person.Span, name, span, person.Span, pattern, facts);
        }
    }

    static FactDraft Add(
        FactText line,
        string person,
        TextSpan? core,
        string name,
        TextSpan? span,
        TextSpan at,
        string pattern,
        List<FactDraft> facts
    )
    {
        var draft = new FactDraft(FactType.Attendance, line, at, pattern, 0.8)
            .With(FactArguments.Person, person, core)
            .With(FactArguments.Event, name, span);
        facts.Add(draft);
        return draft;
    }
}
