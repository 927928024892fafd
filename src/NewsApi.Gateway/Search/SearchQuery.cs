namespace NewsApi.Gateway.Search;

/// <summary>A part of an article that is searched on its own.</summary>
public enum SearchField
{
    Title,
    Lead,
    Body,
    Caption,
}

/// <summary>How marks in a query are taken.</summary>
public enum Diacritics
{
    /// <summary>A word with marks finds itself alone; one without marks finds every word that is the same without them.</summary>
    Auto,

    /// <summary>Every word finds itself alone: "duong" does not find "đường".</summary>
    Exact,

    /// <summary>Marks do not count, neither in the query nor in articles.</summary>
    Ignore,
}

/// <summary>What a query asks for.</summary>
public abstract record SearchNode
{
    /// <summary>What articles are found by; the rest only leaves some out.</summary>
    public abstract IEnumerable<SearchTerm> Positive { get; }
}

/// <summary>Words that follow each other.</summary>
/// <param name="Tokens">One or more.</param>
/// <param name="IsPrefix">The last one is only how a word begins.</param>
/// <param name="Field">Where alone it counts; null for everywhere.</param>
public sealed record SearchTerm(IReadOnlyList<SearchToken> Tokens, bool IsPrefix, SearchField? Field) : SearchNode
{
    public bool HasMarks => Tokens.Any(token => token.Exact != token.Folded);

    public override IEnumerable<SearchTerm> Positive => [this];
}

public sealed record SearchAnd(IReadOnlyList<SearchNode> Wanted, IReadOnlyList<SearchNode> Unwanted) : SearchNode
{
    public override IEnumerable<SearchTerm> Positive => Wanted.SelectMany(node => node.Positive);
}

public sealed record SearchOr(IReadOnlyList<SearchNode> Choices) : SearchNode
{
    public override IEnumerable<SearchTerm> Positive => Choices.SelectMany(node => node.Positive);
}

/// <summary>A query cannot be read.</summary>
/// <param name="position">The character of the query that it is about, from 0, in UTF-16 code units.</param>
public sealed class SearchSyntaxException(string message, int position) : Exception(message)
{
    public int Position { get; } = position;
}
