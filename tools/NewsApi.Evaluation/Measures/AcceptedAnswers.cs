using NewsApi.Evaluation.Annotations;

namespace NewsApi.Evaluation.Measures;

/// <summary>What gold takes for right: its own answer, and the alternatives it lists.</summary>
/// <param name="Strict">True leaves the alternatives out.</param>
public sealed record AcceptedAnswers(bool Strict)
{
    public bool Role(LineLabel gold, string? role) =>
        role == gold.Role || (!Strict && role is not null && gold.Alt is { } alt && alt.Contains(role, StringComparer.Ordinal));

    public bool Entity(EntityMention gold, Value entity) => Accepts(gold.Entity, gold.EntityAlt, entity);

    /// <summary>Alternatives to a metadata value stand beside it, under its name with "_alt".</summary>
    public bool Metadata(Value gold, string key, Value answer) => Accepts(gold[key], gold[key + "_alt"].Items, answer);

    /// <summary>2 for gold's own span, 1 for an alternative, 0 for any other.</summary>
    public int Span(ISpanAnnotation gold, ISpanAnnotation answer)
    {
        if (gold.Start == answer.Start && gold.End == answer.End)
        {
            return 2;
        }
        return !Strict && gold.Alt.Any(pair => pair[0] == answer.Start && pair[1] == answer.End) ? 1 : 0;
    }

    /// <summary>The accepted values of a fact's argument, gold's own first. It may be none.</summary>
    public IEnumerable<Value> Argument(StatedFact gold, string key) =>
        Strict ? [gold.Args[key]] : gold.Alt[key].Items.Prepend(gold.Args[key]);

    bool Accepts(Value own, IReadOnlyList<Value> alternatives, Value answer) =>
        own.Normal == answer.Normal || (!Strict && alternatives.Any(value => value.Normal == answer.Normal));
}
