using System.CommandLine;
using System.Globalization;
using NewsApi.Evaluation.Predictions;
using NewsApi.Language;
using NewsApi.Language.Entities;
using NewsApi.Language.Facts;

namespace NewsApi.Evaluation.Floors;

/// <summary><c>check</c>: holds the engine to the floors of a file.</summary>
static class CheckCommand
{
    static readonly Option<string> Floors = new("--floors")
    {
        Required = true,
        Description = "The floors file, such as tests/quality/floors.json.",
    };
    static readonly Option<bool> Update = new("--update") { Description = "Keep hashes and latest scores; floors and first runs stay." };
    static readonly Option<string?> Date = new("--date") { Description = "With --update: the date of first runs, such as 2026-11-25." };

    public static Command Create()
    {
        var command = new Command("check", "Fail when a figure is under its floor.") { Floors, Update, Date };
        command.Validators.Add(result =>
        {
            var date = result.GetValue(Date);
            if (date is not null && !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                result.AddError($"--date {date}: not a date such as 2026-11-25");
            }
            if (date is not null && !result.GetValue(Update))
            {
                result.AddError("--date goes with --update");
            }
        });
        command.SetAction(Run);
        return command;
    }

    static int Run(ParseResult arguments)
    {
        var pipeline = LanguagePipeline.Load();
        var inCi = Environment.GetEnvironmentVariable("CI") == "true";
        var check = new FloorsCheck(
            text => pipeline.Analyze(text, AnalysisFeatures.Facts),
            arguments.InvocationConfiguration.Output,
            failOnMissing: inCi,
            new ParagraphReader(DocumentAnnotator.Load(), FactFinder.Load()).Read
        );
        var update = arguments.GetValue(Update) ? new FloorsUpdate(arguments.GetValue(Date)) : null;
        var counts = check.Run(arguments.GetRequiredValue(Floors), update);
        return counts.IsGood ? CommandLine.Done : CommandLine.Failed;
    }
}
