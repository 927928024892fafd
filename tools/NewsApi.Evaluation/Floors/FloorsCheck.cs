using System.Globalization;
using NewsApi.Evaluation.Predictions;
using NewsApi.Language.Documents;

namespace NewsApi.Evaluation.Floors;

/// <summary>Measures the engine on every set of a floors file and judges each figure.</summary>
/// <param name="analyze">The engine. It must give the same document for the same text.</param>
/// <param name="failOnMissing">True fails the figures of sets that are not there, in place of skipping them.</param>
/// <param name="readParagraphs">Reads the files of sets of paragraphs, by path and text.</param>
public sealed class FloorsCheck(
    Func<string, Document> analyze,
    TextWriter output,
    bool failOnMissing,
    Func<string, string, Document>? readParagraphs = null
)
{
    /// <summary>Prints a line per figure and a last line of counts.</summary>
    /// <param name="update">
    /// Null compares only. Otherwise what was measured is kept in the file: the hash, the latest scores, and the first run of sets without
    /// one. Floors, and first runs that are there, stay as they are; a figure under its floor fails all the same. A set with a page that the
    /// engine failed on is left as it is.
    /// </param>
    /// <returns>How many figures passed, failed and were skipped, and how many pages the engine failed on.</returns>
    public FigureCounts Run(string path, FloorsUpdate? update = null)
    {
        var file = FloorsFile.Read(path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var counts = new FigureCounts();
        var sets = file.Sets.Select(set => CheckSet(set, folder, update, counts)).ToList();
        if (update is not null)
        {
            new FloorsFile(sets).Write(path);
        }
        output.WriteLine(counts);
        return counts;
    }

    FloorSet CheckSet(FloorSet set, string folder, FloorsUpdate? update, FigureCounts counts)
    {
        if (PageSet.Open(set, folder, out var reason) is not { } pages)
        {
            CountMissing(set, reason, counts);
            return set;
        }
        var hash = pages.Hash();
        var predictor = set.Paragraphs
            ? new PagePredictor(readParagraphs ?? throw new InputException($"set {set.Name}: nothing reads paragraphs here"), output)
            : new PagePredictor(analyze, output);
        var scores = Figure.MeasureAll(pages.Score(predictor), set.Paragraphs);
        counts.AddFailedPages(predictor.Failed);
        var kept = update is null || predictor.Failed > 0 ? set : set.Updated(hash, scores, update.FirstRunDate);
        if (kept.Sha256 != hash)
        {
            output.WriteLine($"changed: {set.Name}: SHA-256 of the files is {hash}, pinned is {set.Sha256 ?? "none"}");
        }
        foreach (var result in FigureResult.Judge(kept, scores, hash))
        {
            output.WriteLine(result);
            counts.Add(result);
        }
        return kept;
    }

    void CountMissing(FloorSet set, string reason, FigureCounts counts)
    {
        output.WriteLine($"{(failOnMissing ? "failed" : "skipped")}: {set.Name}: {reason}");
        counts.AddMissing(Math.Max(1, set.Floor?.Count ?? 0), failOnMissing);
    }
}

/// <param name="FirstRunDate">The date of first runs, ISO 8601; null only where every set has its first run.</param>
public sealed record FloorsUpdate(string? FirstRunDate);

/// <summary>Figures by outcome. A set that is missing counts its floors, or 1 without any.</summary>
public sealed class FigureCounts
{
    public int Passed { get; private set; }
    public int Failed { get; private set; }
    public int Skipped { get; private set; }

    /// <summary>Pages that the engine failed on.</summary>
    public int FailedPages { get; private set; }

    public bool IsGood => Failed == 0 && FailedPages == 0;

    public void Add(FigureResult result)
    {
        Passed += result.Fault is null ? 1 : 0;
        Failed += result.Fault is null ? 0 : 1;
    }

    public void AddFailedPages(int pages) => FailedPages += pages;

    public void AddMissing(int figures, bool fail)
    {
        Failed += fail ? figures : 0;
        Skipped += fail ? 0 : figures;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed")
        + (Skipped > 0 ? string.Create(CultureInfo.InvariantCulture, $", {Skipped} skipped") : "")
        + (FailedPages > 0 ? string.Create(CultureInfo.InvariantCulture, $", pages that the engine failed on: {FailedPages}") : "");
}
