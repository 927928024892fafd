using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>What the extractors ask of a sentence: modality, time, place, the noun phrase of an event.</summary>
static class Clauses
{
    const int LongestEvent = 160;
    const int LongestRefutation = 80;
    const int LongestPlan = 40;
    const int LongestOutlook = 160;

    /// <summary>What the words around a verb say of it: "sẽ", "không", "được cho là".</summary>
    /// <param name="from">Where the clause begins.</param>
    /// <param name="verb">Where the verb begins.</param>
    public static Modality ModalityOf(FactText line, int from, int verb)
    {
        var modality = Modality.Stated;
        foreach (var cue in line.CuesIn(new TextSpan(from, verb), Cue.Plan | Cue.Deny | Cue.Report))
        {
            var isNear = verb - cue.Span.End <= (IsOpening(line, from, cue) ? LongestOutlook : LongestPlan);
            modality =
                cue.Cue.HasFlag(Cue.Report) ? Modality.Reported
                : cue.Cue.HasFlag(Cue.Deny) && verb - cue.Span.End <= (IsRefutation(line, cue) ? LongestRefutation : 12) ? Modality.Denied
                : cue.Cue.HasFlag(Cue.Plan) && isNear && modality == Modality.Stated ? Modality.Planned
                : modality;
        }

        // "sẽ ký", "dự kiến diễn ra" are one phrase.
        var isPlan = modality == Modality.Stated && line.Cues.Any(cue => cue.Span.Start == verb && cue.Cue.HasFlag(Cue.Plan));
        return Refutations.IsRefuted(line, from, verb) ? Modality.Denied
            : isPlan ? Modality.Planned
            : modality;
    }

    /// <summary>The same for who is with something that the sentence tells before: "sẽ diễn ra hội thảo X với sự góp mặt của A".</summary>
    public static Modality ModalityWith(FactText line, int from, int companion) =>
        ModalityOf(line, from, companion) is var modality and not Modality.Stated ? modality
        : line.CuesIn(new TextSpan(from, companion), Cue.Plan).Any(cue => IsFuture(line, cue)) ? Modality.Planned
        : Modality.Stated;

    // Not "nhằm", "mục tiêu": a meeting that has an aim may well be over.
    static bool IsFuture(FactText line, CueMatch cue) => Array.Exists(Futures, word => line.StartsWith(cue.Span.Start, word));

    static readonly string[] Futures = ["sẽ", "dự kiến", "sắp", "theo kế hoạch", "theo lịch trình", "theo dự kiến", "theo chương trình"];

    // "Dự kiến, trong chuyến thăm, hai bên …", "Theo kế hoạch, ngày 4/10 …": said of the whole sentence.
    static bool IsOpening(FactText line, int from, CueMatch cue) => line.SkipBlanks(from, line.Text.Length) == cue.Span.Start;

    // "phủ nhận việc công ty đã ký", "bác bỏ thông tin cho rằng ông sẽ gặp".
    static bool IsRefutation(FactText line, CueMatch cue) =>
        (line.StartsWith(cue.Span.Start, "phủ nhận") || line.StartsWith(cue.Span.Start, "bác"))
        && line.SkipBlanks(cue.Span.End, line.Text.Length) is var next
        && (
            cue.Span.Of(line.Folded).EndsWith("tin")
            || line.StartsWith(next, "việc")
            || line.StartsWith(next, "thông tin")
            || line.StartsWith(next, "tin")
        );

    /// <summary>The place that a sentence ties its event to: "tại Hà Nội", nearest behind or before a place in it.</summary>
    public static Name? PlaceOf(FactText line, TextSpan part, int at)
    {
        Name? best = null;
        var distance = int.MaxValue;
        foreach (var name in line.NamesIn(part).Where(name => name.Type == EntityType.Location))
        {
            var before = line.SkipBlanksBack(name.Span.Start);
            if (
                !line.Cues.Any(cue =>
                    cue.Cue.HasFlag(Cue.Place)
                    && cue.Span.End <= before
                    && before - cue.Span.End <= 22
                    && !HasComma(line, cue.Span.End, before)
                )
            )
            {
                continue;
            }

            var d = name.Span.End <= at ? at - name.Span.End : name.Span.Start - at;
            if (d < distance)
            {
                (best, distance) = (name, d);
            }
        }

        return best;
    }

    static bool HasComma(FactText line, int from, int to) => line.Text.AsSpan(from, to - from).IndexOfAny(",;:") >= 0;

    /// <summary>The event that is named from a place on: a name of the text's, or a noun phrase with an event's head.</summary>
    public static TextSpan? EventAt(FactText line, int at, int limit)
    {
        at = line.SkipBlanks(at, limit);
        var head = line.Cues.FirstOrDefault(cue => cue.Span.Start == at && cue.Cue.HasFlag(Cue.EventNoun));
        var named = line.Names.FirstOrDefault(name =>
            name.Type == EntityType.Event
            && name.Span.Start >= at
            && name.Span.Start - at <= (head.Span.Length > 0 ? 12 : 1)
            && name.Span.End <= limit
        );
        if (head.Span.Length == 0)
        {
            return named.Text is null ? null : named.Span;
        }

        if (named.Text is not null && line.Text.AsSpan(head.Span.End, Math.Max(0, named.Span.Start - head.Span.End)).IsWhiteSpace())
        {
            return new TextSpan(named.Span.Start <= head.Span.Start ? named.Span.Start : head.Span.Start, named.Span.End);
        }

        return new TextSpan(at, PhraseEnd(line, head.Span.End, limit));
    }

    /// <summary>Where a noun phrase ends: at a comma, a verb, a date, words such as "nhằm", "do", "với".</summary>
    public static int PhraseEnd(FactText line, int from, int limit)
    {
        limit = Math.Min(limit, from + LongestEvent);
        var end = limit;
        foreach (var cue in line.Cues.Where(cue => cue.Span.Start >= from && cue.Span.Start < limit))
        {
            if ((cue.Cue & (Cue.Break | Cue.Held | Cue.Plan | Cue.Place)) != 0 && cue.Span.Start > from)
            {
                end = Math.Min(end, cue.Span.Start);
                break;
            }
        }

        var having = line.Folded.AsSpan(from, end - from).IndexOf(" có ", StringComparison.Ordinal);
        end = having >= 0 ? from + having : end;
        var mark = line.Text.AsSpan(from, end - from).IndexOfAny(",;:.()");
        end = mark >= 0 && !IsInsideName(line, from + mark) ? from + mark : end;
        foreach (var name in line.Names.Where(name => name.Type == EntityType.Date && name.Span.Start >= from && name.Span.Start < end))
        {
            // "năm 2025" belongs to the name, a day does not.
            end = name.Text.StartsWith("năm ", StringComparison.OrdinalIgnoreCase) ? end : Math.Min(end, name.Span.Start);
        }

        end = line.SkipBlanksBack(end, from);
        foreach (var word in Trailing)
        {
            while (line.EndsWith(end, word) && end - word.Length > from)
            {
                end = line.SkipBlanksBack(end - word.Length, from);
            }
        }

        return end;
    }

    // Left over where a phrase is cut.
    static readonly string[] Trailing =
    [
        "vào",
        "ngày",
        "sáng",
        "chiều",
        "tối",
        "trong",
        "từ",
        "và",
        "của",
        "có",
        "còn",
        "cũng",
        "này",
        "nói trên",
        "khi",
    ];

    static bool IsInsideName(FactText line, int at) => line.Names.Any(name => name.Span.Contains(at));
}
