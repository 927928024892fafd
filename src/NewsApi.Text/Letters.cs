using System.Runtime.CompilerServices;

namespace NewsApi.Text;

/// <summary>What a character is, in the terms of <see cref="char"/>'s own questions.</summary>
[Flags]
public enum CharKinds : byte
{
    None = 0,

    /// <summary><see cref="char.IsLetter(char)"/></summary>
    Letter = 1 << 0,

    /// <summary><see cref="char.IsDigit(char)"/></summary>
    Digit = 1 << 1,

    /// <summary><see cref="char.IsUpper(char)"/></summary>
    Upper = 1 << 2,
}

/// <summary>
/// The answers of <see cref="char"/> about kinds and lower case, from tables: beyond Latin-1 <see cref="char"/> looks them up in three steps, and every
/// second Vietnamese syllable has such a letter.
/// </summary>
public static class Letters
{
    // All letters of Vietnamese, Greek and Cyrillic stand below, and the marks that compose with them.
    const int End = 0x2000;

    static readonly CharKinds[] Kinds = [.. Enumerable.Range(0, End).Select(c => Find((char)c))];
    static readonly char[] LowerCase = [.. Enumerable.Range(0, End).Select(c => char.ToLowerInvariant((char)c))];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CharKinds KindsOf(char c)
    {
        var kinds = Kinds;
        return c < kinds.Length ? kinds[c] : Find(c);
    }

    /// <summary>As <see cref="char.IsLetterOrDigit(char)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsLetterOrDigit(char c) => (KindsOf(c) & (CharKinds.Letter | CharKinds.Digit)) != 0;

    /// <summary>As <see cref="char.ToLowerInvariant(char)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char ToLower(char c)
    {
        var lower = LowerCase;
        return c < lower.Length ? lower[c] : char.ToLowerInvariant(c);
    }

    static CharKinds Find(char c) =>
        (char.IsLetter(c) ? CharKinds.Letter : CharKinds.None)
        | (char.IsDigit(c) ? CharKinds.Digit : CharKinds.None)
        | (char.IsUpper(c) ? CharKinds.Upper : CharKinds.None);
}
