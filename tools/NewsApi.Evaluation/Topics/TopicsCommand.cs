using System.CommandLine;
using System.Globalization;
using NewsApi.Evaluation.Annotations;
using NewsApi.Language;

namespace NewsApi.Evaluation.Topics;

/// <summary><c>topics</c>: measures what articles are said to be about.</summary>
static class TopicsCommand
{
    static readonly Option<string> Gold = new("--gold") { Required = true, Description = "Pages with their topics, parted by tabs." };
    static readonly Option<string> Pages = new("--pages") { Required = true, Description = "The folder that gold's paths start from." };
    static readonly Option<double> LeastMain = new("--least-main") { Description = "Fail under this share of main topics, 0 to 1." };
    static readonly Option<double> LeastF1 = new("--least-f1") { Description = "Fail under this F1 of topics, 0 to 1." };
    static readonly Option<bool> Errors = new("--errors") { Description = "Print every page whose topics are not gold's." };

    public static Command Create()
    {
        var command = new Command("topics", "Score the subjects of articles.") { Gold, Pages, LeastMain, LeastF1, Errors };
        command.SetAction(Run);
        return command;
    }

    static int Run(ParseResult arguments)
    {
        var pipeline = LanguagePipeline.Load();
        var output = arguments.InvocationConfiguration.Output;
        var scores = new TopicScores();
        foreach (var gold in TopicGold.Read(arguments.GetRequiredValue(Gold)))
        {
            var document = pipeline.Analyze(AnnotationFile.ReadText(Path.Combine(arguments.GetRequiredValue(Pages), gold.Page)));
            List<string> found = [.. document.Topics.Where(topic => topic.Topic.Parent is null).Select(topic => topic.Topic.Code[..2])];
            scores.Add(gold, found);
            if (arguments.GetValue(Errors) && (found.Count == 0 || found[0] != gold.Required[0] || gold.Required.Except(found).Any()))
            {
                output.WriteLine($"{gold.Page}\t{string.Join(',', gold.Required)}\t{string.Join(',', found)}");
            }
        }

        var figures = new[]
        {
            Judge(output, "main topic", scores.Main, arguments.GetValue(LeastMain)),
            Judge(output, "topics F1", scores.F1, arguments.GetValue(LeastF1)),
        };
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{scores.Pages} pages, {scores.Right} topics right, {scores.Extra} too many, {scores.Missed} missed"
            )
        );
        var failed = figures.Count(isGood => !isGood);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figures.Length - failed} passed, {failed} failed"));
        return failed == 0 ? CommandLine.Done : CommandLine.Failed;
    }

    static bool Judge(TextWriter output, string name, double value, double least)
    {
        var isGood = value >= least;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -12} {value:F4}  floor {least:F4}{(isGood ? "" : "  FAILED: under its floor")}"
            )
        );
        return isGood;
    }
}
