namespace NewsApi.Grpc.Wire;

/// <summary>
/// The header grpc-message: UTF-8, where every byte outside printable ASCII, and "%", is "%XX". Others may be too, so that a text which
/// needs it at all is escaped as a part of a URI is.
/// </summary>
static class PercentEncoding
{
    public static string Encode(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' or '%')
            {
                return Uri.EscapeDataString(text);
            }
        }

        return text;
    }

    /// <summary>Never fails: what is no "%XX", or no UTF-8, stays as it is.</summary>
    public static string Decode(string text) => Uri.UnescapeDataString(text);
}
