using NewsApi.Language.Segmentation;
using NewsApi.Text;

namespace NewsApi.Evaluation.Words;

/// <summary>Spans that gold and the engine share.</summary>
public readonly record struct SpanCounts(int Gold, int Found, int Shared)
{
    public double Precision => Found == 0 ? 0 : (double)Shared / Found;

    public double Recall => Gold == 0 ? 0 : (double)Shared / Gold;

    public double F1 => Gold + Found == 0 ? 0 : 2.0 * Shared / (Gold + Found);

    public static SpanCounts operator +(SpanCounts left, SpanCounts right) =>
        new(left.Gold + right.Gold, left.Found + right.Found, left.Shared + right.Shared);

    public static SpanCounts Compare(IReadOnlySet<TextSpan> gold, IReadOnlySet<TextSpan> found) =>
        new(gold.Count, found.Count, gold.Count(found.Contains));
}

/// <summary>
/// Words and sentences against a treebank. Spans count characters that are not blank, so that blanks make no difference. A word is right
/// when both its ends are.
/// </summary>
/// <param name="All">All words, marks included.</param>
/// <param name="SeveralSyllables">Words with a blank inside.</param>
/// <param name="Sentences">Found in the running text of each paragraph; a file without paragraph marks is one.</param>
public sealed record WordScores(SpanCounts All, SpanCounts SeveralSyllables, SpanCounts Sentences)
{
    public static WordScores Measure(IReadOnlyList<ConlluSentence> gold, WordSegmenter words, SentenceSplitter sentences)
    {
        var (all, several) = (new SpanCounts(), new SpanCounts());
        foreach (var sentence in gold)
        {
            var text = sentence.Text;
            var found = words.Segment(text, Folding.Fold(text), new TextSpan(0, text.Length)).Select(token => token.Span).ToList();
            var offsets = Offsets(text);
            all += SpanCounts.Compare(Squeeze(sentence.Words, offsets), Squeeze(found, offsets));
            several += SpanCounts.Compare(Squeeze(Several(sentence.Words, text), offsets), Squeeze(Several(found, text), offsets));
        }

        var split = Paragraphs(gold).Select(paragraph => CompareSentences(paragraph, sentences));
        return new WordScores(all, several, split.Aggregate(new SpanCounts(), (sum, counts) => sum + counts));
    }

    static IEnumerable<TextSpan> Several(IEnumerable<TextSpan> words, string text) =>
        words.Where(word => word.Of(text).ContainsAny(' ', '\u00A0'));

    static IEnumerable<IReadOnlyList<ConlluSentence>> Paragraphs(IReadOnlyList<ConlluSentence> sentences)
    {
        var paragraph = new List<ConlluSentence>();
        foreach (var sentence in sentences)
        {
            if (sentence.OpensParagraph && paragraph.Count > 0)
            {
                yield return paragraph;
                paragraph = [];
            }

            paragraph.Add(sentence);
        }

        yield return paragraph;
    }

    static SpanCounts CompareSentences(IReadOnlyList<ConlluSentence> paragraph, SentenceSplitter splitter)
    {
        var text = string.Join(' ', paragraph.Select(sentence => sentence.Text));
        var offsets = Offsets(text);
        var (gold, start) = (new List<TextSpan>(), 0);
        foreach (var sentence in paragraph)
        {
            gold.Add(new TextSpan(start, start + sentence.Text.Length));
            start += sentence.Text.Length + 1;
        }

        return SpanCounts.Compare(Squeeze(gold, offsets), Squeeze(splitter.Split(text, new TextSpan(0, text.Length)), offsets));
    }

    // For each place of the text, how many characters before it are not blank.
    static int[] Offsets(string text)
    {
        var offsets = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            offsets[i + 1] = offsets[i] + (char.IsWhiteSpace(text[i]) ? 0 : 1);
        }

        return offsets;
    }

    static HashSet<TextSpan> Squeeze(IEnumerable<TextSpan> spans, int[] offsets) =>
        [.. spans.Select(span => new TextSpan(offsets[span.Start], offsets[span.End]))];
}
