using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Entities.Linking;

/// <summary>What one analysed article says of one entity under one canonical name.</summary>
/// <param name="First">Where it is first named.</param>
/// <param name="Aliases">How it is written, the canonical name too.</param>
/// <param name="Positions">Of a person, as written.</param>
/// <param name="Organizations">The canonical names of where they are held.</param>
public sealed record NamedEntity(
    EntityType Type,
    string Name,
    string? IsoCode,
    int Mentions,
    Mention First,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Positions,
    IReadOnlyList<string> Organizations
)
{
    const int MostAliases = 30;
    const int MostPositions = 20;
    const int ShortestAbbreviation = 3;
    const int SyllablesThatTell = 3;

    /// <summary>The names by which entities of other articles may be this one, as keys.</summary>
    public IEnumerable<string> LinkKeys => Aliases.Where(Links).Select(EntityKey.Exact).Distinct();

    /// <summary>Everything that has a name, in the order of the page.</summary>
    public static List<NamedEntity> AllIn(Document document)
    {
        var positions = document.Positions.Where(position => position.HasPerson).ToLookup(position => position.Person);
        return
        [
            .. document
                .Mentions.Where(mention => mention.Type is >= EntityType.Person and <= EntityType.Law)
                .Where(mention => !string.IsNullOrWhiteSpace(mention.Entity))
                .GroupBy(mention => (mention.Type, mention.Entity))
                .Select(group => Of([.. group], group.Key.Type == EntityType.Person ? positions[group.Key.Entity] : [])),
        ];
    }

    static NamedEntity Of(IReadOnlyList<Mention> mentions, IEnumerable<Position> positions)
    {
        var first = mentions[0];
        var held = positions.Take(MostPositions).ToList();
        return new NamedEntity(
            first.Type,
            first.Entity,
            mentions.FirstOrDefault(mention => mention.HasIsoCode)?.IsoCode,
            mentions.Count,
            first,
            [.. mentions.Select(mention => mention.Text).Prepend(first.Entity).DistinctBy(EntityKey.Exact).Take(MostAliases)],
            [.. held.Select(position => OneLine(position.Text)).Distinct()],
            [.. held.Where(position => position.HasOrganization).Select(position => OneLine(position.Organization)).Distinct()]
        );
    }

    /// <summary>
    /// Its canonical name always; of what is no person also abbreviations and long forms. "Khéo" and "Bộ" stand for the one who was
    /// named before, and for somebody else in the next article.
    /// </summary>
    public bool Links(string alias)
    {
        if (alias == Name)
            return true;
        if (Type == EntityType.Person)
            return false;
        var syllables = alias.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return syllables.Length >= SyllablesThatTell
            || (syllables.Length == 1 && alias.Length >= ShortestAbbreviation && alias.All(c => char.IsUpper(c) || char.IsDigit(c)));
    }

    public EntityProfile Profile()
    {
        var profile = new EntityProfile
        {
            Type = Type,
            Name = Name,
            Aliases = { Aliases.Where(alias => alias != Name && Links(alias)) },
            Positions = { Positions },
            Organizations = { Organizations },
        };
        if (IsoCode is not null)
            profile.IsoCode = IsoCode;
        return profile;
    }

    /// <summary>Positions are kept one a line.</summary>
    static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
