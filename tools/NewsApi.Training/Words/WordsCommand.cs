using System.CommandLine;
using System.Globalization;
using NewsApi.Evaluation.Words;
using NewsApi.Language.Segmentation;

namespace NewsApi.Training.Words;

/// <summary><c>words</c>: learns the word segmenter from treebanks, or tells by cross-validation what it would be worth.</summary>
static class WordsCommand
{
    const int Seed = 20251125;
    const int Folds = 10;

    static readonly Option<string[]> Treebanks = new("--treebank")
    {
        Required = true,
        AllowMultipleArgumentsPerToken = true,
        Description = "CoNLL-U files to learn from",
    };
    static readonly Option<string?> Output = new("--out") { Description = "The model file to write" };
    static readonly Option<bool> Cross = new("--cross-validate") { Description = "Leave out a tenth at a time and print its scores" };
    static readonly Option<int> Epochs = new("--epochs") { Description = "Passes over all sentences", DefaultValueFactory = _ => 20 };
    static readonly Option<int> Bits = new("--bits") { Description = "The model has 2^bits weights", DefaultValueFactory = _ => 20 };
    static readonly Option<double> Rate = new("--rate") { Description = "The first step's length", DefaultValueFactory = _ => 0.1 };
    static readonly Option<double> Decay = new("--decay")
    {
        Description = "How strongly weights are drawn to zero",
        DefaultValueFactory = _ => 0.001,
    };

    public static Command Create()
    {
        var command = new Command("words", "Learn which syllables are one word") { Treebanks, Output, Cross, Epochs, Bits, Rate, Decay };
        command.SetAction(Run);
        return command;
    }

    static void Run(ParseResult arguments)
    {
        var sentences = arguments.GetRequiredValue(Treebanks).SelectMany(ConlluFile.Read).ToList();
        var options = new WordTraining(
            arguments.GetValue(Epochs),
            arguments.GetValue(Bits),
            arguments.GetValue(Rate),
            arguments.GetValue(Decay),
            Seed
        );
        var lexicon = SyllableLexicon.Load();
        if (arguments.GetValue(Cross))
        {
            CrossValidate(sentences, lexicon, options);
        }

        if (arguments.GetValue(Output) is { } file)
        {
            using var stream = File.Create(file);
            Train(sentences, lexicon, options).Write(stream);
        }
    }

    static WordModel Train(IReadOnlyList<ConlluSentence> sentences, SyllableLexicon lexicon, WordTraining options)
    {
        var reader = new PieceReader(lexicon);
        return new WordTrainer(options).Train([.. sentences.Select(sentence => WordExample.From(sentence, reader))]);
    }

    static void CrossValidate(List<ConlluSentence> sentences, SyllableLexicon lexicon, WordTraining options)
    {
        var (all, several) = (new SpanCounts(), new SpanCounts());
        for (var fold = 0; fold < Folds; fold++)
        {
            // Neighbouring sentences are of one article and stay in one fold.
            var (from, to) = (sentences.Count * fold / Folds, sentences.Count * (fold + 1) / Folds);
            var model = Train([.. sentences.Take(from), .. sentences.Skip(to)], lexicon, options);
            var left = sentences.Skip(from).Take(to - from).ToList();
            var scores = WordScores.Measure(left, new WordSegmenter(lexicon, model), SentenceSplitter.Load());
            (all, several) = (all + scores.All, several + scores.SeveralSyllables);
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"cross-validation: words F1 {all.F1:F4}, words of several syllables F1 {several.F1:F4}"
            )
        );
    }
}
