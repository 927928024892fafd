using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Entities;

/// <summary>A person, a body, a place, an event or a law, over all kept articles that name it.</summary>
/// <param name="Id">Stays; an entity that was merged into another leads on to it.</param>
/// <param name="Type">person, organization, location, event or law.</param>
/// <param name="Name">The canonical name.</param>
/// <param name="IsoCode">ISO 3166-1 alpha-2 of a country, ISO 3166-2 of a province; absent for all else.</param>
/// <param name="LatestPosition">Of a person: a position as the latest article that tells one writes it.</param>
/// <param name="Articles">How many articles name it.</param>
/// <param name="Mentions">How often, over all of them.</param>
/// <param name="FirstSeen">The time of the earliest of them: published, or kept where no publication time is known.</param>
/// <param name="LastSeen">The time of the latest of them.</param>
/// <param name="Aliases">Other ways in which articles write it, by the alphabet; absent in lists.</param>
/// <param name="Homonyms">Other entities of this type with the same name; absent in lists.</param>
/// <param name="Links">Where the rest is.</param>
public sealed record EntityResource(
    Guid Id,
    EntityType Type,
    string Name,
    string? IsoCode,
    string? LatestPosition,
    int Articles,
    int Mentions,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen,
    IReadOnlyList<string>? Aliases,
    IReadOnlyList<HomonymResource>? Homonyms,
    EntityLinks Links
)
{
    public static EntityResource Of(
        EntityRow row,
        IReadOnlyList<string>? aliases = null,
        IReadOnlyList<HomonymResource>? homonyms = null
    ) =>
        new(
            row.Id,
            row.Type,
            row.Name,
            row.IsoCode,
            row.LatestPosition,
            row.Articles,
            row.Mentions,
            row.FirstSeen,
            row.LastSeen,
            aliases,
            homonyms,
            EntityLinks.Of(row.Id)
        );
}

/// <summary>Another entity with the same name.</summary>
/// <param name="Id">Its id.</param>
/// <param name="LatestPosition">What tells it apart; absent where no article tells a position.</param>
/// <param name="Articles">How many articles name it.</param>
public sealed record HomonymResource(Guid Id, string? LatestPosition, int Articles);

/// <summary>Paths.</summary>
/// <param name="Self">The entity.</param>
/// <param name="Articles">The articles that name it.</param>
/// <param name="Facts">What they state of it.</param>
/// <param name="Statements">What they say it said.</param>
/// <param name="Positions">Of a person: the positions they say it holds, over time.</param>
/// <param name="Connections">Whom and what it appears with.</param>
/// <param name="Activity">How often it is named over time.</param>
public sealed record EntityLinks(
    string Self,
    string Articles,
    string Facts,
    string Statements,
    string Positions,
    string Connections,
    string Activity
)
{
    public static string PathOf(Guid id) => $"/v1/entities/{id}";

    public static EntityLinks Of(Guid id) =>
        new(
            PathOf(id),
            PathOf(id) + "/articles",
            PathOf(id) + "/facts",
            PathOf(id) + "/statements",
            PathOf(id) + "/positions",
            PathOf(id) + "/connections",
            PathOf(id) + "/activity"
        );
}
