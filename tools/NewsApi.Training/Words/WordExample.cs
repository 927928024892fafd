using NewsApi.Evaluation.Words;
using NewsApi.Language.Segmentation;
using NewsApi.Text;

namespace NewsApi.Training.Words;

/// <summary>A run of pieces that may be a word.</summary>
readonly record struct WordCandidate(int Start, int Length, bool IsGold, uint[] Features);

/// <summary>A sentence as the trainer sees it: features of all places and all candidates, and which of them are right.</summary>
sealed class WordExample
{
    /// <summary>The features of the place before each piece; null where no word goes on over it.</summary>
    public required uint[]?[] Gaps { get; init; }

    /// <summary>Whether the treebank joins the piece to the one before.</summary>
    public required bool[] IsJoined { get; init; }

    /// <summary>By where they start, then by length.</summary>
    public required WordCandidate[] Candidates { get; init; }

    public int Length => Gaps.Length;

    public static WordExample From(ConlluSentence sentence, PieceReader reader)
    {
        var pieces = reader.Read(sentence.Text, Folding.Fold(sentence.Text), new TextSpan(0, sentence.Text.Length));
        var count = pieces.Length - (2 * PieceReader.Padding);
        var joined = Joined(sentence, pieces, count);
        var gaps = new uint[]?[count];
        var candidates = new List<WordCandidate>();
        for (var at = 0; at < count; at++)
        {
            gaps[at] = Gap(pieces, at);
            var lengths = WordDecoder.CandidateLengths(pieces, PieceReader.Padding + at);
            for (var length = 1; length <= WordDecoder.LongestWord && at + length <= count; length++)
            {
                var isGold = IsGold(joined, at, length);
                if (isGold || ((lengths >> length) & 1) != 0)
                {
                    var features = new uint[WordFeatures.OfWord];
                    WordFeatures.ReadWord(pieces, PieceReader.Padding + at, length, features);
                    candidates.Add(new WordCandidate(at, length, isGold, features));
                }
            }
        }

        return new WordExample
        {
            Gaps = gaps,
            IsJoined = joined,
            Candidates = [.. candidates],
        };
    }

    static uint[]? Gap(WordPiece[] pieces, int at)
    {
        if (pieces[PieceReader.Padding + at].IsBarrier)
        {
            return null;
        }

        var features = new uint[WordFeatures.OfGap];
        WordFeatures.ReadGap(pieces, PieceReader.Padding + at, features);
        return features;
    }

    // A piece that the treebank cuts inside counts with the word of its first part. Words longer than any candidate are cut.
    static bool[] Joined(ConlluSentence sentence, WordPiece[] pieces, int count)
    {
        var (joined, word, length) = (new bool[count], 0, 1);
        for (var at = 1; at < count; at++)
        {
            ref readonly var piece = ref pieces[PieceReader.Padding + at];
            while (word < sentence.Words.Count && sentence.Words[word].End <= piece.Token.Span.Start)
            {
                word++;
            }

            joined[at] = sentence.Words[word].Start < piece.Token.Span.Start && !piece.IsBarrier && length < WordDecoder.LongestWord;
            length = joined[at] ? length + 1 : 1;
        }

        return joined;
    }

    static bool IsGold(bool[] joined, int start, int length)
    {
        for (var i = start + 1; i < start + length; i++)
        {
            if (!joined[i])
            {
                return false;
            }
        }

        return !joined[start] && (start + length == joined.Length || !joined[start + length]);
    }
}
