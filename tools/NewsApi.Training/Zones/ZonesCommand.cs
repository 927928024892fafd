using System.CommandLine;
using System.Globalization;
using System.Text;
using NewsApi.Language.Documents;
using NewsApi.Language.Zoning;

namespace NewsApi.Training.Zones;

/// <summary><c>zones</c>: learns the zone model from folders of pages with gold, and tells what it is worth on others.</summary>
static class ZonesCommand
{
    static readonly Option<DirectoryInfo[]> Pages = new("--pages")
    {
        Description = "Folders of NAME.txt with NAME.gold.json to learn from",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };
    static readonly Option<DirectoryInfo> Lines = new("--lines")
    {
        Description = "Folder of single lines by what they are, to make variants of pages with",
        Required = true,
    };
    static readonly Option<DirectoryInfo[]> Tests = new("--test")
    {
        Description = "Folders to try the learned model on, never learned from",
        AllowMultipleArgumentsPerToken = true,
    };
    static readonly Option<DirectoryInfo?> Output = new("--out") { Description = "The folder to write the model's files to" };
    static readonly Option<int> Units = new("--units") { Description = "Hidden units of a run", DefaultValueFactory = _ => 32 };
    static readonly Option<int> Runs = new("--runs") { Description = "Runs side by side", DefaultValueFactory = _ => 1 };
    static readonly Option<int> Epochs = new("--epochs") { Description = "Passes over all pages", DefaultValueFactory = _ => 30 };
    static readonly Option<int> Variants = new("--variants")
    {
        Description = "Variants made of each page in each pass",
        DefaultValueFactory = _ => 2,
    };
    static readonly Option<float> Rate = new("--rate") { Description = "The first step's length", DefaultValueFactory = _ => 0.05f };

    public static Command Create()
    {
        var command = new Command("zones", "Learn which line of a page is what")
        {
            Pages,
            Lines,
            Tests,
            Output,
            Units,
            Runs,
            Epochs,
            Variants,
            Rate,
        };
        command.SetAction(Run);
        return command;
    }

    static void Run(ParseResult arguments)
    {
        var pages = arguments.GetRequiredValue(Pages).SelectMany(folder => TrainingPage.ReadFolder(folder.FullName)).ToArray();
        var observer = new LineObserver();
        var trainer = new ZoneTrainer(pages, LineBank.Read(arguments.GetRequiredValue(Lines).FullName), observer);
        var model = trainer.Train(
            new ZoneTraining(
                arguments.GetValue(Units),
                arguments.GetValue(Runs),
                arguments.GetValue(Epochs),
                arguments.GetValue(Variants),
                arguments.GetValue(Rate)
            )
        );
        var output = arguments.InvocationConfiguration.Output;
        Report(arguments.GetValue(Tests) ?? [], observer, new ZoneDecoder(model), output);
        if (arguments.GetValue(Output) is { } folder)
        {
            Write(model, folder);
        }
    }

    static void Report(DirectoryInfo[] folders, LineObserver observer, ZoneDecoder decoder, TextWriter output)
    {
        var (right, all) = (0, 0);
        foreach (var folder in folders)
        {
            var (folderRight, folderAll) = (0, 0);
            foreach (var page in TrainingPage.ReadFolder(folder.FullName))
            {
                folderRight += CountRight(page, observer, decoder, output);
                folderAll += page.Lines.Count(line => line.Role != LineRole.Blank);
            }

            output.WriteLine(Accuracy(folder.Name, folderRight, folderAll));
            (right, all) = (right + folderRight, all + folderAll);
        }

        if (all > 0)
        {
            output.WriteLine(Accuracy("all", right, all));
        }
    }

    static string Accuracy(string name, int right, int all) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}: accuracy {right / (double)all:0.0000} ({right}/{all})");

    /// <summary>Lists the lines that the model reads otherwise than gold.</summary>
    static int CountRight(TrainingPage page, LineObserver observer, ZoneDecoder decoder, TextWriter output)
    {
        const int shown = 90;
        var facts = page.ToFacts(observer);
        var reading = decoder.Decode(FeatureExtractor.Extract(facts), facts.BlanksBefore);
        var roles = page.Lines.Where(line => line.Role != LineRole.Blank).Select(line => line.Role).ToArray();
        var right = 0;
        for (var i = 0; i < roles.Length; i++)
        {
            if (reading.Role(i) == roles[i])
            {
                right++;
                continue;
            }

            var (number, text) = (facts.Lines[i].Line.Number, facts.Lines[i].Text);
            output.WriteLine($"{page.Name}\t{number}\t{roles[i].Name()}\t{reading.Role(i).Name()}\t{text[..Math.Min(shown, text.Length)]}");
        }

        return right;
    }

    static void Write(ZoneModel model, DirectoryInfo folder)
    {
        folder.Create();
        var text = new StringBuilder();
        text.Append("# columns: from which state, then state=points for each that may follow\n");
        text.Append(
            "# source: learned by tools/NewsApi.Training from tests/quality/pages (tests/quality/README.md); do not edit by hand\n"
        );
        text.Append("# licence: same as the project (MIT)\n");
        foreach (var line in model.ToLines())
        {
            text.Append(line).Append('\n');
        }

        File.WriteAllText(Path.Combine(folder.FullName, Path.GetFileName(ZoneModel.File)), text.ToString());
        using var network = File.Create(Path.Combine(folder.FullName, Path.GetFileName(ZoneNetwork.File)));
        ZoneNetworkFile.Write(model.Network!, network);
    }
}
