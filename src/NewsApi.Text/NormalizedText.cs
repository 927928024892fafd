using System.Globalization;
using System.Text;

namespace NewsApi.Text;

/// <summary>
/// A text in Unicode NFC that remembers where each place stood in the text it was made from. Accepts any string: unpaired surrogates and U+FFFE are
/// kept as they are (<see cref="string.Normalize()"/> refuses them).
/// </summary>
public sealed class NormalizedText
{
    // originalOffsets[i] is the place in the original of the boundary before Text[i]; null where both texts are the same.
    readonly int[]? originalOffsets;

    NormalizedText(string text, string original, int[]? originalOffsets)
    {
        Text = text;
        Original = original;
        this.originalOffsets = originalOffsets;
    }

    /// <summary>The text in NFC.</summary>
    public string Text { get; }

    /// <summary>The text as it was given.</summary>
    public string Original { get; }

    public static NormalizedText From(string original) => IsSurelyNfc(original) ? new(original, original, null) : Normalize(original);

    /// <summary>
    /// The span of the original that <paramref name="span"/> of <see cref="Text"/> came from. A boundary inside a character that was
    /// composed of several is moved to that character's end, so that a span never cuts one.
    /// </summary>
    public TextSpan ToOriginal(TextSpan span) => new(ToOriginal(span.Start), ToOriginal(span.End));

    public int ToOriginal(int offset) => originalOffsets is null ? offset : originalOffsets[offset];

    static bool IsSurelyNfc(string text)
    {
        // Nothing below U+0300 composes or decomposes in NFC.
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', '\u02FF') < 0)
        {
            return true;
        }

        return CanNormalize(text) && text.IsNormalized(NormalizationForm.FormC);
    }

    /// <summary>The index of the first unpaired surrogate, or -1.</summary>
    public static int IndexOfUnpairedSurrogate(ReadOnlySpan<char> text)
    {
        for (var from = 0; ; )
        {
            var found = text[from..].IndexOfAnyInRange('\uD800', '\uDFFF');
            if (found < 0)
            {
                return -1;
            }

            var at = from + found;
            if (!char.IsHighSurrogate(text[at]) || at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]))
            {
                return at;
            }

            from = at + 2;
        }
    }

    // string.Normalize refuses half surrogates and U+FFFE, a byte order mark read the wrong way round.
    static bool CanNormalize(ReadOnlySpan<char> text) => !text.Contains('\uFFFE') && IndexOfUnpairedSurrogate(text) < 0;

    static NormalizedText Normalize(string original)
    {
        var text = new StringBuilder(original.Length);
        var offsets = new List<int>(original.Length + 1);
        for (var start = 0; start < original.Length; )
        {
            var end = EndOfCluster(original, start);
            Append(original, start, end, text, offsets);
            start = end;
        }

        offsets.Add(original.Length);
        return new(text.ToString(), original, [.. offsets]);
    }

    // A cluster is a character with all that may compose with it: marks, and the vowels and finals of Korean syllables.
    static int EndOfCluster(string text, int start)
    {
        var end = start + LengthOfRune(text, start);
        while (end < text.Length && MayComposeWithPrevious(text, end))
        {
            end += LengthOfRune(text, end);
        }

        return end;
    }

    static bool MayComposeWithPrevious(string text, int at)
    {
        if (text[at] < '\u0300' || !Rune.TryGetRuneAt(text, at, out var rune))
        {
            return false;
        }

        return rune.Value is >= 0x1160 and <= 0x11FF
            || Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.SpacingCombiningMark
                    or UnicodeCategory.EnclosingMark;
    }

    static int LengthOfRune(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    static void Append(string original, int start, int end, StringBuilder text, List<int> offsets)
    {
        var cluster = original.AsSpan(start, end - start);
        var composed = HasNoMarks(cluster) || !CanNormalize(cluster) ? null : cluster.ToString().Normalize();
        if (composed is null || cluster.SequenceEqual(composed))
        {
            text.Append(cluster);
            for (var at = start; at < end; at++)
            {
                offsets.Add(at);
            }

            return;
        }

        // What both begin with is the same text: a digit with marks that NFC takes apart stays that digit, at its place.
        var same = cluster.CommonPrefixLength(composed);
        same -= same > 0 && char.IsHighSurrogate(composed[same - 1]) ? 1 : 0;
        text.Append(composed);
        for (var i = 0; i < composed.Length; i++)
        {
            offsets.Add(i <= same ? start + i : end);
        }
    }

    static bool HasNoMarks(ReadOnlySpan<char> cluster) => cluster.Length == 1 && cluster[0] < '\u0300';
}
