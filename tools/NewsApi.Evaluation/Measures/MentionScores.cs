using NewsApi.Evaluation.Annotations;

namespace NewsApi.Evaluation.Measures;

/// <summary>Entity mentions by span and type, and the canonical names of those that match.</summary>
public sealed class MentionScores(AcceptedAnswers accepted)
{
    /// <summary>The types of the guidelines, in their order. The macro figure is over those that gold has.</summary>
    public static IReadOnlyList<string> Types { get; } = ["PERSON", "ORGANIZATION", "LOCATION", "EVENT", "LAW", "DATE", "QUANTITY"];

    public RetrievalCounter Overall { get; } = new();
    public RetrievalCounter SpanOnly { get; } = new();
    public CounterTable<RetrievalCounter> ByType { get; } = new();
    public AccuracyCounter Names { get; } = new();

    /// <summary>Names where the canonical one is not what stands in the text: those that have to be resolved.</summary>
    public AccuracyCounter ResolvedNames { get; } = new();
    public CounterTable<AccuracyCounter> NamesByType { get; } = new();

    public double? MacroF1
    {
        get
        {
            var found = Types.Select(type => ByType[type]).Where(counter => counter.Gold > 0).ToList();
            return found.Count > 0 ? found.Average(counter => counter.F1) : null;
        }
    }

    /// <summary>The guidelines' types, also those without a mention, then any others by name.</summary>
    public IEnumerable<KeyValuePair<string, RetrievalCounter>> TypesInOrder =>
        Types
            .Select(type => KeyValuePair.Create(type, ByType[type]))
            .Concat(ByType.Sorted.Where(type => !Types.Contains(type.Key, StringComparer.Ordinal)));

    public void Add(AnnotatedDocument gold, AnnotatedDocument prediction, DocumentErrors errors)
    {
        var (golds, predictions) = (gold.Mentions, prediction.Mentions);
        var matching = Matching.Greedy(golds, predictions, TypedSpan);
        Overall.Add(matching.Count(golds, predictions));
        SpanOnly.Add(Matching.Greedy(golds, predictions, Span).Count(golds, predictions));
        AddGold(golds, matching, errors);
        AddFalseAlarms(predictions, matching, errors);
        foreach (var (i, j) in matching.Pairs.Where(pair => !golds[pair.Gold].Optional))
        {
            AddName(golds[i], predictions[j], errors);
        }
    }

    double TypedSpan(EntityMention gold, EntityMention answer) => gold.Type == answer.Type ? Span(gold, answer) : 0;

    double Span(EntityMention gold, EntityMention answer) => gold.Line == answer.Line ? accepted.Span(gold, answer) : 0;

    void AddGold(IReadOnlyList<EntityMention> golds, Matching matching, DocumentErrors errors)
    {
        for (var i = 0; i < golds.Count; i++)
        {
            if (golds[i].Optional)
            {
                continue;
            }
            ByType[golds[i].Type!].HitOrMiss(matching.HasGold(i));
            if (!matching.HasGold(i))
            {
                errors.Add("mention missed", PythonText.Str(golds[i].Line), golds[i].Type, PythonText.Str(golds[i].Text));
            }
        }
    }

    void AddFalseAlarms(IReadOnlyList<EntityMention> predictions, Matching matching, DocumentErrors errors)
    {
        for (var j = 0; j < predictions.Count; j++)
        {
            if (matching.HasPredicted(j))
            {
                continue;
            }
            var type = predictions[j].Type;
            if (type is null)
            {
                // A mention without a type is a false alarm overall and of no type; its row says that there is one.
                _ = ByType["None"];
            }
            else
            {
                ByType[type].FalseAlarm();
            }
            errors.Add("mention extra", PythonText.Str(predictions[j].Line), type ?? "None", PythonText.Str(predictions[j].Text));
        }
    }

    void AddName(EntityMention gold, EntityMention answer, DocumentErrors errors)
    {
        var right = accepted.Entity(gold, answer.Entity);
        Names.Add(right);
        NamesByType[gold.Type!].Add(right);
        if (gold.Entity.Normal != gold.Text.Normal)
        {
            ResolvedNames.Add(right);
        }
        if (!right)
        {
            errors.Add("entity", PythonText.Str(gold.Line), $"gold {PythonText.Str(gold.Entity)}", $"pred {PythonText.Str(answer.Entity)}");
        }
    }
}
