using System.Collections.Frozen;
using System.Globalization;
using Grpc.Core;

namespace NewsApi.Grpc.Wire;

/// <summary>Metadata to header fields and back, and the names that gRPC keeps for itself.</summary>
static class Headers
{
    public const string ContentType = "application/grpc";
    public const string Status = "grpc-status";
    public const string Message = "grpc-message";
    public const string Timeout = "grpc-timeout";
    public const string Encoding = "grpc-encoding";
    public const string AcceptEncoding = "grpc-accept-encoding";

    /// <summary>In a caller's metadata, never on the wire: the encoding that its requests shall have.</summary>
    public const string RequestEncoding = "grpc-internal-encoding-request";

    static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        (
            $"{Status} {Message} {Timeout} {Encoding} {AcceptEncoding} {RequestEncoding} "
            + "content-type content-length te host accept-encoding connection transfer-encoding upgrade trailer"
        ).Split(' ')
    );

    /// <summary>"application/grpc", alone or with a format ("+proto") or parameters.</summary>
    public static bool IsGrpc(string? contentType) =>
        contentType is not null
        && contentType.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase)
        && (contentType.Length == ContentType.Length || contentType[ContentType.Length] is '+' or ';' or ' ');

    /// <summary>Whether the comma-separated field names gzip.</summary>
    public static bool AcceptsGzip(string? acceptEncoding) =>
        acceptEncoding is not null && acceptEncoding.Split(',', StringSplitOptions.TrimEntries).Contains(Encodings.Gzip);

    /// <summary>
    /// The fields of an entry list that may go on the wire. Throws <see cref="RpcException"/> with INTERNAL for a text that is not
    /// printable ASCII: HTTP would refuse it, or a peer would read something else.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, string>> ToFields(Metadata metadata)
    {
        foreach (var entry in metadata)
        {
            if (!Reserved.Contains(entry.Key))
            {
                yield return new(entry.Key, entry.IsBinary ? Convert.ToBase64String(entry.ValueBytes).TrimEnd('=') : CheckedText(entry));
            }
        }
    }

    public static void AddField(Metadata metadata, string name, string value)
    {
        if (name.StartsWith(':') || Reserved.Contains(name) || !Metadata.Entry.IsKey(name))
        {
            return;
        }

        if (!name.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.OrdinalIgnoreCase))
        {
            metadata.Add(name, value);
            return;
        }

        // A proxy may join equal fields with commas, which base64 does not have.
        foreach (var part in value.Split(','))
        {
            metadata.Add(name, FromBase64(name, part.Trim()));
        }
    }

    /// <summary>The status as these two fields tell it; UNKNOWN where the code is none.</summary>
    public static Status ToStatus(string code, string? message)
    {
        var detail = message is null ? "" : PercentEncoding.Decode(message);
        return
            int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= (int)StatusCode.Unauthenticated
            ? new Status((StatusCode)number, detail)
            : new Status(StatusCode.Unknown, detail);
    }

    static string CheckedText(Metadata.Entry entry) =>
        entry.Value.All(c => c is >= ' ' and <= '~')
            ? entry.Value
            : throw WireError.Internal($"The value of metadata \"{entry.Key}\" is not printable ASCII.");

    static byte[] FromBase64(string name, string text)
    {
        try
        {
            return Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
        }
        catch (FormatException e)
        {
            throw WireError.Internal($"The value of metadata \"{name}\" is not base64.", e);
        }
    }
}
