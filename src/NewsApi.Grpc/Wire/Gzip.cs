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

    public static void Compress(ReadOnlySpan<byte> payload, IBufferWriter<byte> output, CompressionLevel level)
    {
        using var gzip = new GZipStream(new BufferWriterStream(output), level);
        gzip.Write(payload);
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

    sealed class BufferWriterStream(IBufferWriter<byte> output) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => output.Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer) => output.Write(buffer);

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
