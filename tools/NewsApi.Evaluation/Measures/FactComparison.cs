using NewsApi.Evaluation.Annotations;

namespace NewsApi.Evaluation.Measures;

/// <summary>When a predicted fact is a gold fact, and which of its arguments are right.</summary>
public sealed class FactComparison(AcceptedAnswers accepted)
{
    /// <summary>The token F1 a statement's content needs, and any free text that is an argument.</summary>
    const double SameText = 0.8;

    /// <summary>The token F1 the name of an event or a counted thing needs to tell which one is meant.</summary>
    const double SameThing = 0.5;

    /// <summary>What the same evidence line adds: enough to choose among equal facts, too little to outweigh their contents.</summary>
    const double SameLine = 0.1;

    static readonly HashSet<string> FreeTexts = ["content", "event", "occasion", "of", "unit", "subject", "level", "verb"];

    /// <summary>0 for another fact; otherwise the higher, the closer.</summary>
    public double Quality(StatedFact gold, StatedFact answer)
    {
        if (gold.Type != answer.Type)
        {
            return 0;
        }
        var line = gold.Line == answer.Line ? SameLine : 0;
        return gold.Type switch
        {
            "position_held" or "appointment" => Fixed(Same(gold, answer, "person") && Same(gold, answer, "position"), line),
            "statement" => Statement(gold, answer, line),
            "attendance" => Attendance(gold, answer, line),
            "meeting" => Meeting(gold, answer, line),
            "visit" => Fixed(Same(gold, answer, "visitor") && Same(gold, answer, "destination"), line),
            "legal_reference" => Fixed(Same(gold, answer, "document"), line),
            "event_held" => Fixed(Same(gold, answer, "event"), line),
            "statistic" => Statistic(gold, answer, line),
            "membership" => Fixed(Same(gold, answer, "member") && Same(gold, answer, "organization"), line),
            "diplomatic_relation" or "agreement" => Fixed(SameSet(gold, answer, "parties"), line),
            "anniversary" => Anniversary(gold, answer, line),
            _ => Fixed(gold.Args.Normal == answer.Args.Normal, line),
        };
    }

    /// <summary>The arguments of a matched fact: right, extra and missed. What gold leaves open is never extra.</summary>
    public Tally CountArguments(StatedFact gold, StatedFact answer)
    {
        var expected = GivenArguments(gold);
        var given = GivenArguments(answer);
        var right = expected
            .Intersect(given, StringComparer.Ordinal)
            .Where(key => IsRight(gold, answer, key))
            .ToHashSet(StringComparer.Ordinal);
        var extra = given.Count(key => !right.Contains(key) && !IsOpen(gold, key, expected));
        return new Tally(right.Count, extra, expected.Count - right.Count);
    }

    /// <summary>The best token F1 of an argument over the accepted values.</summary>
    public double TextF1(StatedFact gold, StatedFact answer, string key) =>
        accepted.Argument(gold, key).Max(value => TextNormalizer.TokenF1(value.Tokens, answer.Args[key].Tokens));

    double Statement(StatedFact gold, StatedFact answer, double line)
    {
        if (!Same(gold, answer, "speaker"))
        {
            return 0;
        }
        var content = TextF1(gold, answer, "content");
        return content >= SameText ? content + line : 0;
    }

    double Attendance(StatedFact gold, StatedFact answer, double line)
    {
        if (!Same(gold, answer, "person"))
        {
            return 0;
        }
        var occasion = TextF1(gold, answer, "event");
        return occasion >= SameThing ? 1 + line + occasion : 0;
    }

    double Meeting(StatedFact gold, StatedFact answer, double line)
    {
        var sameTime = gold.Args["time"].Normal == answer.Args["time"].Normal;
        return SameSet(gold, answer, "participants") ? 1 + line + (sameTime ? 0.5 : 0) : 0;
    }

    double Statistic(StatedFact gold, StatedFact answer, double line)
    {
        if (!SameNumber(gold, answer))
        {
            return 0;
        }
        var unit = TextF1(gold, answer, "unit");
        return unit >= SameThing ? unit + line : 0;
    }

    double Anniversary(StatedFact gold, StatedFact answer, double line)
    {
        var years = answer.Args["years"].Digits;
        var same =
            years.Count > 0 && accepted.Argument(gold, "years").Any(value => value.Digits.SequenceEqual(years, StringComparer.Ordinal));
        return same ? 1 + line + TextNormalizer.TokenF1(gold.Args["of"].Tokens, answer.Args["of"].Tokens) : 0;
    }

    static double Fixed(bool same, double line) => same ? 1 + line : 0;

    bool Same(StatedFact gold, StatedFact answer, string key)
    {
        var given = answer.Args[key].Normal;
        return given.Length > 0 && accepted.Argument(gold, key).Any(value => value.Normal == given);
    }

    bool SameSet(StatedFact gold, StatedFact answer, string key)
    {
        var given = answer.Args[key].AsSet();
        return given.Count > 0 && accepted.Argument(gold, key).Any(value => value.AsSet().SetEquals(given));
    }

    /// <summary>Equal in their digits ("1.800" and "1800"), or, where neither has any ("hai"), in their words.</summary>
    bool SameNumber(StatedFact gold, StatedFact answer)
    {
        var given = answer.Args["value"];
        return accepted.Argument(gold, "value").Any(value => SameNumber(value, given));
    }

    static bool SameNumber(Value value, Value given) =>
        value.Digits.Count > 0 || given.Digits.Count > 0
            ? value.Digits.SequenceEqual(given.Digits, StringComparer.Ordinal)
            : value.Normal.Length > 0 && value.Normal == given.Normal;

    bool IsRight(StatedFact gold, StatedFact answer, string key) =>
        key switch
        {
            "participants" or "parties" => SameSet(gold, answer, key),
            "value" => SameNumber(gold, answer),
            _ => accepted.Argument(gold, key).Any(value => value.Normal == answer.Args[key].Normal)
                || (FreeTexts.Contains(key) && TextF1(gold, answer, key) >= SameText),
        };

    static List<string> GivenArguments(StatedFact fact) =>
        [.. fact.Args.Keys.Where(key => !fact.Args[key].IsNone && !fact.Args[key].IsEmptyText)];

    /// <summary>Named as open, or given nowhere but as an alternative.</summary>
    static bool IsOpen(StatedFact gold, string key, List<string> expected) =>
        gold.Open.Contains(key, StringComparer.Ordinal) || (gold.Alt.Has(key) && !expected.Contains(key));
}
