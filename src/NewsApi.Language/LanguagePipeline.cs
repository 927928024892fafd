using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsApi.Language.Conflicts;
using NewsApi.Language.Documents;
using NewsApi.Language.Entities;
using NewsApi.Language.Facts;
using NewsApi.Language.Lexicons;
using NewsApi.Language.Linking;
using NewsApi.Language.Reading;
using NewsApi.Language.Segmentation;
using NewsApi.Language.Topics;
using NewsApi.Language.Zoning;
using NewsApi.Language.Zoning.Metadata;

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

    /// <summary>Names, dates, quantities, and the positions that persons hold.</summary>
    Mentions = 8,

    /// <summary>Facts need mentions and bring them.</summary>
    Facts = 16,
    All = Sentences | Tokens | Explanations | Mentions | Facts,
}

/// <summary>Reads a page of text into a document. Immutable once loaded, safe for any number of threads.</summary>
public sealed class LanguagePipeline
{
    /// <summary>Raised by hand when the code of a stage changes what comes out.</summary>
    public const string DeclaredVersion = "0.1.0";

    readonly ZoneLabeller zones;
    readonly MetadataReader metadata;
    readonly DocumentSegmenter segmenter;
    readonly DocumentAnnotator annotator;
    readonly FactFinder facts;
    readonly TopicFinder topics;

    LanguagePipeline(
        ZoneLabeller zones,
        MetadataReader metadata,
        DocumentSegmenter segmenter,
        DocumentAnnotator annotator,
        FactFinder facts,
        TopicLexicon topics,
        EntityLinker linker,
        ConflictFinder conflicts,
        string version
    ) =>
        (this.zones, this.metadata, this.segmenter, this.annotator, this.facts, Topics, this.topics, Linker, Conflicts, Version) = (
            zones,
            metadata,
            segmenter,
            annotator,
            facts,
            topics,
            new TopicFinder(topics),
            linker,
            conflicts,
            version
        );

    /// <summary>
    /// Declared version plus a hash over lexicons and models ("0.1.0+3f9a…"): the same version gives the same answer to the same text.
    /// </summary>
    public string Version { get; }

    /// <summary>The subjects that an article may be about.</summary>
    public TopicLexicon Topics { get; }

    /// <summary>Tells which known entities the entities of a document are.</summary>
    public EntityLinker Linker { get; }

    /// <summary>Tells which facts contradict each other.</summary>
    public ConflictFinder Conflicts { get; }

    /// <summary>Loads the lexicons and models that are built into this assembly.</summary>
    /// <exception cref="LexiconException">A data file is broken.</exception>
    public static LanguagePipeline Load()
    {
        // Side by side: each reads files of its own.
        var annotating = Task.Run(DocumentAnnotator.Load);
        var segmenting = Task.Run(DocumentSegmenter.Load);
        var hashing = Task.Run(VersionOfData);
        var finding = Task.Run(FactFinder.Load);
        return new LanguagePipeline(
            ZoneLabeller.Load(),
            MetadataReader.Load(),
            segmenting.GetAwaiter().GetResult(),
            annotating.GetAwaiter().GetResult(),
            finding.GetAwaiter().GetResult(),
            TopicLexicon.Load(),
            EntityLinker.Load(),
            ConflictFinder.Load(),
            hashing.GetAwaiter().GetResult()
        );
    }

    /// <summary>Accepts any string; spans in the answer slice it.</summary>
    /// <exception cref="OperationCanceledException">Between stages and lines, when <paramref name="cancellation"/> asks for it.</exception>
    public Document Analyze(string text, AnalysisFeatures features = AnalysisFeatures.None, CancellationToken cancellation = default)
    {
        var page = PageReader.Read(text);
        cancellation.ThrowIfCancellationRequested();
        var zoned = zones.Label(page, cancellation);
        cancellation.ThrowIfCancellationRequested();
        var told = metadata.Read(zoned);
        cancellation.ThrowIfCancellationRequested();
        var sections = SectionBuilder.Build(zoned);
        var wantsTokens = features.HasFlag(AnalysisFeatures.Tokens);
        var sentences =
            wantsTokens || features.HasFlag(AnalysisFeatures.Sentences) ? segmenter.Segment(zoned, wantsTokens, cancellation) : [];
        var wantsFacts = features.HasFlag(AnalysisFeatures.Facts);
        var annotations =
            wantsFacts || features.HasFlag(AnalysisFeatures.Mentions)
                ? annotator.Annotate(zoned, DayOf(told.Published), features.HasFlag(AnalysisFeatures.Explanations), cancellation)
                : Annotations.None;
        var explanations = features.HasFlag(AnalysisFeatures.Explanations) ? zones.Explain(zoned, cancellation) : [];
        return new Document(
            zoned.Kind,
            zoned.KindReason,
            LanguageGuess.Of(zoned),
            ReviewReasons.Of(zoned, told),
            told,
            sections,
            LineScores.Of(zoned),
            sentences,
            explanations
        )
        {
            Mentions = annotations.Mentions,
            MentionExplanations = annotations.Explanations,
            Positions = annotations.Positions,
            Facts = wantsFacts ? facts.Find(zoned, annotations.InLines, DayOf(told.Published), OpenYear(told), cancellation) : [],
            Topics = topics.Find(zoned),
        };
    }

    // The day as the page's readers count it, whatever offset it was printed with.
    static DateOnly? DayOf(DateTimeOffset? published) => published is { } time ? DateOnly.FromDateTime(time.DateTime) : null;

    static int? OpenYear(Metadata told) =>
        told.Published is null && told.PublishedInferred is { Length: >= 4 } inferred
            ? int.Parse(inferred.AsSpan(0, 4), CultureInfo.InvariantCulture)
            : null;

    static string VersionOfData()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in LexiconFile.Names)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            using var data = LexiconFile.Open(name);
            using var buffer = new MemoryStream();
            data.CopyTo(buffer);
            hash.AppendData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        }

        return $"{DeclaredVersion}+{Convert.ToHexStringLower(hash.GetHashAndReset())[..12]}";
    }
}
