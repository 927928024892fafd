namespace NewsApi.Gateway.Topics;

/// <summary>Codes of the IPTC Media Topics.</summary>
public static class TopicCode
{
    const int Digits = 8;
    const string Prefix = "medtop:";

    /// <summary>"15000000" of "medtop:15000000" and of itself.</summary>
    public static string Of(string written) => written.StartsWith(Prefix, StringComparison.Ordinal) ? written[Prefix.Length..] : written;

    public static bool IsValid(string written) => Of(written) is { Length: Digits } code && code.All(char.IsAsciiDigit);

    /// <summary>The URI that the standard gives the subject.</summary>
    public static string AddressOf(string code) => $"http://cv.iptc.org/newscodes/mediatopic/{code}";
}
