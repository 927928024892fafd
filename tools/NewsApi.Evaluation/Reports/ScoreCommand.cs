using System.CommandLine;
using NewsApi.Evaluation.Annotations;
using NewsApi.Evaluation.Measures;

namespace NewsApi.Evaluation.Reports;

/// <summary><c>score</c>: compares a folder of predictions with a folder of gold.</summary>
static class ScoreCommand
{
    static readonly Option<string> Gold = new("--gold") { Required = true, Description = "Folder of NAME.gold.json." };
    static readonly Option<string> Predictions = new("--pred") { Required = true, Description = "Folder of NAME.pred.json." };
    static readonly Option<bool> Json = new("--json") { Description = "Print one JSON object in place of the table." };
    static readonly Option<bool> Strict = new("--strict") { Description = "Ignore the alternatives in the gold." };
    static readonly Option<string?> Errors = new("--errors")
    {
        Description = "Write every miss and false alarm to this file, tab-separated.",
    };
    static readonly Option<bool> PerDocument = new("--per-doc") { Description = "Add a line per document to the table." };

    public static Command Create()
    {
        var command = new Command("score", "Score predictions against gold.") { Gold, Predictions, Json, Strict, Errors, PerDocument };
        command.SetAction(Run);
        return command;
    }

    static int Run(ParseResult arguments)
    {
        var output = arguments.InvocationConfiguration.Output;
        var documents = Read(arguments.GetRequiredValue(Gold), arguments.GetRequiredValue(Predictions)).ToList();
        var strict = arguments.GetValue(Strict);
        var score = Sum(documents, strict);
        if (arguments.GetValue(Json))
        {
            output.Write(ScoreJson.Write(score) + "\n");
        }
        else
        {
            var each = arguments.GetValue(PerDocument) ? documents.Select(one => ScoreTable.DocumentRow(one.Name, Sum([one], strict))) : [];
            output.Write(string.Concat(ScoreTable.Rows(score).Concat(each).Select(row => row + "\n")));
        }
        if (arguments.GetValue(Errors) is { } file)
        {
            File.WriteAllText(file, string.Join('\n', score.Errors.Lines) + "\n");
        }
        return CommandLine.Done;
    }

    static IEnumerable<ScoredDocument> Read(string gold, string predictions)
    {
        var names = InputFolder.RequiredNames(gold, AnnotationFile.GoldSuffix);
        if (!Directory.Exists(predictions))
        {
            throw new InputException($"{predictions}: no such folder");
        }
        foreach (var name in names)
        {
            var prediction = Path.Combine(predictions, name + AnnotationFile.PredictionSuffix);
            yield return new ScoredDocument(
                name,
                AnnotationFile.ReadGold(Path.Combine(gold, name + AnnotationFile.GoldSuffix)),
                File.Exists(prediction) ? AnnotationFile.ReadPrediction(prediction) : null
            );
        }
    }

    static Score Sum(IEnumerable<ScoredDocument> documents, bool strict)
    {
        var score = new Score(strict);
        foreach (var (name, gold, prediction) in documents)
        {
            score.Add(name, gold, prediction);
        }
        return score;
    }

    sealed record ScoredDocument(string Name, AnnotatedDocument Gold, AnnotatedDocument? Prediction);
}
