using System.Buffers;
using System.IO.Compression;
using Grpc.Core;

namespace NewsApi.Grpc.Wire;

/// <summary>
/// Writes messages as frames. Where the length is known beforehand and nothing is compressed, the serializer writes straight into the
/// output; else into a rented buffer first. One message at a time.
/// </summary>
/// <param name="maxMessageSize">Bytes of payload before compression; null for no limit.</param>
sealed class FrameWriter(int? maxMessageSize, CompressionLevel level = CompressionLevel.Fastest) : SerializationContext
{
    IBufferWriter<byte>? _output;
    PooledBuffer? _collected;
    int? _length;
    bool _compress;
    bool _isComplete;

    /// <summary>
    /// Appends the message to the output. Throws <see cref="RpcException"/> with RESOURCE_EXHAUSTED over the limit, before anything is written.
    /// </summary>
    public void Write<T>(T message, Marshaller<T> marshaller, IBufferWriter<byte> output, bool compress)
    {
        (_output, _compress, _length, _isComplete) = (output, compress, null, false);
        try
        {
            marshaller.ContextualSerializer(message, this);
            if (!_isComplete)
            {
                throw new InvalidOperationException("The serializer did not complete its message.");
            }
        }
        finally
        {
            _output = null;
            _collected?.Dispose();
            _collected = null;
        }
    }

    public override void SetPayloadLength(int payloadLength)
    {
        CheckSize(payloadLength);
        _length = payloadLength;
    }

    public override IBufferWriter<byte> GetBufferWriter()
    {
        if (_compress || _length is not { } length)
        {
            return _collected ??= new PooledBuffer();
        }

        Frame.WriteHeader(Output, isCompressed: false, length);
        return Output;
    }

    public override void Complete()
    {
        if (_collected is not null)
        {
            WritePayload(_collected.Written.Span);
        }

        _isComplete = true;
    }

    public override void Complete(byte[] payload)
    {
        WritePayload(payload);
        _isComplete = true;
    }

    IBufferWriter<byte> Output => _output ?? throw new InvalidOperationException("A message is written only while its serializer runs.");

    void WritePayload(ReadOnlySpan<byte> payload)
    {
        CheckSize(payload.Length);

        // GZipStream writes no header where nothing is written to it, and nothing is no gzip stream.
        if (!_compress || payload.IsEmpty)
        {
            Frame.WriteHeader(Output, isCompressed: false, payload.Length);
            Output.Write(payload);
            return;
        }

        var compressed = Gzip.Compress(payload, level);
        Frame.WriteHeader(Output, isCompressed: true, (int)compressed.Length);
        Output.Write(compressed.GetBuffer().AsSpan(0, (int)compressed.Length));
    }

    void CheckSize(int length)
    {
        if (length > maxMessageSize)
        {
            throw WireError.TooLarge("Sending", maxMessageSize.Value);
        }
    }
}
