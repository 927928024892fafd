using System.Numerics;

namespace NewsApi.Language.Segmentation;

/// <summary>
/// The features of a place between two pieces, which speak for or against joining them, and of a run of pieces, which speak for or against
/// its being a word. A feature is a hash of 32 bits, of which the model takes the highest. Which ones are here was decided by leaving out
/// one at a time.
/// </summary>
static class WordFeatures
{
    public const int OfGap = 27;
    public const int OfWord = 8;

    const int FirstOfWord = 64;
    const SyllableFacts Names = SyllableFacts.Surname | SyllableFacts.Given;
    const ulong FirstFactor = 0x9E3779B97F4A7C15;
    const ulong SecondFactor = 0xC2B2AE3D27D4EB4F;

    /// <param name="pieces">With what pads them (<see cref="PieceReader.Padding"/>).</param>
    /// <param name="at">The piece behind the place.</param>
    /// <param name="features">Of length <see cref="OfGap"/>.</param>
    public static void ReadGap(ReadOnlySpan<WordPiece> pieces, int at, Span<uint> features)
    {
        var around = pieces.Slice(at - 2, 4);
        var list = new FeatureList(features, 0);
        AddLetters(ref list, around);
        AddShapes(ref list, around);
        AddLexicon(ref list, around);
        AddSyllables(ref list, around);
    }

    /// <param name="features">Of length <see cref="OfWord"/>.</param>
    public static void ReadWord(ReadOnlySpan<WordPiece> pieces, int start, int length, Span<uint> features)
    {
        var (hash, shapes) = (0UL, 0UL);
        foreach (ref readonly var piece in pieces.Slice(start, length))
        {
            hash = Join(hash, piece.Hash);
            shapes = (shapes * 31) + (ulong)piece.Shape;
        }

        ref readonly var first = ref pieces[start];
        var form = ((ulong)length << 1) | Bit(first.StartsWord(length));
        var sides = ((ulong)pieces[start - 1].Shape << 8) | (ulong)pieces[start + length].Shape;
        var written = Join(form, first.WritersOf(length));
        var rivals = Rivals(pieces, start, length);
        var list = new FeatureList(features, FirstOfWord);
        list.Add(hash);
        list.Add(Join(form, shapes));
        list.Add(Join(Join(form, shapes), sides));
        list.Add(Join(form, (ulong)(first.Facts & SyllableFacts.Surname) | ((ulong)first.Shape << 8)));
        list.Add(Join(rivals, form));
        list.Add(Join(hash, rivals));
        list.Add(written);
        list.Add(Join(written, rivals));
    }

    static void AddLetters(ref FeatureList list, ReadOnlySpan<WordPiece> around)
    {
        ref readonly var before = ref around[1];
        ref readonly var behind = ref around[2];
        list.Add(Join(before.Hash, behind.Hash));
        list.Add(behind.Hash);
        list.Add(around[0].Hash);
        list.Add(around[3].Hash);
        list.Add(Join(around[0].Hash, behind.Hash));
    }

    static void AddShapes(ref FeatureList list, ReadOnlySpan<WordPiece> around)
    {
        ref readonly var before = ref around[1];
        ref readonly var behind = ref around[2];
        var isGlued = behind.IsGlued && TellsByGlue(before.Shape) && TellsByGlue(behind.Shape);
        var shapes = ((ulong)before.Shape << 8) | (ulong)behind.Shape | (Bit(isGlued) << 16);
        var names =
            (ulong)(before.Facts & Names) | ((ulong)(behind.Facts & Names) << 8) | ((ulong)(around[0].Facts & SyllableFacts.Surname) << 16);
        list.Add(shapes);
        list.Add(shapes | ((ulong)around[0].Shape << 24) | ((ulong)around[3].Shape << 32));
        list.Add(Join(behind.Hash, (ulong)before.Shape));
        list.Add(Join(names, shapes));
        list.Add(Join(LongestWords(around), shapes));
        list.Add(Join(Bit(before.Hash == behind.Hash), shapes));
    }

    static void AddLexicon(ref FeatureList list, ReadOnlySpan<WordPiece> around)
    {
        ref readonly var before = ref around[1];
        ref readonly var behind = ref around[2];
        var cover = Cover(around);
        var writers = (ulong)behind.CoverWriters;
        list.Add(cover);
        list.Add(Join(before.Hash, cover));
        list.Add(Join(behind.Hash, cover));
        list.Add(Join(before.WritersOf(2), cover));
        list.Add(Join(writers, cover));
        list.Add(Join(writers, ((ulong)before.CoverWriters << 4) | ((ulong)around[3].CoverWriters << 8) | (cover << 12)));
        list.Add(Bit(behind.IsJoinedInCover) | (Bit(behind.IsWordReversed) << 1));
    }

    static void AddSyllables(ref FeatureList list, ReadOnlySpan<WordPiece> around)
    {
        ref readonly var before = ref around[1];
        ref readonly var behind = ref around[2];
        var isJoined = Bit(behind.IsJoinedInCover);
        var beforeCounts = (ulong)(before.Facts & (SyllableFacts.Starts | SyllableFacts.Follows));
        var behindCounts = (ulong)(behind.Facts & (SyllableFacts.Starts | SyllableFacts.Follows));
        var counts = (beforeCounts << 16) | behindCounts;
        var alike = Bit(before.Sounds.Onset == behind.Sounds.Onset) | (Bit(before.Sounds.Rhyme == behind.Sounds.Rhyme) << 1);
        var function = 0UL;
        foreach (ref readonly var piece in around)
        {
            function = (function << 1) | Bit((piece.Facts & SyllableFacts.Function) != 0);
        }

        list.Add(Join(counts, Cover(around)));
        list.Add(Join(counts, behind.CoverWriters));
        list.Add((ulong)(before.Facts & SyllableFacts.Starts) | isJoined);
        list.Add((ulong)(behind.Facts & SyllableFacts.Follows) | isJoined);
        list.Add(Join(before.Hash, behindCounts | isJoined));
        list.Add(Join(behind.Hash, beforeCounts | isJoined));
        list.Add(Join(alike | ((ulong)before.Sounds.Tone << 4) | ((ulong)behind.Sounds.Tone << 8), isJoined));
        list.Add(Join(function, Cover(around)));
        list.Add(Join(behind.CoverWriters, (function << 1) | isJoined));
    }

    // In running text a comma, a stop or a bracket always stands close; the treebank puts a blank before it.
    static bool TellsByGlue(PieceShape shape) =>
        shape is not (PieceShape.Comma or PieceShape.Stop or PieceShape.Percent or PieceShape.OtherMark);

    // The longest word of the lexicon over the place, where in it the place is, and what the cover with the fewest words does here and beside.
    static ulong Cover(ReadOnlySpan<WordPiece> around) =>
        (ulong)around[2].CoverLength
        | ((ulong)around[2].CoverBefore << 4)
        | (Bit(around[2].IsJoinedInCover) << 8)
        | (Bit(around[1].IsJoinedInCover) << 9)
        | (Bit(around[3].IsJoinedInCover) << 10);

    // The longest words of the lexicon that end before the place, start behind it and go over it.
    static ulong LongestWords(ReadOnlySpan<WordPiece> around) =>
        (ulong)(uint)BitOperations.Log2((uint)around[1].EndMask | 1)
        | ((ulong)(uint)BitOperations.Log2((uint)around[2].StartMask | 1) << 3)
        | (Bit(around[1].StartsWord(2)) << 6)
        | (Bit((around[2].EndMask & (1 << 3)) != 0) << 7)
        | (Bit(around[1].StartsWord(3)) << 8)
        | ((ulong)around[2].CoverLength << 9);

    // Which words of the lexicon go over the edges of the run or stand beside it.
    static ulong Rivals(ReadOnlySpan<WordPiece> pieces, int start, int length)
    {
        ref readonly var first = ref pieces[start];
        ref readonly var next = ref pieces[start + length];
        return Bit(first.StartMask >> (length + 1) != 0)
            | (Bit(first.CoverLength != 0) << 1)
            | (Bit(next.CoverLength != 0) << 2)
            | (Bit(next.StartMask != 0) << 3)
            | (Bit(pieces[start - 1].EndMask != 0) << 4)
            | (Bit(first.IsJoinedInCover) << 5)
            | (Bit(next.IsJoinedInCover) << 6);
    }

    static ulong Bit(bool value) => value ? 1UL : 0;

    static ulong Join(ulong first, ulong second) => (first * FirstFactor) + second;

    ref struct FeatureList(Span<uint> features, int kind)
    {
        readonly Span<uint> features = features;
        ulong salt = (ulong)kind * FirstFactor;
        int count;

        public void Add(ulong value)
        {
            features[count++] = (uint)(((value + salt) * SecondFactor) >> 32);
            salt += FirstFactor;
        }
    }
}
