using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Gateway.Articles;

/// <summary>What an offset counts.</summary>
public enum OffsetUnit
{
    /// <summary>UTF-16 code units: indexes of a string in JavaScript, Java, C#.</summary>
    Utf16,

    /// <summary>Unicode code points: indexes of a string in Python.</summary>
    Codepoint,

    /// <summary>Bytes of UTF-8: indexes of a string in Go and Rust.</summary>
    Utf8,
}

/// <summary>
/// Tells where a UTF-16 offset of a text lies when something else is counted. Offsets that the engine gives never lie within a surrogate
/// pair; one that does is taken to its end.
/// </summary>
public sealed class OffsetConverter
{
    const int Step = 256;

    readonly string _text;

    /// <summary>Units before every <see cref="Step"/>-th code unit, so that a conversion counts at most Step of them; empty for UTF-16.</summary>
    readonly int[] _before;

    public OffsetConverter(string text, OffsetUnit unit)
    {
        (_text, Unit) = (text, unit);
        _before = unit == OffsetUnit.Utf16 ? [] : new int[(text.Length / Step) + 1];
        for (var i = 1; i < _before.Length; i++)
            _before[i] = _before[i - 1] + Count((i - 1) * Step, i * Step);
    }

    public OffsetUnit Unit { get; }

    /// <param name="offset">0 to the length of the text.</param>
    public int Convert(int offset)
    {
        if (Unit == OffsetUnit.Utf16)
            return offset;
        var step = offset / Step;
        return _before[step] + Count(step * Step, offset);
    }

    public SpanResource Convert(TextSpan span) => new(Convert(span.Start), Convert(span.End));

    int Count(int start, int end)
    {
        var units = 0;
        foreach (var c in _text.AsSpan(start, end - start))
            units += Unit == OffsetUnit.Codepoint ? CodePoints(c) : Bytes(c);
        return units;
    }

    /// <summary>A pair counts where it begins.</summary>
    static int CodePoints(char c) => char.IsLowSurrogate(c) ? 0 : 1;

    static int Bytes(char c) =>
        c switch
        {
            < '\u0080' => 1,
            < '\u0800' => 2,
            _ when char.IsHighSurrogate(c) => 4,
            _ when char.IsLowSurrogate(c) => 0,
            _ => 3,
        };
}
