using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Gateway.Persistence;

/// <summary>A person, a body, a place, an event or a law that kept articles name. What is counted here is counted over <see cref="ArticleEntityRow"/>.</summary>
public sealed class EntityRow
{
    /// <summary>A UUIDv7, stored as text.</summary>
    public required Guid Id { get; init; }

    public required EntityType Type { get; init; }

    /// <summary>The canonical name, as the first article had it or an editor gave it.</summary>
    public required string Name { get; set; }

    /// <summary><see cref="Name"/> in the form that names are compared in (<see cref="EntityKey"/>).</summary>
    public required string NameKey { get; set; }

    /// <summary>ISO 3166-1 alpha-2 of a country, ISO 3166-2 of a province.</summary>
    public string? IsoCode { get; set; }

    /// <summary>How many articles name it.</summary>
    public int Articles { get; set; }

    /// <summary>How often, over all of them.</summary>
    public int Mentions { get; set; }

    /// <summary>The time of the earliest of its articles: published, or kept where no publication time is known.</summary>
    public required DateTimeOffset FirstSeen { get; set; }

    public required DateTimeOffset LastSeen { get; set; }

    /// <summary>Of a person: a position as the latest article that tells one writes it.</summary>
    public string? LatestPosition { get; set; }

    /// <summary>The entity that this one was merged into. Such a row has no articles and no aliases, and stays so that its id leads on.</summary>
    public Guid? MergedInto { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>A way in which an entity is written.</summary>
public sealed class EntityAliasRow
{
    public required Guid EntityId { get; init; }

    /// <summary>The name in the form that names are compared in.</summary>
    public required string Key { get; init; }

    public required EntityType Type { get; init; }

    /// <summary><see cref="Key"/> without marks.</summary>
    public required string Folded { get; init; }

    /// <summary>As an article wrote it.</summary>
    public required string Text { get; init; }

    /// <summary>An entity of another article that is called so may be this one. Not so for parts of names ("Khéo", "Bộ").</summary>
    public bool Links { get; set; }
}

/// <summary>What one article says of one entity under one name, and which entity that is.</summary>
public sealed class ArticleEntityRow
{
    public required Guid ArticleId { get; init; }

    public required EntityType Type { get; init; }

    /// <summary>The canonical name in the article.</summary>
    public required string Name { get; init; }

    public required Guid EntityId { get; set; }

    public required int Mentions { get; init; }

    /// <summary>Where it is first named: a span of the analysed text, in UTF-16 code units, and its line.</summary>
    public required int Start { get; init; }

    public required int End { get; init; }

    public required int Line { get; init; }

    /// <summary>The time of the article: published, or kept where no publication time is known.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Of a person: the positions that the article writes, one a line.</summary>
    public string Positions { get; init; } = "";

    /// <summary>The bodies at which they are held, one a line.</summary>
    public string Organizations { get; init; } = "";

    /// <summary>0 to 1: how sure the link is.</summary>
    public required double Score { get; set; }

    /// <summary>Why: names of <see cref="LinkSign"/>, separated by commas; "Editor" where an editor decided.</summary>
    public required string Signs { get; set; }

    public static IReadOnlyList<string> Split(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>An editor said which entity a name of an article is. Holds against any later reading of the article.</summary>
public sealed class EntityDecisionRow
{
    public required Guid ArticleId { get; init; }

    public required EntityType Type { get; init; }

    public required string Name { get; init; }

    public required Guid EntityId { get; set; }

    public required DateTimeOffset At { get; set; }
}
