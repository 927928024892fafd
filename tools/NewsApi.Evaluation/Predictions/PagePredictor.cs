using NewsApi.Evaluation.Annotations;
using NewsApi.Language.Documents;

namespace NewsApi.Evaluation.Predictions;

/// <summary>
/// Reads pages with the engine, one at a time. The engine accepts any text, so whatever it throws is a fault of its own: it is written down
/// with the page's name, and the other pages are read all the same.
/// </summary>
/// <param name="read">A page's path and its text → what it says.</param>
/// <param name="faults">Where a page that the engine failed on is named, with the whole exception.</param>
public sealed class PagePredictor(Func<string, string, Document> read, TextWriter faults)
{
    /// <param name="analyze">Reads a page's text alone.</param>
    /// <param name="faults">As in the other.</param>
    public PagePredictor(Func<string, Document> analyze, TextWriter faults)
        : this((_, text) => analyze(text), faults) { }

    /// <summary>How many pages the engine failed on so far.</summary>
    public int Failed { get; private set; }

    /// <summary>The prediction as <c>predict</c> writes it; null where the engine failed.</summary>
    /// <exception cref="InputException">The page's file is no UTF-8, or what is read beside it cannot be used.</exception>
    /// <exception cref="IOException">The page's file, or one that is read beside it, is not there.</exception>
    public string? Predict(string path)
    {
        var text = AnnotationFile.ReadText(path);
        try
        {
            return PredictionJson.Write(Path.GetFileName(path), read(path, text));
        }
        catch (Exception fault) when (fault is not (InputException or IOException))
        {
            Failed++;
            faults.WriteLine($"failed: {path}: the engine threw {fault}");
            return null;
        }
    }
}
