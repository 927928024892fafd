using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>Finds who does what a verb tells.</summary>
static class Subjects
{
    const int LongestAside = 90;
    const int LongestApposition = 160;

    /// <summary>The actor right before a verb, with nothing between but adverbs, dates and a phrase of time or place.</summary>
    /// <param name="skip">Further cues that may stand between.</param>
    public static Actor? Of(FactText line, IReadOnlyList<Actor> actors, int verb, TextSpan part, Cue skip = Cue.None)
    {
        for (var i = actors.Count - 1; i >= 0; i--)
        {
            var actor = actors[i];
            if (actor.Span.End > verb || actor.Span.Start < part.Start || line.IsQuoted(actor.Span.Start))
            {
                continue;
            }

            return IsGap(line, actor.Span.End, verb, skip)
                ? Opener(line, actors, actor, verb, part) ?? actor
                : BeforeAside(line, actors, i, verb, part, skip) ?? BeforeApposition(line, actors, verb, part);
        }

        return null;
    }

    // "Luật sư A, người bào chữa cho ông B, đề nghị": who opens the sentence, where the nearest one stands between its commas.
    static Actor? Opener(FactText line, IReadOnlyList<Actor> actors, Actor nearest, int verb, TextSpan part) =>
        nearest.Names.Count == 1
        && BeforeApposition(line, actors, verb, part) is { } first
        && first.Span.End < nearest.Span.Start
        && line.SkipBlanks(first.Span.End, verb) is var comma
        && !line.Text.AsSpan(comma + 1, nearest.Span.Start - comma - 1).Contains(',')
        && !line.Text.AsSpan(comma + 1, nearest.Span.Start - comma - 1).IsWhiteSpace()
            ? first
            : null;

    // "Chị A, hành khách ngồi ghế cuối, kể": the first person of the sentence, between commas what is said of her.
    static Actor? BeforeApposition(FactText line, IReadOnlyList<Actor> actors, int verb, TextSpan part)
    {
        var end = line.SkipBlanksBack(verb);
        var first = actors.FirstOrDefault(actor =>
            actor.Kind == ActorKind.Person && part.Contains(actor.Span) && !line.IsQuoted(actor.Span.Start)
        );
        if (first is null || first.Span.End >= verb || end == 0 || line.Text[end - 1] != ',' || verb - first.Span.End > LongestApposition)
        {
            return null;
        }

        var comma = line.SkipBlanks(first.Span.End, verb);
        return line.Text[comma] == ',' && comma < end - 1 && !HasVerb(line, comma, verb) && IsStart(line, first, part) ? first : null;
    }

    // At the start of the sentence, or behind a date or a phrase that a comma ends.
    static bool IsStart(FactText line, Actor actor, TextSpan part)
    {
        var before = line.SkipBlanksBack(actor.Span.Start, part.Start);
        return before == part.Start || line.Text[before - 1] is ',' or ';' or '”' or '"' or '-' or ':';
    }

    // "Ông A, trong buổi làm việc với B, cho biết": the actor nearest to the verb belongs to the aside.
    static Actor? BeforeAside(FactText line, IReadOnlyList<Actor> actors, int nearest, int verb, TextSpan part, Cue skip)
    {
        for (var i = nearest; i >= 0 && i >= nearest - 2; i--)
        {
            var actor = actors[i];
            if (actor.Span.Start < part.Start || verb - actor.Span.End > LongestAside)
            {
                return null;
            }

            var at = AfterAdverbs(line, actor.Span.End, verb, skip);
            if (line.CuesIn(new TextSpan(at, verb), Cue.Aside).FirstOrDefault() is { Cue: not Cue.None } aside && aside.Span.Start == at)
            {
                return HasVerb(line, at, verb) ? null : actor;
            }
        }

        return null;
    }

    static bool HasVerb(FactText line, int from, int to) =>
        line.CuesIn(new TextSpan(from, to), Cue.Say | Cue.Judge).Any(cue => !cue.Cue.HasFlag(Cue.Aside))
        || line.Text.AsSpan(from, to - from).IndexOfAny(";.") >= 0;

    public static bool IsGap(FactText line, int from, int to, Cue skip = Cue.None)
    {
        var at = AfterAdverbs(line, from, to, skip);
        return at >= to;
    }

    // Behind commas, adverbs, dates and cues of the given kinds.
    static int AfterAdverbs(FactText line, int from, int to, Cue skip)
    {
        var at = from;
        while (at < to)
        {
            if (char.IsWhiteSpace(line.Text[at]) || line.Text[at] is ',' or '-' or '–')
            {
                at++;
                continue;
            }

            if (line.Cues.FirstOrDefault(cue => cue.Span.Start == at && (cue.Cue & (Cue.Adverb | skip)) != 0) is { Cue: not Cue.None } cue)
            {
                at = cue.Span.End;
            }
            else if (line.Names.FirstOrDefault(name => name.Span.Start == at && name.Type == EntityType.Date) is { Text: not null } date)
            {
                at = date.Span.End;
            }
            else
            {
                return at;
            }
        }

        return at;
    }

    /// <summary>The actor that begins right behind a place, with nothing but blanks and small words before it.</summary>
    public static Actor? ObjectAt(FactText line, IReadOnlyList<Actor> actors, int at, int limit)
    {
        var start = line.SkipBlanks(at, limit);
        foreach (var word in SmallWords)
        {
            if (line.StartsWith(start, word))
            {
                start = line.SkipBlanks(start + word.Length, limit);
            }
        }

        return actors.FirstOrDefault(actor =>
            actor.Span.End <= limit && actor.Span.Start >= at && actor.Span.Start <= start && actor.Span.End > start
        );
    }

    static readonly string[] SmallWords = ["với", "cùng", "và", "ngài", "các", "nguyên", "tân"];
}
