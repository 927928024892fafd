using NewsApi.Language.Documents;
using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Entities;

/// <summary>The canonical names that the lexicons know: abbreviations' full names, countries' codes, surnames.</summary>
sealed class KnownNames
{
    readonly Dictionary<string, string> bodies = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> places = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> countries = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> provinces = new(StringComparer.Ordinal);
    readonly HashSet<string> surnames;

    KnownNames(HashSet<string> surnames) => this.surnames = surnames;

    public static KnownNames Load()
    {
        var known = new KnownNames(
            LexiconFile.Read("vi/surnames.tsv").Select(entry => Folding.Fold(entry[0])).ToHashSet(StringComparer.Ordinal)
        );
        foreach (var entry in LexiconFile.Read("vi/countries.tsv"))
        {
            known.countries.TryAdd(Folding.Fold(entry[0]), entry[2]);
            known.places.TryAdd(Folding.Fold(entry[0]), entry[1]);
        }

        foreach (var entry in LexiconFile.Read("vi/provinces.tsv"))
        {
            known.provinces.TryAdd(Folding.Fold(entry[0]), entry[1]);
        }

        foreach (var form in (string[])["tp.hcm", "tp hcm", "tp. hcm", "tphcm", "tp.hồ chí minh", "tp hồ chí minh", "hcm"])
        {
            known.places[form] = "Thành phố Hồ Chí Minh";
        }

        foreach (var entry in LexiconFile.Read("vi/organizations.tsv"))
        {
            known.bodies.TryAdd(Folding.Fold(entry[0]), entry[1]);
        }

        return known;
    }

    /// <param name="syllable">Folded.</param>
    public bool IsSurname(string syllable) => surnames.Contains(syllable);

    /// <summary>What a well-known abbreviation stands for; null for all that is not one.</summary>
    public string? FullName(EntityType type, string name)
    {
        var folded = Folding.Fold(name);
        return type switch
        {
            EntityType.Organization when IsShortForm(name) => bodies.GetValueOrDefault(folded),
            EntityType.Location when name.Count(char.IsUpper) > 1 && IsShortForm(name) => places.GetValueOrDefault(folded),
            _ => null,
        };
    }

    /// <summary>ISO 3166-1 alpha-2 of a country, ISO 3166-2 of a province; null for all else.</summary>
    public string? CodeOf(string place)
    {
        var folded = Folding.Fold(place);
        return countries.GetValueOrDefault(folded) ?? provinces.GetValueOrDefault(folded);
    }

    // "EVN", "TP. HCM", "NHNN", "Bộ GD-ĐT", "Fed": a syllable of capitals, or one that is no Vietnamese.
    static bool IsShortForm(string name) =>
        name.Split(' ').Any(word => word.Count(char.IsUpper) > 1) || (!name.Contains(' ', StringComparison.Ordinal) && name.Length <= 5);
}
