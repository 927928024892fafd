using NewsApi.Language.Documents;
using NewsApi.Language.Reading;
using NewsApi.Language.Zoning;
using NewsApi.Text;

namespace NewsApi.Language.Segmentation;

/// <summary>Zoned page → the sentences of its content lines, with their tokens where asked for.</summary>
public sealed class DocumentSegmenter(SentenceSplitter sentences, WordSegmenter words)
{
    public static DocumentSegmenter Load() => new(SentenceSplitter.Load(), WordSegmenter.Load());

    public IReadOnlyList<Sentence> Segment(ZonedPage page, bool withTokens, CancellationToken cancellation)
    {
        var found = new List<Sentence>();
        foreach (var line in page.Lines)
        {
            cancellation.ThrowIfCancellationRequested();
            if (line.Role.IsContent())
            {
                Segment(page.Page, line, withTokens, found);
            }
        }

        return found;
    }

    void Segment(Page page, ZonedLine line, bool withTokens, List<Sentence> found)
    {
        var start = line.Facts.Line.Content.Start;
        var folded = withTokens ? Folding.Fold(line.Text) : "";
        foreach (var span in sentences.Split(line.Text, new TextSpan(0, line.Text.Length)))
        {
            var tokens = withTokens ? words.Segment(line.Text, folded, span) : [];
            found.Add(
                new Sentence(
                    InOriginal(page, start, span),
                    line.Number,
                    [.. tokens.Select(token => InOriginal(page, start, line.Text, folded, token))]
                )
            );
        }
    }

    static Token InOriginal(Page page, int lineStart, string text, string folded, Token token)
    {
        var span = InOriginal(page, lineStart, token.Span);
        var word = token.Span.Of(text);
        var normal = NormalForm.Of(word, token.Span.Of(folded), token.Kind);
        // A page that is not in NFC: what the span slices may be no normal form although its NFC is.
        if (normal is null && !word.SequenceEqual(span.Of(page.Source.Original)))
        {
            normal = word.ToString();
        }

        return token with
        {
            Span = span,
            Normal = normal,
        };
    }

    static TextSpan InOriginal(Page page, int lineStart, TextSpan span) =>
        page.ToOriginal(new TextSpan(lineStart + span.Start, lineStart + span.End));
}
