using NewsApi.Evaluation.Annotations;

namespace NewsApi.Evaluation.Measures;

/// <summary>The measures of the guidelines over any number of documents. Counts are summed over the documents, then divided.</summary>
public sealed class Score
{
    static readonly AnnotatedDocument NoPrediction = new();

    public Score(bool strict)
    {
        var accepted = new AcceptedAnswers(strict);
        Strict = strict;
        Lines = new(accepted);
        Mentions = new(accepted);
        Positions = new(accepted);
        Facts = new(accepted);
        Metadata = new(accepted);
    }

    public bool Strict { get; }
    public int Documents { get; private set; }
    public int MissingPredictions { get; private set; }
    public LineScores Lines { get; }
    public MentionScores Mentions { get; }

    /// <summary>Whether gold marks any mention: gold of pages whose roles alone were annotated has none.</summary>
    public bool HasMentions { get; private set; }
    public PositionScores Positions { get; }

    /// <summary>Whether gold states any fact: some sets were annotated without.</summary>
    public bool HasFacts { get; private set; }
    public FactScores Facts { get; }
    public MetadataScores Metadata { get; }
    public ErrorLog Errors { get; } = new();

    /// <param name="name">What the error lines call the document.</param>
    /// <param name="prediction">Null where there is none: everything in gold is then missed.</param>
    public void Add(string name, AnnotatedDocument gold, AnnotatedDocument? prediction)
    {
        Documents++;
        HasMentions |= gold.Mentions.Count > 0;
        HasFacts |= gold.Facts.Count > 0;
        MissingPredictions += prediction is null ? 1 : 0;
        var answer = prediction ?? NoPrediction;
        var errors = Errors.For(name);
        Lines.Add(gold, answer, errors);
        Mentions.Add(gold, answer, errors);
        Positions.Add(gold, answer, errors);
        Facts.Add(gold, answer, errors);
        Metadata.Add(gold, answer, errors);
    }
}
