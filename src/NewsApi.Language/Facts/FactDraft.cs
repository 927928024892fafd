using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>A fact as one line shows it; spans lie within the line.</summary>
sealed class FactDraft(FactType type, FactText line, TextSpan span, string pattern, double confidence)
{
    public FactType Type { get; } = type;
    public FactText Line { get; } = line;
    public TextSpan Span { get; private set; } = span;
    public string Pattern { get; } = pattern;
    public double Confidence { get; } = confidence;
    public Modality Modality { get; set; }

    /// <summary>Somebody in it has no name but a title.</summary>
    public bool IsVague { get; set; }
    public List<FactArgument> Arguments { get; } = [];

    public string? this[string name] => Arguments.Find(argument => argument.Name == name)?.Value;

    public IEnumerable<string> All(string name) => Arguments.Where(argument => argument.Name == name).Select(argument => argument.Value);

    /// <summary>An argument with the words that give it.</summary>
    public FactDraft With(string name, string? value, TextSpan? span = null)
    {
        if (value is { Length: > 0 })
        {
            Arguments.Add(new FactArgument(name, value, span, span is null ? 0 : Line.Number));
            Span = span is { } words ? new TextSpan(Math.Min(Span.Start, words.Start), Math.Max(Span.End, words.End)) : Span;
        }

        return this;
    }

    /// <summary>An argument that is a piece of the line, as written.</summary>
    public FactDraft With(string name, TextSpan? words) =>
        words is { IsEmpty: false } some ? With(name, some.Slice(Line.Text), some) : this;

    public FactDraft As(Modality modality)
    {
        Modality = modality;
        return this;
    }
}

/// <summary>What all extractors need of the document.</summary>
/// <param name="Actors">Of each line, in its order.</param>
/// <param name="States">The two countries that it is about; fewer where it names fewer.</param>
sealed record FactDocument(IReadOnlyList<FactText> Lines, IReadOnlyList<IReadOnlyList<Actor>> Actors, IReadOnlyList<string> States)
{
    /// <summary>The event that "cùng dự" without one is about: the last that was named before, else the first of all.</summary>
    public string? LastEvent(int line, int position)
    {
        var (from, to) = (0, events.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = (events[middle].Line, events[middle].At).CompareTo((line, position)) < 0 ? (middle + 1, to) : (from, middle);
        }

        return events.Count == 0 ? null : events[Math.Max(0, from - 1)].Text;
    }

    /// <summary>The event that a sentence before tells of, rather than one that it mentions on the way.</summary>
    public string? EventOf(int line, TextSpan sentence) =>
        events.Find(found => found.Line == line && found.At >= sentence.Start && found.At < sentence.End).Text;

    readonly List<(int Line, int At, string Text)> events = [];

    /// <summary>In the order of the document.</summary>
    public void Note(int line, int at, string text) => events.Add((line, at, text));
}
