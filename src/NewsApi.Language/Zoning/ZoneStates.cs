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
/// The states of the labeller: a role in a part of the page. A page is read as head, body and tail in this order, each at most once. Content
/// stands in the body only, save for a photo's caption or a quotation that the site sets above the headline; what looks like a list of other
/// articles inside the body is there because the article goes on behind it.
/// </summary>
public static class ZoneStates
{
    static readonly (LineRole Role, ZonePart Part)[] All =
    [
        .. from part in Enum.GetValues<ZonePart>()
        from role in LineRoles.All
        where role != LineRole.Blank && IsPossible(role, part)
        select (role, part),
    ];

    static readonly Dictionary<string, int> ByName = Enumerable.Range(0, All.Length).ToDictionary(Name, StringComparer.Ordinal);

    public static int Count => All.Length;

    /// <summary>States in tables of points take rows of this length, so that a row is whole vectors; what stands behind the states is of no meaning.</summary>
    internal static int RowLength { get; } = (All.Length + 7) / 8 * 8;

    public static LineRole Role(int state) => All[state].Role;

    public static ZonePart Part(int state) => All[state].Part;

    /// <summary>"paragraph" for content of the body; "related_item.tail" for what stands in several parts.</summary>
    public static string Name(int state) => Name(All[state].Role, All[state].Part);

    public static bool TryParse(string name, out int state) => ByName.TryGetValue(name, out state);

    static bool IsPossible(LineRole role, ZonePart part) =>
        part switch
        {
            ZonePart.Head => !role.IsContent() || MayStandAboveTitle(role),
            ZonePart.Body => true,
            _ => !role.IsContent(),
        };

    static bool MayStandAboveTitle(LineRole role) => role is LineRole.Caption or LineRole.PullQuote;

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

    public static bool CanEnd(int state) => All[state].Part == ZonePart.Body == All[state].Role.IsContent();

    /// <summary>True where a page that is no article may hold such a line.</summary>
    public static bool NeedsNoArticle(int state) => All[state].Part == ZonePart.Head && !All[state].Role.IsContent();

    /// <summary>The states of a page whose roles are known.</summary>
    /// <exception cref="ArgumentException">Other content than captions and quotations above the title, or a second title.</exception>
    public static int[] Of(IReadOnlyList<LineRole> roles)
    {
        var (first, last) = (roles.Count, -1);
        for (var i = 0; i < roles.Count; i++)
        {
            if (roles[i].IsContent())
            {
                (first, last) = (roles[i] == LineRole.Title ? i : Math.Min(first, i), i);
            }
        }

        var states = new int[roles.Count];
        for (var i = 0; i < states.Length; i++)
        {
            var part =
                i < first ? ZonePart.Head
                : i <= last ? ZonePart.Body
                : ZonePart.Tail;
            states[i] =
                (roles[i] != LineRole.Title || i == first) && ByName.TryGetValue(Name(roles[i], part), out var state)
                    ? state
                    : throw new ArgumentException(
                        $"Line {i}: {roles[i].Name()} cannot stand in the page's {part.ToString().ToLowerInvariant()}.",
                        nameof(roles)
                    );
        }

        return states;
    }

    static string Name(LineRole role, ZonePart part) =>
        part == ZonePart.Body && role.IsContent() ? role.Name() : $"{role.Name()}.{part.ToString().ToLowerInvariant()}";
}
