using NewsApi.Language.Documents;

namespace NewsApi.Language.Zoning;

/// <summary>The parts of a page: what stands before the article's first line, between its first and last, and behind it.</summary>
public enum ZonePart
{
    Head,
    Body,
    Tail,
}

/// <summary>
/// The states of the labeller: a role in a part of the page. Content stands in the body only, so a page is read as head, body and tail in
/// this order, each at most once; what looks like a list of other articles inside the body is there because the article goes on behind it.
/// </summary>
public static class ZoneStates
{
    static readonly (LineRole Role, ZonePart Part)[] All =
    [
        .. from part in Enum.GetValues<ZonePart>()
        from role in LineRoles.All
        where role != LineRole.Blank && (part == ZonePart.Body || !role.IsContent())
        select (role, part),
    ];

    static readonly Dictionary<string, int> ByName = Enumerable.Range(0, All.Length).ToDictionary(Name, StringComparer.Ordinal);

    public static int Count => All.Length;

    public static LineRole Role(int state) => All[state].Role;

    public static ZonePart Part(int state) => All[state].Part;

    /// <summary>"paragraph" for content; "related_item.tail" for what stands in several parts.</summary>
    public static string Name(int state) =>
        All[state].Role.IsContent() ? All[state].Role.Name() : $"{All[state].Role.Name()}.{All[state].Part.ToString().ToLowerInvariant()}";

    public static bool TryParse(string name, out int state) => ByName.TryGetValue(name, out state);

    /// <summary>The headline opens the body and stands nowhere else; the body ends with a line of content.</summary>
    public static bool CanFollow(int from, int to)
    {
        var (before, after) = (All[from], All[to]);
        return (before.Part, after.Part) switch
        {
            (ZonePart.Head, ZonePart.Head) or (ZonePart.Tail, ZonePart.Tail) => true,
            (ZonePart.Head, ZonePart.Body) => after.Role.IsContent(),
            (ZonePart.Body, ZonePart.Body) => after.Role != LineRole.Title,
            (ZonePart.Body, ZonePart.Tail) => before.Role.IsContent(),
            _ => false,
        };
    }

    public static bool CanStart(int state) => All[state].Part == ZonePart.Head || All[state].Role.IsContent();

    public static bool CanEnd(int state) => All[state].Part != ZonePart.Body || All[state].Role.IsContent();

    /// <summary>The states of a page whose roles are known.</summary>
    /// <exception cref="ArgumentException">A title that is not the first line of content.</exception>
    public static int[] Of(IReadOnlyList<LineRole> roles)
    {
        var first = roles.Count;
        var last = -1;
        for (var i = 0; i < roles.Count; i++)
        {
            if (roles[i].IsContent())
            {
                (first, last) = (Math.Min(first, i), i);
            }
        }

        return
        [
            .. roles.Select(
                (role, i) =>
                    role == LineRole.Title && i != first
                        ? throw new ArgumentException($"Line {i}: a title that is not the first line of content.", nameof(roles))
                        : ByName[Name(role, i < first ? ZonePart.Head : i <= last ? ZonePart.Body : ZonePart.Tail)]
            ),
        ];
    }

    static string Name(LineRole role, ZonePart part) => Name(Array.IndexOf(All, (role, part)));
}
