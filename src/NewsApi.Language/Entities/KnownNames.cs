using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Entities;

/// <summary>What the lexicons know of names: bodies, places and their codes, surnames.</summary>
sealed class KnownNames
{
    readonly Dictionary<string, string> bodies = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> places = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> countries = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> provinces = new(StringComparer.Ordinal);
    readonly HashSet<string> surnames;
    readonly WordSet placeless = WordSet.Load("vi/placeless_heads.tsv");
    readonly WordSet organs = WordSet.Load("vi/organ_heads.tsv");

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

        foreach (var entry in LexiconFile.Read("vi/provinces.tsv").Where(entry => entry[1] != "-"))
        {
            known.provinces.TryAdd(Folding.Fold(entry[0]), entry[1]);
        }

        foreach (var entry in LexiconFile.Read("vi/organizations.tsv"))
        {
            known.bodies.TryAdd(Folding.Fold(entry[0]), entry[1]);
        }

        return known;
    }

    /// <param name="syllable">Folded.</param>
    public bool IsSurname(string syllable) => surnames.Contains(syllable);

    /// <summary>Whether the name is that of a well-known body, whole as it stands.</summary>
    /// <param name="folded">The name, folded.</param>
    public bool IsBody(string folded) => bodies.ContainsKey(folded);

    /// <summary>Whether a body's name begins with a head that no "tại" tells apart: "Bộ Y tế tại Hà Nội" is a body and a place.</summary>
    /// <param name="folded">The name, folded.</param>
    public bool IsPlaceless(string folded)
    {
        for (var end = folded.IndexOf(' '); end >= 0; end = folded.IndexOf(' ', end + 1))
        {
            if (placeless.Contains(folded.AsSpan(0, end)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether words before a body's name make of it a part of the body: "Hội đồng quản trị", "Chi nhánh".</summary>
    /// <param name="folded">Folded.</param>
    public bool IsOrgan(string folded) => organs.Contains(folded);

    /// <summary>The full name of a place that is written as an abbreviation ("UAE"); null for all else.</summary>
    public string? FullNameOfPlace(string name) =>
        name.Length > 1 && name.All(char.IsUpper) ? places.GetValueOrDefault(Folding.Fold(name)) : null;

    /// <summary>ISO 3166-1 alpha-2 of a country, ISO 3166-2 of a province; null for all else.</summary>
    public string? CodeOf(string place)
    {
        var folded = Folding.Fold(place);
        return countries.GetValueOrDefault(folded) ?? provinces.GetValueOrDefault(folded);
    }
}
