using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>Reads the statements of one sentence, or of several that a quotation runs over.</summary>
sealed class StatementReader(FactText line, IReadOnlyList<Actor> actors, TextSpan part, List<Quotation> used, List<FactDraft> facts)
{
    // The statement whose content is still open.
    Actor? speaker;
    CueMatch verb;
    int contentStart;
    TextSpan? occasion;

    public void Read()
    {
        occasion = FindOccasion();
        if (ReadAccording())
        {
            return;
        }

        ReadFronted();
        foreach (
            var cue in line
                .Cues.Where(cue =>
                    (StatementExtractor.IsVerb(cue) || cue.Cue.HasFlag(Cue.Act))
                    && part.Contains(cue.Span)
                    && !line.IsQuoted(cue.Span.Start)
                )
                .ToList()
        )
        {
            if (cue.Span.Start < contentStart && speaker is not null)
            {
                continue;
            }

            Take(cue);
        }

        Close(part.End);
    }

    void Take(CueMatch cue)
    {
        var before = VerbChain.BeforeAdverbs(line, cue.Span.Start);
        if (VerbChain.IsNotSaid(line, before) || line.StartsWith(line.SkipBlanks(cue.Span.End, part.End), "của"))
        {
            return;
        }

        if (speaker is not null)
        {
            TakeInside(cue, before);
            return;
        }

        if (StatementExtractor.IsVerb(cue) && Subjects.Of(line, actors, cue.Span.Start, part) is { } subject && MaySay(subject, cue))
        {
            if (!ReadBackward(subject, cue))
            {
                Open(subject, cue);
            }
        }
    }

    // A verb in the content of the open statement: of somebody else, of the same speaker, or a part of the content.
    void TakeInside(CueMatch cue, int before)
    {
        var other = Subjects.Of(line, actors, cue.Span.Start, new TextSpan(contentStart, part.End));
        if (other is not null && VerbChain.IsNewClause(line, other.Span.Start))
        {
            // "A ước tính …; bà B, Phó Cục trưởng, đề nghị …".
            Close(VerbChain.BeforeJoiner(line, contentStart, other.Span.Start));
            Open(other, cue);
            return;
        }

        if (VerbChain.EndBefore(line, cue, before, verb.Span.End, contentStart) is { } end)
        {
            GoOn(cue, end);
        }
        else if (other is not null && StatementExtractor.IsVerb(cue) && EndsPart(cue) && IsBehindComma(other))
        {
            // "Nước A cam kết …, đài B đưa tin": all of it is what B tells.
            var open = (speaker, verb, contentStart, line.SkipBlanksBack(other.Span.Start) - 1);
            if (ReadBackward(other, cue))
            {
                (speaker, verb, contentStart, var last) = open;
                Close(last);
            }
        }
    }

    // "nhấn mạnh A, đề nghị B": another verb of the same speaker.
    void GoOn(CueMatch cue, int end)
    {
        if (!StatementExtractor.IsVerb(cue))
        {
            Close(end);
            return;
        }

        if (end == verb.Span.End)
        {
            // "ghi nhận và đánh giá cao": two verbs share the content.
            verb = new CueMatch(new TextSpan(verb.Span.Start, cue.Span.End), cue.Cue);
            contentStart = StatementContents.Start(line, part.End, cue.Span.End);
            return;
        }

        var same = speaker!;
        if (IsFeeling(end))
        {
            // "bày tỏ vui mừng và tin tưởng …": the second verb says it.
            speaker = null;
        }

        Close(end);
        Open(same, cue);
    }

    bool EndsPart(CueMatch cue) => line.SkipBlanks(cue.Span.End, part.End) is var end && (end >= part.End || line.Text[end] == '.');

    bool IsBehindComma(Actor actor) => line.SkipBlanksBack(actor.Span.Start) is var at && at > contentStart && line.Text[at - 1] == ',';

    bool IsFeeling(int end) =>
        line.Folded.AsSpan(verb.Span.Start).StartsWith("bày tỏ")
        && StatementExtractor.Words(line, new TextSpan(contentStart, Math.Max(contentStart, end))) < 4;

    bool MaySay(Actor subject, CueMatch cue) =>
        !IsObject(subject.Span.Start) && (subject.Kind != ActorKind.Country || cue.Cue.HasFlag(Cue.Chain)) && subject.Names.Count > 0;

    // "với ông A", "cho ông A": whom something is done to.
    bool IsObject(int start)
    {
        var before = line.SkipBlanksBack(start);
        return line.EndsWith(before, "với")
            || line.EndsWith(before, "cho")
            || line.EndsWith(before, "tới")
            || line.EndsWith(before, "giúp");
    }

    void Open(Actor subject, CueMatch cue) =>
        (speaker, verb, contentStart) = (subject, cue, StatementContents.Start(line, part.End, cue.Span.End));

    // The last of "…, ông A nói" and "“…”, ông A nói": the content stands before.
    bool ReadBackward(Actor subject, CueMatch cue)
    {
        var start = line.SkipBlanksBack(subject.Span.Start);
        var mark = start > part.Start ? line.Text[start - 1] : '\0';
        var body = mark is ',' or '-' or '–' ? line.SkipBlanksBack(start - 1) : start;
        if (
            line.Quotes.FirstOrDefault(quote => quote.Whole.End == body || quote.Inner.End == body) is { Whole.Length: > 0 } quoted
            && part.Contains(quoted.Whole)
        )
        {
            used.Add(quoted);
            Add(subject, cue.Span, line.Trim(quoted.Inner, ".,…"), true, "quotation-speaker", 0.95);
            ReadSecondHalf(subject, cue);
            return true;
        }

        var end = line.SkipBlanks(cue.Span.End, part.End);
        var content = line.Trim(new TextSpan(part.Start, body), ".,-– ");
        if (
            mark == ','
            && (end >= part.End || line.Text[end] is '.' or '!')
            && !cue.Cue.HasFlag(Cue.Judge)
            && StatementExtractor.Words(line, content) > 4
        )
        {
            Add(subject, cue.Span, content, false, "content-speaker", 0.8);
            return true;
        }

        return false;
    }

    // "…", ông A nói, "…": the second half is said by the same.
    void ReadSecondHalf(Actor subject, CueMatch cue)
    {
        var quote = line.Quotes.FirstOrDefault(quote => quote.Whole.Start >= cue.Span.End && part.Contains(quote.Whole));
        if (quote.Whole.Length > 0 && quote.Whole.Start - cue.Span.End <= 24)
        {
            used.Add(quote);
            Add(subject, null, line.Trim(quote.Inner, ".,…"), true, "quotation-speaker", 0.7);
        }
    }

    // "Theo ông A, …" and "…, theo ông A".
    bool ReadAccording()
    {
        foreach (var cue in line.CuesIn(part, Cue.According).Where(cue => !line.IsQuoted(cue.Span.Start)))
        {
            var source = Subjects.ObjectAt(line, actors, cue.Span.End, part.End);
            if (source is null || line.Names.Any(name => name.Type == EntityType.Law && name.Span.Overlaps(source.Span)))
            {
                continue;
            }

            var after = line.SkipBlanks(source.Span.End, part.End);
            var opening = VerbChain.BeforeAdverbs(line, cue.Span.Start);
            var isFirst = line.Trim(new TextSpan(part.Start, Math.Max(part.Start, opening)), ",").IsEmpty || EndsWithDate(cue.Span.Start);
            if (isFirst && after < part.End && line.Text[after] is ',' or ':')
            {
                var content = StatementContents.Of(line, after + 1, part.End);
                Add(source, cue.Span, content.Span, content.IsDirect, "according-to", 0.85);
                return true;
            }

            var before = line.SkipBlanksBack(cue.Span.Start);
            // "Con số này, theo ông A, còn thấp".
            if (!isFirst && before > part.Start && line.Text[before - 1] == ',' && after < part.End && line.Text[after] == ',')
            {
                var rest = StatementContents.Of(line, after + 1, part.End);
                Add(source, cue.Span, rest.Span, rest.IsDirect, "according-to-inside", 0.7);
                return true;
            }

            if (
                !isFirst
                && before > part.Start
                && line.Text[before - 1] is ',' or '”' or '"'
                && (after >= part.End || line.Text[after] is '.')
            )
            {
                var content = StatementContents.Of(line, part.Start, before);
                Add(source, cue.Span, content.Span, content.IsDirect, "according-to", 0.85);
                return true;
            }
        }

        return false;
    }

    bool EndsWithDate(int at) =>
        line.Names.Any(name =>
            name.Type == EntityType.Date && name.Span.Start == part.Start && line.Trim(new TextSpan(name.Span.End, at), ",").IsEmpty
        );

    // "Nhấn mạnh …, ông A khẳng định …": the first verb is the same speaker's.
    void ReadFronted()
    {
        var first = line.CuesIn(part, Cue.Fronted).FirstOrDefault();
        if (first.Span.Length == 0 || first.Span.Start != part.Start)
        {
            return;
        }

        foreach (
            var cue in line.CuesIn(part, Cue.Say | Cue.Judge)
                .Where(cue => cue.Span.Start > first.Span.End && !line.IsQuoted(cue.Span.Start))
        )
        {
            if (Subjects.Of(line, actors, cue.Span.Start, part) is { } subject && subject.Span.Start > first.Span.End)
            {
                Add(
                    subject,
                    first.Span,
                    line.Trim(new TextSpan(StatementContents.Start(line, part.End, first.Span.End), subject.Span.Start), ", "),
                    false,
                    "fronted-verb",
                    0.7
                );
                return;
            }
        }
    }

    /// <summary>Ends the open statement.</summary>
    void Close(int end)
    {
        if (speaker is null)
        {
            return;
        }

        var (content, isDirect, quote) = StatementContents.Of(line, contentStart, end);
        if (!isDirect && StatementContents.QuoteBehindColon(line, content) is { } told)
        {
            // "bác bỏ tin này: “…”": the words stand in the quotation.
            used.Add(told);
            var before = line.Trim(new TextSpan(content.Start, told.Whole.Start), ".,;: ");
            if (StatementExtractor.Words(line, before) >= 6)
            {
                Add(speaker, verb.Span, before, false, "speaker-content", 0.7);
            }

            Add(speaker, verb.Span, line.Trim(told.Inner, ".,…"), true, "speaker-content", 0.9);
            speaker = null;
            return;
        }

        var needsMark = verb.Cue.HasFlag(Cue.Quote) && (verb.Cue & (Cue.Say | Cue.Judge)) == 0;
        if (StatementExtractor.HasContent(line, content) && (!needsMark || isDirect || HasMark()) && !IsAddressee(content.Start))
        {
            if (quote is { } taken)
            {
                used.Add(taken);
            }

            Add(speaker, verb.Span, content, isDirect, "speaker-content", isDirect ? 0.95 : 0.85);
        }

        speaker = null;
    }

    // "phát biểu rằng …", "viết: …".
    bool HasMark()
    {
        var between = line.Folded.AsSpan(verb.Span.End, contentStart - verb.Span.End);
        return between.Contains(':') || between.Contains(',') || between.Contains("rằng", StringComparison.Ordinal);
    }

    // "nói về", "trao đổi với": no content.
    bool IsAddressee(int at) =>
        !verb.Cue.HasFlag(Cue.Judge)
        && !HasMark()
        && (
            line.StartsWith(at, "với")
            || line.StartsWith(at, "về")
            || line.StartsWith(at, "tại")
            || line.StartsWith(at, "trước")
            || line.StartsWith(at, "của")
        );

    // "Tại hội nghị, …", "Phát biểu tại lễ khai mạc, …".
    TextSpan? FindOccasion()
    {
        foreach (var cue in line.CuesIn(part, Cue.Place).Where(cue => cue.Span.Start - part.Start <= 40 && !line.IsQuoted(cue.Span.Start)))
        {
            if (Clauses.EventAt(line, cue.Span.End, part.End) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    void Add(Actor subject, TextSpan? verbSpan, TextSpan content, bool isDirect, string pattern, double confidence)
    {
        if (!StatementExtractor.HasContent(line, content))
        {
            return;
        }

        foreach (var name in subject.Names)
        {
            facts.Add(
                new FactDraft(FactType.Statement, line, content, pattern, subject.IsPronoun ? confidence - 0.1 : confidence)
                    .With(FactArguments.Speaker, name, subject.Core)
                    .With(FactArguments.Verb, verbSpan)
                    .With(FactArguments.Content, content)
                    .With(FactArguments.Direct, isDirect ? "true" : "false")
                    .With(FactArguments.Occasion, occasion is { } known && !known.Overlaps(content) ? known : null)
            );
        }
    }
}
