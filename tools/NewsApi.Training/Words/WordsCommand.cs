using System.CommandLine;
using System.Globalization;
using NewsApi.Evaluation.Words;
using NewsApi.Language.Lexicons;
using NewsApi.Language.Segmentation;

namespace NewsApi.Training.Words;

/// <summary><c>words</c>: learns the word segmenter from treebanks, or tells by cross-validation what it would be worth.</summary>
static class WordsCommand
{
    const int Seed = 20251125;
    const string Weeded = "weeded.tsv";

    static readonly Option<string[]> Treebanks = new("--treebank")
    {
        Required = true,
        AllowMultipleArgumentsPerToken = true,
        Description = "CoNLL-U files to learn from",
    };
    static readonly Option<string?> Output = new("--out") { Description = "The model file to write" };
    static readonly Option<int> Parts = new("--cross-validate")
    {
        Description = "Into how many parts to cut; each is left out once and scored",
    };
    static readonly Option<int> Epochs = new("--epochs") { Description = "Passes over all sentences", DefaultValueFactory = _ => 8 };
    static readonly Option<int> Bits = new("--bits")
    {
        Description = "The model has 2^bits weights",
        DefaultValueFactory = _ => WordModel.MostBits,
    };
    static readonly Option<double> Rate = new("--rate") { Description = "The first step's length", DefaultValueFactory = _ => 0.07 };
    static readonly Option<double> Decay = new("--decay")
    {
        Description = "How strongly weights are drawn to zero",
        DefaultValueFactory = _ => 0.02,
    };

    public static Command Create()
    {
        var command = new Command("words", "Learn which syllables are one word") { Treebanks, Output, Parts, Epochs, Bits, Rate, Decay };
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
        var lexicon = SyllableLexicon.Load(ReadWeeded());
        if (arguments.GetValue(Parts) is var parts and > 1)
        {
            CrossValidate(sentences, parts, lexicon, options);
        }

        if (arguments.GetValue(Output) is { } file)
        {
            using var stream = File.Create(file);
            Train(sentences, lexicon, options).Write(stream);
        }
    }

    // The list was weeded by the training part, so that it looks better there than it is. What was weeded is put back for learning, which
    // shows how far a word of the list can be trusted.
    static List<ListedWord> ReadWeeded()
    {
        using var reader = new StreamReader(
            typeof(WordsCommand).Assembly.GetManifestResourceStream(Weeded) ?? throw new LexiconException(Weeded, 0, "no such data file")
        );
        return [.. LexiconFile.Read(Weeded, reader).Select(entry => new ListedWord(entry[0], ListedWord.ParseWriters(entry, entry[1])))];
    }

    static WordModel Train(IReadOnlyList<ConlluSentence> sentences, SyllableLexicon lexicon, WordTraining options)
    {
        var reader = new PieceReader(lexicon);
        return new WordTrainer(options).Train([.. sentences.Select(sentence => WordExample.From(sentence, reader))]);
    }

    // Neighbouring sentences may be of one article: they stay in one part.
    static void CrossValidate(List<ConlluSentence> sentences, int parts, SyllableLexicon lexicon, WordTraining options)
    {
        var (all, several) = (new SpanCounts(), new SpanCounts());
        for (var part = 0; part < parts; part++)
        {
            var (from, to) = (sentences.Count * part / parts, sentences.Count * (part + 1) / parts);
            var model = Train([.. sentences.Take(from), .. sentences.Skip(to)], lexicon, options);
            var scores = WordScores.Measure(sentences[from..to], new WordSegmenter(lexicon, model), SentenceSplitter.Load());
            (all, several) = (all + scores.All, several + scores.SeveralSyllables);
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"cross-validation in {parts}: words F1 {all.F1:F4}, words of several syllables F1 {several.F1:F4}"
            )
        );
    }
}
