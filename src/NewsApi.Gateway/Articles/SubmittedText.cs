using System.Security.Cryptography;
using System.Text;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Articles;

/// <summary>
/// The bytes of a submission with the text they say. A byte order mark at the start tells how to read the bytes and is not part of
/// the text: all offsets count from the character after it. Nothing else is dropped or changed.
/// </summary>
public sealed class SubmittedText
{
    SubmittedText(byte[] bytes, string mediaType, string text)
    {
        Bytes = bytes;
        MediaType = mediaType;
        Text = text;
        ContentHash = SHA256.HashData(bytes);
        TextHash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
    }

    public byte[] Bytes { get; }

    /// <summary>"text/plain; charset=" and one of the <see cref="Charsets"/>.</summary>
    public string MediaType { get; }

    public string Text { get; }

    /// <summary>SHA-256 of <see cref="Bytes"/>.</summary>
    public byte[] ContentHash { get; }

    /// <summary>SHA-256 over the UTF-8 of <see cref="Text"/>: the same text in two encodings has one hash.</summary>
    public byte[] TextHash { get; }

    /// <summary>The names a charset parameter may have, in lower case.</summary>
    public static IReadOnlyList<string> Charsets { get; } = ["utf-8", "utf-16", "utf-16le", "utf-16be"];

    /// <exception cref="DecoderFallbackException">The bytes are not text in this charset; its index counts from the start of the bytes.</exception>
    public static SubmittedText Decode(byte[] bytes, string charset) => new(bytes, $"text/plain; charset={charset}", Read(bytes, charset));

    /// <summary>A text that came inside JSON: its bytes are taken to be its UTF-8.</summary>
    /// <exception cref="EncoderFallbackException">The text has a surrogate without its partner; its index tells where.</exception>
    public static SubmittedText FromJson(string text) => Decode(StrictUtf8.GetBytes(text), "utf-8");

    /// <summary>The text of a kept revision: the one all its offsets slice.</summary>
    public static string Read(ContentRow content, RevisionRow revision) =>
        Read(Brotli.Decompress(content.Compressed), revision.MediaType[(revision.MediaType.IndexOf('=') + 1)..]);

    /// <summary>Throws on what is not text. That it has a mark is for reading: <see cref="Encoding.GetBytes(string)"/> writes none.</summary>
    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    static string Read(byte[] bytes, string charset)
    {
        var encoding = EncodingOf(bytes, charset);
        var mark = encoding.Preamble;
        var start = bytes.AsSpan().StartsWith(mark) ? mark.Length : 0;
        return encoding.GetString(bytes, start, bytes.Length - start);
    }

    /// <summary>
    /// "utf-16" without a mark is little-endian, as browsers and .NET's own clients write it (and the WHATWG Encoding Standard reads it),
    /// against RFC 2781, which hardly anybody follows here.
    /// </summary>
    static Encoding EncodingOf(byte[] bytes, string charset) =>
        charset switch
        {
            "utf-8" => StrictUtf8,
            "utf-16le" => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            "utf-16be" => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            "utf-16" => new UnicodeEncoding(bigEndian: bytes is [0xFE, 0xFF, ..], byteOrderMark: true, throwOnInvalidBytes: true),
            _ => throw new ArgumentOutOfRangeException(nameof(charset), charset, "Not one of " + string.Join(", ", Charsets)),
        };
}
