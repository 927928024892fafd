using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>A mention within a line.</summary>
readonly record struct Name(TextSpan Span, EntityType Type, string Text, string Entity, string? IsoCode)
{
    public bool IsCountry => Type == EntityType.Location && IsoCode is { Length: 2 };
}

/// <summary>A content line, or a passage of a very long one, with all that was found in it. Spans lie within <see cref="Text"/>.</summary>
sealed class FactText
{
    public FactText(
        int number,
        LineRole role,
        string text,
        IReadOnlyList<TextSpan> sentences,
        IReadOnlyList<Name> names,
        IReadOnlyList<HeldPosition> positions,
        CueLexicon lexicon,
        DateOnly? published = null
    )
    {
        (Number, Role, Text, Folded, Sentences) = (number, role, text, Folding.Fold(text), sentences);
        (Names, Positions) = (names, positions);
        List<Name> periods = [.. Periods.Find(text, Folded, names, published)];
        Dates =
        [
            .. names
                .Where(name => name.Type == EntityType.Date && !periods.Exists(period => period.Span.Overlaps(name.Span)))
                .Concat(periods)
                .OrderBy(name => name.Span.Start),
        ];
        Quotes = Quotations.Find(text);
        Cues = [.. lexicon.Find(Folded).Where(cue => !IsInName(cue))];
    }

    public int Number { get; }

    /// <summary>Where <see cref="Text"/> begins in its line.</summary>
    public int Offset { get; init; }
    public LineRole Role { get; }
    public string Text { get; }
    public string Folded { get; }
    public IReadOnlyList<TextSpan> Sentences { get; }
    public IReadOnlyList<Name> Names { get; }
    public IReadOnlyList<HeldPosition> Positions { get; }

    /// <summary>Mentions of dates, and periods that are none; in the order of the text.</summary>
    public IReadOnlyList<Name> Dates { get; }

    /// <summary>What stands in quotation marks, the marks included; of some length, not single words.</summary>
    public IReadOnlyList<Quotation> Quotes { get; }

    /// <summary>Words that facts are recognised by, outside names and titles.</summary>
    public IReadOnlyList<CueMatch> Cues { get; }

    public IEnumerable<CueMatch> CuesIn(TextSpan part, Cue wanted) => Cues.Where(cue => (cue.Cue & wanted) != 0 && part.Contains(cue.Span));

    public IEnumerable<Name> NamesIn(TextSpan part) => Names.Where(name => part.Contains(name.Span));

    public TextSpan SentenceAt(int position)
    {
        foreach (var sentence in Sentences)
        {
            if (position < sentence.End)
            {
                return sentence;
            }
        }

        return Sentences.Count > 0 ? Sentences[^1] : new TextSpan(0, Text.Length);
    }

    public bool IsQuoted(int position) => Quotes.Any(quote => quote.Whole.Contains(position));

    /// <summary>Without white space and marks at its ends.</summary>
    public TextSpan Trim(TextSpan part, string marks = "")
    {
        var (start, end) = (part.Start, part.End);
        while (start < end && (char.IsWhiteSpace(Text[start]) || marks.Contains(Text[start], StringComparison.Ordinal)))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(Text[end - 1]) || marks.Contains(Text[end - 1], StringComparison.Ordinal)))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    public int SkipBlanks(int at, int limit)
    {
        while (at < limit && char.IsWhiteSpace(Text[at]))
        {
            at++;
        }

        return at;
    }

    public int SkipBlanksBack(int at, int limit = 0)
    {
        while (at > limit && char.IsWhiteSpace(Text[at - 1]))
        {
            at--;
        }

        return at;
    }

    /// <summary>The word that ends at a place, folded.</summary>
    public ReadOnlySpan<char> WordBefore(int end)
    {
        var start = end;
        while (start > 0 && Letters.IsLetterOrDigit(Folded[start - 1]))
        {
            start--;
        }

        return Folded.AsSpan(start, end - start);
    }

    /// <summary>Whether the folded text goes on with a phrase at a place, up to a word's end.</summary>
    public bool StartsWith(int at, string phrase) =>
        at >= 0
        && Folded.AsSpan(at).StartsWith(phrase, StringComparison.Ordinal)
        && (at + phrase.Length == Folded.Length || !Letters.IsLetterOrDigit(Folded[at + phrase.Length]));

    /// <summary>Whether the folded text ends with a phrase at a place, from a word's start.</summary>
    public bool EndsWith(int end, string phrase) =>
        end >= phrase.Length
        && Folded.AsSpan(0, end).EndsWith(phrase, StringComparison.Ordinal)
        && (end == phrase.Length || !Letters.IsLetterOrDigit(Folded[end - phrase.Length - 1]));

    bool IsInName(CueMatch cue) =>
        Names.Any(name => name.Type <= EntityType.Law && name.Type != EntityType.Event && name.Span.Overlaps(cue.Span))
        || Names.Any(name => name.Type == EntityType.Event && name.Span.Overlaps(cue.Span) && name.Span.Start < cue.Span.Start)
        || Positions.Any(position => position.Span.Overlaps(cue.Span) && !IsPostOfAMember(position, cue));

    // "Thụy Điển là thành viên NATO": a title that no person holds may be a country's.
    static bool IsPostOfAMember(HeldPosition position, CueMatch cue) =>
        position.Person is null && cue.Cue.HasFlag(Cue.Role) && cue.Span.Start == position.Span.Start;
}
