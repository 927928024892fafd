using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>Where the content of a statement begins and ends, and whether it is quoted.</summary>
static class StatementContents
{
    static readonly string[] Openers = ["rằng", "là"];

    /// <summary>What stands between two places: the words of a quotation that it is all of, else all of it.</summary>
    public static (TextSpan Span, bool IsDirect, Quotation? Quote) Of(FactText line, int from, int to)
    {
        var content = line.Trim(new TextSpan(from, to), ".,;:… ");
        var quote = line.Quotes.FirstOrDefault(quote => quote.Whole.Start == content.Start);
        var isWhole =
            quote.Whole.Length * 10 >= content.Length * 7
            || (quote.Whole.Length >= 30 && quote.Whole.End < to && line.Text[quote.Whole.End] == ',');
        return quote.Whole.Length > 0 && isWhole
            ? (line.Trim(quote.Inner, ".,…"), true, quote)
            : (line.Trim(new TextSpan(from, to), ".,;: "), false, null);
    }

    /// <summary>Where the content begins behind a verb: without "rằng", a colon, a comma.</summary>
    public static int Start(FactText line, int limit, int at)
    {
        at = line.SkipBlanks(at, limit);
        foreach (var opener in Openers)
        {
            if (line.StartsWith(at, opener))
            {
                at = line.SkipBlanks(at + opener.Length, limit);
                break;
            }
        }

        while (at < limit && line.Text[at] is ':' or ',' or ' ')
        {
            at++;
        }

        return at;
    }

    /// <summary>"bác bỏ tin này: “…”": the quotation that ends a content.</summary>
    public static Quotation? QuoteBehindColon(FactText line, TextSpan content)
    {
        foreach (var quote in line.Quotes.Where(quote => content.Contains(quote.Inner) && quote.Whole.Start > content.Start))
        {
            var before = line.SkipBlanksBack(quote.Whole.Start);
            if (before > content.Start && line.Text[before - 1] == ':' && content.End - quote.Whole.End <= 2)
            {
                return quote;
            }
        }

        return null;
    }
}
