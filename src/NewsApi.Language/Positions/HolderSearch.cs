using NewsApi.Language.Lexicons;

namespace NewsApi.Language.Positions;

/// <summary>
/// Gives a title without a name the person who was named with such a title: the last holder before with the same title or a longer one; else the first
/// behind, as after a headline.
/// </summary>
sealed class HolderSearch
{
    readonly List<FoundPosition> positions;
    readonly string[] titles;

    // By title: who had it last of the positions that are complete, and who has it at all and was named with it.
    readonly Dictionary<string, int> last = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<int>> named = new(StringComparer.Ordinal);

    /// <param name="positions">Of a document, in its order.</param>
    public HolderSearch(List<FoundPosition> positions, WordSet modifiers)
    {
        this.positions = positions;
        titles = [.. positions.Select(position => InShort(WithoutModifiers(position.Folded, modifiers)))];
        for (var i = 0; i < titles.Length; i++)
        {
            if (positions[i].Person is null)
            {
                continue;
            }

            foreach (var title in ShorterTitles(titles[i]))
            {
                (named.TryGetValue(title, out var list) ? list : named[title] = []).Add(i);
            }
        }
    }

    /// <summary>To be called for one position after the other.</summary>
    public void Complete(int at)
    {
        var own = positions[at];
        if (own.Person is null && Find(at) is { } holder)
        {
            (own.Person, own.IsBare) = (holder.Person, true);
            own.Organization ??= holder.Organization;
        }

        if (own.Person is not null)
        {
            foreach (var title in ShorterTitles(titles[at]))
            {
                last[title] = at;
            }
        }
    }

    FoundPosition? Find(int at)
    {
        if (last.TryGetValue(titles[at], out var before))
        {
            return positions[before];
        }

        if (!named.TryGetValue(titles[at], out var list))
        {
            return null;
        }

        var found = list.BinarySearch(at);
        var behind = found < 0 ? ~found : found + 1;
        return behind < list.Count ? positions[list[behind]] : null;
    }

    // "chủ tịch nước việt nam", "chủ tịch nước", "chủ tịch".
    static IEnumerable<string> ShorterTitles(string title)
    {
        for (var i = 1; i < title.Length; i++)
        {
            if (title[i] is ' ' or ',')
            {
                yield return title[..i];
            }
        }

        yield return title;
    }

    static string WithoutModifiers(string title, WordSet modifiers)
    {
        var space = title.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && title[..space] is not "phó" && modifiers.Contains(title.AsSpan(0, space)) ? title[(space + 1)..] : title;
    }

    // "chủ tịch ubnd huyện" is "chủ tịch huyện", "bộ trưởng bộ ngoại giao" is "bộ trưởng ngoại giao".
    static string InShort(string title)
    {
        foreach (var (head, body) in Elided)
        {
            var at = title.IndexOf(head + body, StringComparison.Ordinal);
            if (at >= 0 && at + head.Length + body.Length < title.Length)
            {
                return title.Remove(at + head.Length, body.Length);
            }
        }

        return title;
    }

    static readonly (string Head, string Body)[] Elided =
    [
        ("chủ tịch ", "ubnd "),
        ("chủ tịch ", "ủy ban nhân dân "),
        ("chủ tịch ", "uỷ ban nhân dân "),
        ("bộ trưởng ", "bộ "),
        ("thứ trưởng ", "bộ "),
    ];
}
