using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Segmentation;

/// <summary>
/// Joins the pieces of a sentence to words: a linear model over the word list, the syllables and how they are written, learned from the
/// training part of a treebank. Safe for any number of threads.
/// </summary>
public sealed class WordSegmenter
{
    readonly PieceReader reader;
    readonly WordModel model;

    internal WordSegmenter(SyllableLexicon lexicon, WordModel model) => (reader, this.model) = (new PieceReader(lexicon), model);

    /// <summary>Loads the word list and the model that are built into this assembly.</summary>
    /// <exception cref="Lexicons.LexiconException">A data file is broken.</exception>
    public static WordSegmenter Load() => new(SyllableLexicon.Load(), WordModel.Load());

    /// <param name="folded"><paramref name="text"/>, folded (<see cref="Folding.Fold"/>): same length.</param>
    /// <returns>The tokens, in order. Everything but white space is in exactly one.</returns>
    public List<Token> Segment(string text, string folded, TextSpan sentence)
    {
        var pieces = reader.Read(text, folded, sentence);
        var starts = WordDecoder.Decode(pieces, model);
        var tokens = new List<Token>(starts.Length);
        for (var i = 0; i < starts.Length; i += starts[i])
        {
            tokens.Add(Join(pieces.AsSpan(PieceReader.Padding + i, starts[i])));
        }

        return tokens;
    }

    static Token Join(ReadOnlySpan<WordPiece> word)
    {
        var (syllables, capitals, words, numbers) = (0, 0, 0, 0);
        foreach (ref readonly var piece in word)
        {
            syllables += piece.Token.Syllables;
            words += piece.Token.Kind == TokenKind.Word ? 1 : 0;
            numbers += piece.Token.Kind == TokenKind.Number ? 1 : 0;
            capitals += piece.IsCapital ? 1 : 0;
        }

        var isName = words > 0 && capitals == words && (word.Length > 1 || word[0].Shape != PieceShape.CapitalisedAtStart);
        var kind =
            words > 0 ? (isName ? TokenKind.Name : TokenKind.Word)
            : numbers > 0 ? TokenKind.Number
            : word[0].Token.Kind;
        return new Token(new TextSpan(word[0].Token.Span.Start, word[^1].Token.Span.End), kind, syllables);
    }
}
