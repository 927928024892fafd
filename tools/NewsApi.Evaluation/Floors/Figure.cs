using NewsApi.Evaluation.Measures;

namespace NewsApi.Evaluation.Floors;

/// <summary>One number that must not fall. Values are 0 to 1, null where gold has nothing to measure it on.</summary>
/// <param name="Name">As floors files write it.</param>
/// <param name="OfMentions">Whether it measures mentions, positions or facts, which paragraphs have too; the others measure whole pages.</param>
public sealed record Figure(string Name, Func<Score, double?> Measure, bool OfMentions = false)
{
    /// <summary>How many decimals are kept and compared: a floor copied from a report is then a floor that holds.</summary>
    const int Decimals = 4;

    public static IReadOnlyList<Figure> All { get; } =
    [
        new("roleAccuracy", score => score.Lines.NonBlank.Accuracy),
        new("roleMacroF1", score => score.Lines.MacroF1),
        new("contentF1", score => score.Lines.Content.F1),
        new("title", score => score.Metadata.Values["title"].Accuracy),
        new("lead", score => score.Metadata.Values["lead"].Accuracy),
        new("published", score => score.Metadata.Values["published"].Accuracy),
        new("authorsF1", score => score.Metadata.Authors.F1),
        new("agency", score => score.Metadata.Values["agency"].Accuracy),
        new("source", score => score.Metadata.Values["source"].Accuracy),
        new("captionsF1", score => score.Metadata.Captions.F1),
        new("relatedTitlesF1", score => score.Metadata.RelatedTitles.F1),
        new("kind", score => score.Metadata.Kind.Accuracy),
        new("mentionsF1", score => score.HasMentions ? score.Mentions.Overall.F1 : null, OfMentions: true),
        new("mentionsMacroF1", score => score.HasMentions ? score.Mentions.MacroF1 : null, OfMentions: true),
        new("personsF1", score => OfType(score, "PERSON"), OfMentions: true),
        new("organizationsF1", score => OfType(score, "ORGANIZATION"), OfMentions: true),
        new("locationsF1", score => OfType(score, "LOCATION"), OfMentions: true),
        new("datesF1", score => OfType(score, "DATE"), OfMentions: true),
        new("resolvedNames", score => score.HasMentions ? score.Mentions.ResolvedNames.Accuracy : null, OfMentions: true),
        new("dates", score => score.HasMentions ? score.Mentions.NamesByType["DATE"].Accuracy : null, OfMentions: true),
        new("positionsF1", score => score.HasMentions ? score.Positions.Overall.F1 : null, OfMentions: true),
        new("positionSpansF1", score => score.HasMentions ? score.Positions.SpanOnly.F1 : null, OfMentions: true),
        new("barePositions", score => score.HasMentions ? score.Positions.BareResolved.Accuracy : null, OfMentions: true),
        new("factsF1", score => score.HasFacts ? score.Facts.Overall.F1 : null, OfMentions: true),
        new("factArgumentsF1", score => score.HasFacts ? score.Facts.Arguments.F1 : null, OfMentions: true),
        new("factEvidence", score => score.HasFacts ? score.Facts.EvidenceLine.Accuracy : null, OfMentions: true),
        new("factModality", score => score.HasFacts ? score.Facts.Modality.Accuracy : null, OfMentions: true),
        new("factTimes", score => score.HasFacts ? score.Facts.Time.Accuracy : null, OfMentions: true),
        new("statementsF1", score => OfFact(score, "statement"), OfMentions: true),
        new("positionsHeldF1", score => OfFact(score, "position_held"), OfMentions: true),
        new("attendanceF1", score => OfFact(score, "attendance"), OfMentions: true),
    ];

    /// <summary>The figures of a score that have something to measure, rounded, in the order of <see cref="All"/>.</summary>
    /// <param name="paragraphs">Only those of mentions, positions and facts.</param>
    public static Dictionary<string, double> MeasureAll(Score score, bool paragraphs)
    {
        var measured = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var figure in All)
        {
            if ((figure.OfMentions || !paragraphs) && figure.Measure(score) is { } value)
            {
                measured[figure.Name] = Math.Round(value, Decimals);
            }
        }
        return measured;
    }

    static double? OfFact(Score score, string type) => score.HasFacts ? score.Facts.ByType[type].F1 : null;

    static double? OfType(Score score, string type) => score.HasMentions ? score.Mentions.ByType[type].F1 : null;
}
