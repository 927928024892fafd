using System.CommandLine;
using System.Globalization;
using NewsApi.Language.Segmentation;

namespace NewsApi.Evaluation.Words;

/// <summary><c>words</c>: measures words and sentences against a treebank.</summary>
static class WordsCommand
{
    static readonly Option<string> Gold = new("--gold")
    {
        Required = true,
        Description = "A CoNLL-U file with the words of Vietnamese text.",
    };

    public static Command Create()
    {
        var command = new Command("words", "Score words and sentences against a treebank.") { Gold };
        command.SetAction(Run);
        return command;
    }

    static void Run(ParseResult arguments)
    {
        var gold = ConlluFile.Read(arguments.GetRequiredValue(Gold));
        var scores = WordScores.Measure(gold, WordSegmenter.Load(), SentenceSplitter.Load());
        var output = arguments.InvocationConfiguration.Output;
        output.WriteLine("                              gold    found   precision  recall  F1");
        output.WriteLine(Row("words, marks included", scores.All));
        output.WriteLine(Row("words of several syllables", scores.SeveralSyllables));
        output.WriteLine(Row("sentences", scores.Sentences));
    }

    static string Row(string name, SpanCounts counts) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name, -28} {counts.Gold, 6}   {counts.Found, 6}   {counts.Precision:F4}     {counts.Recall:F4}  {counts.F1:F4}"
        );
}
