using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Gateway.Articles;

/// <summary>One line of the text, its end mark not included.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Span">Slices the text as it was submitted.</param>
/// <param name="Role">What the line is for.</param>
/// <param name="Score">0 to 1: how far the role stands above the best reading of the page in which this line has another one.</param>
/// <param name="Text">As submitted.</param>
public sealed record LineResource(int Number, SpanResource Span, LineRole Role, double Score, string Text);

/// <summary>One sentence.</summary>
/// <param name="Span">Slices the text as it was submitted.</param>
/// <param name="Line">Number of the line it begins on.</param>
/// <param name="Text">As submitted.</param>
/// <param name="Tokens">Its words and marks; absent where tokens were not asked for.</param>
public sealed record SentenceResource(SpanResource Span, int Line, string Text, IReadOnlyList<TokenResource>? Tokens);

/// <summary>A word of one or more syllables, or a number, a mark, a symbol.</summary>
/// <param name="Span">Slices the text as it was submitted.</param>
/// <param name="Kind">word, name, number, punctuation or symbol.</param>
/// <param name="Syllables">How many syllables it is written with; 0 for marks and symbols.</param>
/// <param name="Text">As submitted.</param>
/// <param name="Normal">
/// The word's one spelling, to count and compare words by: NFC, one blank between syllables, small letters except those of names, the tone of
/// open "oa", "oe", "uy" on the first vowel. Absent where it is the text.
/// </param>
public sealed record TokenResource(SpanResource Span, TokenKind Kind, int Syllables, string Text, string? Normal);

/// <summary>Why a line has its role.</summary>
/// <param name="Number">Of the line, from 1.</param>
/// <param name="Role">The role it has.</param>
/// <param name="RunnerUp">The role it would have had next; absent where no other came into question.</param>
/// <param name="Margin">By how many points the role won, over the best readings of the whole page.</param>
/// <param name="Features">What was true of the line, and what each of it added.</param>
public sealed record LineExplanationResource(
    int Number,
    LineRole Role,
    LineRole? RunnerUp,
    int Margin,
    IReadOnlyList<FeatureResource> Features
);

/// <summary>Something that was true of a line or a mention.</summary>
/// <param name="Name">A stable name.</param>
/// <param name="RolePoints">Points for the role or type that was chosen.</param>
/// <param name="RunnerUpPoints">Points for the runner-up.</param>
public sealed record FeatureResource(string Name, int RolePoints, int RunnerUpPoints);

/// <summary>Writes lines, sentences and explanations as the API shows them.</summary>
public static class PartResources
{
    public static LineResource Of(Line line, string text, OffsetConverter offsets) =>
        new(line.Number, offsets.Convert(line.Span), line.Role, line.Score, Slice(text, line.Span));

    /// <param name="withTokens">Where not, tokens are absent; where so, a sentence without any has an empty list.</param>
    public static SentenceResource Of(Sentence sentence, string text, OffsetConverter offsets, bool withTokens) =>
        new(
            offsets.Convert(sentence.Span),
            sentence.Line,
            Slice(text, sentence.Span),
            withTokens ? [.. sentence.Tokens.Select(token => Of(token, text, offsets))] : null
        );

    public static LineExplanationResource Of(LineExplanation line) =>
        new(line.Line, line.Role, line.RunnerUp == LineRole.Unspecified ? null : line.RunnerUp, line.Margin, [.. line.Features.Select(Of)]);

    public static FeatureResource Of(FeatureWeight feature) => new(feature.Name, feature.RolePoints, feature.RunnerUpPoints);

    static TokenResource Of(Token token, string text, OffsetConverter offsets) =>
        new(
            offsets.Convert(token.Span),
            token.Kind,
            token.Syllables,
            Slice(text, token.Span),
            token.Normal.Length > 0 ? token.Normal : null
        );

    static string Slice(string text, TextSpan span) => text[span.Start..span.End];
}
