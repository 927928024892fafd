using NewsApi.Language.Documents;

namespace NewsApi.Language;

/// <summary>What to compute beyond lines and metadata, which always come.</summary>
[Flags]
public enum AnalysisFeatures
{
    None = 0,
    Sentences = 1,

    /// <summary>Tokens need sentences and bring them.</summary>
    Tokens = 2,
    Explanations = 4,
    All = Sentences | Tokens | Explanations,
}

/// <summary>Reads a page of text into a document. Immutable once loaded, safe for any number of threads.</summary>
public sealed class LanguagePipeline
{
    /// <summary>Declared version plus a hash over lexicons and models: the same version gives the same answer to the same text.</summary>
    public string Version { get; private init; } = "";

    /// <summary>Loads lexicons and models from this assembly.</summary>
    public static LanguagePipeline Load() => new();

    /// <summary>Accepts any string.</summary>
    public Document Analyze(string text, AnalysisFeatures features = AnalysisFeatures.None, CancellationToken cancellation = default) =>
        throw new NotSupportedException();
}
