using System.Text.Json.Nodes;
using NewsApi.Evaluation.Annotations;
using NewsApi.Evaluation.Measures;

namespace NewsApi.Evaluation.Reports;

/// <summary>A score as one JSON object. Ratios are 0 to 1, null where there was nothing to measure.</summary>
public static class ScoreJson
{
    public static string Write(Score score) =>
        JsonText.Indented(
            new JsonObject
            {
                ["docs"] = score.Documents,
                ["missing_predictions"] = score.MissingPredictions,
                ["strict"] = score.Strict,
                ["line_roles"] = Lines(score.Lines),
                ["mentions"] = Mentions(score.Mentions),
                ["entities"] = Entities(score.Mentions),
                ["positions"] = Positions(score.Positions),
                ["facts"] = Facts(score.Facts),
                ["metadata"] = Metadata(score.Metadata),
            }
        );

    static JsonObject Lines(LineScores lines) =>
        new()
        {
            ["accuracy"] = JsonText.Float(lines.NonBlank.Accuracy),
            ["n"] = lines.NonBlank.Total,
            ["accuracy_with_blank_lines"] = JsonText.Float(lines.WithBlankLines.Accuracy),
            ["macro_f1"] = JsonText.Float(lines.MacroF1),
            ["content_f1"] = JsonText.Float(lines.Content.F1),
            ["content"] = Retrieval(lines.Content),
            ["per_role"] = Table(lines.Roles, Retrieval),
        };

    static JsonObject Mentions(MentionScores mentions) =>
        new()
        {
            ["overall"] = Retrieval(mentions.Overall),
            ["macro_f1"] = JsonText.Float(mentions.MacroF1),
            ["span_only"] = Retrieval(mentions.SpanOnly),
            ["per_type"] = Table(mentions.TypesInOrder, Retrieval),
        };

    static JsonObject Entities(MentionScores mentions)
    {
        var entities = Accuracy(mentions.Names);
        entities["where_name_differs_from_text"] = Accuracy(mentions.ResolvedNames);
        entities["per_type"] = Table(mentions.NamesByType.Sorted, Accuracy);
        return entities;
    }

    static JsonObject Positions(PositionScores positions) =>
        new()
        {
            ["overall"] = Retrieval(positions.Overall),
            ["span_only"] = Retrieval(positions.SpanOnly),
            ["bare_resolution"] = Accuracy(positions.BareResolved),
        };

    static JsonObject Facts(FactScores facts) =>
        new()
        {
            ["overall"] = Retrieval(facts.Overall),
            ["arguments"] = Retrieval(facts.Arguments),
            ["evidence_line"] = Accuracy(facts.EvidenceLine),
            ["modality"] = Accuracy(facts.Modality),
            ["statement_content"] = JsonText.Float(facts.StatementContent.Mean),
            ["per_type"] = Table(facts.ByType.Sorted, Retrieval),
            ["meeting_recall_with_half_credit"] = JsonText.Float(facts.MeetingRecall),
            ["time"] = Accuracy(facts.Time),
            ["time_given"] = Accuracy(facts.TimeGiven),
        };

    static JsonObject Metadata(MetadataScores metadata)
    {
        var written = new JsonObject();
        foreach (var key in MetadataScores.Keys)
        {
            written[key] = Accuracy(metadata.Values[key]);
        }
        foreach (var key in MetadataScores.Keys)
        {
            written[key + "_where_given"] = Accuracy(metadata.ValuesWhereGiven[key]);
        }
        written["authors"] = Retrieval(metadata.Authors);
        written["captions"] = Retrieval(metadata.Captions);
        written["captions_text_only"] = Retrieval(metadata.CaptionTexts);
        written["related_titles"] = Retrieval(metadata.RelatedTitles);
        return written;
    }

    static JsonObject Table<T>(IEnumerable<KeyValuePair<string, T>> counters, Func<T, JsonObject> write)
    {
        var written = new JsonObject();
        foreach (var (name, counter) in counters)
        {
            written[name] = write(counter);
        }
        return written;
    }

    static JsonObject Retrieval(RetrievalCounter counter) =>
        new()
        {
            ["p"] = JsonText.Float(counter.Precision),
            ["r"] = JsonText.Float(counter.Recall),
            ["f1"] = JsonText.Float(counter.F1),
            ["tp"] = counter.TruePositives,
            ["fp"] = counter.FalsePositives,
            ["fn"] = counter.FalseNegatives,
        };

    static JsonObject Accuracy(AccuracyCounter counter) =>
        new()
        {
            ["acc"] = JsonText.Float(counter.Accuracy),
            ["ok"] = counter.Right,
            ["n"] = counter.Total,
        };
}
