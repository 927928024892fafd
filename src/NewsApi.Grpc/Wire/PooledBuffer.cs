using System.Buffers;

namespace NewsApi.Grpc.Wire;

/// <summary>A growing buffer in rented memory. Disposed, it gives the memory back: what it handed out is then no longer valid.</summary>
sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    const int SmallestRent = 512;

    byte[] _bytes = [];

    public int Length { get; private set; }
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _bytes.Length - Length);
        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(Length);
    }

    /// <summary>Empty again; the memory stays.</summary>
    public void Clear() => Length = 0;

    public void Dispose()
    {
        var bytes = _bytes;
        _bytes = [];
        Length = 0;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    void Reserve(int size)
    {
        var needed = Math.Max(size, 1);
        if (_bytes.Length - Length >= needed)
        {
            return;
        }

        var capacity = (int)Math.Min(Math.Max((long)Length + needed, Math.Max(SmallestRent, 2L * _bytes.Length)), Array.MaxLength);
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(capacity, checked(Length + needed)));
        _bytes.AsSpan(0, Length).CopyTo(larger);
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = larger;
    }
}
