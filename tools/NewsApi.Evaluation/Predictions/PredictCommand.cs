using System.CommandLine;
using NewsApi.Evaluation.Annotations;
using NewsApi.Language;

namespace NewsApi.Evaluation.Predictions;

/// <summary><c>predict</c>: reads every page of a folder with the engine and writes what it found in the gold format.</summary>
static class PredictCommand
{
    public const string PageSuffix = ".txt";

    static readonly Option<string> In = new("--in") { Required = true, Description = "Folder of NAME.txt, UTF-8." };
    static readonly Option<string> Out = new("--out") { Required = true, Description = "Folder for NAME.pred.json; made where missing." };

    public static Command Create()
    {
        var command = new Command("predict", "Analyse pages and write predictions in the gold format.") { In, Out };
        command.SetAction(Run);
        return command;
    }

    static int Run(ParseResult arguments)
    {
        var (pages, predictions) = (arguments.GetRequiredValue(In), arguments.GetRequiredValue(Out));
        var names = InputFolder.RequiredNames(pages, PageSuffix);
        var pipeline = LanguagePipeline.Load();
        Directory.CreateDirectory(predictions);
        foreach (var name in names)
        {
            var file = name + PageSuffix;
            var document = pipeline.Analyze(AnnotationFile.ReadText(Path.Combine(pages, file)));
            File.WriteAllText(Path.Combine(predictions, name + AnnotationFile.PredictionSuffix), PredictionJson.Write(file, document));
        }
        arguments.InvocationConfiguration.Output.WriteLine($"{names.Count} predictions in {predictions}");
        return CommandLine.Done;
    }
}
