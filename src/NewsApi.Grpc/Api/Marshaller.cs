using System.Buffers;

namespace Grpc.Core;

/// <summary>How messages of one type become bytes and come back.</summary>
public class Marshaller<T>(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer)
{
    public Action<T, SerializationContext> ContextualSerializer { get; } = serializer;
    public Func<DeserializationContext, T> ContextualDeserializer { get; } = deserializer;
}

public static class Marshallers
{
    public static Marshaller<T> Create<T>(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer) =>
        new(serializer, deserializer);
}

/// <summary>Takes one message: either whole, or through a buffer writer that is then completed.</summary>
public abstract class SerializationContext
{
    public virtual void Complete(byte[] payload) => throw new NotSupportedException();

    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotSupportedException();

    /// <summary>Optional, before <see cref="GetBufferWriter"/>: exactly so many bytes follow, so that no copy is needed.</summary>
    public virtual void SetPayloadLength(int payloadLength) { }

    public virtual void Complete() => throw new NotSupportedException();
}

/// <summary>Gives one message's bytes, which are valid only until the deserializer returns.</summary>
public abstract class DeserializationContext
{
    public abstract int PayloadLength { get; }

    public virtual byte[] PayloadAsNewBuffer() => throw new NotSupportedException();

    public virtual ReadOnlySequence<byte> PayloadAsReadOnlySequence() => throw new NotSupportedException();
}
