using System.Numerics;
using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Segmentation;

/// <summary>Reads a sentence into pieces with their shapes and what the lexicon knows of them.</summary>
sealed class PieceReader(SyllableLexicon lexicon)
{
    /// <summary>So many pieces that stand for nothing are before the first piece and behind the last.</summary>
    public const int Padding = 2;

    const int LongestLexiconWord = 7;

    static readonly ulong[] ShapeHashes = [.. Enum.GetValues<PieceShape>().Select(shape => SyllableLexicon.Hash($"<{(int)shape}>"))];

    /// <param name="folded"><paramref name="text"/>, folded: same length.</param>
    public WordPiece[] Read(string text, string folded, TextSpan sentence) => Read(text, folded, TokenScanner.Scan(text, sentence));

    /// <summary>Several sentences as one row of pieces: the stop at the end of each is a piece of its own.</summary>
    /// <param name="folded"><paramref name="text"/>, folded: same length.</param>
    public WordPiece[] Read(string text, string folded, IEnumerable<TextSpan> sentences) =>
        Read(text, folded, sentences.SelectMany(sentence => TokenScanner.Scan(text, sentence)).ToList());

    WordPiece[] Read(string text, string folded, List<Token> tokens)
    {
        var pieces = new WordPiece[tokens.Count + (2 * Padding)];
        for (var i = 0; i < Padding; i++)
        {
            pieces[i].Hash = pieces[^(i + 1)].Hash = ShapeHashes[0];
        }

        var hasLower = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            ReadPiece(text, folded, tokens, i, ref pieces[i + Padding]);
            hasLower |= HasLower(pieces[i + Padding]);
        }

        if (tokens.Count > 0)
        {
            FindBarriers(text, pieces);
            MendCapitals(pieces.AsSpan(Padding, tokens.Count), hasLower);
            FindWords(pieces);
            FindReversed(pieces);
            FindCover(pieces);
        }

        return pieces;
    }

    // "Y" in "SỞ Y TẾ" is all there is of its syllable.
    static bool HasLower(WordPiece piece) =>
        piece.Shape == PieceShape.Lower || (piece.Shape == PieceShape.Capitalised && piece.Token.Span.Length > 1);

    void ReadPiece(string text, string folded, List<Token> tokens, int i, ref WordPiece piece)
    {
        var token = tokens[i];
        var before = i == 0 ? -1 : tokens[i - 1].Span.End;
        piece.Token = token;
        piece.Shape = ShapeOf(token, text, folded);
        piece.IsGlued = before == token.Span.Start;
        if (token.Kind is TokenKind.Number or TokenKind.Symbol)
        {
            piece.Hash = ShapeHashes[(int)piece.Shape];
            return;
        }

        var letters = token.Span.Of(folded);
        piece.Hash = SyllableLexicon.Hash(letters);
        if (token.Kind == TokenKind.Word)
        {
            piece.Facts = lexicon.Find(SyllableLexicon.Extend(0, piece.Hash));
            piece.Sounds = SyllableSounds.Of(letters);
        }
    }

    static void FindBarriers(string text, WordPiece[] pieces)
    {
        pieces[Padding].IsBarrier = true;
        for (var at = Padding + 1; at < pieces.Length - Padding; at++)
        {
            ref readonly var before = ref pieces[at - 1];
            ref var piece = ref pieces[at];
            piece.IsBarrier =
                EndsWords(pieces, at - 1)
                || EndsWords(pieces, at)
                || (before.Token.Kind == TokenKind.Number && piece.Shape == PieceShape.Lower)
                || (text[before.Token.Span.End - 1] == '.' && before.Shape == PieceShape.WithMarks && piece.Shape != PieceShape.Upper)
                || (
                    !piece.IsGlued
                    && (piece.Token.Span.Start - before.Token.Span.End > 1 || text[before.Token.Span.End] is not (' ' or '\u00A0'))
                );
        }
    }

    // An address, a quote, a bracket, a colon, a percent sign; a comma but for "3 , 5".
    static bool EndsWords(WordPiece[] pieces, int at) =>
        pieces[at].Shape is PieceShape.Symbol or PieceShape.OtherMark or PieceShape.Percent
        || (
            pieces[at].Shape == PieceShape.Comma
            && (pieces[at - 1].Token.Kind != TokenKind.Number || pieces[at + 1].Token.Kind != TokenKind.Number)
        );

    static PieceShape ShapeOf(Token token, string text, string folded) =>
        token.Kind switch
        {
            TokenKind.Word => IsPlain(token.Span.Of(text), token.Span.Of(folded)) ? PieceShape.Lower : WordShape(token.Span.Of(text)),
            TokenKind.Number => NumberShape(token.Span.Of(text)),
            TokenKind.Symbol => PieceShape.Symbol,
            _ => MarkShape(token.Span.Of(text)),
        };

    // Most syllables are in small letters: told at a look.
    static bool IsPlain(ReadOnlySpan<char> word, ReadOnlySpan<char> folded) =>
        word.SequenceEqual(folded) && !word.ContainsAnyInRange('\0', '`') && char.IsLower(word[0]);

    static PieceShape WordShape(ReadOnlySpan<char> word)
    {
        var (uppers, letters) = (0, 0);
        var (hasDigit, hasMark) = (false, false);
        foreach (var c in word)
        {
            if (char.IsLetter(c))
            {
                letters++;
                uppers += char.IsUpper(c) ? 1 : 0;
            }
            else
            {
                hasDigit |= char.IsDigit(c);
                hasMark |= c is '-' or '.' or '&';
            }
        }

        return hasDigit ? PieceShape.WithDigits
            : hasMark && char.IsUpper(word[0]) ? PieceShape.WithMarks
            : uppers == letters && letters > 1 ? PieceShape.Upper
            : char.IsUpper(word[0]) ? PieceShape.Capitalised
            : PieceShape.Lower;
    }

    static PieceShape NumberShape(ReadOnlySpan<char> number) =>
        number.IndexOfAny("/-:+") >= 0 || number.ContainsAnyInRange('a', 'z') ? PieceShape.JoinedNumber
        : number.IndexOfAny(".,") >= 0 ? PieceShape.PointedNumber
        : number.Length switch
        {
            < 3 => PieceShape.ShortNumber,
            3 => PieceShape.ThreeDigits,
            _ => PieceShape.LongNumber,
        };

    static PieceShape MarkShape(ReadOnlySpan<char> mark) =>
        mark switch
        {
            "," => PieceShape.Comma,
            "." => PieceShape.Stop,
            "-" or "–" or "—" => PieceShape.Dash,
            "/" => PieceShape.Slash,
            "%" => PieceShape.Percent,
            "&" => PieceShape.Ampersand,
            _ => PieceShape.OtherMark,
        };

    // A text in capitals only says nothing by them. Elsewhere the first word of a sentence or a quotation has its capital for its place.
    static void MendCapitals(Span<WordPiece> pieces, bool hasLower)
    {
        var atStart = true;
        foreach (ref var piece in pieces)
        {
            if (!hasLower && piece.Shape is (PieceShape.Upper or PieceShape.Capitalised))
            {
                piece.Shape = PieceShape.Lower;
            }

            if (atStart && piece.Shape == PieceShape.Capitalised)
            {
                piece.Shape = PieceShape.CapitalisedAtStart;
            }

            atStart = piece.Shape is PieceShape.OtherMark or PieceShape.Stop || (atStart && !piece.IsWord);
        }
    }

    void FindWords(WordPiece[] pieces)
    {
        for (var start = Padding; start < pieces.Length - Padding; start++)
        {
            ref var first = ref pieces[start];
            var (run, known) = (SyllableLexicon.Extend(0, first.Hash), first.Facts);
            for (var length = 2; length <= LongestLexiconWord && (known & SyllableFacts.Prefix) != 0; length++)
            {
                ref var last = ref pieces[start + length - 1];
                if (last.Token.Kind != TokenKind.Word || last.IsBarrier || last.IsGlued)
                {
                    break;
                }

                run = SyllableLexicon.Extend(run, last.Hash);
                known = lexicon.Find(run);
                if ((known & SyllableFacts.Word) != 0)
                {
                    var writers = (uint)(known & SyllableFacts.Writers) / (uint)SyllableFacts.Writer1;
                    first.StartMask |= (byte)(1 << length);
                    first.StartWriters |= writers << (4 * length);
                    last.EndMask |= (byte)(1 << length);
                    MarkCovered(pieces.AsSpan(start, length), (byte)writers);
                }
            }
        }
    }

    static void MarkCovered(Span<WordPiece> word, byte writers)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (word.Length > word[i].CoverLength)
            {
                (word[i].CoverLength, word[i].CoverBefore, word[i].CoverWriters) = ((byte)word.Length, (byte)i, writers);
            }
        }
    }

    void FindReversed(WordPiece[] pieces)
    {
        for (var at = Padding + 1; at < pieces.Length - Padding; at++)
        {
            ref var piece = ref pieces[at];
            if ((piece.Facts & SyllableFacts.Prefix) != 0 && (pieces[at - 1].Facts & SyllableFacts.Follows) != 0)
            {
                var run = SyllableLexicon.Extend(SyllableLexicon.Extend(0, piece.Hash), pieces[at - 1].Hash);
                piece.IsWordReversed = (lexicon.Find(run) & SyllableFacts.Word) != 0;
            }
        }
    }

    // The fewest words; of covers with as many, the one whose first words are longer.
    static void FindCover(WordPiece[] pieces)
    {
        var (cost, step) = (new int[pieces.Length + 1], new byte[pieces.Length + 1]);
        for (var start = pieces.Length - Padding - 1; start >= Padding; start--)
        {
            (cost[start], step[start]) = (cost[start + 1] + 1, 1);
            for (var mask = (uint)pieces[start].StartMask; mask != 0; mask &= mask - 1)
            {
                var length = BitOperations.TrailingZeroCount(mask);
                if (cost[start + length] + 1 <= cost[start])
                {
                    (cost[start], step[start]) = (cost[start + length] + 1, (byte)length);
                }
            }
        }

        for (var start = Padding; start < pieces.Length - Padding; start += step[start])
        {
            for (var i = 1; i < step[start]; i++)
            {
                pieces[start + i].IsJoinedInCover = true;
            }
        }
    }
}
