using NewsApi.Language.Documents;

namespace NewsApi.Language.Zoning;

/// <summary>The language of the content, from its letters and its function words. Vietnamese and English are told apart; others are "und".</summary>
static class LanguageGuess
{
    const string VietnameseOnly = "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ";

    static readonly string[] English = [" the ", " of ", " and ", " to ", " in ", " is ", " for ", " with ", " on ", " that "];

    public static string Of(ZonedPage page)
    {
        var lines = page.Kind == PageKind.Article ? page.Lines.Where(line => line.Role.IsContent()) : page.Lines;
        var (letters, marked, english, words) = (0, 0, 0, 0);
        foreach (var line in lines)
        {
            foreach (var c in line.Facts.Key)
            {
                letters += char.IsLetter(c) ? 1 : 0;
                marked += c >= 'ă' && VietnameseOnly.Contains(c, StringComparison.Ordinal) ? 1 : 0;
            }

            words += line.Facts.Syllables;
            english += English.Sum(word => Occurrences(line.Facts.Key, word));
        }

        // In Vietnamese about every fourth letter is one that no other language writes.
        if (letters > 0 && marked * 100 / letters >= 8)
        {
            return "vi";
        }

        return words > 0 && english * 100 / words >= 8 ? "en" : "und";
    }

    static int Occurrences(string text, string word)
    {
        var count = 0;
        for (
            var at = text.IndexOf(word, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(word, at + word.Length - 1, StringComparison.Ordinal)
        )
        {
            count++;
        }

        return count;
    }
}
