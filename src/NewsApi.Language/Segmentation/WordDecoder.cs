using System.Numerics;

namespace NewsApi.Language.Segmentation;

/// <summary>
/// Cuts a sentence into the words that together have the most points: each word's own, and those of the places that it joins. The search is
/// exact over all cuts whose words are candidates (a semi-Markov model of order 0).
/// </summary>
static class WordDecoder
{
    /// <summary>Pieces of the longest word: "70 . 000 - 150 . 000".</summary>
    public const int LongestWord = 8;

    /// <summary>
    /// The lengths that a word may have that starts here, a bit for each: one, two, those of the lexicon's words, and any without a piece in
    /// small letters. Longer words in small letters are in the lexicon or are not found.
    /// </summary>
    public static uint CandidateLengths(ReadOnlySpan<WordPiece> pieces, int start)
    {
        var (lengths, hasLower) = (1u << 1, pieces[start].Shape == PieceShape.Lower);
        var longest = Math.Min(LongestWord, pieces.Length - PieceReader.Padding - start);
        for (var length = 2; length <= longest; length++)
        {
            ref readonly var last = ref pieces[start + length - 1];
            hasLower |= last.Shape == PieceShape.Lower;
            if (last.IsBarrier || (hasLower && length > 2 && pieces[start].StartMask >> length == 0))
            {
                break;
            }

            lengths |= length == 2 || !hasLower || pieces[start].StartsWord(length) ? 1u << length : 0;
        }

        return lengths;
    }

    /// <returns>For each piece, without what pads them, how many pieces the word has that starts there; 0 inside a word.</returns>
    public static byte[] Decode(ReadOnlySpan<WordPiece> pieces, WordModel model)
    {
        var limit = pieces.Length - PieceReader.Padding;
        var joins = Joins(pieces, model);
        var (best, lengthBefore) = (new long[pieces.Length], new byte[pieces.Length]);
        best.AsSpan(PieceReader.Padding + 1).Fill(long.MinValue);
        Span<uint> features = stackalloc uint[WordFeatures.OfWord];
        for (var start = PieceReader.Padding; start < limit; start++)
        {
            for (var lengths = CandidateLengths(pieces, start); lengths != 0; lengths &= lengths - 1)
            {
                var length = BitOperations.TrailingZeroCount(lengths);
                WordFeatures.ReadWord(pieces, start, length, features);
                var end = start + length;
                var total = best[start] + joins[end - 1] - joins[start] + model.Score(features);
                if (total > best[end])
                {
                    (best[end], lengthBefore[end]) = (total, (byte)length);
                }
            }
        }

        return Lengths(lengthBefore, limit);
    }

    // At each piece the points for joining all pieces up to it, so that a word's are a difference.
    static long[] Joins(ReadOnlySpan<WordPiece> pieces, WordModel model)
    {
        var joins = new long[pieces.Length];
        Span<uint> features = stackalloc uint[WordFeatures.OfGap];
        for (var at = PieceReader.Padding + 1; at < pieces.Length - PieceReader.Padding; at++)
        {
            joins[at] = joins[at - 1];
            if (!pieces[at].IsBarrier)
            {
                WordFeatures.ReadGap(pieces, at, features);
                joins[at] += model.Score(features);
            }
        }

        return joins;
    }

    static byte[] Lengths(byte[] lengthBefore, int end)
    {
        var lengths = new byte[end - PieceReader.Padding];
        for (var at = end; at > PieceReader.Padding; at -= lengthBefore[at])
        {
            lengths[at - lengthBefore[at] - PieceReader.Padding] = lengthBefore[at];
        }

        return lengths;
    }
}
