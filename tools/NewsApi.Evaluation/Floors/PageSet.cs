using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NewsApi.Evaluation.Annotations;
using NewsApi.Evaluation.Measures;
using NewsApi.Evaluation.Predictions;

namespace NewsApi.Evaluation.Floors;

/// <summary>A set's files on disk. Every page has gold, every gold has a page.</summary>
public sealed class PageSet
{
    readonly string pages;
    readonly string gold;
    readonly IReadOnlyList<string> names;

    PageSet(string pages, string gold)
    {
        (this.pages, this.gold) = (pages, gold);
        names = InputFolder.RequiredNames(gold, AnnotationFile.GoldSuffix);
        var withPage = InputFolder.Names(pages, PredictCommand.PageSuffix);
        RequireNone(names.Except(withPage, StringComparer.Ordinal), gold, "has no page");
        RequireNone(withPage.Except(names, StringComparer.Ordinal), pages, "has no gold");
    }

    /// <summary>Null, with the reason, where the set stands outside the repository and is not there. A folder missing inside is an error.</summary>
    /// <param name="floorsFolder">What the set's paths are relative to.</param>
    public static PageSet? Open(FloorSet set, string floorsFolder, out string reason)
    {
        var pagesFolder = Path.GetFullPath(set.Pages, floorsFolder);
        var goldFolder = Path.GetFullPath(set.Gold ?? set.Pages, floorsFolder);
        var missing = new[] { pagesFolder, goldFolder }.FirstOrDefault(folder => !Directory.Exists(folder));
        reason = missing is null ? "" : $"no folder {Path.GetRelativePath(floorsFolder, missing)}";
        if (missing is null)
        {
            return new PageSet(pagesFolder, goldFolder);
        }
        return IsOutsideRepository(missing, floorsFolder) ? null : throw new InputException($"set {set.Name}: {reason}");
    }

    /// <summary>SHA-256 over each file's name, length and bytes, in the order of names.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in names)
        {
            AppendFile(hash, GoldPath(name));
            AppendFile(hash, PagePath(name));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>
    /// Predicts every page and scores the predictions, in the form in which <c>predict</c> would write them. A page that the engine failed on
    /// counts as one without any answer.
    /// </summary>
    public Score Score(PagePredictor predictor)
    {
        var score = new Score(strict: false);
        foreach (var name in names)
        {
            var prediction = predictor.Predict(PagePath(name));
            score.Add(
                name,
                AnnotationFile.ReadGold(GoldPath(name)),
                prediction is null ? null : AnnotationFile.Parse(prediction, name + AnnotationFile.PredictionSuffix)
            );
        }
        return score;
    }

    string GoldPath(string name) => Path.Combine(gold, name + AnnotationFile.GoldSuffix);

    string PagePath(string name) => Path.Combine(pages, name + PredictCommand.PageSuffix);

    static void AppendFile(IncrementalHash hash, string path)
    {
        var bytes = File.ReadAllBytes(path);
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
        hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(path) + "\0"));
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    static void RequireNone(IEnumerable<string> unpaired, string folder, string fault)
    {
        if (unpaired.FirstOrDefault() is { } name)
        {
            throw new InputException($"{folder}: {name} {fault}");
        }
    }

    static bool IsOutsideRepository(string path, string floorsFolder)
    {
        var root = floorsFolder;
        while (root is not null && !File.Exists(Path.Combine(root, "NewsApi.sln")))
        {
            root = Path.GetDirectoryName(root);
        }
        return root is not null && Path.GetRelativePath(root, path).StartsWith("..", StringComparison.Ordinal);
    }
}
