using NewsApi.Language.Documents;

namespace NewsApi.Language.Entities;

/// <summary>For each name of a document the longer one of its type that it is short for ("Tỉnh ủy" for "Tỉnh ủy Lào Cai").</summary>
sealed class LongerNames
{
    readonly IReadOnlyList<FoundName> names;
    readonly NameOccurrences occurrences;
    readonly Func<FoundName, FoundName, bool, bool> isShortOf;

    // Names by what they begin and end with, at the bounds of words.
    readonly Dictionary<(EntityType, string), List<int>> byPart = [];
    readonly (List<int> Before, List<int> Behind)?[] longer;

    /// <param name="names">In the order of the document.</param>
    /// <param name="isShortOf">Whether the first may be short for the second, which begins or ends with it; the flag tells that this one stands before.</param>
    public LongerNames(IReadOnlyList<FoundName> names, Func<FoundName, FoundName, bool, bool> isShortOf)
    {
        this.names = names;
        this.isShortOf = isShortOf;
        occurrences = new NameOccurrences(names);
        longer = new (List<int>, List<int>)?[occurrences.GroupCount];
        for (var group = 0; group < occurrences.GroupCount; group++)
        {
            AddParts(group);
        }
    }

    /// <summary>The canonical name of the last such name before, else of the first behind; null where there is none.</summary>
    public string? Find(int at)
    {
        var group = occurrences.GroupOf(at);
        var (before, behind) = longer[group] ??= LongerThan(occurrences.FirstOf(group));
        var found = occurrences.LastBefore(before, at);
        found = found >= 0 ? found : occurrences.FirstBehind(behind, at);
        return found >= 0 ? names[found].Name : null;
    }

    void AddParts(int group)
    {
        var name = occurrences.FirstOf(group);
        for (var blank = name.Folded.IndexOf(' ', StringComparison.Ordinal); blank >= 0; blank = name.Folded.IndexOf(' ', blank + 1))
        {
            Add(name.Folded[..blank]);
            Add(name.Folded[(blank + 1)..]);
        }

        void Add(string part) =>
            (byPart.TryGetValue((name.Type, part), out var groups) ? groups : byPart[(name.Type, part)] = []).Add(group);
    }

    (List<int> Before, List<int> Behind) LongerThan(FoundName name)
    {
        var candidates = byPart.GetValueOrDefault((name.Type, name.Folded)) ?? [];
        List<int> Where(bool isBefore) => [.. candidates.Distinct().Where(group => isShortOf(name, occurrences.FirstOf(group), isBefore))];
        return (Where(isBefore: true), Where(isBefore: false));
    }
}
