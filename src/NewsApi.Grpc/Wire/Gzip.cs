using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;

namespace NewsApi.Grpc.Wire;

/// <summary>The values of grpc-encoding that are understood.</summary>
static class Encodings
{
    public const string Identity = "identity";
    public const string Gzip = "gzip";

    /// <summary>As grpc-accept-encoding names them.</summary>
    public const string Accepted = "identity,gzip";
}

static class Gzip
{
    const int ReadSize = 4096;

    public static MemoryStream Compress(ReadOnlySpan<byte> payload, CompressionLevel level)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, level, leaveOpen: true))
        {
            gzip.Write(payload);
        }

        return compressed;
    }

    /// <summary>Throws <see cref="global::Grpc.Core.RpcException"/> where the bytes are no gzip stream, or would grow over the limit.</summary>
    public static void Decompress(ReadOnlySequence<byte> compressed, PooledBuffer output, int? maxLength)
    {
        using var source = PipeReader.Create(compressed).AsStream();
        using var gzip = new GZipStream(source, CompressionMode.Decompress);
        try
        {
            while (gzip.Read(output.GetSpan(ReadSize)) is var count and > 0)
            {
                output.Advance(count);
                if (output.Length > maxLength)
                {
                    throw WireError.TooLarge("Received", maxLength.Value);
                }
            }
        }
        catch (InvalidDataException e)
        {
            throw WireError.Internal("A compressed message is no gzip stream.", e);
        }
    }
}
