using NewsApi.Language.Lexicons;

namespace NewsApi.Language.Segmentation;

/// <summary>
/// The forms of abbreviations.tsv whose stop ends no sentence, and the words before numbers and letters whose stop does: "Điều 5.", "vitamin C.".
/// </summary>
sealed class Abbreviations
{
    // Whether the form may end a sentence too ("v.v.").
    readonly Dictionary<string, bool> forms = new(StringComparer.Ordinal);
    readonly Dictionary<string, bool> formsInAnyCase = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> numbered = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> lettered = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="LexiconException">An entry of no known kind.</exception>
    public Abbreviations(IEnumerable<LexiconEntry> entries)
    {
        foreach (var entry in entries)
        {
            Add(entry, entry[0].TrimEnd('.'));
        }
    }

    /// <param name="form">Without its last stop: "TP", "GS.TS".</param>
    public bool Contains(ReadOnlySpan<char> form, out bool mayEnd) =>
        forms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out mayEnd)
        || formsInAnyCase.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out mayEnd);

    /// <summary>A word that is numbered: "Điều 5. Hiệu lực thi hành" goes on behind the number.</summary>
    public bool IsNumbered(string word) => numbered.Contains(word);

    /// <summary>A word that takes a letter: in "vitamin C." the letter is no initial.</summary>
    public bool IsLettered(string word) => lettered.Contains(word);

    void Add(LexiconEntry entry, string form)
    {
        switch (entry[1])
        {
            case "numbered":
                numbered.Add(form);
                return;
            case "lettered":
                lettered.Add(form);
                return;
            case "may_end" or "before_name" or "unit" or "other":
                forms[form] = entry[1] == "may_end";
                break;
            default:
                throw entry.Error($"kind '{entry[1]}' is not known");
        }

        // "M. Macron" is not "40 m."
        if (form.Length > 1)
        {
            formsInAnyCase[form] = forms[form];
        }
    }
}
