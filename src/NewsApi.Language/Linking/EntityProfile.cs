using NewsApi.Language.Documents;

namespace NewsApi.Language.Linking;

/// <summary>What is known of an entity: in one document, or over all articles that tell of it.</summary>
/// <param name="Name">The canonical name.</param>
/// <param name="Aliases">Other ways in which it is written.</param>
/// <param name="Positions">Of a person, as written.</param>
/// <param name="Organizations">The canonical names of where a person holds positions.</param>
/// <param name="IsoCode">ISO 3166-1 alpha-2 of a country, ISO 3166-2 of a province; null for all else.</param>
public sealed record EntityProfile(
    EntityType Type,
    string Name,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Positions,
    IReadOnlyList<string> Organizations,
    string? IsoCode
);

/// <summary>An entity that is known already.</summary>
/// <param name="Id">The caller's.</param>
/// <param name="Articles">How many articles name it.</param>
public sealed record EntityCandidate(string Id, EntityProfile Profile, int Articles);

/// <summary>What spoke for a link, or against it.</summary>
public enum LinkSign
{
    /// <summary>Both have the canonical name.</summary>
    SameName,

    /// <summary>The name of one is an alias of the other.</summary>
    Alias,

    /// <summary>Both have the ISO code.</summary>
    SameCode,

    /// <summary>A person's full name is long or foreign: seldom do two bear it.</summary>
    RareName,

    /// <summary>One syllable, which many bear.</summary>
    ShortName,

    SameOrganization,
    SamePosition,

    /// <summary>Their positions are of one field of life.</summary>
    SameField,

    /// <summary>Their positions are of different fields of life.</summary>
    OtherField,

    /// <summary>Both hold local posts, at different places.</summary>
    OtherPlace,

    /// <summary>No candidate has the name.</summary>
    NoCandidate,

    /// <summary>There are candidates, and too much speaks against each.</summary>
    NoneIsLikely,
}

/// <summary>Which known entity one is, and why.</summary>
/// <param name="CandidateId">Null: none of them, a new one.</param>
/// <param name="Score">0 to 1: of the link, or of the best candidate that was turned down.</param>
public sealed record EntityChoice(string? CandidateId, double Score, IReadOnlyList<LinkSign> Signs);
