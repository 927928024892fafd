using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Linking;

/// <summary>The fields of life that the words of positions and of bodies belong to (person_fields.tsv).</summary>
sealed class FieldLexicon
{
    /// <summary>The field of units below the province: posts there are many, and one person's are all in one place.</summary>
    const string Local = "local";

    const int LongestPhrase = 6;

    readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> fields;

    internal FieldLexicon(IEnumerable<LexiconEntry> entries)
    {
        var byPhrase = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            byPhrase[Folding.Fold(entry[0])] = entry[1].Split(',');
        }

        fields = byPhrase.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static FieldLexicon Load() => new(LexiconFile.Read("vi/person_fields.tsv"));

    /// <summary>The fields that the texts tell of, local posts not counted. Of phrases at one place the longest counts.</summary>
    /// <param name="texts">Folded.</param>
    public HashSet<string> FieldsOf(IEnumerable<string> texts) => [.. texts.SelectMany(FieldsIn).Where(field => field != Local)];

    public bool IsLocal(string folded) => FieldsIn(folded).Contains(Local);

    IEnumerable<string> FieldsIn(string folded)
    {
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var from = 0;
        while (from < words.Length)
        {
            var (length, found) = LongestAt(words, from);
            foreach (var field in found)
            {
                yield return field;
            }

            from += length;
        }
    }

    (int Length, string[] Fields) LongestAt(string[] words, int from)
    {
        for (var count = Math.Min(LongestPhrase, words.Length - from); count > 0; count--)
        {
            var phrase = string.Join(' ', words, from, count).AsSpan().Trim(",.;:()\"“”-");
            if (fields.TryGetValue(phrase, out var found))
            {
                return (count, found);
            }
        }

        return (1, []);
    }
}
