using NewsApi.Text;

namespace NewsApi.Language.Entities;

/// <summary>Short names of persons → the full names that the document gives them: "ông Sơn", "bà Thúy Anh", a foreigner's last name.</summary>
static class PersonNames
{
    /// <param name="persons">In the order of the document.</param>
    public static void Resolve(IReadOnlyList<FoundName> persons, KnownNames known)
    {
        for (var i = 0; i < persons.Count; i++)
        {
            var full = FullName(persons, i, known);
            if (full is not null)
            {
                persons[i].Name = full;
            }
        }
    }

    // The last full name before, else the first behind (a headline comes before the full name).
    static string? FullName(IReadOnlyList<FoundName> persons, int at, KnownNames known)
    {
        var own = persons[at].Folded.Split(' ');
        for (var i = at - 1; i >= 0; i--)
        {
            if (IsShortOf(own, persons[i].Folded, known))
            {
                return Longest(persons, i, known);
            }
        }

        for (var i = at + 1; i < persons.Count; i++)
        {
            if (IsShortOf(own, persons[i].Folded, known))
            {
                return Longest(persons, i, known);
            }
        }

        return null;
    }

    // "Thúy Anh" may itself have been short for "Nguyễn Thúy Anh".
    static string Longest(IReadOnlyList<FoundName> persons, int at, KnownNames known)
    {
        var parts = persons[at].Folded.Split(' ');
        var longer = persons.FirstOrDefault(person => person != persons[at] && IsShortOf(parts, person.Folded, known));
        return longer?.Name ?? persons[at].Name;
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
