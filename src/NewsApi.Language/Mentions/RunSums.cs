using NewsApi.Language.Segmentation;

namespace NewsApi.Language.Mentions;

/// <summary>What is added up over the pieces of a run. A longer run from the same start takes it on from where it is.</summary>
struct RunSums(int start)
{
    PieceShape lastShape;
    byte lastTag;

    public int Start { get; } = start;
    public int Length { get; private set; }
    public ulong Letters { get; private set; }

    /// <summary>The shapes in their order, each once in a row.</summary>
    public ulong Shapes { get; private set; }
    public ulong Pattern { get; private set; }

    /// <summary>What an earlier model found, in its order, each once in a row; 0 where it was not asked.</summary>
    public ulong Tags { get; private set; }
    public uint Capitals { get; private set; }
    public uint Lowers { get; private set; }
    public uint Unknown { get; private set; }
    public uint Foreign { get; private set; }
    public ulong Marks { get; private set; }

    public void GoOnTo(int length, MentionText text, byte[]? tags)
    {
        while (Length < length)
        {
            Add(text, Start + Length, tags);
            Length++;
        }
    }

    void Add(MentionText text, int at, byte[]? tags)
    {
        ref readonly var piece = ref text.Pieces[at];
        ref readonly var form = ref text.Forms[at];
        Letters = FeatureRows.Join(Letters, text.Letters[at]);
        Shapes = form.Shape == lastShape ? Shapes : FeatureRows.Join(Shapes, (ulong)form.Shape);
        lastShape = form.Shape;
        Pattern = FeatureRows.Join(Pattern, form.Category);
        Capitals += piece.IsCapital ? 1u : 0;
        Lowers += piece.Shape == PieceShape.Lower ? 1u : 0;
        Unknown += (piece.Facts & SyllableFacts.Given) == 0 ? 1u : 0;
        Foreign += text.IsForeign[at] ? 1u : 0;
        Marks |= form.Marks;
        if (tags is not null)
        {
            Tags = tags[at] != lastTag || at == Start ? FeatureRows.Join(Tags, tags[at]) : Tags;
            lastTag = tags[at];
        }
    }
}
