using NewsApi.Evaluation.Annotations;

namespace NewsApi.Evaluation.Measures;

/// <summary>Facts, and what is right about those that match: arguments, evidence, modality, time.</summary>
public sealed class FactScores(AcceptedAnswers accepted)
{
    readonly FactComparison comparison = new(accepted);
    readonly MeetingScore meetings = new();

    public RetrievalCounter Overall { get; } = new();
    public CounterTable<RetrievalCounter> ByType { get; } = new();
    public RetrievalCounter Arguments { get; } = new();
    public AccuracyCounter EvidenceLine { get; } = new();

    /// <summary>Asked where gold gives one; a prediction without one means stated.</summary>
    public AccuracyCounter Modality { get; } = new();
    public MeanCounter StatementContent { get; } = new();

    /// <summary>Asked of every matched fact whose gold has a time, optional facts too.</summary>
    public AccuracyCounter Time { get; } = new();
    public AccuracyCounter TimeGiven { get; } = new();

    public double? MeetingRecall => meetings.Recall;

    public void Add(AnnotatedDocument gold, AnnotatedDocument prediction, DocumentErrors errors)
    {
        var (golds, predictions) = (gold.Facts, prediction.Facts);
        var matching = Matching.Greedy(golds, predictions, comparison.Quality);
        Overall.Add(matching.Count(golds, predictions));
        AddGold(golds, matching, errors);
        AddFalseAlarms(predictions, matching, errors);
        foreach (var (i, j) in matching.Pairs)
        {
            if (!golds[i].Optional)
            {
                AddMatch(golds[i], predictions[j], errors);
            }
            AddTime(golds[i], predictions[j], errors);
        }
        meetings.Add(golds, predictions, matching);
    }

    void AddGold(IReadOnlyList<StatedFact> golds, Matching matching, DocumentErrors errors)
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
                errors.Add("fact missed", PythonText.Str(golds[i].Line), golds[i].Type, Excerpt(golds[i]));
            }
        }
    }

    void AddFalseAlarms(IReadOnlyList<StatedFact> predictions, Matching matching, DocumentErrors errors)
    {
        for (var j = 0; j < predictions.Count; j++)
        {
            if (!matching.HasPredicted(j))
            {
                ByType[predictions[j].Type ?? "null"].FalseAlarm();
                errors.Add("fact extra", PythonText.Str(predictions[j].Line), predictions[j].Type ?? "None", Excerpt(predictions[j]));
            }
        }
    }

    void AddMatch(StatedFact gold, StatedFact answer, DocumentErrors errors)
    {
        var arguments = comparison.CountArguments(gold, answer);
        Arguments.Add(arguments);
        if (arguments is not { Extra: 0, Missed: 0 })
        {
            errors.Add("fact arguments", PythonText.Str(gold.Line), $"gold {Excerpt(gold)}", $"pred {Excerpt(answer)}");
        }
        EvidenceLine.Add(answer.Line == gold.Line || (answer.Line is { } line && gold.Lines.Contains(line)));
        if (gold.Modality.Normal.Length > 0)
        {
            Modality.Add(
                gold.Modality.Normal == (answer.Modality is { IsNone: false, IsEmptyText: false } given ? given.Normal : "stated")
            );
        }
        if (gold.Type == "statement")
        {
            StatementContent.Add(comparison.TextF1(gold, answer, "content"));
        }
    }

    void AddTime(StatedFact gold, StatedFact answer, DocumentErrors errors)
    {
        var expected = gold.Args["time"];
        var given = answer.Args["time"];
        if (expected.IsNone)
        {
            return;
        }
        var right = accepted.Argument(gold, "time").Any(value => value.Normal == given.Normal);
        TimeGiven.Add(given.Normal.Length > 0);
        Time.Add(right);
        if (!right)
        {
            errors.Add("fact time", PythonText.Str(gold.Line), $"gold {PythonText.Str(expected)}", $"pred {PythonText.Str(given)}");
        }
    }

    /// <summary>The arguments as JSON, at most 300 characters.</summary>
    static string Excerpt(StatedFact fact) => string.Concat(JsonText.Line(fact.Args.Json).EnumerateRunes().Take(300));
}
