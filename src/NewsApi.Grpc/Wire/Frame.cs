using System.Buffers;
using System.Buffers.Binary;
using Grpc.Core;

namespace NewsApi.Grpc.Wire;

/// <summary>
/// One message on the wire: a byte that is 1 where it is compressed, the payload's length as four bytes (big-endian), the payload.
/// <see href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md"/>
/// </summary>
readonly record struct Frame(bool IsCompressed, ReadOnlySequence<byte> Payload)
{
    public const int HeaderLength = 5;

    /// <summary>
    /// Takes one frame off the front of the buffer; false where it has not arrived whole. Throws <see cref="RpcException"/> as soon as
    /// the header shows that the frame is over the limit or malformed, so that no more of it is kept.
    /// </summary>
    public static bool TryRead(ref ReadOnlySequence<byte> buffer, int? maxPayload, out Frame frame)
    {
        frame = default;
        if (buffer.Length < HeaderLength)
        {
            return false;
        }

        Span<byte> header = stackalloc byte[HeaderLength];
        buffer.Slice(0, HeaderLength).CopyTo(header);
        var length = BinaryPrimitives.ReadUInt32BigEndian(header[1..]);
        Check(header[0], length, maxPayload);
        if (buffer.Length - HeaderLength < length)
        {
            return false;
        }

        frame = new Frame(header[0] == 1, buffer.Slice(HeaderLength, length));
        buffer = buffer.Slice(frame.Payload.End);
        return true;
    }

    public static void WriteHeader(IBufferWriter<byte> output, bool isCompressed, int payloadLength)
    {
        var header = output.GetSpan(HeaderLength);
        header[0] = isCompressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt32BigEndian(header[1..], (uint)payloadLength);
        output.Advance(HeaderLength);
    }

    static void Check(byte flag, uint length, int? maxPayload)
    {
        if (flag > 1)
        {
            throw WireError.Internal("The compressed flag of a message is neither 0 nor 1.");
        }

        if (length > (uint)(maxPayload ?? int.MaxValue))
        {
            throw WireError.TooLarge("Received", maxPayload ?? int.MaxValue);
        }
    }
}

static class WireError
{
    public static RpcException Internal(string detail, Exception? cause = null) => new(new Status(StatusCode.Internal, detail, cause));

    public static RpcException TooLarge(string direction, int limit) =>
        new(new Status(StatusCode.ResourceExhausted, $"{direction} message exceeds the maximum configured message size of {limit} bytes."));
}
