using System.Buffers;
using System.IO.Pipelines;
using Grpc.Core;

namespace NewsApi.Grpc.Wire;

/// <summary>Reads messages off a pipe, however the bytes are cut into chunks. One reader at a time.</summary>
/// <param name="pipe">Stays the caller's to complete.</param>
/// <param name="maxMessageSize">Bytes of payload, before and after decompression; null for no limit.</param>
/// <param name="encoding">The peer's grpc-encoding, or null.</param>
/// <param name="unsupported">The status code for an encoding that is not known: each side has its own.</param>
sealed class FrameReader(PipeReader pipe, int? maxMessageSize, string? encoding, StatusCode unsupported) : DeserializationContext
{
    ReadOnlySequence<byte> _payload;

    public override int PayloadLength => checked((int)_payload.Length);

    public override byte[] PayloadAsNewBuffer() => _payload.ToArray();

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => _payload;

    /// <summary>
    /// The next message, or null at the end. Throws <see cref="RpcException"/> where the bytes are no message of this kind, and what the
    /// pipe throws.
    /// </summary>
    public async ValueTask<T?> ReadAsync<T>(Marshaller<T> marshaller, CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            var result = await pipe.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            var (consumed, examined) = (buffer.Start, buffer.End);
            try
            {
                if (Frame.TryRead(ref buffer, maxMessageSize, out var frame))
                {
                    // What follows the frame counts as not examined, or the next read would wait for more bytes.
                    consumed = examined = buffer.Start;
                    return Deserialize(frame, marshaller);
                }

                if (result.IsCompleted)
                {
                    return buffer.IsEmpty ? null : throw WireError.Internal("The stream ended inside a message.");
                }
            }
            finally
            {
                pipe.AdvanceTo(consumed, examined);
                _payload = default;
            }
        }
    }

    T Deserialize<T>(in Frame frame, Marshaller<T> marshaller)
        where T : class
    {
        if (!frame.IsCompressed)
        {
            return Deserialize(frame.Payload, marshaller);
        }

        CheckEncoding();
        using var plain = new PooledBuffer();
        Gzip.Decompress(frame.Payload, plain, maxMessageSize);
        return Deserialize(new ReadOnlySequence<byte>(plain.Written), marshaller);
    }

    T Deserialize<T>(ReadOnlySequence<byte> payload, Marshaller<T> marshaller)
    {
        _payload = payload;
        try
        {
            return marshaller.ContextualDeserializer(this);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw WireError.Internal("The message could not be deserialized.", e);
        }
    }

    void CheckEncoding()
    {
        if (encoding is null or Encodings.Identity)
        {
            throw WireError.Internal("A message is marked as compressed, but the call names no encoding.");
        }

        if (encoding != Encodings.Gzip)
        {
            throw new RpcException(new Status(unsupported, $"Message encoding \"{encoding}\" is not supported."));
        }
    }
}
