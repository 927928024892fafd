using NewsApi.Language.Documents;
using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Segmentation;

/// <summary>
/// Joins syllables to words: runs of capitalised syllables to names, and the rest so that the lexicon's words cover the text with the fewest
/// words, longer ones first ("ủy ban | nhân dân", not "ủy | ban nhân | dân").
/// </summary>
public sealed class WordSegmenter(WordSet lexicon)
{
    const int LongestName = 6;

    public static WordSegmenter Load() => new(WordSet.Load("vi/words.tsv"));

    /// <param name="folded"><paramref name="text"/>, folded: same length.</param>
    public List<Token> Segment(string text, string folded, TextSpan sentence)
    {
        var pieces = TokenScanner.Scan(text, sentence);
        var tokens = new List<Token>(pieces.Count);
        for (var at = 0; at < pieces.Count; )
        {
            var end = RunEnd(text, pieces, at);
            if (end - at > 1)
            {
                SegmentRun(text, folded, pieces, at, end, tokens);
            }
            else
            {
                tokens.Add(Single(text, pieces, at));
            }

            at = end;
        }

        return tokens;
    }

    // Syllables with nothing but blanks between them.
    static int RunEnd(string text, List<Token> pieces, int at)
    {
        var end = at + 1;
        while (
            end < pieces.Count
            && pieces[end - 1].Kind == TokenKind.Word
            && pieces[end].Kind == TokenKind.Word
            && text.AsSpan(pieces[end - 1].Span.End, pieces[end].Span.Start - pieces[end - 1].Span.End).IsWhiteSpace()
            && pieces[end].Span.Start > pieces[end - 1].Span.End
        )
        {
            end++;
        }

        return end;
    }

    void SegmentRun(string text, string folded, List<Token> pieces, int from, int to, List<Token> tokens)
    {
        var count = to - from;
        var cost = new int[count + 1];
        var step = new int[count + 1];
        var isName = new bool[count + 1];
        for (var i = count - 1; i >= 0; i--)
        {
            (cost[i], step[i]) = (cost[i + 1] + 2, 1);
            for (var length = 2; length <= Math.Min(count - i, Math.Max(lexicon.LongestSyllables, LongestName)); length++)
            {
                var (found, name) = Find(text, folded, pieces, from + i, length, isFirst: from + i == 0);
                var total = cost[i + length] + (name ? 3 : 2);
                if (found && (total < cost[i] || (total == cost[i] && !name)))
                {
                    (cost[i], step[i], isName[i]) = (total, length, name);
                }
            }
        }

        for (var i = 0; i < count; i += step[i])
        {
            tokens.Add(step[i] == 1 ? Single(text, pieces, from + i) : Join(pieces, from + i, step[i], isName[i]));
        }
    }

    (bool Found, bool IsName) Find(string text, string folded, List<Token> pieces, int from, int length, bool isFirst)
    {
        var span = new TextSpan(pieces[from].Span.Start, pieces[from + length - 1].Span.End);
        if (length <= lexicon.LongestSyllables && IsEvenlySpaced(pieces, from, length) && lexicon.Contains(span.Of(folded)))
        {
            return (true, false);
        }

        return (length <= LongestName && IsNameRun(text, pieces, from, length, isFirst), true);
    }

    static bool IsEvenlySpaced(List<Token> pieces, int from, int length)
    {
        for (var i = from + 1; i < from + length; i++)
        {
            if (pieces[i].Span.Start != pieces[i - 1].Span.End + 1)
            {
                return false;
            }
        }

        return true;
    }

    // Capitalised syllables; the first of a sentence has its capital for another reason, so it needs two more.
    static bool IsNameRun(string text, List<Token> pieces, int from, int length, bool isFirst)
    {
        for (var i = from; i < from + length; i++)
        {
            if (!char.IsUpper(text[pieces[i].Span.Start]))
            {
                return false;
            }
        }

        return !isFirst || length > 2;
    }

    static Token Single(string text, List<Token> pieces, int at)
    {
        var piece = pieces[at];
        return piece.Kind == TokenKind.Word && at > 0 && char.IsUpper(text[piece.Span.Start])
            ? piece with
            {
                Kind = TokenKind.Name,
            }
            : piece;
    }

    static Token Join(List<Token> pieces, int from, int length, bool isName) =>
        new(new TextSpan(pieces[from].Span.Start, pieces[from + length - 1].Span.End), isName ? TokenKind.Name : TokenKind.Word, length);
}
