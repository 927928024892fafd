using System.IO.Compression;

namespace NewsApi.Gateway.Persistence;

/// <summary>How contents and analyses are compressed.</summary>
public static class Brotli
{
    /// <summary>Of eleven levels: the last before the time grows faster than the gain on pages of some ten kilobytes.</summary>
    const int Quality = 5;
    const int WindowBits = 22;

    public static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        if (!BrotliEncoder.TryCompress(bytes, buffer, out var written, Quality, WindowBits))
        {
            throw new InvalidOperationException($"{bytes.Length} bytes did not fit into their maximal compressed length.");
        }
        return buffer[..written];
    }

    /// <exception cref="InvalidOperationException">The bytes were not made by <see cref="Compress"/>.</exception>
    public static byte[] Decompress(byte[] compressed)
    {
        using var input = new MemoryStream(compressed, writable: false);
        using var brotli = new BrotliStream(input, CompressionMode.Decompress);
        using var output = new MemoryStream(compressed.Length * 4);
        brotli.CopyTo(output);
        return output.ToArray();
    }
}
