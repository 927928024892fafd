namespace NewsApi.Language.Mentions;

/// <summary>
/// The features of a place or a run as hashes of 32 bits, of which a model takes the highest. Each kind of feature has a number of its own,
/// which also parts its hashes from those of other kinds.
/// </summary>
sealed class FeatureRows
{
    const ulong FirstFactor = 0x9E3779B97F4A7C15;
    const ulong SecondFactor = 0xC2B2AE3D27D4EB4F;

    uint[] rows = new uint[128];
    int count;
    readonly List<byte>? kinds;

    /// <param name="keepsKinds">Whether to keep which feature is of which kind, for explanations.</param>
    public FeatureRows(bool keepsKinds = false) => kinds = keepsKinds ? [] : null;

    public ReadOnlySpan<uint> Rows => rows.AsSpan(0, count);

    public IReadOnlyList<byte> Kinds => kinds ?? [];

    public void Clear()
    {
        count = 0;
        kinds?.Clear();
    }

    public void Add(FeatureKind kind, ulong value)
    {
        if (count == rows.Length)
        {
            Array.Resize(ref rows, 2 * count);
        }

        rows[count++] = (uint)(((value + ((ulong)kind * FirstFactor)) * SecondFactor) >> 32);
        kinds?.Add((byte)kind);
    }

    /// <summary>One feature for each bit.</summary>
    public void AddBits(FeatureKind kind, ulong bits)
    {
        for (; bits != 0; bits &= bits - 1)
        {
            Add(kind, (ulong)System.Numerics.BitOperations.TrailingZeroCount(bits));
        }
    }

    /// <summary>One feature for each bit, together with another value.</summary>
    public void AddBits(FeatureKind kind, ulong bits, ulong with)
    {
        for (; bits != 0; bits &= bits - 1)
        {
            Add(kind, Join(with, (ulong)System.Numerics.BitOperations.TrailingZeroCount(bits)));
        }
    }

    public static ulong Join(ulong first, ulong second)
    {
        var joined = (first ^ (first >> 31)) * FirstFactor;
        return (joined ^ (joined >> 29)) + second;
    }
}
