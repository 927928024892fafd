using System.CommandLine;
using NewsApi.Evaluation.Annotations;
using NewsApi.Evaluation.Rivals;
using NewsApi.Language;
using NewsApi.Language.Documents;
using NewsApi.Language.Entities;
using NewsApi.Language.Facts;

namespace NewsApi.Evaluation.Predictions;

/// <summary><c>predict</c>: reads every page of a folder with the engine and writes what it found in the gold format.</summary>
public static class PredictCommand
{
    public const string PageSuffix = ".txt";

    static readonly Option<string> In = new("--in") { Required = true, Description = "Folder of NAME.txt, UTF-8." };
    static readonly Option<string> Out = new("--out") { Required = true, Description = "Folder for NAME.pred.json; made where missing." };

    static readonly Option<string> Reader = new Option<string>("--reader")
    {
        Description =
            "Who reads the pages: the engine; the engine, told by NAME.gold.json what each line is for (paragraphs); or one of two simple rules to compare it with.",
        DefaultValueFactory = _ => "engine",
    }.AcceptOnlyFromAmong("engine", "paragraphs", "long-lines", "stop-words");

    public static Command Create()
    {
        var command = new Command("predict", "Analyse pages and write predictions in the gold format.") { In, Out, Reader };
        command.SetAction(Run);
        return command;
    }

    static int Run(ParseResult arguments)
    {
        var (pages, predictions) = (arguments.GetRequiredValue(In), arguments.GetRequiredValue(Out));
        var predictor = new PagePredictor(ReaderOf(arguments.GetRequiredValue(Reader)), arguments.InvocationConfiguration.Error);
        return PredictAll(pages, predictions, predictor, arguments.InvocationConfiguration.Output);
    }

    static Func<string, string, Document> ReaderOf(string name)
    {
        switch (name)
        {
            case "long-lines":
                return (_, text) => BodyRule.LongLines(text);
            case "stop-words":
                return (_, text) => StopWordRule.Read(text);
            case "paragraphs":
                return new ParagraphReader(DocumentAnnotator.Load(), FactFinder.Load()).Read;
            default:
                var pipeline = LanguagePipeline.Load();
                return (_, text) => pipeline.Analyze(text, AnalysisFeatures.Facts);
        }
    }

    /// <summary>Pages that the engine failed on have no prediction afterwards, not even one of an earlier run.</summary>
    /// <returns>The exit code.</returns>
    public static int PredictAll(string pages, string predictions, PagePredictor predictor, TextWriter output)
    {
        var names = InputFolder.RequiredNames(pages, PageSuffix);
        Directory.CreateDirectory(predictions);
        foreach (var name in names)
        {
            var target = Path.Combine(predictions, name + AnnotationFile.PredictionSuffix);
            if (predictor.Predict(Path.Combine(pages, name + PageSuffix)) is { } prediction)
            {
                File.WriteAllText(target, prediction);
            }
            else
            {
                File.Delete(target);
            }
        }
        output.WriteLine($"{names.Count - predictor.Failed} predictions in {predictions}");
        return predictor.Failed == 0 ? CommandLine.Done : CommandLine.Failed;
    }
}
