using NewsApi.Text;

namespace NewsApi.Language.Lexicons;

/// <summary>A set of phrases from one column of a lexicon file, compared folded unless told otherwise.</summary>
public sealed class WordSet
{
    readonly HashSet<string> words = new(StringComparer.Ordinal);
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    // Most of what is asked for is too long to be in the set: no need to hash it.
    readonly int longest;

    public WordSet(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            this.words.Add(Folding.Fold(word));
            LongestSyllables = Math.Max(LongestSyllables, word.Count(c => c == ' ') + 1);
        }

        longest = this.words.Select(word => word.Length).DefaultIfEmpty(0).Max();
        lookup = this.words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static WordSet Load(string file, Func<LexiconEntry, bool>? where = null) =>
        new(LexiconFile.Read(file).Where(where ?? (_ => true)).Select(entry => entry[0]));

    /// <summary>How many syllables (parted by blanks) the longest phrase has.</summary>
    public int LongestSyllables { get; }

    public int Count => words.Count;

    /// <param name="folded">Folded (<see cref="Folding.Fold"/>).</param>
    public bool Contains(ReadOnlySpan<char> folded) => folded.Length <= longest && lookup.Contains(folded);
}
