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
    /// Whether the pieces may be a word: one, two, a word of the lexicon, or any run without a piece in small letters. Longer words in small
    /// letters are in the lexicon or are not found.
    /// </summary>
    /// <param name="length">No more than pieces without a barrier between them.</param>
    public static bool IsCandidate(ReadOnlySpan<WordPiece> pieces, int start, int length) =>
        length <= 2 || pieces[start].StartsWord(length) || !HasLower(pieces.Slice(start, length));

    /// <summary>How many pieces from a place on have no barrier between them, up to <see cref="LongestWord"/>.</summary>
    public static int LongestFrom(ReadOnlySpan<WordPiece> pieces, int start)
    {
        var length = 1;
        while (length < LongestWord && start + length < pieces.Length - PieceReader.Padding && !pieces[start + length].IsBarrier)
        {
            length++;
        }

        return length;
    }

    /// <returns>For each piece, without what pads them, how many pieces the word has that starts there; 0 inside a word.</returns>
    public static byte[] Decode(ReadOnlySpan<WordPiece> pieces, WordModel model)
    {
        var end = pieces.Length - PieceReader.Padding;
        var joins = Joins(pieces, model);
        var (best, lengthBefore) = (new long[pieces.Length], new byte[pieces.Length]);
        best.AsSpan(PieceReader.Padding + 1).Fill(long.MinValue);
        Span<uint> features = stackalloc uint[WordFeatures.OfWord];
        for (var start = PieceReader.Padding; start < end; start++)
        {
            var longest = LongestFrom(pieces, start);
            for (var length = 1; length <= longest; length++)
            {
                if (!IsCandidate(pieces, start, length))
                {
                    continue;
                }

                WordFeatures.ReadWord(pieces, start, length, features);
                var last = start + length - 1;
                var total = best[start] + joins[last] - joins[start] + model.Score(features);
                if (total > best[last + 1])
                {
                    (best[last + 1], lengthBefore[last + 1]) = (total, (byte)length);
                }
            }
        }

        return Lengths(lengthBefore, end);
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

    static bool HasLower(ReadOnlySpan<WordPiece> run)
    {
        foreach (ref readonly var piece in run)
        {
            if (piece.Shape == PieceShape.Lower)
            {
                return true;
            }
        }

        return false;
    }
}
