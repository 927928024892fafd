using System.Globalization;
using NewsApi.Evaluation.Measures;

namespace NewsApi.Evaluation.Reports;

/// <summary>A score as a table for people: percentages with one decimal, "-" where there was nothing to measure.</summary>
public sealed class ScoreTable
{
    readonly List<string> rows = [];

    ScoreTable() { }

    public static IReadOnlyList<string> Rows(Score score)
    {
        var table = new ScoreTable();
        table.Header(score);
        table.Lines(score.Lines);
        table.Mentions(score.Mentions);
        table.Positions(score.Positions);
        table.Facts(score.Facts);
        table.Metadata(score.Metadata);
        return table.rows;
    }

    /// <summary>One row for one document.</summary>
    public static string DocumentRow(string name, Score score) =>
        $"{name, -24} roles {Percent(score.Lines.NonBlank.Accuracy)} mentions {Percent(score.Mentions.Overall.F1)}"
        + $" positions {Percent(score.Positions.Overall.F1)} facts {Percent(score.Facts.Overall.F1)}";

    /// <summary>Six characters. A value halfway between two tenths goes to the even one.</summary>
    public static string Percent(double? share)
    {
        if (share is not { } given)
        {
            return "   -  ";
        }
        var percent = 100 * given;
        // A tie in the tenths is an odd number of quarters, and exact in binary; everything else the formatter rounds right.
        var tie = Math.IEEERemainder(percent * 4, 2) is 1 or -1;
        var rounded = tie ? Math.Round(percent * 10, MidpointRounding.ToEven) / 10 : percent;
        return rounded.ToString("F1", CultureInfo.InvariantCulture).PadLeft(6);
    }

    void Header(Score score)
    {
        var missing = score.MissingPredictions > 0 ? $" (missing {score.MissingPredictions})" : "";
        rows.Add($"{$"documents {score.Documents}{missing}", -34}     P      R  F1/acc  tp/fp/fn or ok/n");
    }

    void Lines(LineScores lines)
    {
        Single("lines: role accuracy (non-blank)", lines.NonBlank.Accuracy, $"{lines.NonBlank.Total}");
        Single("lines: macro-F1", lines.MacroF1);
        Retrieval("lines: content/boilerplate", lines.Content);
    }

    void Mentions(MentionScores mentions)
    {
        Retrieval("mentions: span+type", mentions.Overall);
        Single("mentions: macro-F1 over types", mentions.MacroF1);
        Retrieval("mentions: span only", mentions.SpanOnly);
        Each(mentions.TypesInOrder);
        Accuracy("entities: canonical name", mentions.Names);
        Accuracy("  where it differs from the text", mentions.ResolvedNames);
    }

    void Positions(PositionScores positions)
    {
        Retrieval("positions: span+person", positions.Overall);
        Retrieval("positions: span only", positions.SpanOnly);
        Accuracy("positions: bare resolved", positions.BareResolved);
    }

    void Facts(FactScores facts)
    {
        Retrieval("facts: all types", facts.Overall);
        Each(facts.ByType.Sorted);
        Retrieval("facts: arguments (matched facts)", facts.Arguments);
        Accuracy("facts: evidence line right", facts.EvidenceLine);
        Accuracy("facts: modality right", facts.Modality);
        Single("facts: statement content, token F1", facts.StatementContent.Mean);
        Single("facts: meeting recall, 1/2 credit", facts.MeetingRecall);
        Accuracy("facts: time right (matched)", facts.Time);
    }

    void Metadata(MetadataScores metadata)
    {
        foreach (var key in MetadataScores.Keys)
        {
            Accuracy($"metadata: {key}", metadata.Values[key]);
        }
        foreach (var key in MetadataScores.Keys)
        {
            Accuracy($"metadata: {key}_where_given", metadata.ValuesWhereGiven[key]);
        }
        Retrieval("metadata: authors", metadata.Authors);
        Retrieval("metadata: captions", metadata.Captions);
        Retrieval("metadata: captions_text_only", metadata.CaptionTexts);
        Retrieval("metadata: related_titles", metadata.RelatedTitles);
    }

    void Each(IEnumerable<KeyValuePair<string, RetrievalCounter>> counters)
    {
        foreach (var (name, counter) in counters)
        {
            Retrieval("  " + name, counter);
        }
    }

    void Retrieval(string name, RetrievalCounter counter) =>
        rows.Add(
            $"{name, -34}{Percent(counter.Precision)} {Percent(counter.Recall)} {Percent(counter.F1)}"
                + $"  {counter.TruePositives, 5}/{counter.FalsePositives}/{counter.FalseNegatives}"
        );

    void Accuracy(string name, AccuracyCounter counter) => Single(name, counter.Accuracy, $"{counter.Right}/{counter.Total}");

    void Single(string name, double? share, string counts = "") => rows.Add($"{name, -34}{"", 14}{Percent(share)}  {counts}");
}
