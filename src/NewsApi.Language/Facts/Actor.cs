using NewsApi.Text;

namespace NewsApi.Language.Facts;

enum ActorKind
{
    Person,
    Body,
    Country,

    /// <summary>People without a name: "các đại biểu".</summary>
    Crowd,
}

/// <summary>Who does or says something: a name with its titles, a title alone, a pronoun, a body, several of them in a row.</summary>
/// <param name="Span">With titles, honorifics and what stands beside the name.</param>
/// <param name="Names">Canonical; several for several.</param>
sealed record Actor(TextSpan Span, ActorKind Kind, IReadOnlyList<string> Names)
{
    public bool IsPronoun { get; init; }

    /// <summary>A title that the text gives to nobody.</summary>
    public bool IsVague { get; init; }

    /// <summary>Where the first name itself stands; the whole where there is none.</summary>
    public TextSpan Core { get; init; } = Span;

    public bool IsOneOf(params ReadOnlySpan<ActorKind> kinds) => kinds.Contains(Kind);
}
