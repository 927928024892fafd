using NewsApi.Text;

namespace NewsApi.Language.Positions;

/// <summary>A position on its way to the person who holds it.</summary>
/// <param name="Span">Within the line's text.</param>
sealed record FoundPosition(int Line, TextSpan Span, string Text)
{
    const string And = " kiêm ";
    const int LongestBracket = 40;

    /// <summary>The text, folded.</summary>
    public string Folded { get; } = Folding.Fold(Text);

    public string? Person { get; set; }

    public string? Organization { get; set; }

    public bool IsBare { get; set; }

    /// <summary>"Tổng Giám đốc Tổ chức Sở hữu trí tuệ thế giới (WIPO)" without its bracket, which only tells how the body is called.</summary>
    public FoundPosition WithoutAbbreviation()
    {
        var open = Text.EndsWith(')') ? Text.LastIndexOf(" (", StringComparison.Ordinal) : -1;
        return open > 0 && Text.Length - open <= LongestBracket && !Text.AsSpan(open + 2, Text.Length - open - 3).ContainsAny(" ,;()")
            ? Part(0, open)
            : this;
    }

    /// <summary>"bí thư chi bộ kiêm trưởng bản" is two posts; most are one.</summary>
    public IEnumerable<FoundPosition> Posts()
    {
        // Folding keeps lengths, but for letters that are two in small.
        var text = Folded.Length == Text.Length ? Folded : "";
        var from = 0;
        for (var at = text.IndexOf(And, StringComparison.Ordinal); at > 0; at = text.IndexOf(And, from, StringComparison.Ordinal))
        {
            yield return Part(from, at);
            from = at + And.Length;
        }

        yield return from == 0 ? this : Part(from, Text.Length);
    }

    FoundPosition Part(int from, int to) => new(Line, new TextSpan(Span.Start + from, Span.Start + to), Text[from..to]);
}
