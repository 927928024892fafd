using System.Globalization;
using System.Text;
using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Gateway.Articles.Words;

/// <summary>Where the words that are written come from.</summary>
/// <param name="ArticleId">Null for a page that is not kept.</param>
/// <param name="Revision">Null for a page that is not kept.</param>
public sealed record WordSource(Guid? ArticleId, int? Revision, string PipelineVersion);

/// <summary>
/// Sentences in CoNLL-U (universaldependencies.org/format.html), words of several syllables with their blanks as in UD_Vietnamese. FORM and
/// "# text" are as submitted, but for white space (a blank for each character) and control characters (U+FFFD): both keep the length in UTF-16.
/// </summary>
public static class ConlluText
{
    public const string MediaType = "text/x-conllu";

    /// <param name="text">What the spans of the sentences slice.</param>
    /// <param name="offsets">Of that text, in the unit that Start and End are to count.</param>
    /// <returns>Empty where there are no words: CoNLL-U has no document without a sentence.</returns>
    public static string Of(WordSource source, IEnumerable<Sentence> sentences, string text, OffsetConverter offsets)
    {
        var written = new StringBuilder();
        var prefix = source.ArticleId is { } id ? id + "-" : "";
        var all = sentences.Where(sentence => sentence.Tokens.Count > 0).ToArray();
        for (var i = 0; i < all.Length; i++)
        {
            if (i == 0)
                AppendDocument(written, source, offsets.Unit);
            if (i == 0 || all[i].Line != all[i - 1].Line)
                written.Append(CultureInfo.InvariantCulture, $"# newpar id = {prefix}p{all[i].Line}\n");
            written.Append(CultureInfo.InvariantCulture, $"# sent_id = {prefix}s{i + 1}\n# text = ");
            AppendText(written, Slice(text, all[i].Span));
            written.Append('\n');
            AppendWords(written, all[i], i + 1 < all.Length ? all[i + 1].Span.Start : -1, text, offsets);
            written.Append('\n');
        }
        return written.ToString();
    }

    static void AppendDocument(StringBuilder written, WordSource source, OffsetUnit unit)
    {
        written.Append(source.ArticleId is { } id ? $"# newdoc id = {id}\n" : "# newdoc\n");
        if (source.Revision is { } revision)
            written.Append(CultureInfo.InvariantCulture, $"# revision = {revision}\n");
        written.Append("# pipeline_version = ").Append(source.PipelineVersion).Append('\n');
        written.Append("# offset_unit = ").Append(unit.ToString().ToLowerInvariant()).Append('\n');
    }

    /// <param name="next">Where the sentence after this one begins; -1 for none.</param>
    static void AppendWords(StringBuilder written, Sentence sentence, int next, string text, OffsetConverter offsets)
    {
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            var token = sentence.Tokens[i];
            var form = Slice(text, token.Span);
            written.Append(CultureInfo.InvariantCulture, $"{i + 1}\t");
            AppendText(written, form);
            written.Append('\t');
            AppendText(written, token.Normal.Length > 0 ? token.Normal : form);
            written.Append('\t').Append(PartOfSpeech(token.Kind)).Append("\t_\t_\t_\t_\t_\t");
            var follower = i + 1 < sentence.Tokens.Count ? sentence.Tokens[i + 1].Span.Start : next;
            AppendMisc(written, token, follower == token.Span.End, offsets);
            written.Append('\n');
        }
    }

    static void AppendMisc(StringBuilder written, Token token, bool isGlued, OffsetConverter offsets)
    {
        var span = offsets.Convert(token.Span);
        written.Append(CultureInfo.InvariantCulture, $"Start={span.Start}|End={span.End}");
        written.Append(token.Kind == TokenKind.Name ? "|Kind=Name" : "").Append(isGlued ? "|SpaceAfter=No" : "");
    }

    static string PartOfSpeech(TokenKind kind) =>
        kind switch
        {
            TokenKind.Number => "NUM",
            TokenKind.Punctuation => "PUNCT",
            TokenKind.Symbol => "SYM",
            _ => "_",
        };

    static void AppendText(StringBuilder written, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            written.Append(
                char.IsWhiteSpace(c) ? ' '
                : char.IsControl(c) ? '\uFFFD'
                : c
            );
    }

    static ReadOnlySpan<char> Slice(string text, TextSpan span) => text.AsSpan(span.Start, span.End - span.Start);
}
