namespace NewsApi.Language.Lexicons;

/// <summary>The hash of a syllable: FNV-1a over its letters, 32 bits.</summary>
static class SyllableHash
{
    public const uint Empty = 2166136261;

    public static uint Add(uint hash, char letter) => (hash ^ letter) * 16777619;

    public static uint Of(ReadOnlySpan<char> syllable)
    {
        var hash = Empty;
        foreach (var letter in syllable)
        {
            hash = Add(hash, letter);
        }

        return hash;
    }
}
