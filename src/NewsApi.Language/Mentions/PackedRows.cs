using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsApi.Language.Mentions;

/// <summary>Rows of signed bytes, eight to a word, so that a row is added as a whole.</summary>
sealed class PackedRows
{
    const int InWord = 8;

    readonly long[] words;
    readonly int width;
    readonly int wordsOfRow;
    readonly int shift;

    /// <param name="weights">Row behind row; the number of rows is a power of two.</param>
    /// <param name="width">Weights of a row, 1 to 64.</param>
    public PackedRows(ReadOnlySpan<sbyte> weights, int width)
    {
        var rows = weights.Length / width;
        (this.width, wordsOfRow) = (width, (width + InWord - 1) / InWord);
        shift = 32 - System.Numerics.BitOperations.Log2((uint)rows);
        words = new long[rows * wordsOfRow];
        var bytes = MemoryMarshal.Cast<long, sbyte>(words.AsSpan());
        for (var row = 0; row < rows; row++)
        {
            weights.Slice(row * width, width).CopyTo(bytes[(row * wordsOfRow * InWord)..]);
        }
    }

    public int Bits => 32 - shift;

    /// <summary>Adds the row of each feature, which its highest bits name. At most 255 features: sums have 16 bits.</summary>
    public void Add(ReadOnlySpan<uint> features, Span<int> scores)
    {
        for (var word = 0; word < wordsOfRow; word++)
        {
            var sum = Vector128<short>.Zero;
            foreach (var feature in features)
            {
                var packed = words[(int)(feature >> shift) * wordsOfRow + word];
                sum += Vector128.WidenLower(Vector128.CreateScalarUnsafe(packed).AsSByte());
            }

            var to = scores.Slice(word * InWord, Math.Min(InWord, width - word * InWord));
            if (to.Length == InWord)
            {
                var (low, high) = Vector128.Widen(sum);
                (Vector128.Create<int>(to) + low).CopyTo(to);
                (Vector128.Create<int>(to[4..]) + high).CopyTo(to[4..]);
                continue;
            }

            for (var i = 0; i < to.Length; i++)
            {
                to[i] += sum[i];
            }
        }
    }

    /// <summary>The weights as they were given.</summary>
    public void Write(Stream stream)
    {
        var bytes = MemoryMarshal.AsBytes(words.AsSpan());
        for (var row = 0; row < words.Length / wordsOfRow; row++)
        {
            stream.Write(bytes.Slice(row * wordsOfRow * InWord, width));
        }
    }
}
