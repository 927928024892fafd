using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Zoning.Metadata;

/// <summary>Tags as keywords: "Từ khóa: bão số 3, Quảng Ninh", "#baoso3 #quangninh".</summary>
static class KeywordReader
{
    const int LongestKeyword = 60;

    static readonly string[] Labels = ["từ khóa", "từ khoá", "tags", "tag", "thẻ", "chủ đề", "keywords"];

    public static IReadOnlyList<string> Read(ZonedPage page)
    {
        var keywords = new List<string>();
        foreach (var line in page.Of(LineRole.Widget))
        {
            keywords.AddRange(line.Text[0] == '#' ? line.Text.Split('#') : Labelled(line.Text));
        }

        return
        [
            .. keywords
                .Select(word => word.Trim(' ', ',', ';', '#', '.', '|'))
                .Where(word => word.Length is > 1 and <= LongestKeyword)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    static string[] Labelled(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 1 or > 12 || !Labels.Contains(Folding.Fold(text[..colon].Trim()), StringComparer.Ordinal))
        {
            return [];
        }

        return text[(colon + 1)..].Split([',', ';', '#', '|'], StringSplitOptions.RemoveEmptyEntries);
    }
}
