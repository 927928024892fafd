using System.Text;

namespace NewsApi.Gateway.Search;

/// <summary>
/// A query in the language of FTS5. Nothing of it was written by a client: words go in as quoted runs of letters and digits, everything
/// else is made here.
/// </summary>
public static class MatchExpression
{
    public static string Of(SearchNode node, Diacritics diacritics)
    {
        var text = new StringBuilder();
        Write(text, node, diacritics);
        return text.ToString();
    }

    static void Write(StringBuilder text, SearchNode node, Diacritics diacritics)
    {
        switch (node)
        {
            case SearchTerm term:
                Write(text, term, diacritics);
                break;
            case SearchOr { Choices: var choices }:
                Join(text, choices, " OR ", diacritics);
                break;
            case SearchAnd { Wanted: var wanted, Unwanted: [] }:
                Join(text, wanted, " AND ", diacritics);
                break;
            case SearchAnd { Wanted: var wanted, Unwanted: var unwanted }:
                text.Append('(');
                Join(text, wanted, " AND ", diacritics);
                text.Append(" NOT ");
                Join(text, unwanted, " OR ", diacritics);
                text.Append(')');
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(node), node, "no such kind of node");
        }
    }

    static void Join(StringBuilder text, IReadOnlyList<SearchNode> nodes, string between, Diacritics diacritics)
    {
        text.Append('(');
        for (var i = 0; i < nodes.Count; i++)
        {
            text.Append(i > 0 ? between : "");
            Write(text, nodes[i], diacritics);
        }
        text.Append(')');
    }

    static void Write(StringBuilder text, SearchTerm term, Diacritics diacritics)
    {
        var isExact = IsExact(term, diacritics);
        var fields = term.Field is { } field ? [field] : Enum.GetValues<SearchField>();
        text.Append('{').AppendJoin(' ', fields.Select(part => SearchIndex.ColumnOf(part, isExact))).Append("} : \"");
        text.AppendJoin(' ', term.Tokens.Select(token => isExact ? token.Exact : token.Folded)).Append('"');
        text.Append(term.IsPrefix ? " *" : "");
    }

    public static bool IsExact(SearchTerm term, Diacritics diacritics) =>
        diacritics == Diacritics.Exact || (diacritics == Diacritics.Auto && term.HasMarks);
}
