using NewsApi.Language.Lexicons;

namespace NewsApi.Language.Segmentation;

/// <summary>
/// The integer weights of the word segmenter, one for each value that the highest bits of a feature can have. Learned by
/// tools/NewsApi.Training; kept as bytes: the number of bits (UTF-8 "words", then one byte), then a signed byte for each weight.
/// </summary>
sealed class WordModel
{
    public const string File = "models/words.bin";
    public const int FewestBits = 8;
    public const int MostBits = 20;

    readonly sbyte[] weights;
    readonly int shift;

    /// <param name="weights">As many as a power of two from 2^<see cref="FewestBits"/> to 2^<see cref="MostBits"/>.</param>
    public WordModel(sbyte[] weights)
    {
        this.weights = weights;
        shift = 32 - System.Numerics.BitOperations.Log2((uint)weights.Length);
    }

    /// <exception cref="LexiconException">The file is not one of this kind, or was cut off.</exception>
    public static WordModel Load()
    {
        using var stream = LexiconFile.Open(File);
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return Read(buffer.ToArray());
    }

    public static WordModel Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 6 || !bytes.StartsWith("words"u8) || bytes[5] is < FewestBits or > MostBits)
        {
            throw new LexiconException(File, 0, "no model of words");
        }

        if (bytes.Length != 6 + (1 << bytes[5]))
        {
            throw new LexiconException(File, 0, $"has {bytes.Length} bytes in place of {6 + (1 << bytes[5])}");
        }

        return new WordModel(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(bytes[6..]).ToArray());
    }

    public void Write(Stream stream)
    {
        stream.Write("words"u8);
        stream.WriteByte((byte)(32 - shift));
        stream.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
    }

    public int Score(ReadOnlySpan<uint> features)
    {
        var score = 0;
        foreach (var feature in features)
        {
            score += weights[feature >> shift];
        }

        return score;
    }
}
