using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>What somebody says in quotation marks.</summary>
/// <param name="Whole">With its marks.</param>
/// <param name="Inner">Without them.</param>
/// <param name="IsOpen">The line ends before it is closed: the next paragraph goes on with it.</param>
readonly record struct Quotation(TextSpan Whole, TextSpan Inner, bool IsOpen);

/// <summary>Finds quotations that are long enough to be somebody's words, not a name or an ironic word.</summary>
static class Quotations
{
    const int FewestWords = 4;

    public static IReadOnlyList<Quotation> Find(string text)
    {
        var found = new List<Quotation>();
        for (var at = 0; at < text.Length; at++)
        {
            var close = text[at] switch
            {
                '“' or '„' => '”',
                '«' => '»',
                '"' => '"',
                _ => '\0',
            };
            if (close == '\0' || (text[at] == '"' && !OpensAt(text, at)))
            {
                continue;
            }

            var end = text.IndexOf(close, at + 1);
            // A page that mixes its marks: “ … " .
            end = end < 0 && close == '”' ? text.IndexOf('"', at + 1) : end;
            var isOpen = end < 0;
            var inner = new TextSpan(at + 1, isOpen ? text.Length : end);
            if (Words(text, inner) >= FewestWords)
            {
                found.Add(new Quotation(new TextSpan(at, isOpen ? text.Length : end + 1), inner, isOpen));
            }

            at = isOpen ? text.Length : end;
        }

        return found;
    }

    static bool OpensAt(string text, int at) =>
        (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or ':')
        && at + 1 < text.Length
        && !char.IsWhiteSpace(text[at + 1]);

    static int Words(string text, TextSpan part)
    {
        var words = 0;
        for (var at = part.Start; at < part.End; at++)
        {
            words += !char.IsWhiteSpace(text[at]) && (at == part.Start || char.IsWhiteSpace(text[at - 1])) ? 1 : 0;
        }

        return words;
    }
}
