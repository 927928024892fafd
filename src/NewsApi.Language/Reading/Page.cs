using NewsApi.Text;

namespace NewsApi.Language.Reading;

/// <summary>
/// One line of a page. Texts and spans are of the page's NFC text; <see cref="Page.ToOriginal"/> leads back to the text that was given.
/// </summary>
/// <param name="Number">1-based.</param>
/// <param name="Span">The whole line, its end mark left out.</param>
/// <param name="Content">The line without white space at its ends; empty for a blank line.</param>
/// <param name="Text">The text of <paramref name="Content"/>.</param>
public sealed record Line(int Number, TextSpan Span, TextSpan Content, string Text)
{
    public bool IsBlank => Content.IsEmpty;
}

/// <summary>A text as lines.</summary>
public sealed record Page(NormalizedText Source, IReadOnlyList<Line> Lines)
{
    /// <summary>The page's text in NFC.</summary>
    public string Text => Source.Text;

    public TextSpan ToOriginal(TextSpan span) => Source.ToOriginal(span);
}
