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
    public static bool IsCandidate(ReadOnlySpan<WordPiece> pieces, int start, int length)
    {
        if (length > 1 && pieces[start + length - 1].IsBarrier)
        {
            return false;
        }

        return length <= 2 || ((pieces[start].StartMask >> length) & 1) != 0 || !HasLower(pieces.Slice(start, length));
    }

    /// <returns>For each piece, how many pieces the word has that starts there; 0 inside a word.</returns>
    public static byte[] Decode(WordPiece[] pieces, WordModel model)
    {
        var end = pieces.Length - PieceReader.Padding;
        var gaps = Gaps(pieces, model);
        var (best, length) = (new int[pieces.Length], new byte[pieces.Length]);
        best.AsSpan().Fill(int.MinValue);
        best[PieceReader.Padding] = 0;
        Span<uint> features = stackalloc uint[WordFeatures.OfWord];
        for (var start = PieceReader.Padding; start < end; start++)
        {
            var joins = 0;
            for (var n = 1; n <= LongestWord && start + n <= end; n++)
            {
                if (n > 1 && pieces[start + n - 1].IsBarrier)
                {
                    break;
                }

                joins += n > 1 ? gaps[start + n - 1] : 0;
                if (!IsCandidate(pieces, start, n))
                {
                    continue;
                }

                WordFeatures.ReadWord(pieces, start, n, features);
                var total = best[start] + joins + model.Score(features);
                if (total > best[start + n])
                {
                    (best[start + n], length[start + n]) = (total, (byte)n);
                }
            }
        }

        return Starts(length, end);
    }

    static int[] Gaps(WordPiece[] pieces, WordModel model)
    {
        var gaps = new int[pieces.Length];
        Span<uint> features = stackalloc uint[WordFeatures.OfGap];
        for (var at = PieceReader.Padding + 1; at < pieces.Length - PieceReader.Padding; at++)
        {
            if (!pieces[at].IsBarrier)
            {
                WordFeatures.ReadGap(pieces, at, features);
                gaps[at] = model.Score(features);
            }
        }

        return gaps;
    }

    static byte[] Starts(byte[] lengthEndingAt, int end)
    {
        var starts = new byte[end - PieceReader.Padding];
        for (var at = end; at > PieceReader.Padding; at -= lengthEndingAt[at])
        {
            starts[at - lengthEndingAt[at] - PieceReader.Padding] = lengthEndingAt[at];
        }

        return starts;
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
