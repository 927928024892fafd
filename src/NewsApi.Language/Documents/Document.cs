using NewsApi.Language.Topics;
using NewsApi.Text;

namespace NewsApi.Language.Documents;

/// <summary>What a page is. Only an article has article fields.</summary>
public enum PageKind
{
    Article,
    Listing,
    Error,
    Consent,
    Other,
}

/// <summary>One line with its role. <see cref="Number"/> is 1-based; <see cref="Span"/> leaves out the end mark.</summary>
/// <param name="Score">0 to 1: how far the role stands above the best reading of the page in which the line has another role.</param>
public sealed record LabelledLine(int Number, TextSpan Span, LineRole Role, double Score);

/// <summary>A piece of text with the place it was read from: <see cref="Text"/> is NFC, <see cref="Span"/> slices the text as it was given.</summary>
/// <param name="Line">1-based number of the line it begins on.</param>
public sealed record TextValue(string Text, TextSpan Span, int Line);

/// <summary>A photo caption. <see cref="Credit"/> is null where the page names nobody.</summary>
public sealed record Caption(TextValue Text, TextValue? Credit);

/// <summary>Another article that the page points to.</summary>
/// <param name="List">The heading of the list it stands in; null in a list without one and for teasers in the body.</param>
/// <param name="Inline">True for a teaser inside the body.</param>
/// <param name="AlsoLines">Other lines that repeat the title.</param>
public sealed record RelatedArticle(
    TextValue Title,
    DateTimeOffset? Published,
    string? Category,
    TextValue? Summary,
    string? List,
    bool Inline,
    IReadOnlyList<int> AlsoLines,
    int? MetaLine
);

/// <summary>What the page says about its article. Null and empty mean that the page does not say it.</summary>
/// <param name="PublishedText">The published line as written; present also where it gives no absolute time ("2 giờ trước").</param>
/// <param name="PublishedInferred">What the text alone tells of the time ("2014").</param>
/// <param name="Agency">A news agency in the byline or alone at the end.</param>
/// <param name="Source">Where the article was taken from, as printed.</param>
public sealed record Metadata(
    TextValue? Title,
    TextValue? Lead,
    DateTimeOffset? Published,
    TextValue? PublishedText,
    string? PublishedInferred,
    IReadOnlyList<TextValue> Authors,
    string? Agency,
    string? Source,
    IReadOnlyList<Caption> Captions,
    IReadOnlyList<RelatedArticle> Related,
    IReadOnlyList<string> Keywords
);

public enum BlockKind
{
    Paragraph,
    PullQuote,
}

public sealed record Block(BlockKind Kind, TextValue Text);

/// <summary>A stretch of the body under one heading. The first section may have none.</summary>
public sealed record Section(TextValue? Heading, IReadOnlyList<Block> Blocks);

public enum TokenKind
{
    Word,
    Name,
    Number,
    Punctuation,
    Symbol,
}

/// <summary>A word of one or more syllables, a number, a mark or a symbol. <see cref="Syllables"/> is 0 for marks and symbols.</summary>
/// <param name="Normal">
/// The word's one spelling, in NFC ("hòa bình" for "Hoà bình", "Hà Nội" for "HÀ NỘI"); null where it is what the span slices.
/// </param>
public readonly record struct Token(TextSpan Span, TokenKind Kind, int Syllables, string? Normal = null);

/// <summary>A sentence of a content line. <see cref="Tokens"/> is empty unless tokens were asked for.</summary>
public sealed record Sentence(TextSpan Span, int Line, IReadOnlyList<Token> Tokens);

/// <summary>A sign that a person should look at the page. Codes are stable: low_score, no_title, no_body, conflicting_dates.</summary>
public sealed record ReviewReason(string Code, string Detail);

/// <summary>One feature that was true of a line or a mention and the points it gave to two roles or types.</summary>
public readonly record struct FeatureWeight(string Name, int RolePoints, int RunnerUpPoints);

/// <summary>Why a line has its role.</summary>
/// <param name="Margin">By how many points the role won against the runner-up, over the best readings of the whole page.</param>
public sealed record LineExplanation(int Line, LineRole Role, LineRole RunnerUp, int Margin, IReadOnlyList<FeatureWeight> Features);

/// <summary>A page, read. All spans slice the text that was given.</summary>
/// <param name="Language">BCP 47; "und" where it cannot be told.</param>
public sealed record Document(
    PageKind Kind,
    string KindReason,
    string Language,
    IReadOnlyList<ReviewReason> ReviewReasons,
    Metadata Metadata,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<LabelledLine> Lines,
    IReadOnlyList<Sentence> Sentences,
    IReadOnlyList<LineExplanation> Explanations
)
{
    /// <summary>Names, dates and quantities of the content lines, in the order of the page; empty unless asked for.</summary>
    public IReadOnlyList<Mention> Mentions { get; init; } = [];

    /// <summary>Why each mention is one; empty unless mentions and explanations were asked for.</summary>
    public IReadOnlyList<MentionExplanation> MentionExplanations { get; init; } = [];

    /// <summary>Roles that persons hold, in the order of the page; empty unless mentions were asked for.</summary>
    public IReadOnlyList<HeldPosition> Positions { get; init; } = [];

    /// <summary>What the text states, in the order of the page; empty unless asked for.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>What an article is about, the main subject first; each of the top level is followed by those below it.</summary>
    public IReadOnlyList<ArticleTopic> Topics { get; init; } = [];
}
