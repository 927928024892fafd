using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Entities;

/// <summary>A mention on its way to a canonical name.</summary>
/// <param name="line">The place of its line among the content lines.</param>
/// <param name="span">Within the line's text.</param>
/// <param name="text">What the span slices.</param>
sealed class FoundName(int line, TextSpan span, EntityType type, string text, double score)
{
    public int Line { get; } = line;
    public TextSpan Span { get; } = span;
    public EntityType Type { get; } = type;
    public string Text { get; } = text;
    public double Score { get; } = score;

    /// <summary>The text, folded, with single blanks.</summary>
    public string Folded { get; } = Folding.Fold(WithPlainBlanks(text));

    /// <summary>The canonical name; at first the text itself.</summary>
    public string Name { get; set; } = WithPlainBlanks(text);

    // No-break and other blanks are no part of a name.
    static string WithPlainBlanks(string text) =>
        text.Any(letter => letter != ' ' && char.IsWhiteSpace(letter))
            ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : text;
}
