using NewsApi.Evaluation.Annotations;

namespace NewsApi.Evaluation.Measures;

/// <summary>Metadata: single values right or wrong, lists by what they share. A value that gold does not name is not asked for.</summary>
public sealed class MetadataScores(AcceptedAnswers accepted)
{
    public static IReadOnlyList<string> Keys { get; } = ["title", "published", "source", "agency", "lead"];

    public CounterTable<AccuracyCounter> Values { get; } = new();

    /// <summary>The same where gold has a value: null counts only above, as right for null.</summary>
    public CounterTable<AccuracyCounter> ValuesWhereGiven { get; } = new();

    public RetrievalCounter Authors { get; } = new();

    /// <summary>Captions by text and credit.</summary>
    public RetrievalCounter Captions { get; } = new();
    public RetrievalCounter CaptionTexts { get; } = new();
    public RetrievalCounter RelatedTitles { get; } = new();

    /// <summary>Article, listing, error, consent or other. Not part of the score's report: pages of all kinds are only in our own sets.</summary>
    public AccuracyCounter Kind { get; } = new();

    public void Add(AnnotatedDocument gold, AnnotatedDocument prediction, DocumentErrors errors)
    {
        var (expected, given) = (gold.Metadata, prediction.Metadata);
        foreach (var key in Keys.Where(expected.Has))
        {
            AddValue(key, expected, given, errors);
        }
        if (expected.Has("kind"))
        {
            Kind.Add(expected["kind"].Normal == given["kind"].Normal);
        }
        AddList(Authors, "authors", expected, given, author => author.Normal, errors);
        AddList(Captions, "captions", expected, given, CaptionAndCredit, errors);
        AddList(CaptionTexts, "captions", expected, given, caption => caption["text"].Normal, errors: null);
        AddList(RelatedTitles, "related", expected, given, related => related["title"].Normal, errors);
    }

    void AddValue(string key, Value expected, Value given, DocumentErrors errors)
    {
        var right = accepted.Metadata(expected, key, given[key]);
        Values[key].Add(right);
        if (!expected[key].IsNone)
        {
            ValuesWhereGiven[key].Add(right);
        }
        if (!right)
        {
            errors.Add("metadata", key, $"gold {PythonText.Str(expected[key])}", $"pred {PythonText.Str(given[key])}");
        }
    }

    static void AddList(
        RetrievalCounter counter,
        string key,
        Value expected,
        Value given,
        Func<Value, string> project,
        DocumentErrors? errors
    )
    {
        var golds = Bag.Of(expected[key].Items.Select(project));
        var predictions = Bag.Of(given[key].Items.Select(project));
        var shared = Bag.Shared(golds, predictions);
        counter.Add(new Tally(shared, Bag.Size(predictions) - shared, Bag.Size(golds) - shared));
        foreach (var missed in Bag.Surplus(golds, predictions))
        {
            errors?.Add("metadata", key, "missed", missed);
        }
        foreach (var extra in Bag.Surplus(predictions, golds))
        {
            errors?.Add("metadata", key, "extra", extra);
        }
    }

    static string CaptionAndCredit(Value caption) =>
        $"({PythonText.Repr(caption["text"].Normal)}, {PythonText.Repr(caption["credit"].Normal)})";
}
