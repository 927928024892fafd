using System.Numerics;

namespace NewsApi.Language.Segmentation;

/// <summary>
/// The features of a place between two pieces, which speak for or against joining them, and of a run of pieces, which speak for or against
/// its being a word. A feature is a hash of 32 bits, of which the model takes the highest.
/// </summary>
static class WordFeatures
{
    public const int OfGap = 31;
    public const int OfWord = 6;

    const SyllableFacts Names = SyllableFacts.Surname | SyllableFacts.Given;

    const ulong FirstFactor = 0x9E3779B97F4A7C15;
    const ulong SecondFactor = 0xC2B2AE3D27D4EB4F;

    /// <param name="at">The piece behind the place.</param>
    public static void ReadGap(ReadOnlySpan<WordPiece> pieces, int at, Span<uint> features)
    {
        ref readonly var before2 = ref pieces[at - 2];
        ref readonly var before = ref pieces[at - 1];
        ref readonly var behind = ref pieces[at];
        ref readonly var behind2 = ref pieces[at + 1];
        var pair = Join(before.Hash, behind.Hash);
        var shapes = ((ulong)before.Shape << 8) | (ulong)behind.Shape | (behind.IsGlued ? 1UL << 16 : 0);
        var wide = shapes | ((ulong)before2.Shape << 24) | ((ulong)behind2.Shape << 32);
        var cover = Cover(pieces, at);
        var words = Words(pieces, at);
        var names = (ulong)(before.Facts & Names) | ((ulong)(behind.Facts & Names) << 8) | ((ulong)(before2.Facts & Names) << 16);
        var counts = (ulong)(before.Facts & (SyllableFacts.Starts | SyllableFacts.Follows)) << 16;
        counts |= (ulong)(behind.Facts & (SyllableFacts.Starts | SyllableFacts.Follows));
        var n = 0;
        features[n] = Feature(n++, pair);
        features[n] = Feature(n++, before.Hash);
        features[n] = Feature(n++, behind.Hash);
        features[n] = Feature(n++, Join(before2.Hash, before.Hash));
        features[n] = Feature(n++, Join(behind.Hash, behind2.Hash));
        features[n] = Feature(n++, Join(before2.Hash, pair));
        features[n] = Feature(n++, Join(pair, behind2.Hash));
        features[n] = Feature(n++, Join(before2.Hash, behind.Hash));
        features[n] = Feature(n++, Join(before.Hash, behind2.Hash));
        features[n] = Feature(n++, before2.Hash);
        features[n] = Feature(n++, behind2.Hash);
        features[n] = Feature(n++, shapes);
        features[n] = Feature(n++, wide);
        features[n] = Feature(n++, Join(before.Hash, (ulong)behind.Shape));
        features[n] = Feature(n++, Join(behind.Hash, (ulong)before.Shape));
        features[n] = Feature(n++, cover);
        features[n] = Feature(n++, words);
        features[n] = Feature(n++, Join(words, cover));
        features[n] = Feature(n++, Join(words, shapes));
        features[n] = Feature(n++, Join(before.Hash, cover));
        features[n] = Feature(n++, Join(behind.Hash, cover));
        features[n] = Feature(n++, Join(names, shapes));
        features[n] = Feature(n++, Join(names, wide));
        features[n] = Feature(n++, Join(counts, cover));
        features[n] = Feature(n++, counts);
        features[n] = Feature(n++, (ulong)(before.Facts & SyllableFacts.Starts) | (behind.IsJoinedInCover ? 1UL : 0));
        features[n] = Feature(n++, (ulong)(behind.Facts & SyllableFacts.Follows) | (behind.IsJoinedInCover ? 1UL : 0));
        features[n] = Feature(n++, Join(before.Hash, behind.IsJoinedInCover ? 1UL : 0));
        features[n] = Feature(n++, Join(behind.Hash, behind.IsJoinedInCover ? 1UL : 0));
        features[n] = Feature(n++, Join(before.Hash == behind.Hash ? 1UL : 0, shapes));
        features[n] = Feature(n++, 1);
        System.Diagnostics.Debug.Assert(n == OfGap, "OfGap counts the features");
    }

    public static void ReadWord(ReadOnlySpan<WordPiece> pieces, int start, int length, Span<uint> features)
    {
        ref readonly var first = ref pieces[start];
        var hash = 0UL;
        var shapes = 0UL;
        for (var i = 0; i < length; i++)
        {
            ref readonly var piece = ref pieces[start + i];
            hash = Join(hash, piece.Hash);
            shapes = (shapes * 31) + (ulong)piece.Shape;
        }

        var inLexicon = (ulong)(((uint)first.StartMask >> length) & 1);
        var form = ((ulong)length << 1) | inLexicon;
        var around = ((ulong)pieces[start - 1].Shape << 8) | (ulong)pieces[start + length].Shape;
        features[0] = Feature(100, hash);
        features[1] = Feature(101, Join(form, shapes));
        features[2] = Feature(102, Join(Join(form, shapes), around));
        features[3] = Feature(103, Join(form, (ulong)(first.Facts & SyllableFacts.Surname) | ((ulong)first.Shape << 8)));
        features[4] = Feature(104, Join(Alternatives(pieces, start, length), form));
        features[5] = Feature(105, Join(Join(hash, 7), Alternatives(pieces, start, length)));
    }

    // Which words of the lexicon reach over the edges of the run.
    static ulong Alternatives(ReadOnlySpan<WordPiece> pieces, int start, int length)
    {
        ref readonly var first = ref pieces[start];
        ref readonly var next = ref pieces[start + length];
        var longer = (uint)first.StartMask >> (length + 1) != 0 ? 1UL : 0;
        return longer
            | (first.CoverLength != 0 ? 2UL : 0)
            | (next.CoverLength != 0 ? 4UL : 0)
            | (next.StartMask != 0 ? 8UL : 0)
            | (pieces[start - 1].EndMask != 0 ? 16UL : 0)
            | (first.IsJoinedInCover ? 32UL : 0)
            | (next.IsJoinedInCover ? 64UL : 0);
    }

    static ulong Cover(ReadOnlySpan<WordPiece> pieces, int at)
    {
        ref readonly var behind = ref pieces[at];
        return (ulong)behind.CoverLength
            | ((ulong)behind.CoverBefore << 4)
            | (behind.IsJoinedInCover ? 1UL << 8 : 0)
            | (pieces[at - 1].IsJoinedInCover ? 1UL << 9 : 0)
            | (pieces[at + 1].IsJoinedInCover ? 1UL << 10 : 0);
    }

    // The longest words of the lexicon that end before the place and that start behind it, and the pairs around it.
    static ulong Words(ReadOnlySpan<WordPiece> pieces, int at) =>
        (ulong)(uint)BitOperations.Log2((uint)pieces[at - 1].EndMask | 1)
        | ((ulong)(uint)BitOperations.Log2((uint)pieces[at].StartMask | 1) << 3)
        | ((ulong)(((uint)pieces[at - 1].StartMask >> 2) & 1) << 6)
        | ((ulong)(((uint)pieces[at].EndMask >> 3) & 1) << 7)
        | ((ulong)(((uint)pieces[at - 1].StartMask >> 3) & 1) << 8)
        | ((ulong)pieces[at].CoverLength << 9);

    static ulong Join(ulong first, ulong second) => ((first * FirstFactor) ^ (first >> 29)) + (second * SecondFactor);

    static uint Feature(int template, ulong value)
    {
        var hash = (value + ((ulong)template * FirstFactor)) * SecondFactor;
        return (uint)(((hash ^ (hash >> 32)) * FirstFactor) >> 32);
    }
}
