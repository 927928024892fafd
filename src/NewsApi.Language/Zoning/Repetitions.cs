using System.Runtime.InteropServices;

namespace NewsApi.Language.Zoning;

/// <summary>Which lines of a page say the same: card titles come twice, headlines return as captions.</summary>
public sealed class Repetitions
{
    const int ShortestKey = 9;
    readonly LineFacts[] lines;
    readonly int[] first;
    readonly int[] last;

    public Repetitions(IReadOnlyList<LineFacts> lines)
    {
        this.lines = lines as LineFacts[] ?? [.. lines];
        first = new int[lines.Count];
        last = new int[lines.Count];
        var firstByKey = new Dictionary<string, int>(lines.Count, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < first.Length; i++)
        {
            ref var at = ref CollectionsMarshal.GetValueRefOrAddDefault(firstByKey, Comparable(i), out var isKnown);
            at = isKnown ? at : i;
            first[i] = at;
            last[at] = i;
        }

        for (var i = 0; i < last.Length; i++)
        {
            last[i] = last[first[i]];
        }
    }

    /// <summary>Full stops and marks at the ends do not make another text: a headline comes back as caption with a stop.</summary>
    ReadOnlySpan<char> Comparable(int i)
    {
        var key = lines[i].Key;
        return key.Length < ShortestKey ? key : key.AsSpan().Trim(" .,:;!?…\"'“”‘’()[]-–•*>»");
    }

    /// <summary>The same text stands on the line before (or two before, where <paramref name="distance"/> is 2).</summary>
    public bool SameAsPrevious(int i, int distance = 1) => i >= distance && first[i] == first[i - distance] && IsLongEnough(i);

    public bool SameAsNext(int i, int distance = 1) => i + distance < first.Length && first[i] == first[i + distance] && IsLongEnough(i);

    public bool HasEarlier(int i) => first[i] < i && IsLongEnough(i);

    public bool HasLater(int i) => last[i] > i && IsLongEnough(i);

    public bool Same(int i, int j) => first[i] == first[j];

    /// <summary>One of two texts is the beginning of the other, cut off ("… giữa hai ...").</summary>
    public bool IsCutOf(int i, int j)
    {
        var a = lines[i].Key.AsSpan().TrimEnd(" .…");
        var b = lines[j].Key.AsSpan().TrimEnd(" .…");
        var shorter = Math.Min(a.Length, b.Length);
        return shorter >= 20 && a[..shorter].SequenceEqual(b[..shorter]);
    }

    bool IsLongEnough(int i) => lines[i].Key.Length >= ShortestKey;
}
