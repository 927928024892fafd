using NewsApi.Language.Documents;

namespace NewsApi.Language.Entities;

/// <summary>
/// Where each spelling of a name stands in a document: what is asked of pairs of names is asked once for two spellings, however often they occur.
/// </summary>
sealed class NameOccurrences
{
    readonly int[] groupOf;
    readonly List<List<int>> places = [];
    readonly List<FoundName> firsts = [];

    /// <param name="names">In the order of the document.</param>
    public NameOccurrences(IReadOnlyList<FoundName> names)
    {
        groupOf = new int[names.Count];
        var groups = new Dictionary<(EntityType, string), int>();
        for (var i = 0; i < names.Count; i++)
        {
            if (!groups.TryGetValue((names[i].Type, names[i].Text), out var group))
            {
                group = groups[(names[i].Type, names[i].Text)] = places.Count;
                places.Add([]);
                firsts.Add(names[i]);
            }

            groupOf[i] = group;
            places[group].Add(i);
        }
    }

    public int GroupCount => firsts.Count;

    public int GroupOf(int name) => groupOf[name];

    /// <summary>The first name of a group: its type, text and folded text are those of all.</summary>
    public FoundName FirstOf(int group) => firsts[group];

    /// <summary>The last name of these groups before a place; -1 where there is none.</summary>
    public int LastBefore(IReadOnlyList<int> groups, int at)
    {
        var last = -1;
        foreach (var group in groups)
        {
            var found = places[group].BinarySearch(at);
            var before = (found < 0 ? ~found : found) - 1;
            last = before >= 0 ? Math.Max(last, places[group][before]) : last;
        }

        return last;
    }

    /// <summary>The first name of these groups behind a place; -1 where there is none.</summary>
    public int FirstBehind(IReadOnlyList<int> groups, int at)
    {
        var first = int.MaxValue;
        foreach (var group in groups)
        {
            var found = places[group].BinarySearch(at);
            var behind = found < 0 ? ~found : found + 1;
            first = behind < places[group].Count ? Math.Min(first, places[group][behind]) : first;
        }

        return first == int.MaxValue ? -1 : first;
    }
}
