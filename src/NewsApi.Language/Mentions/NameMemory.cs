using NewsApi.Language.Documents;

namespace NewsApi.Language.Mentions;

/// <summary>
/// What a document was found to name, to read it a second time with: names come first in full, later in short, and one string mostly has one
/// type. What is known of a run leaves out what was found in that very place.
/// </summary>
sealed class NameMemory
{
    const int LongestName = 8;
    static readonly int Types = EntityTypes.All.Count;

    readonly Dictionary<ulong, int[]> whole = [];
    readonly Dictionary<ulong, int[]> parts = [];
    readonly Dictionary<(int Line, int Start, int Length), EntityType> places = [];

    /// <summary>Adds a mention of a line.</summary>
    public void Add(MentionText text, int line, int start, int length, EntityType type)
    {
        if (!type.IsNamed() || length > LongestName)
        {
            return;
        }

        places[(line, start, length)] = type;
        Count(whole, text, start, length, type);
        ForParts(start, length, type, (from, count) => Count(parts, text, from, count, type));
    }

    static void Count(Dictionary<ulong, int[]> counts, MentionText text, int start, int length, EntityType type)
    {
        ref var known = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
            counts,
            KeyOf(text, start, length),
            out _
        );
        known ??= new int[Types];
        known[(int)type]++;
    }

    // A person is called by the last syllables of the name, or by the first; a body by its last words.
    static void ForParts(int start, int length, EntityType type, Action<int, int> add)
    {
        for (var count = 1; count < length; count++)
        {
            add(start + length - count, count);
            if (type == EntityType.Person)
            {
                add(start, count);
            }
        }
    }

    public void AddFeatures(MentionText text, int line, SpanCandidate run, FeatureRows rows)
    {
        if (run.Length > LongestName)
        {
            return;
        }

        var key = KeyOf(text, run.Start, run.Length);
        EntityType? own = places.TryGetValue((line, run.Start, run.Length), out var type) ? type : null;
        AddCounts(FeatureKind.RunKnown, whole, key, own, rows);
        AddCounts(FeatureKind.RunKnownPart, parts, key, null, rows);
    }

    static void AddCounts(FeatureKind kind, Dictionary<ulong, int[]> counts, ulong key, EntityType? own, FeatureRows rows)
    {
        if (!counts.TryGetValue(key, out var known))
        {
            return;
        }

        for (var type = 0; type < Types; type++)
        {
            var count = known[type] - (own == (EntityType)type ? 1 : 0);
            if (count > 0)
            {
                rows.Add(kind, (ulong)type);
                rows.Add(kind, (ulong)(16 + type + (count > 1 ? 8 : 0)));
            }
        }
    }

    static ulong KeyOf(MentionText text, int start, int length)
    {
        var key = text.Pieces[start].IsCapital ? 1UL : 0;
        foreach (var piece in text.Letters.AsSpan(start, length))
        {
            key = FeatureRows.Join(key, piece);
        }

        return key;
    }
}
