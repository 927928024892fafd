using System.Text;
using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Gateway.Articles.Words;

/// <summary>
/// Sentences as plain text: one a line, each ended by a line feed, words as they were written and parted by one blank. Of a word, each run of
/// white space is "_", an underscore "\_", a backslash "\\" and a control character U+FFFD: a blank always parts words, a bare underscore
/// always parts syllables.
/// </summary>
public static class SegmentedText
{
    /// <param name="text">What the spans slice.</param>
    public static string Of(IEnumerable<Sentence> sentences, string text)
    {
        var written = new StringBuilder();
        foreach (var sentence in sentences.Where(sentence => sentence.Tokens.Count > 0))
        {
            for (var i = 0; i < sentence.Tokens.Count; i++)
            {
                if (i > 0)
                    written.Append(' ');
                var span = sentence.Tokens[i].Span;
                AppendWord(written, text.AsSpan(span.Start, span.End - span.Start));
            }
            written.Append('\n');
        }
        return written.ToString();
    }

    static void AppendWord(StringBuilder written, ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (char.IsWhiteSpace(word[i]))
                written.Append(i > 0 && char.IsWhiteSpace(word[i - 1]) ? "" : "_");
            else if (word[i] is '_' or '\\')
                written.Append('\\').Append(word[i]);
            else
                written.Append(char.IsControl(word[i]) ? '\uFFFD' : word[i]);
        }
    }
}
