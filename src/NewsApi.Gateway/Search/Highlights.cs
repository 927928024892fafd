using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Articles;
using TextSpan = NewsApi.Text.TextSpan;

namespace NewsApi.Gateway.Search;

/// <summary>A line of an article in which words of the query stand.</summary>
/// <param name="Field">title, lead, body or caption.</param>
/// <param name="Line">The line's number, from 1.</param>
/// <param name="Span">Of <paramref name="Text"/> in the analysed text.</param>
/// <param name="Text">The line, or a part of a long one around the words, as it was submitted.</param>
/// <param name="Matches">Where the words stand in the analysed text; each within the span.</param>
public sealed record HighlightResource(SearchField Field, int Line, SpanResource Span, string Text, IReadOnlyList<SpanResource> Matches);

/// <summary>Shows where the words of a query stand.</summary>
public static class Highlights
{
    const int MostLines = 5;
    const int MostMatches = 20;

    /// <summary>A part of a longer line is cut around the first match.</summary>
    const int LongestText = 240;

    /// <summary>Headline first, then in the order of the page; at most five lines.</summary>
    public static IReadOnlyList<HighlightResource> Of(
        SearchNode query,
        Diacritics diacritics,
        Document document,
        string text,
        OffsetConverter offsets
    )
    {
        List<SearchTerm> terms = [.. query.Positive];
        var found = new List<(SearchField Field, Line Line, List<TextSpan> Matches)>();
        foreach (var line in document.Lines)
        {
            if (SearchIndex.FieldOf(line.Role) is not { } field)
                continue;
            var tokens = SearchTokens.Of(text[line.Span.Start..line.Span.End]);
            var matches = Merge(
                terms.Where(term => term.Field is null || term.Field == field).SelectMany(term => MatchesOf(term, diacritics, tokens))
            );
            if (matches.Count > 0)
                found.Add((field, line, matches));
        }
        return
        [
            .. found
                .OrderBy(hit => hit.Field != SearchField.Title)
                .ThenByDescending(hit => hit.Matches.Count)
                .Take(MostLines)
                .OrderBy(hit => hit.Field != SearchField.Title)
                .ThenBy(hit => hit.Line.Number)
                .Select(hit => Show(hit.Field, hit.Line, hit.Matches, text, offsets)),
        ];
    }

    static HighlightResource Show(SearchField field, Line line, List<TextSpan> matches, string text, OffsetConverter offsets)
    {
        var (start, end) = (line.Span.Start, line.Span.End);
        if (end - start > LongestText)
        {
            var first = start + matches[0].Start;
            start = Blank(text, Math.Max(start, first - (LongestText / 4)), line.Span.Start, -1);
            end = Blank(text, Math.Min(end, start + LongestText), line.Span.End, +1);
        }
        return new HighlightResource(
            field,
            line.Number,
            offsets.Convert(new Contracts.Processing.V1.TextSpan { Start = start, End = end }),
            text[start..end],
            [
                .. matches
                    .Select(match => (Start: line.Span.Start + match.Start, End: line.Span.Start + match.End))
                    .Where(match => match.Start >= start && match.End <= end)
                    .Take(MostMatches)
                    .Select(match => offsets.Convert(new Contracts.Processing.V1.TextSpan { Start = match.Start, End = match.End })),
            ]
        );
    }

    /// <summary>The next blank from a place on, so that no word is cut; the limit where there is none.</summary>
    static int Blank(string text, int at, int limit, int step)
    {
        while (at != limit && !char.IsWhiteSpace(text[step < 0 ? at - 1 : at]))
            at += step;
        return at;
    }

    static IEnumerable<TextSpan> MatchesOf(SearchTerm term, Diacritics diacritics, List<SearchToken> tokens)
    {
        var isExact = MatchExpression.IsExact(term, diacritics);
        for (var at = 0; at + term.Tokens.Count <= tokens.Count; at++)
        {
            var i = 0;
            while (i < term.Tokens.Count && IsSame(term, i, tokens[at + i], isExact))
                i++;
            if (i == term.Tokens.Count)
                yield return new TextSpan(tokens[at].Span.Start, tokens[at + i - 1].Span.End);
        }
    }

    static bool IsSame(SearchTerm term, int i, SearchToken token, bool isExact)
    {
        var wanted = isExact ? term.Tokens[i].Exact : term.Tokens[i].Folded;
        var written = isExact ? token.Exact : token.Folded;
        return term.IsPrefix && i == term.Tokens.Count - 1
            ? written.StartsWith(wanted, StringComparison.Ordinal)
            : string.Equals(written, wanted, StringComparison.Ordinal);
    }

    static List<TextSpan> Merge(IEnumerable<TextSpan> spans)
    {
        var merged = new List<TextSpan>();
        foreach (var span in spans.OrderBy(span => span.Start).ThenByDescending(span => span.End))
            if (merged.Count == 0 || span.Start >= merged[^1].End)
                merged.Add(span);
            else if (span.End > merged[^1].End)
                merged[^1] = new TextSpan(merged[^1].Start, span.End);
        return merged;
    }
}
