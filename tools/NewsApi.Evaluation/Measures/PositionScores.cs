using NewsApi.Evaluation.Annotations;

namespace NewsApi.Evaluation.Measures;

/// <summary>Positions by span and holder.</summary>
public sealed class PositionScores(AcceptedAnswers accepted)
{
    public RetrievalCounter Overall { get; } = new();
    public RetrievalCounter SpanOnly { get; } = new();

    /// <summary>Positions that stand alone: how many were found with the person they refer to.</summary>
    public AccuracyCounter BareResolved { get; } = new();

    public void Add(AnnotatedDocument gold, AnnotatedDocument prediction, DocumentErrors errors)
    {
        var (golds, predictions) = (gold.Positions, prediction.Positions);
        var matching = Matching.Greedy(golds, predictions, SpanAndPerson);
        Overall.Add(matching.Count(golds, predictions));
        SpanOnly.Add(Matching.Greedy(golds, predictions, Span).Count(golds, predictions));
        for (var i = 0; i < golds.Count; i++)
        {
            AddGold(golds[i], matching.HasGold(i), errors);
        }
        for (var j = 0; j < predictions.Count; j++)
        {
            if (!matching.HasPredicted(j))
            {
                Report("position extra", predictions[j], errors);
            }
        }
    }

    double SpanAndPerson(HeldPosition gold, HeldPosition answer) => gold.Person.Normal == answer.Person.Normal ? Span(gold, answer) : 0;

    double Span(HeldPosition gold, HeldPosition answer) => gold.Line == answer.Line ? accepted.Span(gold, answer) : 0;

    void AddGold(HeldPosition gold, bool found, DocumentErrors errors)
    {
        if (gold.Optional)
        {
            return;
        }
        if (gold.Bare)
        {
            BareResolved.Add(found);
        }
        if (!found)
        {
            Report("position missed", gold, errors);
        }
    }

    static void Report(string error, HeldPosition position, DocumentErrors errors) =>
        errors.Add(error, PythonText.Str(position.Line), PythonText.Str(position.Text), PythonText.Str(position.Person));
}
