using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>
/// Cuts a line that is longer than any paragraph into passages of whole sentences, so that the work on a page of one line grows with its length
/// and not faster.
/// </summary>
static class Passages
{
    const int Longest = 6_000;

    /// <param name="sentences">Of the line, in its order.</param>
    /// <returns>At least one for a line that has a sentence. A sentence that is too long itself is cut at a blank.</returns>
    public static IEnumerable<(TextSpan Span, IReadOnlyList<TextSpan> Sentences)> Of(string text, IReadOnlyList<TextSpan> sentences)
    {
        var inside = new List<TextSpan>();
        foreach (var sentence in sentences.SelectMany(sentence => Pieces(text, sentence)))
        {
            if (inside.Count > 0 && sentence.End - inside[0].Start > Longest)
            {
                yield return Passage(inside);
                inside = [];
            }

            inside.Add(sentence);
        }

        if (inside.Count > 0)
        {
            yield return Passage(inside);
        }
    }

    static (TextSpan, IReadOnlyList<TextSpan>) Passage(List<TextSpan> inside)
    {
        var start = inside[0].Start;
        return (
            new TextSpan(start, inside[^1].End),
            [.. inside.Select(sentence => new TextSpan(sentence.Start - start, sentence.End - start))]
        );
    }

    static IEnumerable<TextSpan> Pieces(string text, TextSpan sentence)
    {
        var start = sentence.Start;
        while (sentence.End - start > Longest)
        {
            var blank = text.LastIndexOf(' ', start + Longest - 1, Longest - 1);
            var end = blank > start ? blank : start + Longest;
            yield return new TextSpan(start, end);
            start = end;
        }

        yield return new TextSpan(start, sentence.End);
    }
}
