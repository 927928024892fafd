using NewsApi.Text;

namespace NewsApi.Gateway.Search;

/// <summary>A run of letters and digits.</summary>
/// <param name="Span">In the text that was given, in UTF-16 code units.</param>
/// <param name="Exact">Lower case, NFC, with one place for the tone.</param>
/// <param name="Folded">The same without marks.</param>
public readonly record struct SearchToken(TextSpan Span, string Exact, string Folded);

/// <summary>Cuts text into what is searched for. Queries and articles go through the same cut.</summary>
public static class SearchTokens
{
    public static List<SearchToken> Of(string text)
    {
        var normal = NormalizedText.From(text);
        var folded = Folding.Fold(normal.Text);
        var tokens = new List<SearchToken>();
        for (var at = 0; at < folded.Length; )
        {
            if (!Letters.IsLetterOrDigit(folded[at]))
            {
                at++;
                continue;
            }
            var start = at;
            while (at < folded.Length && Letters.IsLetterOrDigit(folded[at]))
                at++;
            var exact = folded[start..at];
            tokens.Add(new SearchToken(normal.ToOriginal(new TextSpan(start, at)), exact, Folding.StripMarks(exact)));
        }
        return tokens;
    }
}
