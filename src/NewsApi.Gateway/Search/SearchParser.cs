using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.Search;

/// <summary>
/// Reads a query: words (all are wanted), "phrases", AND, OR, NOT or a hyphen before a word, brackets, prefix*, and title:, lead:, body:,
/// caption: before a word, a phrase or a bracket. AND binds closer than OR. Operators are written in capitals.
/// </summary>
public sealed class SearchParser
{
    public const int LongestQuery = 512;
    const int MostTerms = 64;
    const int MostBrackets = 16;
    const int ShortestPrefix = 2;

    static readonly string[] Fields = [.. Enum.GetNames<SearchField>().Select(name => name.ToLowerInvariant())];

    readonly string _text;
    int _at;
    int _terms;
    int _depth;

    SearchParser(string text) => _text = text;

    /// <exception cref="SearchSyntaxException">The query is none.</exception>
    public static SearchNode Parse(string text)
    {
        if (text.Length > LongestQuery)
            throw new SearchSyntaxException($"A query has at most {LongestQuery} characters.", LongestQuery);
        var parser = new SearchParser(text);
        var node = parser.ReadOr(null);
        return parser._at < text.Length ? throw new SearchSyntaxException("There is no bracket that this one closes.", parser._at) : node;
    }

    SearchNode ReadOr(SearchField? field)
    {
        List<SearchNode> choices = [ReadAnd(field)];
        while (TakeOperator("OR"))
            choices.Add(ReadAnd(field));
        return choices.Count == 1 ? choices[0] : new SearchOr(choices);
    }

    SearchNode ReadAnd(SearchField? field)
    {
        List<SearchNode> wanted = [];
        List<SearchNode> unwanted = [];
        SkipBlanks();
        var start = _at;
        while (true)
        {
            var hasAnd = TakeOperator("AND");
            var and = _at;
            if (hasAnd && wanted.Count + unwanted.Count == 0)
                throw new SearchSyntaxException("There must be something to find before AND.", start);
            var isUnwanted = TakeNot();
            if (ReadPart(field) is { } part)
                (isUnwanted ? unwanted : wanted).Add(part);
            else if (hasAnd || isUnwanted)
                throw new SearchSyntaxException("There must be something to find behind the operator.", Math.Min(and, _text.Length));
            else if (!SkipPunctuation())
                break;
        }
        return wanted.Count == 0
                ? throw new SearchSyntaxException(
                    unwanted.Count > 0 ? "There must be something to find, beside what is left out." : "There must be something to find.",
                    start
                )
            : wanted.Count == 1 && unwanted.Count == 0 ? wanted[0]
            : new SearchAnd(wanted, unwanted);
    }

    /// <summary>A bracket, a phrase or a word; null where none of them stands.</summary>
    SearchNode? ReadPart(SearchField? field)
    {
        SkipBlanks();
        if (_at >= _text.Length || _text[_at] == ')' || IsOperator("OR") || IsOperator("AND"))
            return null;
        if (_text[_at] == '(')
            return ReadBracket(field);
        if (IsQuote(_text[_at]))
            return ReadPhrase(field);

        var start = _at;
        var end = EndOfWord(start);
        var colon = _text.IndexOf(':', start, end - start);
        if (colon > start && FieldBefore(start, colon) is { } named && (colon + 1 < end || OpensBehind(colon)))
        {
            _at = colon + 1;
            if (field is not null)
                throw new SearchSyntaxException("A field stands in a field.", start);
            return ReadPart(named) ?? throw new SearchSyntaxException("There must be something to find behind the field.", start);
        }
        var isPrefix = _text[end - 1] == '*';
        var tokens = SearchTokens.Of(_text[start..end]);
        if (tokens.Count == 0)
            return null;
        _at = end;
        if (isPrefix && tokens[^1].Exact.Length < ShortestPrefix)
            throw new SearchSyntaxException($"A prefix has at least {ShortestPrefix} characters.", start);
        return Term(new SearchTerm(tokens, isPrefix, field), start);
    }

    SearchNode ReadBracket(SearchField? field)
    {
        var start = _at++;
        if (++_depth > MostBrackets)
            throw new SearchSyntaxException($"At most {MostBrackets} brackets stand in each other.", start);
        var node = ReadOr(field);
        if (_at >= _text.Length)
            throw new SearchSyntaxException("The bracket is not closed.", start);
        _at++;
        _depth--;
        return node;
    }

    SearchTerm ReadPhrase(SearchField? field)
    {
        var start = _at++;
        var end = _at;
        while (end < _text.Length && !IsQuote(_text[end]))
            end++;
        if (end >= _text.Length)
            throw new SearchSyntaxException("The quotation mark is not closed.", start);
        var tokens = SearchTokens.Of(_text[_at..end]);
        if (tokens.Count == 0)
            throw new SearchSyntaxException("The phrase has no words.", start);
        _at = end + 1;
        var isPrefix = _at < _text.Length && _text[_at] == '*';
        _at += isPrefix ? 1 : 0;
        return Term(new SearchTerm(tokens, isPrefix, field), start);
    }

    SearchTerm Term(SearchTerm term, int start)
    {
        _terms += term.Tokens.Count;
        return _terms > MostTerms ? throw new SearchSyntaxException($"A query has at most {MostTerms} words.", start) : term;
    }

    /// <exception cref="SearchSyntaxException">It looks like a field and is none.</exception>
    SearchField? FieldBefore(int start, int colon)
    {
        var name = _text[start..colon];
        if (!name.All(char.IsAsciiLetter))
            return null;
        var index = Array.IndexOf(Fields, name.ToLowerInvariant());
        if (index >= 0)
            return (SearchField)index;
        // "https://…" is no field either, but what follows tells.
        if (_text.AsSpan(colon + 1).StartsWith("//") || char.IsUpper(name[0]))
            return null;
        throw new SearchSyntaxException(
            NearestName.Of(name, Fields) is { } nearest
                ? $"There is no field \"{name}\"; the nearest is \"{nearest}\"."
                : $"There is no field \"{name}\"; there are {string.Join(", ", Fields)}.",
            start
        );
    }

    bool OpensBehind(int colon) => colon + 1 < _text.Length && (_text[colon + 1] == '(' || IsQuote(_text[colon + 1]));

    bool TakeNot()
    {
        SkipBlanks();
        if (TakeOperator("NOT"))
            return true;
        if (_at + 1 < _text.Length && _text[_at] == '-' && !char.IsWhiteSpace(_text[_at + 1]) && _text[_at + 1] != '-')
        {
            _at++;
            return true;
        }
        return false;
    }

    bool TakeOperator(string name)
    {
        SkipBlanks();
        if (!IsOperator(name))
            return false;
        _at += name.Length;
        return true;
    }

    bool IsOperator(string name)
    {
        var end = _at + name.Length;
        return string.CompareOrdinal(_text, _at, name, 0, name.Length) == 0
            && (end >= _text.Length || char.IsWhiteSpace(_text[end]) || _text[end] is '(' or ')' || IsQuote(_text[end]));
    }

    int EndOfWord(int at)
    {
        while (at < _text.Length && !char.IsWhiteSpace(_text[at]) && _text[at] is not ('(' or ')') && !IsQuote(_text[at]))
            at++;
        return at;
    }

    /// <summary>A word of nothing but marks finds nothing and asks for nothing.</summary>
    bool SkipPunctuation()
    {
        SkipBlanks();
        if (_at >= _text.Length || _text[_at] is '(' or ')' || IsOperator("OR"))
            return false;
        _at = EndOfWord(_at);
        return true;
    }

    void SkipBlanks()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
    }

    static bool IsQuote(char c) => c is '"' or '“' or '”';
}
