using System.Globalization;
using System.Text;

namespace NewsApi.Grpc.Wire;

/// <summary>
/// The header grpc-message: UTF-8, where every byte outside printable ASCII, and "%", is "%XX". No others, though they may be: @grpc/grpc-js
/// reads it with decodeURI, which leaves "%2C" and the like alone.
/// </summary>
static class PercentEncoding
{
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (b is < (byte)' ' or > (byte)'~' or (byte)'%')
            {
                encoded.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
            }
            else
            {
                encoded.Append((char)b);
            }
        }

        return encoded.ToString();
    }

    /// <summary>Never fails: what is no "%XX", or no UTF-8, stays as it is.</summary>
    public static string Decode(string text) => Uri.UnescapeDataString(text);
}
