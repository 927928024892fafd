using NewsApi.Text;

namespace NewsApi.Language.Lexicons;

/// <summary>A set of phrases from one column of a lexicon file, compared folded unless told otherwise.</summary>
public sealed class WordSet
{
    readonly HashSet<string> words = new(StringComparer.Ordinal);
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    // For askers that know the hash of a syllable: its words by hash, at the next free place, at most a quarter full.
    readonly string?[] byHash;

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
        byHash = new string?[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)this.words.Count * 4 + 1)];
        foreach (var word in this.words)
        {
            byHash[PlaceOf(word, SyllableHash.Of(word))] = word;
        }

        lookup = this.words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static WordSet Load(string file, Func<LexiconEntry, bool>? where = null) =>
        new(LexiconFile.Read(file).Where(where ?? (_ => true)).Select(entry => entry[0]));

    /// <summary>How many syllables (parted by blanks) the longest phrase has.</summary>
    public int LongestSyllables { get; }

    public int Count => words.Count;

    /// <param name="folded">Folded (<see cref="Folding.Fold"/>).</param>
    public bool Contains(ReadOnlySpan<char> folded) => folded.Length <= longest && lookup.Contains(folded);

    /// <param name="folded">Folded (<see cref="Folding.Fold"/>).</param>
    /// <param name="hash">Its <see cref="SyllableHash"/>.</param>
    internal bool Contains(ReadOnlySpan<char> folded, uint hash) => byHash[PlaceOf(folded, hash)] is not null;

    int PlaceOf(ReadOnlySpan<char> word, uint hash)
    {
        var at = (int)hash & (byHash.Length - 1);
        while (byHash[at] is { } other && !word.SequenceEqual(other))
        {
            at = (at + 1) & (byHash.Length - 1);
        }

        return at;
    }
}
