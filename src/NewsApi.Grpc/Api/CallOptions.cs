using System.Diagnostics.CodeAnalysis;

namespace Grpc.Core;

/// <summary>What a caller may say about one call. Immutable.</summary>
[SuppressMessage("Design", "CA1068:CancellationToken parameters must come last", Justification = "The order of the real constructor.")]
public readonly struct CallOptions(
    Metadata? headers = null,
    DateTime? deadline = null,
    CancellationToken cancellationToken = default,
    WriteOptions? writeOptions = null
)
{
    public Metadata? Headers { get; } = headers;

    /// <summary>A moment in UTC, sent to the server as the time left and enforced on both sides; null for none.</summary>
    public DateTime? Deadline { get; } = deadline;
    public CancellationToken CancellationToken { get; } = cancellationToken;
    public WriteOptions? WriteOptions { get; } = writeOptions;

    public CallOptions WithHeaders(Metadata headers) => new(headers, Deadline, CancellationToken, WriteOptions);

    public CallOptions WithDeadline(DateTime deadline) => new(Headers, deadline, CancellationToken, WriteOptions);

    public CallOptions WithCancellationToken(CancellationToken cancellationToken) =>
        new(Headers, Deadline, cancellationToken, WriteOptions);

    public CallOptions WithWriteOptions(WriteOptions writeOptions) => new(Headers, Deadline, CancellationToken, writeOptions);
}

[Flags]
public enum WriteFlags
{
    /// <summary>The message may wait in the buffer for the next one.</summary>
    BufferHint = 1,

    /// <summary>Send this message as it is, also where the call compresses.</summary>
    NoCompress = 2,
}

/// <summary>How messages are written. Immutable.</summary>
public class WriteOptions(WriteFlags flags = default)
{
    public static readonly WriteOptions Default = new();
    public WriteFlags Flags { get; } = flags;
}
