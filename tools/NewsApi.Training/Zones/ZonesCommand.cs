using System.CommandLine;
using System.Globalization;
using System.Text;
using NewsApi.Language.Documents;
using NewsApi.Language.Zoning;

namespace NewsApi.Training.Zones;

/// <summary><c>zones</c>: learns the zone model from folders of pages with gold, or tells by cross-validation what it would be worth.</summary>
static class ZonesCommand
{
    const int Seed = 20251125;

    // Runs in another order each; their weights are averaged, which evens out what the order does.
    const int Runs = 4;

    public static Command Create()
    {
        var pages = new Option<DirectoryInfo[]>("--pages")
        {
            Description = "Folders of NAME.txt with NAME.gold.json",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var output = new Option<FileInfo?>("--out") { Description = "The model file to write" };
        var epochs = new Option<int>("--epochs") { Description = "Passes over all pages", DefaultValueFactory = _ => 12 };
        var rate = new Option<double>("--rate") { Description = "The first step's length", DefaultValueFactory = _ => 0.05 };
        var decay = new Option<double>("--decay")
        {
            Description = "How strongly weights are drawn to zero",
            DefaultValueFactory = _ => 0.01,
        };
        var variants = new Option<int>("--variants") { Description = "Variants made of each page", DefaultValueFactory = _ => 8 };
        var test = new Option<DirectoryInfo[]>("--test")
        {
            Description = "Folders to try the learned model on, never learned from",
            AllowMultipleArgumentsPerToken = true,
        };
        var cross = new Option<bool>("--cross-validate") { Description = "Leave out one folder at a time and print its accuracy" };
        var command = new Command("zones", "Learn which line of a page is what")
        {
            pages,
            test,
            output,
            epochs,
            variants,
            rate,
            decay,
            cross,
        };
        Func<IReadOnlyList<ZoneExample>, ZoneModel> TrainerOf(ParseResult result) =>
            examples =>
                ZoneTrainer.TrainTogether(
                    examples,
                    Enumerable.Range(Seed, Runs),
                    result.GetValue(rate),
                    result.GetValue(decay),
                    result.GetValue(epochs)
                );

        command.SetAction(result =>
        {
            var folders = result.GetRequiredValue(pages).Select(folder => TrainingPage.ReadFolder(folder.FullName)).ToArray();
            var observer = new LineObserver();
            if (result.GetValue(cross))
            {
                CrossValidate(folders, observer, result.GetValue(variants), TrainerOf(result));
            }

            var tests = result.GetValue(test) ?? [];
            if (result.GetValue(output) is null && tests.Length == 0)
            {
                return;
            }

            var model = Train([.. folders.SelectMany(folder => folder)], observer, result.GetValue(variants), TrainerOf(result));
            Report([.. tests.SelectMany(folder => TrainingPage.ReadFolder(folder.FullName))], observer, model);
            if (result.GetValue(output) is { } file)
            {
                Write(model, file);
            }
        });
        return command;
    }

    static ZoneModel Train(
        IReadOnlyList<TrainingPage> pages,
        LineObserver observer,
        int variants,
        Func<IReadOnlyList<ZoneExample>, ZoneModel> train
    )
    {
        var examples = new PageVariants(pages, Seed).Make(variants).Select(page => page.ToExample(observer)).ToArray();
        return train(examples);
    }

    static void CrossValidate(
        IReadOnlyList<TrainingPage>[] folders,
        LineObserver observer,
        int variants,
        Func<IReadOnlyList<ZoneExample>, ZoneModel> train
    )
    {
        var (right, all) = (0, 0);
        for (var left = 0; left < folders.Length; left++)
        {
            var model = Train([.. folders.Where((_, i) => i != left).SelectMany(folder => folder)], observer, variants, train);
            var (foldRight, foldAll) = Compare(folders[left], observer, model);
            (right, all) = (right + foldRight, all + foldAll);
        }

        Print("cross-validation", right, all);
    }

    static void Report(IReadOnlyList<TrainingPage> pages, LineObserver observer, ZoneModel model)
    {
        var (right, all) = Compare(pages, observer, model);
        if (all > 0)
        {
            Print("test", right, all);
        }
    }

    static void Print(string name, int right, int all) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: accuracy {right / (double)all:0.0000} ({right}/{all})"));

    static (int Right, int All) Compare(IReadOnlyList<TrainingPage> pages, LineObserver observer, ZoneModel model)
    {
        var decoder = new ZoneDecoder(model);
        var (right, all) = (0, 0);
        foreach (var page in pages)
        {
            var example = page.ToExample(observer);
            var facts = page.ToFacts(observer);
            var reading = decoder.Decode(FeatureExtractor.Extract(facts), facts.BlanksBefore);
            right += Compare(page, example, reading);
            all += example.Roles.Length;
        }

        return (right, all);
    }

    static int Compare(TrainingPage page, ZoneExample example, ZoneReading reading)
    {
        var texts = page.Lines.Where(line => line.Role != LineRole.Blank).ToArray();
        var right = 0;
        for (var i = 0; i < example.Roles.Length; i++)
        {
            right += reading.Role(i) == example.Roles[i] ? 1 : 0;
            if (reading.Role(i) != example.Roles[i])
            {
                Console.WriteLine(
                    $"{page.Name}\t{i}\t{example.Roles[i].Name()}\t{reading.Role(i).Name()}\t{texts[i].Text[..Math.Min(90, texts[i].Text.Length)]}"
                );
            }
        }

        return right;
    }

    static void Write(ZoneModel model, FileInfo file)
    {
        var text = new StringBuilder();
        text.Append("# columns: feature, then role=points for each role it speaks for or against\n");
        text.Append(
            "# source: learned by tools/NewsApi.Training from tests/quality/pages (tests/quality/README.md); do not edit by hand\n"
        );
        text.Append("# licence: same as the project (MIT)\n");
        foreach (var line in model.ToLines())
        {
            text.Append(line).Append('\n');
        }

        File.WriteAllText(file.FullName, text.ToString());
    }
}
