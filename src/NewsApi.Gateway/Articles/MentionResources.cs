using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Gateway.Articles;

/// <summary>A name, a date or a quantity where it stands. Mentions do not overlap.</summary>
/// <param name="Span">Slices the text as it was submitted.</param>
/// <param name="Line">Number of the line it stands on.</param>
/// <param name="Type">person, organization, location, event, law, date or quantity.</param>
/// <param name="Text">In NFC.</param>
/// <param name="Entity">
/// The canonical name ("Liên hợp quốc" for "LHQ"); of a date its ISO 8601 form ("2024-12-12", "2024-Q3", "2021/2026", "XXXX-12-12" where
/// nothing tells the year); of a quantity the text.
/// </param>
/// <param name="Score">0 to 1: how far this reading stands above the best one without it.</param>
/// <param name="IsoCode">ISO 3166-1 alpha-2 of a country, ISO 3166-2 of a province; absent for all else.</param>
/// <param name="EntityId">
/// Of the entity over all kept articles; absent for dates and quantities, where nothing is kept, and until the article's entities are linked.
/// </param>
public sealed record MentionResource(
    SpanResource Span,
    int Line,
    EntityType Type,
    string Text,
    string Entity,
    double Score,
    string? IsoCode,
    Guid? EntityId
);

/// <summary>A role that a person holds, as written. An organization's mention may stand inside it.</summary>
/// <param name="Span">Slices the text as it was submitted.</param>
/// <param name="Line">Number of the line it stands on.</param>
/// <param name="Text">In NFC.</param>
/// <param name="Person">The canonical name of who holds it; absent where the text does not tell.</param>
/// <param name="Organization">The canonical name of where it is held; absent where the text does not tell.</param>
/// <param name="Bare">True where it stands alone for a person who is named elsewhere in the article.</param>
public sealed record PositionResource(SpanResource Span, int Line, string Text, string? Person, string? Organization, bool Bare);

/// <summary>Why a mention is one of its type.</summary>
/// <param name="Line">Number of the line it stands on.</param>
/// <param name="Text">In NFC.</param>
/// <param name="Type">The type it has.</param>
/// <param name="RunnerUp">The type that came next.</param>
/// <param name="Margin">By how many points the best reading of the line stands above the best one without this mention.</param>
/// <param name="Features">What gave points, for the type and for the runner-up; the most telling first.</param>
public sealed record MentionExplanationResource(
    int Line,
    string Text,
    EntityType Type,
    EntityType RunnerUp,
    int Margin,
    IReadOnlyList<FeatureResource> Features
);

/// <summary>Writes mentions and positions as the API shows them.</summary>
public static class MentionResources
{
    public static MentionResource Of(Mention mention, OffsetConverter offsets, Guid? entityId = null) =>
        new(
            offsets.Convert(mention.Span),
            mention.Line,
            mention.Type,
            mention.Text,
            mention.Entity,
            mention.Score,
            mention.HasIsoCode ? mention.IsoCode : null,
            entityId
        );

    public static IReadOnlyList<MentionExplanationResource> Explanations(Document document) =>
        [.. document.MentionExplanations.Select(explanation => Of(explanation, document.Mentions[explanation.Mention]))];

    static MentionExplanationResource Of(MentionExplanation explanation, Mention mention) =>
        new(
            mention.Line,
            mention.Text,
            explanation.Type,
            explanation.RunnerUp,
            explanation.Margin,
            [.. explanation.Features.Select(PartResources.Of)]
        );

    public static PositionResource Of(Position position, OffsetConverter offsets) =>
        new(
            offsets.Convert(position.Span),
            position.Line,
            position.Text,
            position.HasPerson ? position.Person : null,
            position.HasOrganization ? position.Organization : null,
            position.Bare
        );
}
