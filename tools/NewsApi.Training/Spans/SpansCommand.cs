using System.CommandLine;
using System.Globalization;
using NewsApi.Language.Documents;
using NewsApi.Language.Mentions;
using NewsApi.Language.Segmentation;

namespace NewsApi.Training.Spans;

/// <summary><c>spans</c>: learns the finders of mentions and of positions from marked paragraphs.</summary>
static class SpansCommand
{
    const int Seed = 20251125;
    const int Parts = 5;

    static readonly Option<string[]> Folders = new("--gold")
    {
        Required = true,
        AllowMultipleArgumentsPerToken = true,
        Description = "Folders of NAME.txt with NAME.gold.json to learn from",
    };
    static readonly Option<string?> Output = new("--out") { Description = "The folder to write mentions.bin and positions.bin to" };
    static readonly Option<int> Epochs = new("--epochs") { Description = "Passes over all lines", DefaultValueFactory = _ => 6 };
    static readonly Option<int> PieceBits = new("--piece-bits") { Description = "Pieces have 2^bits rows", DefaultValueFactory = _ => 17 };
    static readonly Option<int> RunBits = new("--run-bits") { Description = "Runs have 2^bits rows", DefaultValueFactory = _ => 19 };
    static readonly Option<double> Rate = new("--rate") { Description = "The first step's length", DefaultValueFactory = _ => 0.05 };
    static readonly Option<double> Decay = new("--decay")
    {
        Description = "How strongly weights are drawn to zero",
        DefaultValueFactory = _ => 0.001,
    };
    static readonly Option<int> Variants = new("--variants")
    {
        Description = "Documents with other names made of each",
        DefaultValueFactory = _ => 0,
    };

    static readonly Option<int> HoldOut = new("--hold-out") { Description = "Learn without every n-th document and score on those" };

    static readonly Option<bool> Errors = new("--errors") { Description = "With --hold-out: print every span that was missed or made up" };

    public static Command Create()
    {
        var command = new Command("spans", "Learn to find names, dates, quantities and positions")
        {
            Folders,
            Output,
            Epochs,
            PieceBits,
            RunBits,
            Rate,
            Decay,
            Variants,
            HoldOut,
            Errors,
        };
        command.SetAction(Run);
        return command;
    }

    static void Run(ParseResult arguments)
    {
        var documents = arguments.GetRequiredValue(Folders).SelectMany(MarkedDocument.ReadFolder).ToList();
        var options = new SpanTraining(
            arguments.GetValue(Epochs),
            arguments.GetValue(PieceBits),
            arguments.GetValue(RunBits),
            arguments.GetValue(Rate),
            arguments.GetValue(Decay),
            Seed
        );
        var examples = new MentionExamples(SentenceSplitter.Load(), new PieceReader(SyllableLexicon.Load()), NameLexicon.Load(), Seed);
        List<MarkedDocument> heldOut = [];
        if (arguments.GetValue(HoldOut) is var part and > 1)
        {
            heldOut = [.. documents.Where((_, n) => n % part == 0)];
            documents = [.. documents.Where((_, n) => n % part != 0)];
        }

        var variants = new NameExchange(documents, Seed);
        List<MarkedDocument> all = [.. documents];
        for (var n = 0; n < arguments.GetValue(Variants); n++)
        {
            all.AddRange(documents.Select(variants.Vary));
        }

        var mentions = Train(all.SelectMany(examples.OfMentions), options, EntityTypes.All.Count);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{documents.Count} documents, {examples.Unreachable} of {examples.Reachable + examples.Unreachable} spans are no candidate"
            )
        );
        var positions = Train(
            PositionExamples(documents, all, examples, options),
            options with
            {
                PieceBits = options.PieceBits - 1,
                RunBits = options.RunBits - 1,
            },
            1
        );
        if (heldOut.Count > 0)
        {
            SpanScores.Print(heldOut, examples, mentions, positions, arguments.GetValue(Errors));
        }

        if (arguments.GetValue(Output) is { } folder)
        {
            Directory.CreateDirectory(folder);
            using var first = File.Create(Path.Combine(folder, "mentions.bin"));
            mentions.Write(first);
            using var second = File.Create(Path.Combine(folder, "positions.bin"));
            positions.Write(second);
        }
    }

    // Each part of the documents is read with a model of mentions that has learned from the other parts.
    static IEnumerable<SpanExample> PositionExamples(
        List<MarkedDocument> documents,
        List<MarkedDocument> all,
        MentionExamples examples,
        SpanTraining options
    )
    {
        for (var part = 0; part < Parts; part++)
        {
            bool IsInPart(int n) => n % documents.Count % Parts == part;
            var others = all.Where((_, n) => !IsInPart(n)).SelectMany(examples.OfMentions);
            var mentions = Train(others, options, EntityTypes.All.Count);
            foreach (var example in all.Where((_, n) => IsInPart(n)).SelectMany(document => examples.OfPositions(document, mentions)))
            {
                yield return example;
            }
        }
    }

    static SpanModel Train(IEnumerable<SpanExample> examples, SpanTraining options, int labels)
    {
        var list = examples.ToList();
        return new SpanLearner(options, labels).Train(_ => list);
    }
}
