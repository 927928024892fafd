using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections;
using System.Security.Cryptography;
using System.Text;

namespace NewsApi.Gateway.Http;

/// <summary>
/// Where a list goes on: after the row with this sort key and id. Rows that are added or removed meanwhile make no page repeat or skip
/// another row. The token carries a hash over itself and its query, so that a token that was altered, cut off, or sent with another
/// query is refused. The hash has no secret in it: whoever forges a token gets to a place of a list that is open to them anyway.
/// </summary>
/// <param name="SortKey">UTC ticks of the time that the list is sorted by; null in its last part, where the rows have none.</param>
public readonly record struct PageToken(long? SortKey, Guid Id)
{
    const byte Version = 1;
    const int PositionLength = 1 + 1 + sizeof(long) + 16;
    const int HashLength = 16;

    public string Write(string fingerprint)
    {
        var bytes = new byte[PositionLength + HashLength];
        bytes[0] = Version;
        bytes[1] = SortKey is null ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(2), SortKey ?? 0);
        Id.TryWriteBytes(bytes.AsSpan(2 + sizeof(long)), bigEndian: true, out _);
        Hash(bytes.AsSpan(0, PositionLength), fingerprint).CopyTo(bytes, PositionLength);
        return Base64Url.EncodeToString(bytes);
    }

    /// <param name="token">As <see cref="Write"/> gave it; null for the first page.</param>
    /// <exception cref="ProblemException">invalid-page-token.</exception>
    public static PageToken? Read(string? token, string fingerprint)
    {
        if (token is null)
            return null;
        var bytes = new byte[PositionLength + HashLength];
        var isWhole =
            Base64Url.IsValid(token, out var length) && length == bytes.Length && Base64Url.TryDecodeFromChars(token, bytes, out _);
        if (
            !isWhole
            || bytes[0] != Version
            || !Hash(bytes.AsSpan(0, PositionLength), fingerprint).AsSpan().SequenceEqual(bytes.AsSpan(PositionLength))
        )
            throw new ProblemException(
                new Problem(ProblemKind.InvalidPageToken, "Begin anew without a page token.")
                {
                    Errors =
                    [
                        new ProblemError("The token was altered, or comes from another query than this one.", Parameter: "pageToken"),
                    ],
                }
            );
        var position = bytes.AsSpan(2);
        long? sortKey = bytes[1] == 0 ? null : BinaryPrimitives.ReadInt64BigEndian(position);
        return new PageToken(sortKey, new Guid(position.Slice(sizeof(long), 16), bigEndian: true));
    }

    /// <summary>All that chooses and orders the content of a list, in one text: the same for the same query however it was written.</summary>
    public static string Fingerprint(object query)
    {
        var text = new StringBuilder(query.GetType().FullName);
        foreach (var parameter in QueryParameters.Of(query.GetType()).All.Where(parameter => parameter.ChoosesContent))
        {
            text.Append('\n').Append(parameter.Name);
            var value = parameter.Get(query);
            foreach (var part in value is string or not IEnumerable ? [value] : ((IEnumerable)value).Cast<object?>())
                text.Append('\t')
                    .Append(part is DateTimeOffset time ? time.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture) : part);
        }
        return text.ToString();
    }

    static byte[] Hash(ReadOnlySpan<byte> position, string fingerprint) =>
        SHA256.HashData([.. position, .. Encoding.UTF8.GetBytes(fingerprint)])[..HashLength];
}
