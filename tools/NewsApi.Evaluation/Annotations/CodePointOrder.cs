namespace NewsApi.Evaluation.Annotations;

/// <summary>Orders texts by code point. UTF-16's own order puts what lies beyond U+FFFF before U+E000.</summary>
public sealed class CodePointOrder : IComparer<string>
{
    public static CodePointOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var left = (x ?? "").EnumerateRunes();
        var right = (y ?? "").EnumerateRunes();
        while (left.MoveNext())
        {
            if (!right.MoveNext())
            {
                return 1;
            }
            if (left.Current != right.Current)
            {
                return left.Current.CompareTo(right.Current);
            }
        }
        return right.MoveNext() ? -1 : 0;
    }
}
