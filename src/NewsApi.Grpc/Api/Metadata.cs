using System.Collections;
using System.Text;

namespace Grpc.Core;

/// <summary>
/// Headers or trailers of a call, in order; a key may occur more than once. Keys are lower case; values are printable ASCII, or any
/// bytes where the key ends in "-bin".
/// </summary>
public sealed class Metadata : IEnumerable<Metadata.Entry>
{
    public const string BinaryHeaderSuffix = "-bin";

    /// <summary>Read-only: adding to it throws <see cref="InvalidOperationException"/>.</summary>
    public static readonly Metadata Empty = new() { _isReadOnly = true };

    readonly List<Entry> _entries = [];
    bool _isReadOnly;

    public int Count => _entries.Count;
    public Entry this[int index] => _entries[index];

    /// <summary>The last entry of this key, or null.</summary>
    public Entry? Get(string key)
    {
        var normalized = Entry.Normalize(key);
        return _entries.FindLast(entry => entry.Key == normalized);
    }

    /// <summary>The last value of this key, or null. Throws <see cref="InvalidOperationException"/> for a "-bin" key.</summary>
    public string? GetValue(string key) => Get(key)?.Value;

    /// <summary>The last value of this key as bytes, or null.</summary>
    public byte[]? GetValueBytes(string key) => Get(key)?.ValueBytes;

    public IEnumerable<Entry> GetAll(string key)
    {
        var normalized = Entry.Normalize(key);
        return _entries.Where(entry => entry.Key == normalized);
    }

    public void Add(string key, string value) => Add(new Entry(key, value));

    public void Add(string key, byte[] valueBytes) => Add(new Entry(key, valueBytes));

    public void Add(Entry item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (_isReadOnly)
        {
            throw new InvalidOperationException("This metadata is read-only.");
        }

        _entries.Add(item);
    }

    public IEnumerator<Entry> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One key with its value. Immutable.</summary>
    public class Entry
    {
        readonly string? _text;
        readonly byte[]? _bytes;

        /// <summary>Throws <see cref="ArgumentException"/> where the key has other characters than a-z, 0-9, "-", "_", ".", or ends in "-bin".</summary>
        public Entry(string key, string value)
        {
            ArgumentNullException.ThrowIfNull(value);
            Key = Normalize(key);
            if (IsBinary)
            {
                throw new ArgumentException($"The key of a text value must not end in \"{BinaryHeaderSuffix}\".", nameof(key));
            }

            _text = value;
        }

        /// <summary>Throws <see cref="ArgumentException"/> where the key does not end in "-bin", or has characters that a key may not have.</summary>
        public Entry(string key, byte[] valueBytes)
        {
            ArgumentNullException.ThrowIfNull(valueBytes);
            Key = Normalize(key);
            if (!IsBinary)
            {
                throw new ArgumentException($"The key of a binary value must end in \"{BinaryHeaderSuffix}\".", nameof(key));
            }

            _bytes = [.. valueBytes];
        }

        public string Key { get; }

        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <summary>The text. Throws <see cref="InvalidOperationException"/> on a binary entry.</summary>
        public string Value => _text ?? throw new InvalidOperationException("A binary entry has no text value.");

        /// <summary>The bytes, a copy; of a text entry its ASCII bytes.</summary>
        public byte[] ValueBytes => _bytes is null ? Encoding.ASCII.GetBytes(Value) : [.. _bytes];

        public override string ToString() =>
            _text is null ? $"[Entry: key={Key}, {_bytes!.Length} bytes]" : $"[Entry: key={Key}, value={_text}]";

        internal static string Normalize(string key)
        {
            if (!IsKey(key))
            {
                throw new ArgumentException($"A metadata key has only letters, digits, \"-\", \"_\" and \".\": \"{key}\".", nameof(key));
            }

            return key.ToLowerInvariant();
        }

        internal static bool IsKey(string key) =>
            key is { Length: > 0 } && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
    }
}
