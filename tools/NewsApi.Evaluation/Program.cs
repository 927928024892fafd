using System.CommandLine;
using NewsApi.Evaluation;
using NewsApi.Evaluation.Floors;
using NewsApi.Evaluation.Predictions;
using NewsApi.Evaluation.Reports;
using NewsApi.Evaluation.Topics;
using NewsApi.Evaluation.Words;

return CommandLine.Run(args, Console.Out, Console.Error);

namespace NewsApi.Evaluation
{
    /// <summary>The tool's commands. Exit codes: 0 done, 1 a figure or a page failed, 2 the command could not be carried out.</summary>
    public static class CommandLine
    {
        public const int Done = 0;
        public const int Failed = 1;
        public const int NotCarriedOut = 2;

        public static int Run(string[] args, TextWriter output, TextWriter error)
        {
            var root = new RootCommand("Measures the engine against gold annotations.")
            {
                ScoreCommand.Create(),
                PredictCommand.Create(),
                CheckCommand.Create(),
                TopicsCommand.Create(),
                WordsCommand.Create(),
            };
            var parsed = root.Parse(args);
            var streams = new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
            };
            try
            {
                var exit = parsed.Invoke(streams);
                return parsed.Errors.Count > 0 ? NotCarriedOut : exit;
            }
            catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException)
            {
                error.WriteLine($"error: {e.Message}");
                return NotCarriedOut;
            }
        }
    }
}
