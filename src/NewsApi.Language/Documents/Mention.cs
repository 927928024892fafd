using NewsApi.Text;

namespace NewsApi.Language.Documents;

/// <summary>What a mention names. The order is fixed: models count on it.</summary>
public enum EntityType
{
    Person,
    Organization,
    Location,
    Event,
    Law,
    Date,
    Quantity,
}

/// <summary>The types' names as data files and gold files write them ("PERSON").</summary>
public static class EntityTypes
{
    public static IReadOnlyList<EntityType> All { get; } = Enum.GetValues<EntityType>();

    static readonly string[] Names = [.. All.Select(type => type.ToString().ToUpperInvariant())];

    public static string Name(this EntityType type) => Names[(int)type];

    public static bool TryParse(string name, out EntityType type)
    {
        var at = Array.IndexOf(Names, name);
        type = at < 0 ? default : (EntityType)at;
        return at >= 0;
    }

    /// <summary>Persons, organizations, locations, events and laws have a name; dates and quantities have a value.</summary>
    public static bool IsNamed(this EntityType type) => type <= EntityType.Law;
}

/// <summary>A name, a date or a quantity where it stands in a content line. Mentions do not overlap.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Text">What the span slices, in NFC.</param>
/// <param name="Entity">
/// The canonical name; for a date its ISO 8601 form ("2024-12-12", "2024-Q3", "2021/2026", "XXXX-12-12"); for a quantity the text.
/// </param>
/// <param name="Score">0 to 1: how far this reading stands above the best one without it.</param>
/// <param name="IsoCode">ISO 3166-1 alpha-2 of a country, ISO 3166-2 of a province; null for all else.</param>
public sealed record Mention(TextSpan Span, int Line, EntityType Type, string Text, string Entity, double Score, string? IsoCode);

/// <summary>A role that a person holds, as written. May contain an organization's mention.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Text">What the span slices, in NFC.</param>
/// <param name="Person">The canonical name of who holds it; null where the text does not tell.</param>
/// <param name="Organization">The canonical name of where it is held; null where the text does not tell.</param>
/// <param name="IsBare">It stands alone for a person who is named elsewhere in the document.</param>
public sealed record HeldPosition(TextSpan Span, int Line, string Text, string? Person, string? Organization, bool IsBare);

/// <summary>Why a mention is one of its type.</summary>
/// <param name="Mention">Its place among the document's mentions, from 0.</param>
/// <param name="RunnerUp">The type that came next.</param>
/// <param name="Margin">By how many points the best reading of the line stands above the best one without this mention.</param>
/// <param name="Features">What gave points, with those for the type and for the runner-up; the most telling first.</param>
public sealed record MentionExplanation(int Mention, EntityType RunnerUp, int Margin, IReadOnlyList<FeatureWeight> Features);
