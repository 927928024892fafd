using NewsApi.Text;

namespace NewsApi.Language.Entities;

/// <summary>Short names of persons → the full names that the document gives them: "ông Sơn", "bà Thúy Anh", a foreigner's last name.</summary>
static class PersonNames
{
    /// <param name="persons">In the order of the document.</param>
    public static void Resolve(IReadOnlyList<FoundName> persons, KnownNames known, CancellationToken cancellation)
    {
        var longer = new LongerPersons(persons, known);
        for (var i = 0; i < persons.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var full = longer.FindFor(i);
            if (full >= 0)
            {
                // "Thúy Anh" may itself have been short for "Nguyễn Thúy Anh".
                var longest = longer.FirstFor(full);
                persons[i].Name = persons[longest >= 0 ? longest : full].Name;
            }
        }
    }

    /// <summary>For each name those that it may be short for.</summary>
    sealed class LongerPersons
    {
        readonly NameOccurrences occurrences;
        readonly KnownNames known;
        readonly List<int>?[] longer;

        // Names by each of their syllables: a short name begins or ends with a syllable of the full one.
        readonly Dictionary<string, List<int>> bySyllable = new(StringComparer.Ordinal);

        public LongerPersons(IReadOnlyList<FoundName> persons, KnownNames known)
        {
            this.known = known;
            occurrences = new NameOccurrences(persons);
            longer = new List<int>?[occurrences.GroupCount];
            for (var group = 0; group < longer.Length; group++)
            {
                foreach (var syllable in occurrences.FirstOf(group).Folded.Split(' ').Distinct(StringComparer.Ordinal))
                {
                    (bySyllable.TryGetValue(syllable, out var groups) ? groups : bySyllable[syllable] = []).Add(group);
                }
            }
        }

        /// <summary>The last full name before, else the first behind (a headline comes before the full name); -1 where there is none.</summary>
        public int FindFor(int person)
        {
            var groups = LongerThan(occurrences.GroupOf(person));
            var before = occurrences.LastBefore(groups, person);
            return before >= 0 ? before : occurrences.FirstBehind(groups, person);
        }

        /// <summary>The first full name of the document; -1 where there is none.</summary>
        public int FirstFor(int person) => occurrences.FirstBehind(LongerThan(occurrences.GroupOf(person)), -1);

        List<int> LongerThan(int group) => longer[group] ??= Find(occurrences.FirstOf(group).Folded.Split(' '));

        List<int> Find(string[] own)
        {
            var candidates = bySyllable[own[0]].AsEnumerable();
            candidates = own.Length > 1 ? candidates.Union(bySyllable[own[^1]]) : candidates;
            return [.. candidates.Where(group => IsShortOf(own, occurrences.FirstOf(group).Folded, known))];
        }
    }

    static bool IsShortOf(string[] own, string folded, KnownNames known)
    {
        var full = folded.Split(' ');
        if (full.Length <= own.Length)
        {
            return false;
        }

        if (full.AsSpan(full.Length - own.Length).SequenceEqual(own))
        {
            return true;
        }

        // Vietnamese are called by the last syllables; others by any part of their name.
        var isVietnamese = known.IsSurname(full[0]) && full.All(syllable => VietnameseSyllable.IsOne(syllable));
        return full.AsSpan(0, own.Length).SequenceEqual(own)
                && (!isVietnamese || (own.Length == 1 && full.Length == 3 && own[0].Length > 1))
            || (!isVietnamese && own.Length == 1 && full.Contains(own[0]));
    }
}
