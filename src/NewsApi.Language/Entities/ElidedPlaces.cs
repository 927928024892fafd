using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Entities;

/// <summary>Gives bodies of a province, town or commune the place that the text leaves out: "UBND tỉnh", "Tỉnh ủy" of the last province named.</summary>
static class ElidedPlaces
{
    // What the body's name ends with, and the words that stand before the name of such a place.
    static readonly (string End, string[] Areas)[] Kinds =
    [
        ("tỉnh ủy", ["tỉnh"]),
        ("thành ủy", ["thành phố", "tp", "tp."]),
        ("huyện ủy", ["huyện"]),
        ("quận ủy", ["quận"]),
        ("thị ủy", ["thị xã"]),
        ("thành đoàn", ["thành phố", "tp", "tp."]),
        ("tỉnh đoàn", ["tỉnh"]),
        (" thành phố", ["thành phố", "tp", "tp."]),
        (" tp", ["thành phố", "tp", "tp."]),
        (" thị xã", ["thị xã"]),
        (" thị trấn", ["thị trấn"]),
        (" đặc khu", ["đặc khu"]),
        (" tỉnh", ["tỉnh"]),
        (" huyện", ["huyện"]),
        (" quận", ["quận"]),
        (" phường", ["phường"]),
        (" xã", ["xã"]),
    ];

    // ISO 3166-2 codes of the cities that are provinces of their own.
    static readonly string[] Cities = ["VN-26", "VN-CT", "VN-DN", "VN-HN", "VN-HP", "VN-SG"];

    static readonly string[] Areas = [.. Kinds.SelectMany(kind => kind.Areas).Distinct()];

    /// <summary>Whether a text begins with the word for a kind of place ("tỉnh Lào Cai").</summary>
    public static bool StartsWithArea(ReadOnlySpan<char> text)
    {
        foreach (var area in Areas)
        {
            if (text.Length > area.Length && text.StartsWith(area, StringComparison.OrdinalIgnoreCase) && text[area.Length] == ' ')
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="lines">Texts of the content lines.</param>
    /// <param name="names">In the order of the document; names that were completed otherwise stay as they are.</param>
    public static void Complete(
        IReadOnlyList<string> lines,
        IReadOnlyList<FoundName> names,
        KnownNames known,
        CancellationToken cancellation
    )
    {
        var folded = lines.Select(line => Folding.Fold(line)).ToList();
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Type != EntityType.Organization || names[i].Name != names[i].Text)
            {
                continue;
            }

            var kind = Array.FindIndex(Kinds, kind => IsOf(kind.End, names[i].Folded));
            if (kind < 0)
            {
                continue;
            }

            cancellation.ThrowIfCancellationRequested();
            var place = PlaceOf(folded, names, i, Kinds[kind].Areas) ?? ProvinceOf(names, i, Kinds[kind].Areas, known);
            if (place is not null)
            {
                names[i].Name = $"{names[i].Text} {place}";
            }
        }
    }

    // "ban thường vụ tỉnh ủy" is one, "bất tỉnh" is none: an end that is no whole name begins with a blank.
    static bool IsOf(string end, string name) => name == end || name.EndsWith(end[0] == ' ' ? end : " " + end, StringComparison.Ordinal);

    // The last such place before, else the first behind.
    static string? PlaceOf(List<string> lines, IReadOnlyList<FoundName> names, int at, string[] areas)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            if (PlaceIn(lines, names[i], areas) is { } place)
            {
                return place;
            }
        }

        return names.Skip(at + 1).Select(name => PlaceIn(lines, name, areas)).FirstOrDefault(place => place is not null);
    }

    // A province needs no word before its name: the last one before, else the first behind.
    static string? ProvinceOf(IReadOnlyList<FoundName> names, int at, string[] areas, KnownNames known)
    {
        if (areas[0] is not ("tỉnh" or "thành phố"))
        {
            return null;
        }

        bool IsOne(FoundName name) =>
            name.Type == EntityType.Location
            && known.CodeOf(name.Name) is { } code
            && Cities.Contains(code) == (areas[0] == "thành phố")
            && code.StartsWith("VN-", StringComparison.Ordinal);

        var found = names.Take(at).LastOrDefault(IsOne) ?? names.Skip(at + 1).FirstOrDefault(IsOne);
        return found?.Name;
    }

    static string? PlaceIn(List<string> lines, FoundName name, string[] areas)
    {
        foreach (var area in areas)
        {
            if (name.Type == EntityType.Location && lines[name.Line].AsSpan(0, name.Span.Start).TrimEnd().EndsWith(area))
            {
                return name.Name;
            }

            // "UBND tỉnh Lào Cai": the place inside a body's own name.
            var inside = name.Folded.IndexOf(" " + area + " ", StringComparison.Ordinal);
            var start = inside + area.Length + 2;
            if (name.Type == EntityType.Organization && inside >= 0 && start < name.Text.Length && char.IsUpper(name.Text[start]))
            {
                return name.Text[start..];
            }
        }

        return null;
    }
}
